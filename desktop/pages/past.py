"""The desk over a room as it was: every page at the time of a slider; nothing can be changed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.pages.desk import LOW, Desk
from desktop.pages.page import Page
from desktop.pages.places import PLACES
from desktop.settings import Settings
from desktop.warroom.acts import Change
from desktop.warroom.faults import RuleBroken
from desktop.warroom.incident import Incident
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.past import PastRoom
from desktop.warroom.shown_value import full
from desktop.warroom.typed import as_value
from resources import _
from widgets import theme
from widgets.log_bar import BarState
from widgets.time_bar import TimeBand, TimeBar
from widgets.time_slider import Stretch

SETTLED = 250  # milliseconds at rest after which time itself is judged anew: what is late, warnings
OURS = 80  # pixels at 100 % that band and slider take from the page
WRITTEN = "%Y-%m-%d %H:%M:%S"


class PastDesk(Desk):
    """Shows a room turned to an instant; ``now_asked`` wants the live one back."""

    now_asked = Signal()

    def __init__(
        self, room: PastRoom, settings: Settings, parent: QWidget | None = None, *, page: str = ""
    ) -> None:
        self._rest = QTimer(singleShot=True, interval=SETTLED)
        super().__init__(room, settings, parent, first=page)
        self._past, self._left = room, False
        self._rest.setParent(self)
        self._rest.timeout.connect(self._settle)
        self.band, self.times = TimeBand(self), TimeBar(self)
        self._column.insertWidget(0, self.band)
        self._column.insertWidget(self._column.indexOf(self.bar), self.times)
        self.bar.set_state(BarState.READ_ONLY, self._why())
        self.times.picked.connect(self._pick)
        self.times.stepped.connect(self._step)
        self.times.typed.connect(self._type)
        self.times.now_asked.connect(self.now_asked)
        self.header.operator_asked.connect(self._refuse)
        room.let_rest(self._rests)
        self.take_in()
        self._say()
        self._rest.start()

    def turn(self, moment: Moment) -> None:
        """Show the room at an instant, or at the nearest there is."""
        self._past.turn(moment)
        self._say()
        self._rest.start()

    def take_in(self) -> None:
        """Let the slider reach up to now."""
        room = self._past
        room.take_in()
        self.times.show_stretch(Stretch(room.begins.ms, room.ends.ms, room.marks()))

    def hear_of_now(self, _changes: tuple[Change, ...]) -> None:
        """Something was written in the live room: the slider reaches up to it until it is left."""
        if not self._left:
            self.take_in()

    def undo(self) -> None:
        self._refuse()

    def redo(self) -> None:
        self._refuse()

    def hand_over(self, _name: str) -> None:
        self._refuse()

    def ask_clock(self) -> None:
        self._refuse()

    def turn_to(self, incident: Incident) -> None:
        try:
            self.room.turn_to(incident)
        except RuleBroken as fault:
            self._failed(str(fault))

    def put_away(self) -> None:
        """Stop; how the pages are laid out is remembered by the live desk alone."""
        self._left = True
        self._tick.stop()
        self._count.stop()
        self._rest.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.now_asked.emit()
        else:
            super().keyPressEvent(event)

    def page(self, name: str) -> Page:
        made = name not in self._pages
        page = super().page(name)
        if made:
            page.seen.connect(self._catch_up)
        return page

    # inside

    def _catch_up(self) -> None:
        """Tell a page that came into sight what has changed since it was told last."""
        room = self.room
        assert isinstance(room, PastRoom)
        room.catch_up()
        self._rest.start()

    def _rests(self, owner: object) -> bool:
        """Whether what listens belongs to a page or part that is out of sight."""
        while isinstance(owner, QObject):
            if isinstance(owner, Page):
                return not owner.isVisibleTo(self)
            owner = owner.parent()
        return False

    def _make_room(self) -> None:
        """Leave the figures to the dashboard sooner, since band and slider take room, too."""
        if self._pages:
            low = self.height() < theme.px(LOW + OURS)
            self.strip.setHidden(low and self.current() != PLACES[0].name)
            self.watch.strip.give_way(self.strip.isHidden())

    def _why(self) -> str:
        return _("This is the room as it was. Nothing is logged here; Esc goes back to now.")

    def _refuse(self) -> None:
        self._failed(self._why())

    def _pick(self, ms: int) -> None:
        self.turn(Moment(ms, precision=Precision.MILLISECOND))

    def _step(self, by: int) -> None:
        self.turn(self._past.step(by))

    def _type(self, text: str) -> None:
        field = next(each for each in Incident.declared() if each.name == "t0")
        try:
            moment = as_value(field, text, self._past.live.here())
        except RuleBroken as fault:
            self.times.refuse(str(fault))
            return
        if moment is not None:
            self.turn(moment)

    def _say(self) -> None:
        here, now = self.room.here(), self.room.now()
        told = full(Moment(now.ms, now.offset, Precision.SECOND), self.room.zone)
        self.band.say(told)
        self.times.stand_at(now.ms, here.strftime(WRITTEN), told)
        self._show_header()

    def _settle(self) -> None:
        """Judge anew what hangs on the time: figures, what is late, warnings."""
        self._show_figures()
        self.watch.look_afresh()
        self._pages[self.current()].refresh()

    def _second(self) -> None:
        """The clock stands: nothing changes by itself."""

    def _follow(self, changes: tuple[Change, ...]) -> None:
        self._rest.start()
