"""A window that shows an open room as it was at any instant, while the live one goes on behind."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.pages.desk import Desk
from desktop.room_window import RoomWindow
from desktop.settings import Settings
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock
from desktop.warroom.room import WarRoom
from resources import _

if TYPE_CHECKING:  # come when the past is asked for
    from desktop.pages.past import PastDesk
    from desktop.warroom.past import PastRoom
    from widgets.running_line import RunningLine
    from widgets.stepper import Stepper


class PastWindow(RoomWindow):
    """While the past is seen, ``desk`` is the desk of the past and ``present`` the live one."""

    def __init__(self, clock: Clock, settings: Settings, operator: str) -> None:
        super().__init__(clock, settings, operator)
        self.present: Desk | None = None
        self._reading: PastRoom | None = None
        self._wanted: Moment | None = None
        self._line: RunningLine | None = None

    @cached_property
    def _stepper(self) -> "Stepper":
        """What reads the journal between two frames."""
        from widgets.stepper import Stepper

        made = Stepper(self)
        made.progressed.connect(self._say_reading)
        made.finished.connect(self._have_read)
        return made

    def toggle_past(self) -> None:
        """Show what we knew then, or go back to now."""
        if self.present:
            self.back_to_now()
        else:
            self.show_past()

    def show_past(self, moment: Moment | None = None) -> None:
        """Show the room as it was at an instant, or first as it is now under the slider."""
        if past := self._past_desk():
            past.turn(moment or past.room.now())
            return
        if self.desk is None or self._reading:
            return
        self._wanted, self._reading = moment, self.desk.room.past()
        self._stepper.run(self._reading.read())

    def back_to_now(self) -> None:
        """Show the live room again, on the page that was seen last."""
        self._stop_reading()
        past, live = self._past_desk(), self.present
        if past is None or live is None:
            return
        self.close_form()
        self.present, self.desk = None, live
        live.show_page(past.current())
        self._stack.setCurrentWidget(live)
        self._rail.show_page(live.current())
        self._put_past_away(past)
        live.page(live.current()).setFocus()

    def _seat_desk(self, room: WarRoom) -> Desk:
        desk = super()._seat_desk(room)
        desk.past_asked.connect(self.show_past)
        desk.watch.told.connect(self._tell_of_now)
        return desk

    def _leave_room(self) -> None:
        self.back_to_now()
        super()._leave_room()

    def _turn(self) -> None:
        self.back_to_now()
        super()._turn()

    def speak(self, language: str) -> None:
        self.back_to_now()
        super().speak(language)

    def _warn(self) -> None:
        if live := self.present or self.desk:
            self.second_screen.warn(live.watch.titles())

    # inside

    def _past_desk(self) -> "PastDesk | None":
        if self.present is None:
            return None
        from desktop.pages.past import PastDesk

        return self.desk if isinstance(self.desk, PastDesk) else None

    def _say_reading(self, done: int, whole: int) -> None:
        if self.desk is None:
            return
        if self._line is None:
            from widgets.running_line import RunningLine

            self._line = RunningLine(self.desk)
            self._line.stopped.connect(self._stop_reading)
            self.desk.show_running(self._line)
        share = round(100 * done / max(whole, 1))
        self._line.say(_("Reading the journal: {share} %").format(share=share))

    def _stop_reading(self) -> None:
        if self._reading:
            self._stepper.stop()
            self._reading.close()
            self._reading = None
        self._put_line_away()

    def _put_line_away(self) -> None:
        if self._line:
            self._line.deleteLater()
            self._line = None

    def _have_read(self, _nothing: object) -> None:
        room, self._reading = self._reading, None
        self._put_line_away()
        if room and self.desk:
            self._seat_past(room, self.desk)

    def _seat_past(self, room: "PastRoom", live: Desk) -> None:
        from desktop.pages.past import PastDesk

        if self._wanted:
            room.turn(self._wanted)
        self.close_form()
        desk = PastDesk(room, self._settings, self._stack, page=live.current())
        desk.page(live.current()).take_look(live.page(live.current()).look())
        desk.page_shown.connect(self._rail.show_page)
        desk.past_asked.connect(self.show_past)
        desk.now_asked.connect(self.back_to_now)
        live.room.on_change(desk.hear_of_now)
        self.present, self.desk = live, desk
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        desk.complete()
        desk.times.setFocus()

    def _put_past_away(self, past: "PastDesk") -> None:
        past.put_away()
        past.watch.stop()
        self._stack.removeWidget(past)
        past.destroyed.connect(past.room.close)  # not before: something may read it until then
        past.deleteLater()

    def _tell_of_now(self, sentence: str) -> None:
        """A new warning of the live room is said over the past, too."""
        if self.present and self.desk:
            self.desk.tell(_("Now: {sentence}").format(sentence=sentence))
