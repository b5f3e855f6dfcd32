"""What messages to staff achieved in figures: every screen, file and paper takes them from here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff import GroupTold, standing, told
from desktop.warroom.staff_forms import ToldHow
from desktop.warroom.staff_messages import addressed
from desktop.warroom.staff_people import members, read_times, receipts
from desktop.warroom.staff_roster import StaffMember

MINUTE = 60_000
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both counted; ``value`` is None where the whole is nothing."""

    part: int
    of: int

    @property
    def value(self) -> float | None:
        """The part as a number between 0 and 1."""
        return self.part / self.of if self.of else None

    @property
    def words(self) -> str:
        """The part in percent as it is read everywhere."""
        return NOTHING if self.value is None else shown.percent(self.value)


@dataclass(frozen=True, slots=True)
class Reached:
    """The figures of one message (practice 2.10); times in minutes after it was sent.

    ``coverage`` is delivered of targeted, ``read_rate`` read of delivered, ``ack_rate`` confirmed
    of those who are asked to. ``reported`` says that counts of supervisors are among them, ``late``
    how many should have confirmed by now and have not.
    """

    coverage: Share
    read_rate: Share
    ack_rate: Share
    t50: int | None
    t90: int | None
    late: int
    reported: bool


def reached(room: Reading, message: StaffMessage, now: Moment) -> Reached:
    """What a message has achieved in the groups it is for whose heads are known.

    Source of the formulas: practice 2.10.
    """
    groups = [each for each in told(room, message) if each.heads]
    all_heads = _sum(each.heads for each in groups)
    delivered = _sum(_within(each, each.told) for each in groups)
    read = _sum(_within(each, each.read) for each in groups)
    confirmed = _sum(_within(each, each.confirmed) for each in groups)
    curve, sent = read_curve(room, message), message.sent_at
    return Reached(
        Share(delivered, all_heads),
        Share(read, delivered),
        Share(confirmed, all_heads if message.confirm else 0),
        minutes_to(0.5, curve, all_heads, sent),
        minutes_to(0.9, curve, all_heads, sent),
        sum(late_in(each, message, now) for each in groups),
        any(each.reported for each in groups),
    )


def targeted(room: Reading, message: StaffMessage) -> int:
    """How many people a message is for, in the groups whose heads are known."""
    return _sum(each.heads for each in told(room, message))


def overdue(message: StaffMessage, now: Moment) -> bool:
    """Whether everybody should have confirmed a message by now."""
    by = message.confirm_by
    return message.confirm and bool(message.sent_at) and by is not None and by.ms < now.ms


def late_in(each: GroupTold, message: StaffMessage, now: Moment) -> int:
    """How many of a group should have confirmed a message by now and have not."""
    if not overdue(message, now):
        return 0
    return (each.heads or 0) - _within(each, each.confirmed)


def read_curve(room: Reading, message: StaffMessage) -> list[tuple[int, int]]:
    """How many had read a message or were briefed by when, in UTC milliseconds, rising.

    In a group the people with a receipt and what a supervisor counted are the same people: the
    larger counts, never more than there are. A report without a time is left out.
    """
    heads, known = {g.id: g.headcount for g in addressed(room, message)}, members(room)
    of: dict[str, tuple[int, int]] = dict.fromkeys(heads, (0, 0))
    total, curve = 0, list[tuple[int, int]]()
    for at, group, reported in sorted(_events(room, message), key=_at):
        if group not in of:
            continue
        most = heads[group] if heads[group] is not None else known.get(group)
        people, count = of[group]
        before = _capped(most, people, count)
        people, count = (people + 1, count) if reported is None else (people, reported)
        of[group] = people, count
        total += _capped(most, people, count) - before
        curve.append((at, total))
    return curve


