"""The parts of a page in groups at its left: one is shown, a mark says how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel, set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token


@dataclass(frozen=True)
class Section:
    """A part of a page: its name for the program, its label, and the group it stands in."""

    name: str
    label: str
    group: str


class Sections(QScrollArea):
    """A list of parts; ``opened`` carries the name of the one asked for.

    ``entered``: the keys are wanted there too, by a click or by Enter where it is shown already.
    """

    opened = Signal(str)
    entered = Signal(str)

    def __init__(self, sections: Sequence[Section], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = _List(sections, self)
        self._list.setAccessibleName(name)
        self._list.opened.connect(self.opened)
        self._list.entered.connect(self.entered)
        self.setWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_section(sections[0].name)

    def show_section(self, name: str) -> None:
        """Mark a part as the one that is shown; nothing is announced."""
        self._list.show_section(name)
        self.setFocusProxy(self._list.buttons[name])
        self.ensureWidgetVisible(self._list.buttons[name])

    def set_mark(self, name: str, mark: str, token: Token = Token.MUTED) -> None:
        """Say how a part stands, at the right of its label."""
        self._list.buttons[name].set_mark(mark, token)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._list.sizeHint().width(), 100)


class _List(Ground):
    opened = Signal(str)
    entered = Signal(str)

    def __init__(self, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(Token.FRAME, Qt.Edge.RightEdge, parent)
        self.buttons: dict[str, _Button] = {}
        self._heads: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        group = ""
        for section in sections:
            if section.group != group:
                group = section.group
                weight = QFont.Weight.DemiBold
                head = PlainLabel(group, self, size="label", token=Token.FAINT, weight=weight)
                self._heads.append(head)
                self._column.addWidget(head)
            button = _Button(section, self)
            button.clicked.connect(self._open)
            self.buttons[section.name] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self.measure()

    def show_section(self, name: str) -> None:
        self.buttons[name].setChecked(True)
        one_stop(list(self.buttons.values()), self.buttons[name])

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(2), space(2), space(2), space(3))
        self._column.setSpacing(theme.size("hairline"))
        for head in self._heads:
            head.setContentsMargins(space(2), space(3), space(2), space(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(list(self.buttons.values()), event):
            super().keyPressEvent(event)

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, _Button):
            into = button.by_pointer or button.isChecked()
            self.show_section(button.section.name)
            self.opened.emit(button.section.name)
            if into:
                self.entered.emit(button.section.name)


class _Button(RovingButton):
    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self._mark, self._token = "", Token.MUTED
        self.by_pointer = False  # while a click of the pointer is told
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._name()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_mark(self, mark: str, token: Token) -> None:
        if (mark, token) != (self._mark, self._token):
            self._mark, self._token = mark, token
            self._name()
            self.updateGeometry()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.by_pointer = True
        super().mouseReleaseEvent(event)
        self.by_pointer = False

    def nextCheckState(self) -> None:
        """The list checks the button; a click alone does not."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.size("body"), QFont.Weight.Medium))
        width = metrics.horizontalAdvance(f"{self.section.label}    {self._mark or '00'}")
        return QSize(width + theme.space(5), theme.length("row"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            self._paint_ground(painter)
        inside = self.rect().adjusted(theme.space(2), 0, -theme.space(2), 0)
        self._paint_mark(painter, inside)
        weight = QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal
        painter.setFont(theme.font(theme.size("body"), weight))
        painter.setPen(theme.color(Token.ACCENT if self.isChecked() else Token.TEXT))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, flags, visible(self.section.label))

    def _paint_mark(self, painter: QPainter, inside: QRect) -> None:
        painter.setFont(theme.font(theme.size("label"), tabular=True))
        painter.setPen(theme.color(self._token))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, flags, self._mark)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setBrush(theme.color(Token.SELECTED if self.isChecked() else Token.RAISED))
        edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)

    def _name(self) -> None:
        said = f"{self.section.label} {self._mark}".strip()
        self.setAccessibleName(visible(said))
        set_tip(self, "")
