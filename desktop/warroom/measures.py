"""What the records answer in figures: counts and times, never a guess.

The dashboard, the wall and the briefing say them in their own words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from desktop.warroom import shown
from desktop.warroom.answers.inquiries import Inquiry, open_inquiries
from desktop.warroom.choices import CrisisType, EntryKind, TaskStatus
from desktop.warroom.method.clocks import Clock, ClockState
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage, Entry, Incident, Record, Task
from desktop.warroom.selection import Kind, Selection, entries_of, timeline
from desktop.warroom.staff import told

MINUTE = 60_000

# minutes after T0 within which the first public word is due (practice 2.3)
GOALS = {
    CrisisType.PRODUCT_QUALITY: 60,
    CrisisType.DATA_LEAK: 90,
    CrisisType.NEGATIVE_OPINION: 60,
    CrisisType.PLATFORM_SECURITY: 30,
}
OPEN = (TaskStatus.TODO, TaskStatus.DOING, TaskStatus.BLOCKED)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that must be done or answered by a moment."""

    at: Moment
    text: str
    record: Record


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of a room at one moment; times in milliseconds, None where nothing answers.

    ``response`` is the time from T0 to the first statement after it, ``goal`` the time that
    practice allows for it. ``heads`` and ``confirmed`` tell of the message sent last;
    ``coverage_today`` counts by tone since midnight in the zone of ``at``.
    """

    at: Moment
    since_t0: int | None
    response: int | None
    goal: int | None
    entries: int
    key_entries: int
    decisions: int
    without_reason: int
    tasks: int
    open_tasks: int
    late_tasks: int
    blocked_tasks: int
    coverage: int
    coverage_today: dict[str, int]
    waiting: int
    waiting_since: int | None
    next_due: Due | None
    heads: int
    confirmed: int | None


def measure(room: Reading, at: Moment) -> Measures:
    """The figures of a room at a moment."""
    incident = room.incident
    end = incident.until(at)
    tasks = room.tally(Selection(kind=Task), "status")
    heads, confirmed = staff_confirmed(room)
    due = [item.answer_due for item in room.records(waiting(), 1)]
    return Measures(
        at=at,
        since_t0=end.ms - incident.t0.ms if incident.t0 else None,
        response=_response(room, incident),
        goal=_goal(incident),
        entries=room.count(timeline()),
        key_entries=room.count(timeline(equal=(("key", (1,)),))),
        decisions=room.count(entries_of(EntryKind.DECISION)),
        without_reason=room.count(without_reason()),
        tasks=sum(tasks.values()),
        open_tasks=sum(count for status, count in tasks.items() if status != TaskStatus.DONE),
        late_tasks=room.count(late_tasks(end)),
        blocked_tasks=tasks.get(TaskStatus.BLOCKED, 0),
        coverage=room.count(Selection(kind=Coverage)),
        coverage_today=room.tally(coverage_of_day(at), "tone"),
        waiting=room.count(waiting()),
        waiting_since=next((end.ms - moment.ms for moment in due if moment), None),
        next_due=next_due(room, at),
        heads=heads,
        confirmed=confirmed,
    )


def without_reason() -> Selection[Entry]:
    """Decisions that nobody has given a reason for."""
    return entries_of(EntryKind.DECISION, empty=("reason",))


def open_tasks() -> Selection[Task]:
    """Cards in the columns before Done."""
    return Selection(kind=Task, equal=(("status", OPEN),))


def late_tasks(at: Moment) -> Selection[Task]:
    """Cards that should have been done."""
    return replace(open_tasks(), within=(("due", None, at.ms),), order="due")


def coverage_of_day(at: Moment) -> Selection[Coverage]:
    """Media items of the local day."""
    since, until = day_of(at)
    return Selection(kind=Coverage, within=(("published_at", since, until),), order="published_at")


def waiting() -> Selection[Coverage]:
    """Media items that wait for our answer, the earliest deadline first."""
    return Selection(
        kind=Coverage, filled=("answer_due",), empty=("answered_at",), order="answer_due"
    )


def day_of(at: Moment) -> tuple[int, int]:
    """Midnight before and after a moment in its own offset, in UTC milliseconds."""
    midnight: datetime = at.local.replace(hour=0, minute=0, second=0, microsecond=0)
    return tuple(  # type: ignore[return-value]
        Moment.of(day, Precision.MILLISECOND).ms for day in (midnight, midnight + timedelta(days=1))
    )


def _goal(incident: Incident) -> int | None:
    minutes = GOALS.get(incident.type) if isinstance(incident.type, CrisisType) else None
    return minutes * MINUTE if minutes else None


def _response(room: Reading, incident: Incident) -> int | None:
    if incident.t0 is None:
        return None
    said = entries_of(EntryKind.STATEMENT, within=(("happened_at", incident.t0.ms, None),))
    times = [entry.happened_at for entry in room.records(said, 1)]
    return next((time.ms - incident.t0.ms for time in times if time), None)


def next_due(room: Reading, at: Moment) -> Due | None:
    """What is due next among cards, answers, inquiries, clocks and deadlines of the log."""
    return next(iter(next_dues(room, at, 1)), None)


def next_dues(
    room: Reading, at: Moment, most: int, admits: Callable[[Record], bool] = bool
) -> list[Due]:
    """The next ``most`` deadlines, the nearest first, of records that are admitted.

    A deadline of the log that a card says in the same words is the card's.
    """
    ahead = (at.ms, None)
    tasks = replace(open_tasks(), within=(("due", *ahead),), order="due")
    answers = replace(waiting(), within=(("answer_due", *ahead),))
    running = (("state", (ClockState.RUNNING,)),)
    clocks = Selection(kind=Clock, equal=running, within=(("due", *ahead),), order="due")
    deadlines = Selection(kind=Entry, within=(("deadline", *ahead),), order="deadline")
    found = [
        *islice(_dues(room, tasks, admits), most),
        *islice(_dues(room, answers, admits), most),
        *islice(_dues(room, clocks, admits), most),
        *_asked(room, at, admits)[:most],
        *islice((due for due in _dues(room, deadlines, admits) if not _carded(room, due)), most),
    ]
    return sorted(found, key=lambda due: due.at.ms)[:most]


def _dues(
    room: Reading, selection: Selection[Kind], admits: Callable[[Record], bool]
) -> Iterator[Due]:
    records = room.window(selection)
    for record in map(records.__getitem__, range(len(records))):
        if admits(record):
            yield Due(getattr(record, selection.order), _text(record), record)


def _asked(room: Reading, at: Moment, admits: Callable[[Record], bool]) -> list[Due]:
    """The deadlines of journalists that lie ahead, ours where they gave none."""
    waiting = [each for each in room.records(open_inquiries()) if admits(each)]
    found = [Due(each.due, _text(each), each) for each in waiting if each.due]
    return sorted((due for due in found if due.at.ms >= at.ms), key=lambda due: due.at.ms)


def _carded(room: Reading, due: Due) -> bool:
    """Whether a card says the same, as the line that made it does; done or not, it counts."""
    return room.count(Selection(kind=Task, equal=(("title", (due.text.strip(),)),))) > 0


def _text(record: Record) -> str:
    match record:
        case Task() | Clock():
            return record.title
        case Coverage():
            return shown.labelled(record.outlet, record.headline)
        case Inquiry():
            return shown.labelled(record.outlet, record.question)
        case Entry():
            return record.text
    return ""


def staff_confirmed(room: Reading) -> tuple[int, int | None]:
    """All heads, and how many of them confirmed the message sent last; None if no report says."""
    groups = told(room, room.last_message())
    heads = sum(each.heads or 0 for each in groups)
    said = [each.confirmed for each in groups if each.confirmed is not None]
    return heads, sum(said) if said else None
