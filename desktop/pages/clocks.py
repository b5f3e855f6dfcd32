"""Clocks: what runs, what is proposed, what is done; confirmed, dismissed, filed by a person."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.pages.actions import passing_menu
from desktop.pages.beside import Beside
from desktop.pages.clock_group import ClockGroup
from desktop.pages.deeds import Deeds
from desktop.pages.parts.line_asking import LineAsking
from desktop.pages.parts.part import Part
from desktop.pages.parts.register import Listed, RecordList
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.method import clocks
from desktop.warroom.method.clock_lines import Group, Line, lines
from desktop.warroom.method.clock_words import VERIFY, in_full
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.method.statutory import Unit
from desktop.warroom.method.working_days import CalendarDay
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.advice import Advice
from widgets.ground import Ground
from widgets.plain import PlainButton
from widgets.theme import Token

SNOOZE = 60 * 60_000  # milliseconds that an alarm is put off for
_DAYS = (Unit.WORKING_DAYS, Unit.WORKED_HOURS)
_PAGES: dict[type[Record], str] = {
    Coverage: "media",
    Inquiry: "statements",
    Comment: "statements",
}


class ClocksPage(Part):
    """Three groups over each other, what the law says of the chosen line below, a panel beside."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self._everything, self._stale = False, True
        self._main = QWidget(self)
        self.groups = {
            Group.RUNNING: self._group(Group.RUNNING),
            Group.PROPOSED: self._group(Group.PROPOSED),
            Group.DONE: self._group(Group.DONE),
        }
        self._held = self.groups[Group.RUNNING]
        self.advice, self.details = Advice(self._main), Advice(self._main)
        self.calendar = RecordList(room, _days(), _("Working days"), self._main)
        self.calendar.hide()
        self.days = self._toggle(_("Working days"), self.calendar.setVisible)
        self.more = self._toggle(_("Show all templates"), self.show_everything)
        self.groups[Group.PROPOSED].head.insertWidget(3, self.more)
        self.groups[Group.PROPOSED].head.insertWidget(3, self.days)
        self.beside = Beside(room, self._scrolled(), self.groups[Group.RUNNING].table, self)
        self.beside.setObjectName("clocks-beside")
        self.asking = LineAsking(room, self.beside)
        self.beside.take_questions(self.asking)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.groups[Group.RUNNING])
        room.on_change(self._follow)

    # what the desk asks

    def refresh(self) -> None:
        self._look_again()

    def show_record(self, record: Record) -> None:
        self._look_again()
        if any(group.show_record(record.id) for group in self.groups.values()):
            self.beside.open([record])

    def put_away(self) -> None:
        self.beside.put_away()

    def holds(self, kind: type[Record]) -> bool:
        return kind in (Clock, CalendarDay)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._look_again()
        super().showEvent(event)

    def show_everything(self, everything: bool) -> None:
        """Also propose the templates that are switched off."""
        self._everything = everything
        self._look_again()

    # deeds

    def confirm(self) -> None:
        """Let the proposed clock run; a draft asks for the note that it needs."""
        line = self.groups[Group.PROPOSED].chosen()
        if line is None or line.clock is None:
            return
        clock = line.clock
        said = _("The clock runs: {title}") if clock.due else _("It waits for its start: {title}")
        if line.draft:
            title, why = _("Confirm a draft"), _("Why does it count, though it is not law?")
            self._ask("confirm", clock, title, why, self._confirm, said)
        else:
            new = replace(clock, note="")
            self.deeds.attempt(partial(self._room.add, new), said.format(title=clock.title))

    def dismiss(self) -> None:
        """Dismiss the chosen clock for a reason."""
        if clock := self._clock():
            title, why = _("Dismiss"), _("Why does this clock not count?")
            deed = partial(clocks.dismiss, self._room)
            self._ask("dismiss", clock, title, why, deed, _("Dismissed: {title}"))

    def file(self) -> None:
        """Record that something was filed or kept, with its receipt."""
        if clock := self._clock():
            title, receipt = _("Filed"), _("Receipt or reference")
            deed = partial(clocks.file, self._room)
            self._ask("file", clock, title, receipt, deed, _("Recorded: {title}"))

    def snooze(self) -> None:
        """Put the alarm of the chosen clock off for an hour; the journal says why."""
        if clock := self._clock():
            title, why = _("Put off for 1 h"), _("Why is the alarm put off?")
            self._ask("snooze", clock, title, why, self._snooze, _("The alarm is put off: {title}"))

    def ask_new(self) -> None:
        """Ask for a promise."""
        self.beside.ask_new(Clock, what=ClockKind.PROMISE)

    def ask_update(self) -> None:
        """Ask when the next public update is due."""
        title = _("Next public update")
        self.beside.ask_new(Clock, what=ClockKind.UPDATE, title=title, internal=True)

    def open_line(self) -> None:
        """Open what stands behind the chosen line; a proposal is looked over before it runs."""
        line = self._held.chosen()
        if line is None or line.record is None:
            return
        record = line.record
        if isinstance(record, Clock) and not record.id:
            self.beside.ask_new(Clock, **_given(record))
        elif isinstance(record, Clock):
            self.beside.open([record])
        else:
            page = _PAGES.get(type(record), "timeline")
            self.door_asked.emit(page, record)

    # inside

    def _group(self, group: Group) -> ClockGroup:
        dismiss = (_("Dismiss"), "d", self.dismiss)
        named = {
            Group.RUNNING: (
                _("Counting down"),
                [
                    (_("Filed"), "f", self.file),
                    (_("Put off"), "s", self.snooze),
                    dismiss,
                    (_("Next update"), "u", self.ask_update),
                    (_("New"), "n", self.ask_new),
                ],
            ),
            Group.PROPOSED: (_("Proposed"), [(_("Confirm"), "c", self.confirm), dismiss]),
            Group.DONE: (_("Done"), []),
        }
        title, deeds = named[group]
        return ClockGroup(self._room, group, title, deeds, self._main)

    def _toggle(self, words: str, slot: Callable[[bool], None]) -> PlainButton:
        button = PlainButton(words, self.groups[Group.PROPOSED])
        button.setCheckable(True)
        button.toggled.connect(slot)
        return button

    def _scrolled(self) -> QWidget:
        """The lists, which scroll where the window is low, and what the law says below them."""
        whole = QWidget(self)
        self._area = area = QScrollArea(whole)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._main)
        self.details.setParent(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        edge = Ground(Token.LINE, parent=whole)
        edge.setFixedHeight(theme.size("hairline"))
        column.addWidget(area, 1)
        column.addWidget(edge)
        column.addWidget(self.details)
        return whole

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.advice)
        for group, weight in zip(self.groups.values(), (4, 5, 2)):
            inside.addWidget(group, weight)
        inside.addWidget(self.calendar, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)

    def _connect(self) -> None:
        self.pass_on(self.deeds, self.beside)
        self.beside.told.connect(self.told)
        empty = {
            Group.RUNNING: (_("No clock runs"), _("N notes a promise, U the next public update.")),
            Group.PROPOSED: (_("Nothing is proposed"), _("Every template has its answer.")),
            Group.DONE: (_("Nothing is done yet"), _("What is filed or dismissed stands here.")),
        }
        for name, group in self.groups.items():
            group.table.set_empty(*empty[name])
            group.table.opened.connect(self._opened)
            group.table.menu_asked.connect(self._menu)
            group.table.selectionModel().selectionChanged.connect(self._say_details)
            group.came.connect(self._hold)
        self.calendar.new.clicked.connect(self._new_day)
        self.calendar.table.opened.connect(self._open_day)

    def _look_again(self) -> None:
        found = lines(self._room, everything=self._everything)
        self._stale = False
        for name, group in self.groups.items():
            group.show_lines([each for each in found if each.group is name])
        self.groups[Group.DONE].setVisible(any(each.group is Group.DONE for each in found))
        self._say_weekends(found)
        self._say_details()

    def _say_weekends(self, found: Sequence[Line]) -> None:
        """Say for which places only weekends are known to be free."""
        named = sorted(
            {
                each.template.jurisdiction
                for each in found
                if each.template and each.template.unit in _DAYS and each.group is not Group.DONE
            }
        )
        bare = [each for each in named if clocks.calendar(self._room, each).weekends_only]
        said = _("Working days: weekends only for {places}; no holidays are entered.")
        self.advice.say(said.format(places=shown.listed(bare)) if bare else "")

    def _say_details(self) -> None:
        line = self._held.chosen()
        known = line.template if line else None
        if known is None:
            self.details.say("")
            return
        self.details.say(in_full(known), [_(VERIFY)], Token.WARN)

    def _hold(self) -> None:
        """Let deeds be about the group that was turned to."""
        group = self.sender()
        if isinstance(group, ClockGroup) and group is not self._held:
            self._held, self.beside.keys = group, group.table
            self._say_details()
            self._area.ensureWidgetVisible(group.table)

    def _clock(self) -> Clock | None:
        """The clock that is chosen, where one stands behind the line."""
        line = self._held.chosen()
        if line is not None and line.clock is None:
            self.told.emit(_("This line is said by another record: open it with Enter."))
        return line.clock if line else None

    def _ask(
        self,
        name: str,
        clock: Clock,
        title: str,
        question: str,
        deed: Callable[[Clock, str], object],
        done: str,
    ) -> None:
        """Ask for the line that a deed needs; proposed clocks have no id, but a title each."""
        said, name = done.format(title=clock.title), f"{name} {clock.title}"
        self.asking.ask_line(name, clock, title, question, deed, said, words=clock.title)

    def _confirm(self, clock: Clock, note: str) -> None:
        self._room.add(replace(clock, note=note))

    def _snooze(self, clock: Clock, why: str) -> None:
        now = self._room.minute()
        until = Moment(now.ms + SNOOZE, now.offset, now.precision)
        clocks.snooze(self._room, clock, until, why)

    def _opened(self, _index: QModelIndex) -> None:
        self.open_line()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self._held.table.actions())
        menu.popup(at)

    def _new_day(self) -> None:
        self.beside.ask_new(CalendarDay)

    def _open_day(self, _index: QModelIndex) -> None:
        self.beside.open(self.calendar.chosen())

    def _follow(self, _changes: tuple[Change, ...]) -> None:
        self._stale = True
        if self.isVisible():
            self._look_again()


def _days() -> Listed:
    return Listed(
        CalendarDay,
        ("day", "jurisdiction", "works", "name"),
        "name",
        "day",
        (_("Weekends only"), _("New adds a holiday, or a weekend day that is worked.")),
    )


def _given(clock: Clock) -> dict[str, Any]:
    """What the form of a clock that is only proposed starts with."""
    kept = ("id", "recorded_at", "author", "gone", "incident")
    fields = (field.name for field in clock.declared())
    return {name: getattr(clock, name) for name in fields if name not in kept}
