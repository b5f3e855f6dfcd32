"""An open room: header, figures, the page that is shown, and the log bar below every page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QInputDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.header import header_state
from desktop.models.named import told_undone
from desktop.pages import layouts
from desktop.pages.deeds import Deeds
from desktop.pages.doors import Doors
from desktop.pages.incidents import Incidents
from desktop.pages.page import Page
from desktop.pages.places import PLACES
from desktop.pages.room_bar import RoomBar
from desktop.pages.watching import WatchDuty
from desktop.settings import Settings
from desktop.warroom.acts import Change
from desktop.warroom.choices import Phase
from desktop.warroom.faults import WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.room import Captured, WarRoom
from resources import _
from widgets import theme
from widgets.after_paint import AfterPaint
from widgets.figures import FigureStrip
from widgets.header import Header
from widgets.log_bar import BarState
from widgets.notice import Notice
from widgets.running_line import RunningLine

if TYPE_CHECKING:
    from desktop.pages.clock import ClockDuty
    from desktop.pages.timeline import TimelinePage

FIGURES = 7  # in the strip; they come after the first paint, and nothing moves when they do
FIGURES_AFTER = 60  # milliseconds after a change in which the row itself comes first
LOW = 480  # pixels at 100 % below which other pages than the dashboard do without figures
MINUTE = 60  # ticks of the clock after which what is late is judged anew


class Desk(QWidget):
    """Joins one room to its widgets: intents become verbs, and every outcome is said."""

    operator_asked = Signal()
    ready = Signal()
    page_shown = Signal(str)
    past_asked = Signal(object)  # the Moment at which the room is to be seen
    incident_turned = Signal()  # another incident of the room is to be shown

    def __init__(
        self, room: WarRoom, settings: Settings, parent: QWidget | None = None, *, first: str = ""
    ) -> None:
        """``first`` names the page that is shown at the beginning."""
        super().__init__(parent)
        self.room, self._settings = room, settings
        self._incident = room.incident.id  # as long as this desk lives
        self.header, self.strip = Header(self), FigureStrip(self, expected=FIGURES)
        self.bar = RoomBar(room, self)
        self._sits_down = ""
        self._duty: ClockDuty | None = None
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget(self)
        self.notice = Notice(self._stack)
        self._doors, self._deeds = Doors(self), Deeds(room, self)
        self.incidents, self.watch = Incidents(self), WatchDuty(room, self)
        self._count = QTimer(self, singleShot=True, interval=FIGURES_AFTER)
        self._tick, self._ticks = QTimer(self, interval=1_000), 0
        self._lay_out()
        self._connect()
        self._show_header()
        self.show_page(first or PLACES[0].name)
        self._tick.start()
        AfterPaint(self).seen.connect(self.complete)

    @property
    def clock(self) -> "ClockDuty":
        """What is asked and known of the laptop's clock, made after the first paint."""
        if self._duty is None:
            from desktop.pages.clock import ClockDuty

            self._duty = ClockDuty(self.room, self)
            self._duty.told.connect(self.tell)
            self._duty.failed.connect(self._failed)
            self._duty.went_on.connect(self.go_log)
            self._column.insertWidget(self._column.indexOf(self.bar), self._duty.line)
        return self._duty

    @property
    def timeline(self) -> "TimelinePage":
        """The timeline page, made if nobody has asked for it yet."""
        from desktop.pages.timeline import TimelinePage

        page = self.page("timeline")
        assert isinstance(page, TimelinePage)
        return page

    def page(self, name: str) -> Page:
        """A page by its name, made when it is first asked for."""
        if name not in self._pages:
            place = next(place for place in PLACES if place.name == name)
            page = place.make(self.room, self)
            self._pages[name] = page
            self._stack.addWidget(page)
            layouts.restore(page, self._settings)
            layouts.restore_look(page, name, self._settings, self._incident)
            page.did.connect(self.say)
            page.told.connect(self.tell)
            page.failed.connect(self._failed)
            page.undo_asked.connect(self.undo)
            page.find_asked.connect(self._find)
            page.turn_asked.connect(self.turn_to)
            page.incident_turned.connect(self.incident_turned)
            page.past_asked.connect(self.past_asked)
            self._doors.watch(page)
            self.notice.raise_()
        return self._pages[name]

    def current(self) -> str:
        """The name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def show_page(self, name: str) -> Page:
        """Show a page; the figures stand above it and the log bar below."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self._make_room()
        self.notice.raise_()
        self.page_shown.emit(name)
        return page

    def complete(self) -> None:
        """Make what the first paint did without, laid out as it was left."""
        if self._tick.isActive():  # not put away meanwhile
            page = self._pages[self.current()]
            page.complete()
            layouts.restore(page, self._settings)

    def _find(self) -> None:
        self.show_page("timeline")
        self.timeline.bar.go_to_search()

    def examine(self, operator: str) -> None:
        """Look the file over once the page is seen whole and seat the operator; now Enter saves."""
        self.complete()
        self._sits_down = operator
        AfterPaint(self).seen.connect(self._look_over)

    def _look_over(self) -> None:
        if not self._tick.isActive():
            return
        last = self.room.tail().said()
        try:
            self.room.examine()
            if not self.room.why_read_only:
                self.room.sit_down(self._sits_down)
                self.clock.begin(last)
        except WarRoomError as fault:
            self.bar.set_state(BarState.READ_ONLY, str(fault))
        else:
            self.bar.take_place()
        self._show_header()
        self.watch.begin_next()
        self.ready.emit()

    def pose(self) -> None:
        """Look ready without touching the file, for a picture."""
        self.complete()
        self.bar.set_state(BarState.READY)
        self._show_header()
        self._show_figures()
        self.watch.begin(writing=False)

    def turn_to(self, incident: Incident) -> None:
        """Put another incident of the room on screen; what is half-typed waits in this one."""
        self.bar.put_away()
        self._put_forms_away()
        self.room.turn_to(incident)
        self.incident_turned.emit()

    def show_part(self, page: str, part: str) -> None:
        """Show a part of a page of parts, and give it the keys."""
        from desktop.pages.parts.page import PartsPage

        shown = self.show_page(page)
        assert isinstance(shown, PartsPage)
        shown.go_to_part(part)

    def show_warnings(self) -> None:
        """Show every warning that holds."""
        self.show_part("clocks", "warnings")

    def hand_over(self, name: str) -> None:
        """Seat another operator."""
        said = _("{name} is at the keyboard.").format(name=name)
        if self._deeds.attempt(partial(self.room.sit_down, name), ""):
            self.bar.say_saved()
            self.notice.done(said)  # no Undo, which would take back what was done before
        self._show_header()

    def undo(self) -> None:
        """Take the last act back; the line that was typed for it returns to the bar."""
        try:
            act = self.room.undo()
        except WarRoomError as fault:
            self._failed(str(fault))
            return
        if act is None:
            self.notice.tell(_("There is nothing to undo since the room was opened."))
            return
        if act.typed:
            self.bar.take_again(act)
        self.bar.say_saved()
        self.notice.done(told_undone(self.room, act), _("Redo"), "redo")

    def redo(self) -> None:
        """Do the act that was taken back last again."""
        try:
            act = self.room.redo()
        except WarRoomError as fault:
            self._failed(str(fault))
            return
        if act is None:
            self.notice.tell(_("There is nothing to do again."))
            return
        if act.typed and self.bar.line.text() == act.typed:
            self.bar.accepted()
        self.bar.say_saved()
        self.notice.done(_("Done again."), _("Undo"), "undo")

    def go_log(self) -> None:
        """Give the keys to the log bar."""
        self.bar.line.setFocus()

    def open_record(self, record: Record) -> None:
        """Show a record on its page and open it."""
        self._doors.open_record(record)

    def ask_clock(self) -> None:
        """Ask whether the laptop's clock is right."""
        self.clock.ask()

    def say(self, sentence: str) -> None:
        """Say what was done, with Undo."""
        self.bar.say_saved()
        self.notice.done(sentence, _("Undo"), "undo")

    def tell(self, sentence: str) -> None:
        """Say what is to be known where there is nothing to take back."""
        self.notice.tell(sentence)

    def show_running(self, line: RunningLine) -> None:
        """Show above the log bar what runs over this room; it goes with its widget."""
        self._column.insertWidget(self._column.indexOf(self.bar), line)
        line.show()

    def put_away(self) -> None:
        """Keep what is half-typed and how the pages are laid out; the room stays open."""
        self._tick.stop()
        self._count.stop()
        self.watch.stop()
        self._put_forms_away()
        for name, page in self._pages.items():
            layouts.remember(page, self._settings)
            layouts.remember_look(page, name, self._settings, self._incident)
        self.bar.put_away()

    def _put_forms_away(self) -> None:
        from desktop.pages.record import RecordPanel  # comes with the first form

        if self.room.incident.id == self._incident:  # they are of this incident
            for panel in self.findChildren(RecordPanel):
                panel.put_away()
            for page in self._pages.values():
                page.put_away()

    def leave(self) -> None:
        """Put everything away, stop what runs over the room, and let go of it."""
        self.put_away()
        for line in self.findChildren(RunningLine):
            line.stopped.emit()
        if self._duty:
            self._duty.stop()
        self.room.close()
        self._count.stop()  # closing ends the sitting, which is a change too

    def take_over(self, old: "Desk") -> None:
        """Go on where another desk over the same room was put away, as in another language."""
        self.show_page(old.current())
        for line in old.findChildren(RunningLine):
            self.show_running(line)
        if old._incident == self._incident:
            if text := old.bar.line.text():
                self.bar.restore(text)
            self.bar.held.hold(old.bar.held.files())
        self.bar.take_place()
        self.clock.take_over(old.clock)
        self.watch.begin()
        self._show_figures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    # inside

    def _make_room(self) -> None:
        """Leave figures and warnings to the dashboard where the window is low for its text."""
        self.strip.setHidden(self.height() < theme.px(LOW) and self._stack.currentIndex() > 0)
        self.watch.strip.give_way(self.strip.isHidden())

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self.watch.strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.bar.logged.connect(self._say_logged)
        self.bar.undo_asked.connect(self.undo)
        self.bar.redo_asked.connect(self.redo)
        self.header.phase_asked.connect(self._move_phase)
        self.header.phase_wondered.connect(self._tell_phase)
        self.header.operator_asked.connect(self.operator_asked)
        self.header.clock_asked.connect(self.incidents.edit_zones)
        self.header.title_asked.connect(self.incidents.show_all)
        self.notice.acted.connect(self._acted)
        self.strip.opened.connect(self._doors.open_figure)
        self.watch.strip.opened.connect(self.show_warnings)
        self.watch.told.connect(self.tell)
        self._tick.timeout.connect(self._second)
        self._count.timeout.connect(self._show_figures)
        self._deeds.did.connect(self.say)
        self._deeds.failed.connect(self._failed)
        self.room.on_change(self._follow)

    def _say_logged(self, captured: Captured) -> None:
        seen = self.page(self.current()).show_entry(captured.entry)
        said = _("Entry {n} is saved.") if seen else _("Entry {n} is saved; the filter hides it.")
        self.notice.done(said.format(n=captured.number), _("Undo"), "undo")

    def _move_phase(self, name: str) -> None:
        phase, why = Phase(name), ""
        if self.room.incident.would_go_back_to(phase):
            title = _("Back to {phase}").format(phase=phase.shown)
            why, sure = QInputDialog.getText(self, title, _("Why does it go back?"))
            if not sure:
                return
        said = _("The incident is now in phase {phase}.").format(phase=phase.shown)
        self._deeds.attempt(partial(self.room.move_phase, phase, why), said)

    def _tell_phase(self, name: str) -> None:
        from desktop.models.step_rows import phase_told  # when a tooltip comes

        self.header.tell_phase(name, phase_told(self.room, Phase(name)))

    def _failed(self, sentence: str) -> None:
        self.notice.fault(sentence)

    def _acted(self, name: str) -> None:
        self.redo() if name == "redo" else self.undo()

    def _follow(self, _changes: tuple[Change, ...]) -> None:
        self._count.start()

    def _second(self) -> None:
        if self._duty:
            self._duty.tick()
        self._show_header()
        self._ticks += 1
        if self._ticks % MINUTE == 0:
            self._show_figures()
            self.watch.minute()
            for page in self._pages.values():
                page.refresh()

    def _show_figures(self) -> None:
        from desktop.models.strip import strip  # comes with the figures, after the first paint
        from desktop.warroom.measures import measure

        self.strip.show_figures(strip(measure(self.room, self.room.now()), self.room.here()))
        self._show_header()

    def _show_header(self) -> None:
        self.header.show_state(header_state(self.room, self._duty.known if self._duty else ""))
