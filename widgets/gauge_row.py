"""Gauges side by side: large ones above their parts, or a slim line that a page ends with."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets import theme
from widgets.gauge import Gauge, GaugeState
from widgets.ground import Ground
from widgets.plain import PlainButton
from widgets.roving import one_stop, rove
from widgets.theme import Token


class GaugeRow(Ground):
    """``opened`` carries the name of the gauge that was pressed; arrows walk from one to another.

    A slim row has at its right a link for what else waits; ``link_pressed`` says it was pressed.
    """

    opened = Signal(str)
    link_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, slim: bool = False) -> None:
        edge = Qt.Edge.TopEdge if slim else Qt.Edge.BottomEdge
        super().__init__(Token.BACKGROUND, edge, parent)
        self.gauges: list[Gauge] = []
        self._slim = slim
        self.link = PlainButton("", self, "link")
        self.link.clicked.connect(self.link_pressed)
        self.link.hide()
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.link)
        self.setAccessibleName(name)
        self.measure()

    def show_gauges(self, states: Sequence[GaugeState]) -> None:
        """Show these gauges; the keys stay where they are while the names do."""
        if [each.name for each in states] != [each.state.name for each in self.gauges]:
            self._make(states)
        for gauge, state in zip(self.gauges, states, strict=True):
            gauge.show_state(state)

    def say(self, words: str) -> None:
        """Show the link with these words; without any it is put away."""
        self.link.setText(words)
        self.link.setVisible(bool(words))

    def gauge(self, name: str) -> Gauge:
        """The gauge of a name."""
        return next(each for each in self.gauges if each.state.name == name)

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        around = space(1) if self._slim else space(2)
        self._row.setContentsMargins(space(2), around, space(2), around)
        self._row.setSpacing(space(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self.gauges, event):
            super().keyPressEvent(event)

    def _make(self, states: Sequence[GaugeState]) -> None:
        for old in self.gauges:
            old.hide()
            old.deleteLater()
        self.gauges = [Gauge(state, self, slim=self._slim) for state in states]
        for at, gauge in enumerate(self.gauges):
            self._row.insertWidget(at, gauge)
            gauge.clicked.connect(self._open)
        if self.gauges:
            one_stop(self.gauges, self.gauges[0])
            self.setFocusProxy(self.gauges[0])

    def _open(self) -> None:
        gauge = self.sender()
        if isinstance(gauge, Gauge):
            self.opened.emit(gauge.state.name)
