"""Everything in an incident that has a time to be met, in one list: running, proposed, done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from desktop.warroom import shown
from desktop.warroom.answers.comment_queue import late_comments
from desktop.warroom.answers.comments import reply_due
from desktop.warroom.answers.inquiries import open_inquiries
from desktop.warroom.choices import CrisisType, EntryKind
from desktop.warroom.measures import GOALS, waiting
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState, copied
from desktop.warroom.method.statutory import Standing, Template, templates
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, Incident, Task
from desktop.warroom.selection import Selection, entries_of
from resources import _, ngettext


class Group(IntEnum):
    """Where a line stands in the list."""

    RUNNING = 0
    PROPOSED = 1
    DONE = 2


class Alarm(IntEnum):
    """How much of its time a clock has used, in percent at least; LATE is past its due."""

    NONE = 0
    HALF = 50
    THREE_QUARTERS = 75
    NINE_TENTHS = 90
    LATE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list. ``record`` is what stands behind it; a proposed clock is not stored yet.

    ``ended`` says in words how a line that is done was; it is empty for others.
    """

    group: Group
    what: ClockKind | str
    title: str
    starts: Moment | None
    due: Moment | None
    internal: bool = False
    record: Record | None = None
    template: Template | None = None
    owner: str = ""
    ended: str = ""

    @property
    def clock(self) -> Clock | None:
        """The clock behind it, stored or only proposed; None for what other records say."""
        return self.record if isinstance(self.record, Clock) else None

    @property
    def statutory(self) -> bool:
        """Whether it has to be verified with counsel."""
        return self.what == ClockKind.STATUTORY

    @property
    def draft(self) -> bool:
        """Whether its template is no law yet."""
        return self.template is not None and self.template.standing is Standing.DRAFT

    def left(self, now: Moment) -> int | None:
        """Milliseconds until it is due, below nought when it is late; None without a due."""
        return self.due.ms - now.ms if self.due else None

    def alarm(self, now: Moment) -> Alarm:
        """The mark that it stands at; nothing sounds for what is done, or put off until later."""
        if self.group is Group.DONE or self.due is None or self.put_off(now):
            return Alarm.NONE
        start = self.starts.ms if self.starts else self.due.ms
        return alarm(start, self.due.ms, now.ms)

    def put_off(self, now: Moment) -> bool:
        """Whether somebody has put its alarm off until after ``now``."""
        until = self.clock.snoozed_until if self.clock else None
        return until is not None and until.ms > now.ms


def alarm(start: int, due: int, now: int) -> Alarm:
    """The mark of a clock that runs from ``start`` to ``due``, at ``now`` (UTC milliseconds)."""
    if now > due:
        return Alarm.LATE
    marks = (Alarm.NINE_TENTHS, Alarm.THREE_QUARTERS, Alarm.HALF)
    used = 100 * (now - start)
    return next((m for m in marks if used >= m * (due - start) > 0), Alarm.NONE)


def lines(room: Reading, *, everything: bool = False) -> list[Line]:
    """The lines of the incident on screen: running, then proposed, then done, each in order of due.

    What has no due yet stands behind what has one. ``everything`` also proposes templates that
    are switched off.
    """
    found = [
        *_stored(room),
        *_first_word(room),
        *_answers(room),
        *_inquiries(room),
        *_comments(room),
        *_deadlines(room),
        *(_of_clock(each) for each in proposals(room, everything=everything)),
    ]
    return sorted(found, key=lambda each: (each.group, each.due is None, _ms(each.due)))


def proposals(room: Reading, *, everything: bool = False) -> Iterator[Clock]:
    """Clocks of the templates for this type and place that nobody has confirmed or dismissed."""
    incident = room.incident
    answered = {each.template for each in room.all(Clock)}
    for template in templates().values():
        wanted = template.fits(incident) and template.id not in answered
        if wanted and (everything or template.offered):
            yield copied(room, template, None if template.waits else incident.t0)


