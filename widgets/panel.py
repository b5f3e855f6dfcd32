"""A panel of the dashboard: a title that opens its page, what is counted, and a body."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import ElidedLabel, set_tip, visible
from widgets.roving import RovingButton
from widgets.theme import Token


class Panel(Ground):
    """Title, count and note above a body; ``opened`` says that the title was pressed.

    Whoever lays panels out draws the hairlines between them.
    """

    opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._title = _Title(title, self)
        self._title.clicked.connect(self.opened)
        self._count = ElidedLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self._note = ElidedLabel("", self, size="label", token=Token.MUTED)
        self._body: QWidget | None = None
        self._beyond = 0.0
        self._lay_out()
        self.setAccessibleName(visible(title))
        self.measure()

    def set_count(self, text: str) -> None:
        """Say beside the title how much there is."""
        self._count.setText(text)
        self._fit()

    def set_note(self, text: str) -> None:
        """Say something quietly at the right of the title."""
        self._note.setText(text)
        self._fit()

    def set_body(self, widget: QWidget, beyond: float = 0) -> None:
        """Put a widget below the title; one that was there is thrown away.

        ``beyond`` are the steps of four pixels that a body with an inset of its own goes beyond
        the edges of the title, so that its words align with the title.
        """
        if self._body:
            self._body.deleteLater()
        self._body, self._beyond = widget, beyond
        self._within.addWidget(widget, 1)
        self.measure()

    def measure(self) -> None:
        side, ring = theme.space(4), theme.space(1)
        self._column.setContentsMargins(0, theme.space(1.5), 0, 0)
        self._column.setSpacing(theme.space(1))
        self._head.setContentsMargins(side - ring, 0, side, 0)
        self._head.setSpacing(theme.space(1))
        edge = side - theme.space(self._beyond)
        self._within.setContentsMargins(edge, 0, edge, theme.space(2))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        least = self._title.minimumSizeHint().width() + 2 * theme.space(4)
        return QSize(least, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Leave out the note, then the count, where the title needs their room."""
        parts: list[QWidget] = [self._title]
        for label in (self._count, self._note):
            parts.append(label)
            wanted = sum(part.sizeHint().width() + theme.space(1) for part in parts)
            fits = wanted + theme.space(8) <= self.width()
            label.setVisible(fits and bool(label.text()))
            if not fits:
                parts.remove(label)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._within = QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self._note)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._within, 1)


class _Title(RovingButton):
    """The title as a button: underlined below the pointer, ringed while it has the keys."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = visible(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        told = _("Open {page}").format(page=self._text)
        self.setAccessibleName(told)
        set_tip(self, told)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(_face()).horizontalAdvance(self._text)
        return QSize(width + 2 * theme.space(1) + 1, theme.length("control"))

    def minimumSizeHint(self) -> QSize:
        least = QFontMetrics(_face()).horizontalAdvance("MMMM…") + 2 * theme.space(1)
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = QFont(_face())
        face.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(face)
        painter.setPen(theme.color(Token.ACCENT if self.hasFocus() else Token.TEXT))
        metrics = painter.fontMetrics()
        room = self.rect().adjusted(theme.space(1), 0, -theme.space(1), 0)
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
        box, radius = self.rect().toRectF(), theme.length("radius")
        painter.drawRoundedRect(box.adjusted(0.5, 2.5, -0.5, -2.5), radius, radius)


def _face() -> QFont:
    return theme.font(theme.size("title"), QFont.Weight.DemiBold)
