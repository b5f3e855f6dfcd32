"""The laptop's clock over a room: asked about at opening, watched while the room is open."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.warroom.acts import Change
from desktop.warroom.clock_check import (
    CheckKind,
    ClockCheck,
    found,
    off_by,
    standing,
    told,
)
from desktop.warroom.clock_said import behind
from desktop.warroom.clock_watch import ClockWatch, early_by, kind_of
from desktop.warroom.faults import RuleBroken, StoreFailed, WarRoomError
from desktop.warroom.journal import Said
from desktop.warroom.moment import zone_text
from desktop.warroom.records import Sitting
from desktop.warroom.room import WarRoom
from resources import _
from widgets.clock_line import ClockLine

LOOKS = 60  # ticks of a second between two looks at the clock; each write brings one too


class ClockDuty(QObject):
    """Asks once at opening, records the answer and every jump; a pretended clock is let be.

    ``told`` and ``failed`` carry a sentence; ``known`` is what is known of the clock, in sentences.
    """

    told = Signal(str)
    failed = Signal(str)
    went_on = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.line = ClockLine(parent)
        self.line.hide()
        self.known = ""
        self._watch: ClockWatch | None = None
        self._ticks, self._owed = 0, 0  # seconds seen; milliseconds of a jump not recorded yet
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self.line.right.connect(self._right)
        self.line.typed.connect(self._read_aloud)
        self.line.off.connect(self._off)
        self.line.put_off.connect(self._put_off)
        room.on_change(self._follow)

    def begin(self, last: Said) -> None:
        """Start when the operator sits; ``last`` is what the line before that says."""
        if self._room.clock.pretended:
            return
        self._watch = ClockWatch(self._room.clock)
        if seconds := early_by(last, self._room.now()):
            self._note(CheckKind.EARLY, seconds)
        self._know()
        self._question()

    def take_over(self, old: "ClockDuty") -> None:
        """Go on for another over the same room, as in another language."""
        self._watch, self._owed = old._watch, old._owed
        if self._watch:
            self._know()
        if not old.line.isHidden():
            self._question()

    def ask(self) -> None:
        """Ask about the clock, as when somebody wants to confirm it now."""
        self._question()
        self.line.go_to()

    def stop(self) -> None:
        """Look no more."""
        self._watch = None
        self._soon.stop()

    def tick(self) -> None:
        """A second has passed."""
        self._ticks += 1
        if self._ticks % LOOKS == 0:
            self.look()
        if not self.line.isHidden():
            self._question()

    def look(self) -> None:
        """Look whether the clock has jumped; what cannot be recorded now is at a later look."""
        self._owed += self._watch.look() if self._watch else 0
        if self._owed and self._note(kind_of(self._owed), round(self._owed / 1_000)):
            self._owed = 0

    # inside

    def _follow(self, _changes: tuple[Change, ...]) -> None:
        if self._watch:
            self._soon.start()

    def _question(self) -> None:
        now = self._room.now()
        time = f"{now.local:%H:%M:%S}"
        asked = _("This laptop says {time} (UTC{zone}). Is that right?")
        self.line.ask(
            asked.format(time=time, zone=zone_text(now.offset)),
            _("The laptop says {time}").format(time=time),
        )

    def _right(self) -> None:
        self._confirm(0)

    def _off(self, text: str, against: str) -> None:
        try:
            seconds = behind(text, self._room.here())
        except RuleBroken as fault:
            self.line.read_aloud(str(fault), faulty=True)
        else:
            self._confirm(seconds, against)

    def _read_aloud(self, text: str) -> None:
        self._question()
        try:
            self.line.read_aloud(off_by(behind(text, self._room.here())))
        except RuleBroken:
            self.line.read_aloud("")

    def _confirm(self, seconds: int, against: str = "") -> None:
        if self._note(CheckKind.CONFIRMED, seconds, against):
            self._put_off()

    def _put_off(self) -> None:
        self.line.hide()
        self.went_on.emit()

    def _note(self, what: CheckKind, seconds: int, against: str = "") -> bool:
        try:
            check = self._room.note_clock(what, seconds, against)
        except WarRoomError as fault:
            if what == CheckKind.CONFIRMED or isinstance(fault, StoreFailed):
                self.failed.emit(str(fault))
            return False  # rows are being imported: a jump is recorded when that is done
        self._know()
        self.told.emit(found(check, self._room.here()))
        return True

    def _know(self) -> None:
        room = self._room
        checks = standing(room.all(Sitting), room.all(ClockCheck))
        self.known = told(checks, room.here())