def _of_clock(clock: Clock) -> Line:
    group = Group.RUNNING if clock.running else Group.DONE
    return Line(
        group=group if clock.id else Group.PROPOSED,
        what=clock.what,
        title=clock.title,
        starts=clock.starts_at,
        due=clock.due,
        internal=clock.internal,
        record=clock,
        template=templates().get(clock.template),
        owner=clock.owner,
        ended="" if clock.running else ended(clock),
    )


def ended(clock: Clock) -> str:
    """How a clock ended, in words that judge nothing."""
    match clock.state:
        case ClockState.DISMISSED:
            return shown.labelled(_("Dismissed"), clock.reason)
        case ClockState.BROKEN:
            return shown.labelled(_("Not kept"), clock.reason) if clock.reason else _("Not kept")
    said = _("Filing recorded") if clock.what == ClockKind.STATUTORY else _("Recorded as kept")
    return shown.labelled(said, clock.receipt) if clock.receipt else said


def _stored(room: Reading) -> Iterator[Line]:
    return map(_of_clock, room.all(Clock))


def _first_word(room: Reading) -> Iterator[Line]:
    """The target of the type for the first public word, and the statement that met or missed it."""
    incident = room.incident
    due = first_word_due(incident)
    if due is None or incident.t0 is None:
        return
    said = entries_of(EntryKind.STATEMENT, within=(("happened_at", incident.t0.ms, None),))
    first = next(iter(room.records(said, 1)), None)
    ended = ""
    if first and first.happened_at:
        ended = _("First said {time} after T0").format(
            time=shown.lasting(first.happened_at.ms - incident.t0.ms)
        )
    yield Line(
        group=Group.DONE if first else Group.RUNNING,
        what=ClockKind.RESPONSE,
        title=_("First public word"),
        starts=incident.t0,
        due=due,
        internal=True,
        record=first,
        ended=ended,
    )


def first_word_due(incident: Incident) -> Moment | None:
    """When the first public word is due by the target of the type."""
    kind = incident.type
    if incident.t0 is None or not isinstance(kind, CrisisType):
        return None
    after = incident.t0.local + timedelta(minutes=GOALS[kind])
    return Moment.of(after, Precision.MINUTE, incident.t0.about)


def _answers(room: Reading) -> Iterator[Line]:
    for item in room.records(waiting()):
        title = shown.labelled(item.outlet, item.headline)
        yield _other(ClockKind.MEDIA, title, item.published_at, item.answer_due, item)


def _inquiries(room: Reading) -> Iterator[Line]:
    """Questions of journalists that wait; a deadline that nobody gave is only ours."""
    for each in room.records(open_inquiries()):
        yield Line(
            group=Group.RUNNING,
            what=ClockKind.MEDIA,
            title=shown.labelled(each.outlet, each.question),
            starts=each.received_at,
            due=each.due,
            internal=each.deadline is None,
            record=each,
            owner=each.owner,
        )


def _comments(room: Reading) -> Iterator[Line]:
    """All comments past their time in one line, which leads to the one that is to be answered."""
    late = late_comments(room, room.now())
    if late:
        n = len(late)
        title = ngettext("{n} comment past its time", "{n} comments past their time", n).format(n=n)
        due = min((at for each in late if (at := reply_due(each))), key=_ms)
        posted = late[0].posted_at
        yield Line(Group.RUNNING, title, title, posted, due, internal=True, record=late[0])


def _deadlines(room: Reading) -> Iterator[Line]:
    """Deadlines of the log that lie ahead and that no card says; nothing says that they are met."""
    ahead = Selection(kind=Entry, within=(("deadline", room.now().ms, None),), order="deadline")
    for entry in room.records(ahead):
        carded = Selection(kind=Task, equal=(("title", (entry.text.strip(),)),))
        if not room.count(carded):
            title, start = entry.text, entry.happened_at
            yield _other(ClockKind.DEADLINE, title, start, entry.deadline, entry)


def _other(
    what: ClockKind, title: str, starts: Moment | None, due: Moment | None, record: Coverage | Entry
) -> Line:
    return Line(Group.RUNNING, what, title, starts, due, record=record)


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0
