"""A drill over an open room: a mark on every screen, and the script that plays by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.pages.desk import Desk
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.drills import playing
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.script import MINUTE, SPEEDS, Inject
from desktop.warroom.faults import RuleBroken, WarRoomError
from resources import _
from widgets.drill_bar import DrillBar, DrillState
from widgets.watermark import Watermark

GAP = 10 * MINUTE  # between two looks, after which the laptop must have slept


class DrillDuty(QObject):
    """Lives as long as a desk shows a drill; ``stop`` pauses the script before the room is left."""

    def __init__(self, desk: Desk, ground: QWidget) -> None:
        """``ground`` is what the mark lies over: all that the window shows."""
        super().__init__(desk)
        self._desk, self._room = desk, desk.room
        self.mark = Watermark(_("DRILL"), ground)
        self.bar = DrillBar(SPEEDS, desk)
        layout = desk.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(layout.indexOf(desk.header) + 1, self.bar)
        self._looked = desk.room.now()
        self._tick = QTimer(self, interval=1_000)
        self._tick.timeout.connect(self.tick)
        self.bar.pause_asked.connect(self.pause)
        self.bar.next_asked.connect(self.play_next)
        self.bar.speed_asked.connect(self.set_speed)
        self.bar.end_asked.connect(self.show_result)
        self.bar.back_asked.connect(self.go_back)
        desk.ready.connect(self.recover)
        self._room.on_change(self._follow)
        self._show()

    @property
    def drill(self) -> Drill | None:
        """The drill as it stands; None where the incident has no script."""
        return playing.drill_of(self._room)

    def recover(self) -> None:
        """Take the drill up where it was left, paused, when the room has been opened."""
        if (drill := self.drill) and not self._room.why_read_only:
            self._attempt(partial(playing.recover, self._room, drill))
            self.begin()

    def begin(self, *, resumes: str = "") -> None:
        """Play from now on; the drill of this id was paused only for its desk to be made anew."""
        drill = self.drill
        if drill is None or self._room.why_read_only:
            return
        if drill.id == resumes:
            self._attempt(partial(playing.go_on, self._room, drill))
        self._looked = self._room.now()
        self._tick.start()
        self._show()

    def tick(self) -> None:
        """Bring in what is due, and say how the time stands."""
        drill, before, self._looked = self.drill, self._looked, self._room.now()
        if drill and drill.runs:
            try:
                if self._looked.ms - before.ms > GAP:
                    playing.pause(self._room, drill, before)
                    self._desk.tell(_("The exercise rests: the laptop has slept. Play on."))
                self._tell(playing.play(self._room, drill))
            except RuleBroken:
                pass  # rows are being imported: what is due now comes after them
            except WarRoomError as fault:
                self._tick.stop()
                self._desk.notice.fault(str(fault))
        self._show()

    def pause(self) -> None:
        """Stop the time of the drill, or let it run again."""
        if drill := self.drill:
            deed = playing.pause if drill.runs else playing.go_on
            self._attempt(partial(deed, self._room, drill))
            self._looked = self._room.now()
            self._tick.start()

    def play_next(self) -> None:
        """Bring in the next event at once."""
        drill = self.drill
        coming = playing.next_inject(drill) if drill else None
        if drill and coming and self._attempt(partial(playing.play_next, self._room, drill)):
            self._tell([coming])

    def set_speed(self, speed: int) -> None:
        """Play faster or slower from now on."""
        if drill := self.drill:
            self._attempt(partial(playing.set_speed, self._room, drill, speed))
        self._show()

    def show_result(self) -> None:
        """Show the answers against their targets, where the drill is ended."""
        self._desk.show_part("plan", "drill")

    def go_back(self) -> None:
        """Put the real incident on screen again."""
        if incident := playing.real_incident(self._room):
            self._desk.turn_to(incident)

    def stop(self) -> str:
        """Pause and take the mark away; the id of the drill if it was running."""
        self._tick.stop()
        drill = self._of_desk()
        runs = drill.id if drill and drill.runs and not self._room.why_read_only else ""
        if drill and runs:
            self._attempt(partial(playing.pause, self._room, drill))
        self.mark.hide()
        self.mark.deleteLater()
        return runs

    # inside

    def _of_desk(self) -> Drill | None:
        """The drill that was shown last, though another incident is on screen by now."""
        return self._room.find(Drill, self._shown) if self._shown else None

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except WarRoomError as fault:
            self._desk.notice.fault(str(fault))
            return False
        return True

    def _tell(self, came: list[Inject]) -> None:
        if came:
            last = came[-1]
            said = shown.labelled(last.kind.shown, shown.short(last.text))
            self._desk.tell(said)

    def _show(self) -> None:
        drill = self.drill
        self._shown = drill.id if drill else ""
        self.bar.show_state(_state(drill, self._desk) if drill else DrillState())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Drill for change in changes):
            self._show()


def _state(drill: Drill, desk: Desk) -> DrillState:
    now = drill.ended_at or desk.room.now()
    coming = playing.next_inject(drill)
    real = playing.real_incident(desk.room) if drill.ended_at else None
    return DrillState(
        time=_time(drill.script_ms(now), drill.script.minutes * MINUTE),
        coming=_coming(drill, coming),
        runs=drill.runs,
        speed=drill.speed,
        more=coming is not None,
        ended=drill.ended_at is not None,
        back=real.title if real else "",
    )


def _time(ms: int, whole: int) -> str:
    """How far the script has come, or how long ago it came to its end."""
    if ms > whole:
        over, said = shown.span(ms - whole), _("{time}, {over} after the script")
        return said.format(time=shown.span(ms), over=over)
    return _("{time} of {all}").format(time=shown.span(ms), all=shown.span(whole))


def _coming(drill: Drill, coming: Inject | None) -> str:
    """What comes next and when, without what it says."""
    if drill.ended_at:
        return _("This exercise has ended.")
    if coming is None:
        return _("All events have come. End it when the answers are in.")
    at = shown.span(coming.minute * MINUTE)
    said = _("next {time}: {what}").format(time=at, what=coming.kind.shown)
    return said if drill.runs else shown.labelled(_("Paused"), said)
