"""The bar that turns a room back: a slider over its time, the time as text, and the way to now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton, PlainLabel, set_tip
from widgets.theme import Token
from widgets.time_slider import Stretch, TimeSlider


class TimeBar(Ground):
    """``picked`` carries an instant in UTC milliseconds, ``stepped`` 1 or -1, ``typed`` a time as
    it was written; ``now_asked`` wants to go back to now.
    """

    picked = Signal(object)
    stepped = Signal(int)
    typed = Signal(str)
    now_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.RAISED, Qt.Edge.TopEdge, parent)
        self.earlier = PlainButton("◀", self, "quiet")
        self.later = PlainButton("▶", self, "quiet")
        self.slider = TimeSlider(self)
        self.time = QLineEdit(self)
        self.now = PlainButton(_("Back to now"), self, "primary")
        self._fault = PlainLabel("", self, token=Token.BAD)
        self._row = QHBoxLayout(self)
        fill(self._row, self.earlier)
        self._row.addWidget(self.slider, 1)
        fill(self._row, self.later, self._fault, self.time, self.now)
        self._name()
        self._connect()
        self.setFocusProxy(self.slider)
        self.measure()

    def show_stretch(self, stretch: Stretch) -> None:
        """Show a stretch of time with its marks."""
        self.slider.show_stretch(stretch)

    def stand_at(self, ms: int, written: str, told: str) -> None:
        """Stand at an instant, ``written`` in the field as it may be typed and ``told`` aloud."""
        self.slider.stand_at(ms)
        self.refuse("")
        self.time.setText(written)
        self.slider.setAccessibleDescription(told)
        if self.slider.hasFocus():
            announce(self.slider, told)

    def refuse(self, sentence: str) -> None:
        """Say why what was typed is no time; it stays until it is changed."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self.time, sentence)

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(1.5), space(5), space(1.5))
        self._row.setSpacing(space(2))
        self.time.setFont(theme.font(theme.size("body"), tabular=True))
        self.time.setFixedWidth(theme.space(42))

    def _name(self) -> None:
        for button, said, key in (
            (self.earlier, _("One entry back"), "←"),
            (self.later, _("One entry on"), "→"),
            (self.now, _("Back to now"), "Esc"),
        ):
            button.setAccessibleName(said)
            set_tip(button, f"{said} ({key})")
        keys = _("← → by entry, Ctrl+← → by hour, Home and End")
        self.slider.setAccessibleName(_("Time of the room"))
        set_tip(self.slider, keys)
        self.time.setAccessibleName(_("Time"))
        set_tip(self.time, _("Write 14:05, -10m, yesterday 18:30 or 2026-11-23 14:05."))

    def _connect(self) -> None:
        self.earlier.clicked.connect(self._back)
        self.later.clicked.connect(self._on)
        self.slider.picked.connect(self.picked)
        self.slider.stepped.connect(self.stepped)
        self.time.returnPressed.connect(self._say_typed)
        self.now.clicked.connect(self.now_asked)

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _on(self) -> None:
        self.stepped.emit(1)

    def _say_typed(self) -> None:
        self.typed.emit(self.time.text())


class TimeBand(Ground):
    """The band over everything that says at which time the room is seen, in a colour of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.VOICE, None, parent)
        bold, on = QFont.Weight.DemiBold, Token.ON_ACCENT
        self.title = PlainLabel(_("What we knew then"), self, weight=bold, token=on)
        self.time = PlainLabel("", self, size="lead", weight=bold, token=on, tabular=True)
        self.note = ElidedLabel(
            _("Read only: nothing can be changed here. The room goes on meanwhile."),
            self,
            token=on,
        )
        self._row = QHBoxLayout(self)
        fill(self._row, self.title, self.time)
        self._row.addWidget(self.note, 1)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.measure()

    def say(self, time: str) -> None:
        """Say at which time the room is seen."""
        self.time.setText(time)

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(5), space(1.5), space(5), space(1.5))
        self._row.setSpacing(space(4))
