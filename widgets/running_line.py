"""A line that says what runs in the background and for how long, with a button that stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton
from widgets.theme import Token


class RunningLine(Ground):
    """Stands between the page and the log bar while something runs; ``stopped`` is its button."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.RAISED, Qt.Edge.TopEdge, parent)
        self._words = ElidedLabel("", self, tabular=True)
        self._stop = PlainButton(_("Stop"), self, "link")
        self._stop.clicked.connect(self.stopped)
        self._row = QHBoxLayout(self)
        fill(self._row, self._words, 1, self._stop)
        self.measure()

    def say(self, sentence: str) -> None:
        """Say what runs, in the language spoken now."""
        self._words.setText(sentence)
        self._stop.setText(_("Stop"))

    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def measure(self) -> None:
        self._row.setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(1))
        self._row.setSpacing(theme.space(3))
