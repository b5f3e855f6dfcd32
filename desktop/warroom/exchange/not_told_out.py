"""Who has not been told a message as CSV: a line for each person, or for a group of headcounts."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.warroom.exchange.columns_out import Cell
from desktop.warroom.exchange.csv_out import csv_line
from desktop.warroom.exchange.taken_out import refuse_the_room
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff_not_told import NotTold, Untold, not_told

HEADINGS = (
    *("message", "version", "group", "department", "site", "headcount", "told", "not_told"),
    *("person", "staff_number", "phone", "why_not_reached", "call", "call_phone"),
)
NOBODY = Untold("", "", "", "")


def write_not_told(room: Reading, message: StaffMessage, target: Path) -> int:
    """Write the list to ``target``, whole or not at all; returns how many lines it has.

    Raises RuleBroken and StoreFailed.
    """
    refuse_the_room(room, target)
    lines = list(_lines(message, not_told(room, message)))
    with whole_file(target) as file:
        file.write(b"\xef\xbb\xbf" + csv_line(list(HEADINGS)))
        for line in lines:
            file.write(csv_line(line))
    return len(lines)


def _lines(message: StaffMessage, groups: Iterable[NotTold]) -> Iterator[list[Cell]]:
    for each in groups:
        for person in (each.people if each.exact else ()) or (NOBODY,):
            yield _line(message, each, person)


def _line(message: StaffMessage, each: NotTold, person: Untold) -> list[Cell]:
    group = each.group
    of_group = (group.name, group.department, group.site, each.heads, each.told, each.count)
    of_person = (person.name, person.number, person.phone, person.why)
    return [message.title, message.version, *of_group, *of_person, each.call.name, each.call.phone]
