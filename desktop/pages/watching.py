"""The watch over an open room: looks after every change and every minute, and says what is new."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.faults import WarRoomError
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.theme import Token
from widgets.watch_strip import WatchStrip

if TYPE_CHECKING:  # the rules come after the first paint
    from desktop.warroom.watch.keeping import Standing
    from desktop.warroom.watch.watching import Warned, Watching

AFTER = 400  # milliseconds after a change in which saving and painting come first
QUIET = 5 * 60_000  # milliseconds between two notices, except of the gravest (warnings 5.5)
ALARM = "alarm"


class WatchDuty(QObject):
    """Keeps the warnings of a room; ``told`` carries a sentence for the notice.

    ``changed`` says that they are others than before, or that somebody has said something to one.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._watching: Watching | None = None
        self._writes, self._calls, self._last = False, False, 0
        self.strip = WatchStrip(parent)
        self.standing: list[Standing] = []
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self.begin)
        room.on_change(self._follow)

    def begin_next(self) -> None:
        """Begin in the next turn of the event loop: Enter saves before anything is looked at."""
        self._first.start()

    def begin(self, *, writing: bool = True) -> None:
        """Look for the first time, which calls nobody; without ``writing`` nothing is kept."""
        self._writes = writing and not self._room.why_read_only
        self._calls = False
        self.look()
        self._calls = True

    def look(self) -> None:
        """Ask the rules again, keep what has begun and ended, and show what holds."""
        from desktop.warroom.watch.watching import Watching

        if self._watching is None:
            self._watching = Watching(self._room)
        warned = self._watching.look(self._room.now())
        if self._writes:
            self._keep(warned)
        self._show()

    def look_afresh(self) -> None:
        """Ask every rule, in a room that was turned to another instant; nothing is kept."""
        from desktop.warroom.watch.watching import Watching

        self._soon.stop()
        self._writes, self._watching = False, Watching(self._room)
        self._show()

    def minute(self) -> None:
        """A minute is over: time alone may have changed something."""
        if self._watching:
            self.look()

    def stop(self) -> None:
        """Look no more: the room is about to be let go, and the end of a sitting is a change."""
        self._first.stop()
        self._soon.stop()
        self._watching = None

    def calling(self) -> "list[Standing]":
        """The warnings that nobody has acknowledged or put off."""
        now = self._room.now()
        return [each for each in self.standing if not each.rests(now)]

    def titles(self) -> tuple[str, ...]:
        """What calls by the names of the rules, for a wall that strangers may read."""
        from desktop.warroom.wall import MAY_BE_SHOWN  # with the first warning

        if self._room.incident.classification not in MAY_BE_SHOWN:
            return ()
        counted = Counter(each.warned.rule.shown for each in self.calling())
        return tuple(f"{title} × {n}" if n > 1 else title for title, n in counted.items())

    # inside

    def _keep(self, warned: "list[Warned]") -> None:
        from desktop.warroom.watch import keeping

        try:
            new = keeping.keep(self._room, warned)
        except WarRoomError:
            self._soon.start()  # rows are being imported, or the disk is full: the next look tries
            return
        if self._calls:
            self._call(new)

    def _call(self, new: "list[Warned]") -> None:
        """Say the gravest of what is new; what is not grave at most once in five minutes."""
        grave = [each for each in new if each.raised.severity == 1]
        now = self._room.now().ms
        if grave or (new and now - self._last >= QUIET):
            self._last = now
            self.told.emit(f"▲ {(grave or new)[0].raised.said}")

    def _show(self) -> None:
        from desktop.warroom.watch import keeping

        watching = self._watching
        warned = watching.look(self._room.now()) if watching else []
        self.standing = keeping.standing(self._room, warned)
        calling = self.calling()
        n = len(calling)
        count = ngettext("{n} warning", "{n} warnings", n).format(n=f"{n:,}")
        if self._room.incident.drill:
            count = shown.labelled(_("Exercise"), count)
        token = Token.BAD if n and calling[0].severity == 1 else Token.WARN
        said = calling[0].warned if n else None
        sentence = shown.labelled(said.rule.shown, said.raised.said) if said else ""
        self.strip.say(count, sentence, token)
        self.changed.emit()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if self._watching is None:
            return
        self._watching.follow(changes)
        if all(change.kind.kind_name == ALARM for change in changes):
            self._show()
        else:
            self._soon.start()
