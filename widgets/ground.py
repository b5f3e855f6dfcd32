"""The ground of a part of the frame: one colour and at most one hairline at an edge."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from widgets import theme
from widgets.theme import Token


class Ground(QWidget):
    """A painted ground that measures itself again when the text scale changes."""

    def __init__(
        self, token: Token, edge: Qt.Edge | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge = token, edge

    def measure(self) -> None:
        """Set margins and fixed lengths from the theme; called again after every change."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._ground))
        line, last = theme.color(Token.LINE), theme.size("hairline")
        match self._edge:
            case Qt.Edge.TopEdge:
                painter.fillRect(0, 0, self.width(), last, line)
            case Qt.Edge.BottomEdge:
                painter.fillRect(0, self.height() - last, self.width(), last, line)
            case Qt.Edge.LeftEdge:
                painter.fillRect(0, 0, last, self.height(), line)
            case Qt.Edge.RightEdge:
                painter.fillRect(self.width() - last, 0, last, self.height(), line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.measure()


def fill(layout: QBoxLayout, *parts: QWidget | int) -> None:
    """Add widgets to ``layout``; a number adds a stretch of that weight."""
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
