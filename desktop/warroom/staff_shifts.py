"""Shift coverage: whether those who came on duty had a message half an hour later."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_measures import MINUTE, Share, reported_reads
from desktop.warroom.staff_messages import addressed
from desktop.warroom.staff_people import first_reads, members, roster
from desktop.warroom.staff_roster import Shift

GRACE = 30 * MINUTE  # after the start of a shift (practice 2.10)
ENOUGH = 90  # percent of those on duty (practice 2.10)


@dataclass(frozen=True, slots=True)
class ShiftTold:
    """A shift, how many are on duty in it, and how many of them had the message in time.

    ``by`` is the end of the time they had, in UTC milliseconds.
    """

    shift: Shift
    group: StaffGroup
    by: int
    on_duty: int
    had: int

    @property
    def covered(self) -> bool:
        """Whether at least 90 % of those on duty had it."""
        return self.on_duty > 0 and 100 * self.had >= ENOUGH * self.on_duty


def shift_coverage(room: Reading, message: StaffMessage, now: Moment) -> Share:
    """The shifts in which at least 90 % had the message within 30 minutes of the start.

    Of the shifts that had to know by ``now``: see ``shifts_told``. Source: practice 2.10.
    """
    found = shifts_told(room, message, now)
    return Share(sum(each.covered for each in found), len(found))


def shifts_told(room: Reading, message: StaffMessage, now: Moment) -> list[ShiftTold]:
    """The shifts of the groups a message is for that had to know it by ``now``, in order of start.

    A shift that was over when the message went out had nothing to know. One that was on then has
    30 minutes from the sending, since nobody can have it before. All times are instants, so that
    a night in which the clocks change is as long as it is.
    """
    duty = _Duty(room, message) if message.sent_at else None
    return [
        ShiftTold(shift, group, by, *duty.counted(shift, group, by))
        for shift, group, by in _had_to_know(room, message, now, GRACE)
        if duty
    ]


def shifts_behind(
    room: Reading, message: StaffMessage, now: Moment, grace: int, percent: int
) -> list[ShiftTold]:
    """The shifts that began after the sending and of which too few have it at ``now``.

    ``grace`` is the time in milliseconds that each has from its start. Who has it since then
    counts, so that a gap closes when the shift is told after all.
    """
    known = [
        (shift, group, by)
        for shift, group, by in _had_to_know(room, message, now, grace)
        if by - grace > _ms(message.sent_at)
    ]
    duty = _Duty(room, message) if known else None
    found = [
        ShiftTold(shift, group, by, *duty.counted(shift, group, now.ms))
        for shift, group, by in known
        if duty
    ]
    return [each for each in found if 100 * each.had < percent * each.on_duty]


def _had_to_know(
    room: Reading, message: StaffMessage, now: Moment, grace: int
) -> Iterator[tuple[Shift, StaffGroup, int]]:
    """The shifts whose time is over, with their groups, and when it was over."""
    if message.sent_at is None:
        return
    sent, groups = message.sent_at.ms, {each.id: each for each in addressed(room, message)}
    over = Selection(kind=Shift, within=(("ends_at", sent + 1, None),), order="starts_at")
    for shift in room.held(f"staff/shifts/{sent}", ("shift",), partial(room.records, over)):
        by = max(_ms(shift.starts_at), sent) + grace
        if shift.group in groups and by <= now.ms:
            yield shift, groups[shift.group], by


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0


class _Duty:
    """Who of a group is on duty, and who had a message by a moment: by name or by count."""

    def __init__(self, room: Reading, message: StaffMessage) -> None:
        self._reads, self._heads = first_reads(room, message), members(room)
        self._reported: dict[str, list[tuple[int, int]]] = {}
        for at, group, count in reported_reads(room, message):
            self._reported.setdefault(group, []).append((at, count))
        self._roster, self._had = roster(room), dict[tuple[str, int], int]()

    def counted(self, shift: Shift, group: StaffGroup, by: int) -> tuple[int, int]:
        """How many are on duty, and how many of them had it by then.

        Of people on duty by name a count of the whole group tells for sure only those whom the
        rest of the group cannot make up.
        """
        heads = group.headcount if group.headcount is not None else self._heads.get(group.id, 0)
        if shift.people:
            called = self._roster.called
            people = [called.get((group.id, name.casefold()), "") for name in shift.people]
            surely = len(people) - max(0, heads - self._counted(group, by))
            return len(people), max(self._having(people, by), surely)
        on_duty = heads if shift.headcount is None else shift.headcount
        return on_duty, min(on_duty, max(self._by_name(group, by), self._counted(group, by)))

    def _by_name(self, group: StaffGroup, by: int) -> int:
        """How many of the whole group have a receipt by then; asked once for all its shifts."""
        key = group.id, by
        if key not in self._had:
            self._had[key] = self._having(self._roster.people.get(group.id, ()), by)
        return self._had[key]

    def _having(self, people: Iterable[str], by: int) -> int:
        return sum(self._reads.get(member, by + 1) <= by for member in people)

    def _counted(self, group: StaffGroup, by: int) -> int:
        said: Sequence[tuple[int, int]] = self._reported.get(group.id, ())
        return next((count for at, count in reversed(said) if at <= by), 0)
