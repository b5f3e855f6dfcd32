"""People and records of a room found by words, and what opens when one is chosen."""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from desktop.models.named import name_of
from desktop.pages.board import BoardPage
from desktop.pages.desk import Desk
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, StaffMessage, Task
from desktop.warroom.selection import Selection, timeline
from resources import _, ngettext
from widgets.filter_bar import Filter
from widgets.palette_items import PaletteGroup, PaletteItem, matching

MOST = 8  # records of a kind, and people


class FindsRecords:
    """Looks into the room of a desk; it reads what a few rows need, however long the log is."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._room = desk, desk.room

    def people(self, words: str) -> PaletteGroup:
        """The people whose names match: their cards, and the entries that name them."""
        return PaletteGroup(_("People"), matching(words, self._named, MOST))

    def found(self, words: str) -> Sequence[PaletteGroup]:
        """The records that hold all the words, the newest first."""
        newest, most = {"words": words, "newest_first": True}, MOST
        entries = self._room.records(timeline(**newest), most)
        tasks = self._room.records(Selection(kind=Task, words=words, newest_first=True), most)
        media = self._room.records(
            Selection(kind=Coverage, words=words, order="published_at", newest_first=True), most
        )
        messages = self._room.records(
            Selection(kind=StaffMessage, words=words, newest_first=True), most
        )
        return (
            PaletteGroup(_("Entries"), [*map(self._entry, entries), *self._more(words, entries)]),
            PaletteGroup(_("Tasks"), [self._task(each) for each in tasks]),
            PaletteGroup(_("Media"), [self._item(each) for each in media]),
            PaletteGroup(_("Messages to staff"), [self._message(each) for each in messages]),
            *self._method(words),
            PaletteGroup(_("Incidents"), self._incidents(words)),
        )

    def _method(self, words: str) -> Iterator[PaletteGroup]:
        """What the statement desk and the plan page hold, lines for the phone first."""
        from desktop.warroom.answers import kinds as desk
        from desktop.warroom.exchange.kinds import shown_plural
        from desktop.warroom.method import kinds as method
        from desktop.warroom.review.kinds import FOUND as REVIEW
        from desktop.warroom.staff_kinds import FOUND as STAFF

        for kind in (*desk.FOUND, *STAFF, *method.FOUND, *REVIEW):
            found = self._room.records(Selection(kind=kind, words=words, newest_first=True), MOST)
            rows = [
                PaletteItem(name_of(each), note=self._note(each), do=self._opens(each))
                for each in found
            ]
            yield PaletteGroup(shown_plural(kind), rows)

    def _note(self, record: Record) -> str:
        """Whether a line of the question bank may be said; nothing of other records."""
        from desktop.warroom.answers.bank import stand
        from desktop.warroom.answers.lines import Answer

        if not isinstance(record, Answer):
            return ""
        return stand(record, self._room.now().ms).shown

    def _incidents(self, words: str) -> list[PaletteItem]:
        """The incidents of the room, to be put on screen; of a single one nothing is said."""
        found = self._room.incidents()
        rows = [
            PaletteItem(each.title, note=word(each.type), do=partial(self._desk.turn_to, each))
            for each in found
            if each.id != self._room.incident.id
        ]
        return matching(words, rows, MOST)

    # rows

    def _entry(self, entry: Entry) -> PaletteItem:
        when = self._when(entry.happened_at)
        return PaletteItem(entry.text, when, word(entry.kind), self._opens(entry))

    def _task(self, task: Task) -> PaletteItem:
        note = shown.listed(filter(None, (word(task.status), task.owner)))
        return PaletteItem(task.title, self._when(task.due), note, self._opens(task))

    def _item(self, item: Coverage) -> PaletteItem:
        when = self._when(item.published_at)
        return PaletteItem(item.headline, when, item.outlet, self._opens(item))

    def _message(self, message: StaffMessage) -> PaletteItem:
        when = self._when(message.sent_at)
        return PaletteItem(message.title, when, word(message.channel), self._opens(message))

    def _more(self, words: str, entries: Sequence[Entry]) -> list[PaletteItem]:
        if len(entries) < MOST:
            return []
        return [PaletteItem(_("All of them in the timeline"), do=partial(self._search, words))]

    def _when(self, moment: Moment | None) -> str:
        return shown.when(moment, self._room.here()) if moment else ""

    def _opens(self, record: Record) -> partial[None]:
        return partial(self._desk.open_record, record)

    # people

    @cached_property
    def _named(self) -> list[PaletteItem]:
        """A row for the cards of each person, another for the entries that name them."""
        cards = self._room.tally(Selection(kind=Task), "owner")
        cards.pop("", None)
        logged = self._room.words_in(Entry, "people")
        rows = []
        for name in dict.fromkeys((*self._room.people(), *cards, *logged)):
            if n := cards.get(name):
                note = ngettext("{n} card", "{n} cards", n).format(n=n)
                rows.append(PaletteItem(name, "", note, partial(self._show_cards, name)))
            if name in logged or name not in cards:
                note = _("in the timeline")
                rows.append(PaletteItem(name, "", note, partial(self._show_entries, name)))
        return rows

    def _show_cards(self, name: str) -> None:
        page = self._desk.show_page("tasks")
        assert isinstance(page, BoardPage)
        page.bar.set_filter(Filter({"owner": frozenset({name})}))
        page.setFocus()

    def _show_entries(self, name: str) -> None:
        """The entries that name somebody; of one whom none names those that hold the name."""
        if name in self._room.words_in(Entry, "people"):
            self._narrow(Filter({"people": frozenset({name})}))
        else:
            self._search(name)

    def _search(self, words: str) -> None:
        self._narrow(Filter(text=words))

    def _narrow(self, wanted: Filter) -> None:
        page = self._desk.timeline
        self._desk.show_page("timeline")
        page.bar.set_filter(wanted)
        page.setFocus()
