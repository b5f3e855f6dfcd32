"""Advice below the questions it belongs to; each question is answered with yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainButton, set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token
from widgets.wrapped import Wrapped

YES, NO = "yes", "no"
_LINES = 8  # of a sentence of advice, and of what it quotes


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A piece of advice: its name for the program, what it says, and the words it means."""

    name: str
    said: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A question with its advice; ``answer`` is ``yes``, ``no`` or empty."""

    name: str
    label: str
    note: str
    rows: tuple[CheckRow, ...] = ()
    answer: str = ""


class CheckRows(QScrollArea):
    """Arrows walk questions and advice, Y and N answer the question where the keys are and go on.

    ``opened`` carries the name of the advice that was pressed, ``answered`` that of the question
    with ``yes`` or ``no``.
    """

    opened = Signal(str)
    answered = Signal(str, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = _Groups(self)
        self._list.setAccessibleName(name)
        self._list.opened.connect(self.opened)
        self._list.answered.connect(self.answered)
        self.setWidget(self._list)
        self.setFocusProxy(self._list)

    def show_groups(self, groups: Sequence[CheckGroup], *, answerable: bool) -> None:
        """Show these; the keys stay with what has the same name."""
        self._list.show_groups(groups, answerable)

    def groups(self) -> tuple[CheckGroup, ...]:
        """The questions that are shown."""
        return tuple(head.group for head in self._list.heads)

    def buttons(self) -> dict[str, RovingButton]:
        """Questions and advice by their names, in their order."""
        return {each.name: each for each in self._list.walked}

    def answer_button(self, group: str, answer: str) -> PlainButton:
        """The button of an answer."""
        head = next(each for each in self._list.heads if each.group.name == group)
        return head.yes if answer == YES else head.no


class _Groups(Ground):
    opened = Signal(str)
    answered = Signal(str, str)

    def __init__(self, area: CheckRows) -> None:
        super().__init__(Token.BACKGROUND, None, area)
        self._area = area
        self.heads: list[_Head] = []
        self.walked: list[_Walked] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.measure()

    def show_groups(self, groups: Sequence[CheckGroup], answerable: bool) -> None:
        focused = next((each.name for each in self.walked if each.hasFocus()), None)
        current = next(
            (e.name for e in self.walked if e.focusPolicy() & Qt.FocusPolicy.TabFocus), ""
        )
        self._clear()
        for group in groups:
            self._add(group, answerable)
        self._column.addStretch(1)
        if not self.walked:
            return
        stop = next((each for each in self.walked if each.name == current), self.walked[0])
        one_stop(self.walked, stop)
        self.setFocusProxy(stop)
        if focused is not None:
            stop.setFocus()

    def measure(self) -> None:
        self._column.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if rove(self.walked, event):
            self._go_to(next(each for each in self.walked if each.hasFocus()))
        elif event.key() in (Qt.Key.Key_Y, Qt.Key.Key_N) and not event.modifiers():
            self._answer(YES if event.key() == Qt.Key.Key_Y else NO)
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.heads, self.walked = [], []

    def _add(self, group: CheckGroup, answerable: bool) -> None:
        head = _Head(group, answerable, self)
        head.answered.connect(self.answered)
        self.heads.append(head)
        self.walked.append(head.title)
        self._column.addWidget(head)
        head.show()  # now, not with the next turn of the loop: the keys may come to it
        for row in group.rows:
            button = _Row(row, group.name, self)
            button.clicked.connect(self._open)
            self.walked.append(button)
            self._column.addWidget(button)
            button.show()

    def _answer(self, answer: str) -> None:
        at = next((each for each in self.walked if each.hasFocus()), None)
        head = next((each for each in self.heads if at and each.group.name == at.of), None)
        if head and head.yes.isEnabled():
            place = self.heads.index(head)
            self.answered.emit(head.group.name, answer)
            self._go_to(self.heads[(place + 1) % len(self.heads)].title)

    def _go_to(self, button: "_Walked") -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        one_stop(self.walked, button)
        self._area.ensureWidgetVisible(button, 0, theme.space(4))

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, _Row):
            self.opened.emit(button.name)


class _Walked(RovingButton):
    """What arrows come to: ``of`` is the name of its question."""

    def __init__(self, name: str, of: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.of = name, of
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paint_ground(self, painter: QPainter) -> None:
        """The ground under the pointer, and the ring while it has the keys."""
        if not (self.underMouse() or self.hasFocus()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.RAISED))
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class _Head(QWidget):
    """A question: its title to walk to, and its two answers."""

    answered = Signal(str, str)

    def __init__(self, group: CheckGroup, answerable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.group = group
        self.title = _Title(group, self)
        self.yes, self.no = (
            PlainButton(_("Yes"), self, "quiet"),
            PlainButton(_("No"), self, "quiet"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(2), 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self.title, 1)
        for button, answer, key in ((self.yes, YES, "Y"), (self.no, NO, "N")):
            button.setCheckable(True)
            button.setChecked(group.answer == answer)
            button.setEnabled(answerable)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            name = _("{label}: {text}").format(label=group.label, text=button.text())
            button.setAccessibleName(name)
            set_tip(button, _("{words} ({key})").format(words=name, key=key))
            row.addWidget(button)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)

    def _say_yes(self) -> None:
        self.answered.emit(self.group.name, YES)

    def _say_no(self) -> None:
        self.answered.emit(self.group.name, NO)


class _Title(_Walked):
    def __init__(self, group: CheckGroup, parent: QWidget) -> None:
        super().__init__(group.name, group.name, parent)
        self._group = group
        answer = {YES: _("Yes"), NO: _("No")}.get(group.answer, "")
        told = (group.label, group.note, answer)
        self.setAccessibleName(visible(". ".join(filter(None, told))))

    def sizeHint(self) -> QSize:
        face = theme.font(theme.size("lead"), QFont.Weight.DemiBold)
        label = QFontMetrics(face).horizontalAdvance(visible(self._group.label))
        return QSize(label + theme.space(10), theme.length("row"))

    def heightForWidth(self, _width: int) -> int:
        return theme.length("row")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        box = self.rect().adjusted(theme.space(2), 0, -theme.space(1), 0)
        painter.setFont(theme.font(theme.size("lead"), QFont.Weight.DemiBold))
        painter.setPen(theme.color(Token.TEXT))
        label = visible(self._group.label)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)
        box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(label) + theme.space(3))
        painter.setFont(theme.font(theme.size("label")))
        painter.setPen(theme.color(Token.WARN if self._group.rows else Token.GOOD))
        note, metrics = visible(self._group.note), painter.fontMetrics()
        if metrics.horizontalAdvance(note) > box.width():
            note = str(len(self._group.rows))  # what there is room for
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, note)


class _Row(_Walked):
    def __init__(self, row: CheckRow, group: str, parent: QWidget) -> None:
        super().__init__(row.name, group, parent)
        self._row = row
        self.setAccessibleName(visible(row.said))
        self.setAccessibleDescription(visible(row.quote))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.space(30))
        return QSize(theme.space(30), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(30), theme.length("row"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        said, quote = self._laid_out(width)
        gap = theme.space(0.5) if self._row.quote else 0
        return said.height + gap + quote.height + 2 * theme.space(1.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        said, quote = self._laid_out(self.width())
        top = theme.space(1.5)
        painter.setPen(theme.color(Token.WARN))
        painter.setFont(theme.font(theme.size("body")))
        painter.drawText(theme.space(2), top + painter.fontMetrics().ascent(), "▲")
        said.draw(painter, self._left(), top)
        quote.draw(painter, self._left(), top + said.height + theme.space(0.5))

    def _left(self) -> int:
        return theme.space(6)

    def _laid_out(self, width: int) -> tuple[Wrapped, Wrapped]:
        room = max(1, width - self._left() - theme.space(2))
        said = [(visible(self._row.said), Token.TEXT)]
        quote = [(visible(self._row.quote), Token.MUTED)]
        return (
            Wrapped(said, theme.font(theme.size("body")), room, _LINES),
            Wrapped(quote, theme.font(theme.size("label")), room, _LINES),
        )
