"""The message house in a frame that is as high as it, up to a height from which it scrolls."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from widgets import theme
from widgets.house_view import HouseView

MOST = 84  # steps of space that a house takes of the page at most


class HouseFrame(QScrollArea):
    """Keeps the stone that has the keys in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = HouseView(self)
        self.setWidget(self.view)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.built.connect(self.fit)
        self.view.chosen.connect(self._follow)

    def fit(self) -> None:
        """Be as high as the house is at this width."""
        layout = self.view.layout()
        assert layout is not None
        layout.activate()
        wished = layout.totalHeightForWidth(self.viewport().width())
        if wished < 0:
            wished = self.view.sizeHint().height()
        self.setFixedHeight(min(wished, theme.space(MOST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.fit()

    def _follow(self, _key: str) -> None:
        held = next((face for face in self.view.stones() if face.hasFocus()), None)
        if held:
            self.ensureWidgetVisible(held, 0, theme.space(2))
