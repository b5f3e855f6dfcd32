"""A card held by the mouse: it is carried only after a real stretch, and edges scroll."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from widgets import theme

TICK = 16  # milliseconds between two steps of scrolling at an edge


class Drag(QObject):
    """Follows the mouse over ``ground``; points are those of ``ground``.

    ``scroll`` asks for pixels across and down while the mouse rests near an edge.
    """

    scroll = Signal(int, int)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self.card, self.carried = "", False
        self.at, self.grip = QPoint(), QPoint()
        self._start = QPoint()
        self._edges = QTimer(self, interval=TICK)
        self._edges.timeout.connect(self._push)

    def press(self, card: str, at: QPoint, grip: QPoint) -> None:
        """The mouse went down on a card, ``grip`` from its top left corner."""
        self.card, self.carried = card, False
        self._start = self.at = at
        self.grip = grip

    def move(self, at: QPoint) -> bool:
        """The mouse moved; whether a card is carried."""
        self.at = at
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        if self.card and not self.carried and far:
            self.carried = True
            self._edges.start()
        return self.carried

    def end(self) -> None:
        """Let go of the card."""
        self.card, self.carried = "", False
        self._edges.stop()

    def _push(self) -> None:
        across = _pull(self.at.x(), self._ground.width())
        down = _pull(self.at.y(), self._ground.height())
        if across or down:
            self.scroll.emit(across, down)


def _pull(at: int, length: int) -> int:
    """How far to scroll in one step: the nearer to an edge, the farther."""
    zone = theme.space(10)
    if at < zone:
        return -min(zone - at, zone) // 3
    return min(at - (length - zone), zone) // 3 if at > length - zone else 0
