"""A guide's mark on the real screen: an outline round a part, and a small card that explains it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

KEY = Qt.Key


class Outline(QWidget):
    """A ring round a part of the window; clicks and keys go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def go_round(self, part: QRect) -> None:
        """Stand round ``part``, in the coordinates of the window, as far as there is room."""
        gap = theme.space(0.5)
        self.setGeometry(part.adjusted(-gap, -gap, gap, gap) & self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 * theme.size("hairline")
        painter.setPen(QPen(theme.color(Token.ACCENT), width))
        radius, half = theme.length("card_radius"), width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)


class CoachCard(Ground):
    """Says one step of a guide; Enter goes on, Left goes back, Esc stops."""

    next_asked = Signal()
    back_asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.RAISED, None, parent)
        self._over = parent
        self._count = PlainLabel("", self, size="label", token=Token.MUTED, tabular=True)
        self._words = PlainLabel("", self, weight=QFont.Weight.Medium, wrap=True)
        self._hint = PlainLabel("", self, size="label", token=Token.ACCENT, wrap=True)
        self._stop = _Button(_("Stop"), self, "link")
        self._back = _Button(_("Back"), self)
        self._next = _Button(_("Next"), self, "primary")
        self._stop.clicked.connect(self.stopped)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self._lay_out()
        self.measure()
        self.setFocusProxy(self._next)
        self.hide()

    def say(self, words: str, hint: str, number: int, of_all: int) -> None:
        """Show a step in the language spoken now; ``hint`` says what it waits for, if anything."""
        self._count.setText(_("Guide: {n} of {all}").format(n=number, all=of_all))
        self._words.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._stop.setText(_("Stop"))
        self._back.setText(_("Back"))
        self._back.setEnabled(number > 1)
        self._next.setText(_("Next") if number < of_all else _("Finish"))
        said = " ".join(filter(None, (self._count.text(), words, hint)))
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)

    def words(self) -> str:
        """What the step says."""
        return self._words.text()

    def measure(self) -> None:
        edge = theme.space(4)
        self._column.setContentsMargins(edge, theme.space(3), edge, theme.space(3))
        self._column.setSpacing(theme.space(2))
        self._row.setSpacing(theme.space(2))

    def stand_by(self, part: QRect) -> None:
        """Stand beside ``part`` where it is whole, or else in its corner."""
        room = self._over.rect().adjusted(*(theme.space(2) * n for n in (1, 1, -1, -1)))
        width = min(theme.length("column") * 2 // 3, room.width())
        height = max(self._column.heightForWidth(width), self._column.minimumSize().height())
        self.setGeometry(_place(part, QSize(width, height), room))
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case KEY.Key_Return | KEY.Key_Enter | KEY.Key_Right:
                self.next_asked.emit()
            case KEY.Key_Left:
                self.back_asked.emit()
            case KEY.Key_Escape:
                self.stopped.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color(Token.BACKGROUND))
        painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
        painter.setBrush(theme.color(Token.RAISED))
        radius = theme.length("card_radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        fill(self._column, self._count, self._words, self._hint)
        self._row = QHBoxLayout()
        fill(self._row, self._stop, 1, self._back, self._next)
        self._column.addLayout(self._row)


class _Button(PlainButton):
    """A button that leaves the arrow keys to its card."""

    def __init__(self, text: str, parent: QWidget, kind: str = "") -> None:
        super().__init__(text, parent, kind)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (KEY.Key_Left, KEY.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _place(part: QRect, size: QSize, room: QRect) -> QRect:
    """Below, above, right or left of a part where there is room, else in its lower right corner."""
    gap = theme.space(3)
    width, height = size.width(), size.height()
    left = min(max(part.left(), room.left()), room.right() - width + 1)
    top = max(min(part.bottom(), room.bottom()) - height + 1, room.top())
    corners = (
        QPoint(left, part.bottom() + gap),
        QPoint(left, part.top() - gap - height),
        QPoint(part.right() + gap, top),
        QPoint(part.left() - gap - width, top),
    )
    for corner in corners:
        if room.contains(QRect(corner, size)):
            return QRect(corner, size)
    inner = part & room if part.intersects(room) else room
    right, low = inner.right() - gap - width, inner.bottom() - gap - height
    return QRect(QPoint(max(right, room.left()), max(low, room.top())), size)
