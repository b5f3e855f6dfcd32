"""How far long work has come: a line of the accent that grows from the left."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.theme import Token


class ProgressLine(QWidget):
    """Shows a share of work done; it keeps its place while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Progress"))
        self._measure()

    def show_share(self, done: int, whole: int) -> None:
        """So much is done of the whole; a whole of 0 is one that nobody knows."""
        self._share = min(done / whole, 1.0) if whole else 0.0
        percent = round(100 * self._share)
        self.setAccessibleDescription(_("{n} %").format(n=percent) if whole else "")
        self.update()

    def rest(self) -> None:
        """Nothing is being done."""
        self._share = None
        self.setAccessibleDescription("")
        self.update()

    def share(self) -> float | None:
        """The share that is shown; None while nothing is being done."""
        return self._share

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hair = theme.size("hairline")
        painter.fillRect(0, self.height() - hair, self.width(), hair, theme.color(Token.LINE))
        if self._share is not None:
            width = round(self.width() * self._share)
            painter.fillRect(0, 0, width, self.height(), theme.color(Token.ACCENT))

    def _measure(self) -> None:
        self.setFixedHeight(max(2, theme.length("radius") // 2))
