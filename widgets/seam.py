"""A seam between two parts that can be moved by keys as well as by the pointer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from resources import _
from widgets import theme
from widgets.theme import Token

KEY = Qt.Key
STEP = 6  # steps of space that an arrow key moves a seam
FAR = 10_000  # pixels: more than any window has, for Home and End


class Seam(QSplitter):
    """A splitter whose handles Tab comes to: arrows move one, Home and End as far as it goes."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Seam"))
        self.setAccessibleDescription(_("Arrow keys move it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.orientation() is Qt.Orientation.Horizontal
        back, on = (KEY.Key_Left, KEY.Key_Right) if across else (KEY.Key_Up, KEY.Key_Down)
        steps = {back: -theme.space(STEP), on: theme.space(STEP)}
        steps |= {KEY.Key_Home: -FAR, KEY.Key_End: FAR}
        if (key := Qt.Key(event.key())) in steps:
            self._move(steps[key])
        else:
            super().keyPressEvent(event)

    def _move(self, pixels: int) -> None:
        """Take from the part behind and give to the one before, or the other way."""
        splitter = self.splitter()
        at, sizes = splitter.indexOf(self), splitter.sizes()
        pixels = max(-sizes[at - 1], min(pixels, sizes[at]))
        sizes[at - 1] += pixels
        sizes[at] -= pixels
        splitter.setSizes(sizes)
        splitter.splitterMoved.emit(sum(sizes[:at]), at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.clearMask()  # Qt hides all but a hairline of a thin handle
        self.raise_()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.splitter().handleWidth() <= 1:
            self.setMask(self.contentsRect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            QPainter(self).fillRect(self.rect(), theme.color(Token.ACCENT))