def minutes_to(
    share: float, curve: Iterable[tuple[int, int]], of: int, sent: Moment | None
) -> int | None:
    """Minutes from sending until this share of all targeted had read: t50 and t90.

    None where that has not come about. Source: practice 2.10.
    """
    if not sent or not of:
        return None
    times = (at for at, count in curve if count >= share * of)
    at = next(times, None)
    return None if at is None else max(0, (at - sent.ms) // MINUTE)


def read_by(curve: Sequence[tuple[int, int]], ms: int) -> int:
    """How many had read it at a moment, in UTC milliseconds."""
    return max((count for at, count in curve if at <= ms), default=0)


def _events(room: Reading, message: StaffMessage) -> Iterator[tuple[int, str, int | None]]:
    """A person who reads, or a count that stands from then on: time, group, count."""
    for group, times in read_times(room, message).items():
        yield from ((at, group, None) for at in times)
    yield from reported_reads(room, message)


def _at(event: tuple[int, str, int | None]) -> int:
    return event[0]


def reported_reads(room: Reading, message: StaffMessage) -> Iterator[tuple[int, str, int]]:
    """What supervisors and systems counted as read in a group, from when on."""
    of: dict[str, list[Delivery]] = {}
    for report in sorted(reports_on(room, message), key=_when):
        of.setdefault(report.group, []).append(report)
        stands, at = standing(of[report.group]), report.reported_at
        each = GroupTold(StaffGroup(), stands, channel=message.channel)
        if at and each.read is not None:
            yield at.ms, report.group, each.read


def reports_on(room: Reading, message: StaffMessage) -> list[Delivery]:
    """The reports on a message."""
    return room.records(Selection(kind=Delivery, equal=(("message", (message.id,)),)))


# the cascade


@dataclass(frozen=True, slots=True)
class Cascade:
    """How the briefing went down: the teams briefed, and for each level the median minutes.

    The level is None for groups that have none.
    """

    completion: Share
    lags: dict[int | None, int]


def cascade(room: Reading, message: StaffMessage) -> Cascade:
    """Teams whose manager confirmed the briefing, and how long after sending, by level.

    A manager confirms by a receipt, or by the first count that is reported of the team. Source:
    practice 2.10 (``cascade_completion``, ``cascade_lag``).
    """
    groups, at = addressed(room, message), briefed_at(room, message)
    sent, lags = message.sent_at, dict[int | None, list[int]]()
    for group in groups:
        if sent and group.id in at:
            minutes = max(0, (at[group.id] - sent.ms) // MINUTE)
            lags.setdefault(group.level, []).append(minutes)
    found = {level: round(median(lags[level])) for level in sorted(lags, key=_level)}
    return Cascade(Share(sum(group.id in at for group in groups), len(groups)), found)


def briefed_at(room: Reading, message: StaffMessage) -> dict[str, int]:
    """When the manager of each group confirmed the briefing, in UTC milliseconds."""
    confirmed = partial(_managers_confirmed, room, message)
    kinds = ("staff_member", "receipt")
    found = dict(room.held(f"staff/managers/{message.id}", kinds, confirmed))
    for report in reports_on(room, message):
        counted = report.reached or report.read or report.confirmed
        if counted and report.reported_at and report.how == ToldHow.SUPERVISOR:
            _earlier(found, report.group, report.reported_at.ms)
    return found


def _managers_confirmed(room: Reading, message: StaffMessage) -> dict[str, int]:
    found: dict[str, int] = {}
    manage = Selection(kind=StaffMember, equal=(("manager", (1,)),))
    group_of = dict(room.cells(manage, ("group",)))
    confirmed = receipts(message, filled=("confirmed_at",))
    for _id, member, at in room.cells(confirmed, ("member", "confirmed_at")):
        if member in group_of:
            _earlier(found, group_of[member], at)
    return found


def _earlier(found: dict[str, int], group: str, at: int) -> None:
    found[group] = min(at, found.get(group, at))


def _level(level: int | None) -> float:
    return float("inf") if level is None else level


def _within(each: GroupTold, count: int | None) -> int:
    """A count that is not more than there are people."""
    return min(count or 0, each.heads or 0)


def _capped(most: int | None, *counts: int) -> int:
    return max(counts) if most is None else min(most, max(counts))


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)


def _when(report: Delivery) -> tuple[int, str]:
    return (report.reported_at.ms if report.reported_at else 0), report.id
