"""The rail at the left of the window: one button for each page, settings at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resources import _
from widgets import icons, theme
from widgets.ground import Ground
from widgets.plain import set_tip
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token


@dataclass(frozen=True)
class RailItem:
    """A page: its name for the program, the label shown, its icon and its shortcut."""

    name: str
    label: str
    icon: str
    shortcut: str = ""


class Rail(Ground):
    """Buttons for the pages; ``opened`` carries the name of the one asked for."""

    opened = Signal(str)

    def __init__(
        self, pages: Sequence[RailItem], settings: RailItem, parent: QWidget | None = None
    ) -> None:
        super().__init__(Token.FRAME, Qt.Edge.RightEdge, parent)
        self.setAccessibleName(_("Pages"))
        self._buttons = {item.name: _Page(item, self) for item in (*pages, settings)}
        self._column = column = QVBoxLayout(self)
        for item in pages:
            column.addWidget(self._buttons[item.name], 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._buttons[settings.name], 0, Qt.AlignmentFlag.AlignHCenter)
        self._settings = self._buttons[settings.name]
        self._settings.setCheckable(False)
        for button in self._buttons.values():
            button.clicked.connect(self._open)
        self.show_page(pages[0].name)
        self.measure()

    def show_page(self, name: str) -> None:
        """Mark the page ``name`` as the current one; nothing is announced."""
        self._buttons[name].setChecked(True)
        one_stop(list(self._buttons.values()), self._buttons[name])

    def current(self) -> str:
        """The name of the page marked as current."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def measure(self) -> None:
        self.setFixedWidth(theme.length("rail"))
        self._column.setContentsMargins(0, theme.space(3), theme.size("hairline"), theme.space(3))
        self._column.setSpacing(theme.space(1.5))

        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(list(self._buttons.values()), event):
            super().keyPressEvent(event)

    def _share_height(self) -> None:
        """Let the buttons be lower where they would not all find room, as with large text."""
        n, inside = len(self._buttons), self._column.contentsMargins()
        free = self.height() - inside.top() - inside.bottom() - self._column.spacing() * n
        for button in self._buttons.values():
            button.set_height(free // n)

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, _Page):
            if button is not self._settings:
                self.show_page(button.name)
            self.opened.emit(button.name)


class _Page(RovingButton):
    def __init__(self, item: RailItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = item.name
        self._icon = item.icon
        self._height = theme.length("button")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one page of several, as a screen reader then says
        self.setAccessibleName(item.label)
        told = f"{item.label}  {item.shortcut}" if item.shortcut else item.label
        set_tip(self, told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_height(self, free: int) -> None:
        """Be as high as a button is, or as ``free`` pixels allow."""
        height = max(theme.size("control"), min(theme.length("button"), free))
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def nextCheckState(self) -> None:
        """The rail checks the button; a click alone does not."""

    def sizeHint(self) -> QSize:
        return QSize(theme.length("button"), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.length("button"), theme.size("control"))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            self._paint_ground(painter)
        side = min(theme.length("icon"), self.height() - theme.size("gap"))
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        token = Token.ACCENT if self.isChecked() else Token.MUTED
        drawn = icons.pixmap(self._icon, token, side, self.devicePixelRatioF())
        painter.drawPixmap(box, drawn)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = Token.SELECTED if self.isChecked() else Token.RAISED
        painter.setBrush(theme.color(ground))
        edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
