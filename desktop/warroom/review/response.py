"""How fast we were: what was done by when, against the time that there was for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from desktop.warroom.answers.comments import Comment, reply_due
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.words import InquiryState
from desktop.warroom.choices import Choice, TaskStatus
from desktop.warroom.elements import Part, PartName, gauges
from desktop.warroom.elements_behind import updates_due
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Task
from desktop.warroom.selection import Selection
from resources import N_

MINUTE = 60_000


class Topic(Choice):
    """What is looked at for its time; the first four are counted from T0."""

    WORD = "holding", N_("First public word")
    TEAM = "team", N_("Team activated")
    FACTS = "facts", N_("Fact sheet")
    CONTAINED = "contained", N_("Harm contained")
    TASKS = "tasks", N_("Tasks of the playbook")
    INQUIRIES = "inquiries", N_("Media inquiries answered")
    COMMENTS = "comments", N_("First replies to comments")
    PROMISES = "promises", N_("Promises kept")
    UPDATES = "updates", N_("Public updates given")
    STATUTORY = "statutory", N_("Statutory filings recorded")


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took; what is counted was done or was due by now.

    ``n`` of ``of`` were done in time, ``open`` of the others are not done at all. ``minutes`` is
    what it took, the median of several; ``target`` the minutes allowed, where all have the same;
    ``worst`` the longest that one was late. None where that is not known.
    """

    topic: Topic
    n: int
    of: int
    open: int = 0
    minutes: int | None = None
    target: int | None = None
    worst: int | None = None

    @property
    def in_time(self) -> bool | None:
        """Whether all was done in time; None where there was nothing to do, or time is left."""
        return self.n == self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that was to be done: when it began, was due, and was done."""

    began: Moment | None
    due: Moment | None
    done: Moment | None


def response_times(room: Reading, now: Moment) -> list[Took]:
    """The times of the incident on screen, from the first word to the statutory filings."""
    rapid = {part.name: part for part in gauges(room, now)[0].parts}
    names = (PartName.HOLDING, PartName.TEAM, PartName.FACTS, PartName.CONTAINED)
    first = [_from_t0(Topic(str(name)), rapid[name]) for name in names]
    return [
        *first,
        took(Topic.TASKS, _tasks(room), now),
        took(Topic.INQUIRIES, _inquiries(room), now),
        took(Topic.COMMENTS, _comments(room), now),
        took(Topic.PROMISES, _clocks(room, ClockKind.PROMISE), now),
        took(Topic.UPDATES, map(_of_clock, updates_due(room, now)), now),
        took(Topic.STATUTORY, _clocks(room, ClockKind.STATUTORY), now),
    ]


def took(topic: Topic, things: Iterable[Timed], now: Moment) -> Took:
    """Several things of a topic together; what is neither done nor due yet is not counted."""
    due = [each for each in things if each.done or (each.due and each.due.ms <= now.ms)]
    late = [each for each in due if _late(each, now) > 0]
    spans = [(e.done.ms - e.began.ms) // MINUTE for e in due if e.done and e.began]
    return Took(
        topic,
        n=len(due) - len(late),
        of=len(due),
        open=sum(each.done is None for each in due),
        minutes=round(median(spans)) if spans else None,
        worst=max((_late(each, now) // MINUTE for each in late), default=None),
    )


def _late(each: Timed, now: Moment) -> int:
    """By how many milliseconds; what has no time is never late."""
    if each.due is None:
        return 0
    return max(0, (each.done or now).ms - each.due.ms)


def _from_t0(topic: Topic, part: Part) -> Took:
    """One thing that is counted from T0, as the gauge of rapid response has it."""
    known = part.n is not None and part.of is not None
    late = max(0, part.n - part.of) if part.n is not None and part.of is not None else 0
    counts = known and part.value is not None
    return Took(
        topic,
        n=int(counts and part.value == 1.0),
        of=int(counts),
        open=int(part.open),
        minutes=None if part.open else part.n,
        target=part.of,
        worst=late or None if counts and part.value != 1.0 else None,
    )


def _tasks(room: Reading) -> Iterator[Timed]:
    t0 = room.incident.t0
    for each in room.records(Selection(kind=Task, filled=("plan_id", "due"))):
        done = each.done_at if each.status == TaskStatus.DONE else None
        yield Timed(t0, each.due, done)


def _inquiries(room: Reading) -> Iterator[Timed]:
    for each in room.all(Inquiry):
        if each.state != InquiryState.DECLINED:
            done = each.answered_at if each.state == InquiryState.ANSWERED else None
            yield Timed(each.received_at or each.recorded_at, each.due, done)


def _comments(room: Reading) -> Iterator[Timed]:
    """Comments that got a reply or wait for one; no reply for a reason is none too late."""
    for each in room.all(Comment):
        if each.replied_at or each.open:
            yield Timed(each.posted_at, reply_due(each), each.replied_at)


def _clocks(room: Reading, what: ClockKind) -> Iterator[Timed]:
    mine = (("what", (what,)),)
    for each in room.records(Selection(kind=Clock, equal=mine, order="due")):
        if each.state != ClockState.DISMISSED:
            yield _of_clock(each)


def _of_clock(each: Clock) -> Timed:
    done = each.filed_at if each.state == ClockState.KEPT else None
    return Timed(each.starts_at, each.due, done)
