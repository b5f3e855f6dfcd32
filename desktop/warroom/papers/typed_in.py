"""Pages that were written by hand in a power cut, typed into the room when the power is back."""

import re
from collections.abc import Sequence

from desktop.warroom.faults import RuleBroken
from desktop.warroom.papers.forms import BlankForms
from desktop.warroom.papers.on_page import LineRefused, Page, read
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _

_SOURCE = re.compile(r"F-(\d+)\D+(\d+)")


def type_in(room: WarRoom, page: Page) -> list[Entry]:
    """Keep every line of a page in one act: an entry each, and what the form asks for beside it.

    An entry happened when the page says; its source names form and page, and the journal gives
    the reason that it is late. Raises LineRefused for a line that cannot be read, RuleBroken where
    a line of this page is in the room already; then nothing is kept.
    """
    found = [*read(room, page)]
    if not found:
        raise RuleBroken(_("Type in at least one line."))
    _refuse_twice(room, [(place, entry) for place, entry, _more in found])
    records = [record for _place, entry, more in found for record in (entry, *more)]
    made = room.together(records, why=_("from paper"))
    return [
        room.get(Entry, record_id)
        for record, record_id in zip(records, made, strict=True)
        if isinstance(record, Entry)
    ]


def typed_pages(room: Reading, form: BlankForms) -> set[int]:
    """The pages of a form that have lines in the room already, in whatever language said."""
    sources = room.tally(Selection(kind=Entry, everywhere=True, filled=("source",)), "source")
    found = (_SOURCE.search(str(source)) for source in sources)
    return {int(each[2]) for each in found if each and int(each[1]) == form.number}


def _refuse_twice(room: WarRoom, entries: Sequence[tuple[int, Entry]]) -> None:
    """A line that is in the room already was typed in before, by somebody else perhaps."""
    sources = {entry.source for _place, entry in entries}
    there = Selection(kind=Entry, equal=(("source", tuple(sources)),))
    held = {(e.source, e.text, e.happened_at) for e in room.records(there)}
    for place, entry in entries:
        if (entry.source, entry.text, entry.happened_at) in held:
            sentence = _("This line of the page is in the room already: {text}")
            raise LineRefused(sentence.format(text=entry.text[:60]), place, "text")
