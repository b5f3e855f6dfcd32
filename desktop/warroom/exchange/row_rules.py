"""What a row may not say although its cells can be read: rules of its kind and of the room."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop.warroom.exchange.cells import LASTS
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Delivery, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from resources import _


class Wrong(NamedTuple):
    """A sentence about a row, and the field that it is about; none where it is the whole row."""

    problem: str
    field: str = ""


Judge = Callable[[Record, int], Wrong | None]  # the record of a row, and the row's line


def judge_of(room: Reading, kind: type[Record]) -> Judge | None:
    """What looks at each row of a kind in the order of the file; None where there is no rule."""
    if kind is StaffMember:
        return _Numbers(room)
    if kind is Receipt or kind is Delivery:
        return _Times(room)
    return None if kind.check is Record.check else _lawful


def _lawful(record: Record, _line: int) -> Wrong | None:
    """What the kind itself refuses."""
    try:
        record.check()
    except RuleBroken as broken:
        return Wrong(str(broken))
    return None


class _Numbers:
    """A staff number is of one person: in the file, and in the room."""

    def __init__(self, room: Reading) -> None:
        said = room.cells(Selection(kind=StaffMember, filled=("number",)), _PERSON)
        self._there = {number: (name, group) for _id, number, name, group in said}
        self._lines: dict[str, int] = {}

    def __call__(self, record: Record, line: int) -> Wrong | None:
        assert isinstance(record, StaffMember)
        number = record.number.strip()
        if not number:
            return None
        if first := self._lines.get(number):
            said = _('staff number "{number}" stands in line {line} already.')
            return Wrong(said.format(number=clipped(number), line=first), "number")
        self._lines[number] = line
        there = self._there.get(number)
        if there is None or there == (record.name, record.group):
            return None
        name, _group = there
        if name != record.name:
            said = _('staff number "{number}" is that of {name} in the room.')
            return Wrong(said.format(number=clipped(number), name=clipped(name)), "number")
        said = _("{name} is in another group in the room. Change the group there.")
        return Wrong(said.format(name=clipped(name)), "group")


_PERSON = ("number", "name", "group")


class _Times:
    """Nobody has got or confirmed a message before it was sent."""

    def __init__(self, room: Reading) -> None:
        self._sent = dict(room.cells(Selection(kind=StaffMessage), ("sent_at",)))

    def __call__(self, record: Record, line: int) -> Wrong | None:
        if wrong := _lawful(record, line):
            return wrong
        assert isinstance(record, Receipt | Delivery)
        sent, said = self._sent.get(record.message), _times(record)
        if sent is None:
            unsent = isinstance(record, Receipt) and bool(said)
            return Wrong(_("the message was not sent yet."), "message") if unsent else None
        for name, moment in said:
            if _end(moment) <= sent:
                return Wrong(_("the time is before the message was sent."), name)
        return _in_order(said)


def _times(record: Receipt | Delivery) -> list[tuple[str, Moment]]:
    steps = ("reached_at", "read_at", "confirmed_at")
    names = ("reported_at",) if isinstance(record, Delivery) else steps
    return [(name, moment) for name in names if (moment := getattr(record, name))]


def _in_order(said: Iterable[tuple[str, Moment]]) -> Wrong | None:
    """A person reads what was reached, and confirms what was read."""
    last: Moment | None = None
    for name, moment in said:
        if last and _end(moment) <= last.ms:
            return Wrong(_("the time is before that of the step ahead of it."), name)
        last = moment
    return None


def _end(moment: Moment) -> int:
    """When what was said as exactly as this was over: 14:05 may be 14:05:59."""
    return moment.ms + LASTS[moment.precision]
