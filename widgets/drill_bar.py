"""The bar of a drill: that nothing is real, its time, and what plays it on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton, PlainLabel, set_tip
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class DrillState:
    """How a drill stands, in words; without ``time`` there is nothing to play.

    ``coming`` says what comes next; ``more`` whether anything does; ``back`` is what to leave it
    for, without which it is not left.
    """

    time: str = ""
    coming: str = ""
    runs: bool = False
    speed: int = 1
    more: bool = False
    ended: bool = False
    back: str = ""


class DrillBar(Ground):
    """Each button asks; ``speed_asked`` carries the speed."""

    pause_asked = Signal()
    next_asked = Signal()
    end_asked = Signal()
    back_asked = Signal()
    speed_asked = Signal(int)

    def __init__(self, speeds: Sequence[int], parent: QWidget) -> None:
        super().__init__(Token.RAISED, Qt.Edge.BottomEdge, parent)
        self.band = _Band(_("EXERCISE – NOT REAL"), self)
        bold = QFont.Weight.DemiBold
        self.time = PlainLabel("", self, weight=bold, tabular=True)
        self.coming = ElidedLabel("", self, token=Token.MUTED, tabular=True)
        self.speeds = {each: PlainButton(f"{each}×", self, "quiet") for each in speeds}
        self.pause = PlainButton("", self)
        self.next = PlainButton(_("Next event now"), self)
        self.end = PlainButton(_("End…"), self)
        self.back = PlainButton(_("Back to the real incident"), self, "primary")
        self._row = QHBoxLayout(self)
        fill(self._row, self.band, self.time)
        self._row.addWidget(self.coming, 1)
        fill(self._row, *self.speeds.values(), self.pause, self.next, self.end)
        self._row.addWidget(self.back)
        self._connect()
        self.setAccessibleName(_("Exercise"))
        self.show_state(DrillState())
        self.measure()

    def show_state(self, state: DrillState) -> None:
        """Show how the drill stands; what cannot be done now is not offered."""
        plays = bool(state.time) and not state.ended
        self.time.setText(state.time)
        self.coming.setText(state.coming)
        self.pause.setText(_("Pause") if state.runs else _("Play on"))
        for each in (self.pause, self.next, *self.speeds.values()):
            each.setVisible(plays)
        self.end.setVisible(bool(state.time))
        self.end.setText(_("Result") if state.ended else _("End…"))
        self.next.setEnabled(state.more)
        self.back.setVisible(state.ended and bool(state.back))
        set_tip(self.back, state.back)
        for speed, button in self.speeds.items():
            button.setChecked(speed == state.speed)

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        self._row.setContentsMargins(0, 0, space(3), theme.size("hairline"))
        self._row.setSpacing(space(2))
        self.time.setContentsMargins(space(2), 0, space(1), 0)

    def _connect(self) -> None:
        for speed, button in self.speeds.items():
            button.setCheckable(True)
            button.clicked.connect(self._press_speed)
            said = _("{n} minutes of the script in a minute; clocks and warnings keep real time")
            if speed == 1:
                said = _("As fast as it would be")
            set_tip(button, said.format(n=speed))
        self.pause.clicked.connect(self.pause_asked)
        self.next.clicked.connect(self.next_asked)
        self.end.clicked.connect(self.end_asked)
        self.back.clicked.connect(self.back_asked)

    def _press_speed(self) -> None:
        button = self.sender()
        self.speed_asked.emit(next(n for n, each in self.speeds.items() if each is button))


class _Band(Ground):
    """Words on the colour of a warning, as high as the bar."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(Token.WARN, None, parent)
        self.label = PlainLabel(words, self, weight=QFont.Weight.Bold, token=Token.ON_ACCENT)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        self.measure()

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(2), space(4), space(2))
