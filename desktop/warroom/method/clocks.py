"""Clocks that run in an incident: confirmed or dismissed by a person, counted, never judged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import Choice, Role
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.statutory import Standing, Sureness, Template, templates
from desktop.warroom.method.working_days import Calendar, CalendarDay
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn
    from desktop.warroom.room import WarRoom


class ClockKind(Choice):
    """What a clock counts down to."""

    UPDATE = "public_update", N_("Next public update")
    RESPONSE = "first_response", N_("First public word")
    MEDIA = "media_deadline", N_("Media deadline")
    PROMISE = "promise", N_("Promise")
    STATUTORY = "statutory", N_("Statutory clock")
    DEADLINE = "deadline", N_("Deadline")


class ClockState(Choice):
    """How a clock stands. Kept says that something was recorded, not that a duty was met."""

    RUNNING = "running", N_("Counting down")
    KEPT = "filed", N_("Filing recorded or kept")
    DISMISSED = "dismissed", N_("Dismissed")
    BROKEN = "broken", N_("Not kept")


_LAW = ("what", ClockKind.STATUTORY.value)
_PROMISE = ("what", ClockKind.PROMISE.value)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Clock(Record):
    """A clock that somebody started or dismissed; ``internal`` says that ``due`` is only ours.

    A statutory clock is a copy of its template's dates; the template says what the law asks.
    """

    kind_name = "clock"
    shown_name = N_("Clock")
    draws_others, draws_when_new = True, False

    what: ClockKind | str = declare(
        Shape.CHOICE, N_("Kind of clock"), ClockKind.PROMISE, choices=ClockKind
    )
    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True)
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    internal: bool = declare(Shape.FLAG, N_("Our own target, not law"), False)
    starts_at: Moment | None = declare(Shape.MOMENT, N_("Starts at"), starts=Start.NOW)
    start_reason: str = declare(Shape.TEXT, N_("Why it starts then"), "")
    state: ClockState | str = declare(
        Shape.CHOICE, N_("State"), ClockState.RUNNING, choices=ClockState
    )
    reason: str = declare(Shape.TEXT, N_("Reason"), "")
    receipt: str = declare(Shape.TEXT, N_("Receipt"), "")
    filed_at: Moment | None = declare(Shape.MOMENT, N_("Filing recorded at"))
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    role: Role | str = declare(Shape.CHOICE, N_("Role"), "", choices=Role)
    promised_to: str = declare(Shape.TEXT, N_("Promised to"), "", only=_PROMISE)
    statement: str = declare(Shape.LINK, N_("Promised in"), "", target="statement", only=_PROMISE)
    snoozed_until: Moment | None = declare(
        Shape.MOMENT, N_("Alarm put off until"), form=False, ahead=True
    )
    jurisdiction: str = declare(Shape.TEXT, N_("Jurisdiction"), "", only=_LAW)
    authority: str = declare(Shape.TEXT, N_("Authority to notify"), "", only=_LAW)
    trigger: str = declare(Shape.TEXT, N_("Trigger"), "", only=_LAW)
    source: str = declare(Shape.TEXT, N_("Source"), "", only=_LAW)
    certainty: Sureness | str = declare(
        Shape.CHOICE, N_("Certainty of the template"), "", choices=Sureness, only=_LAW
    )
    template: str = declare(Shape.TEXT, N_("Template"), "", form=False)
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def check(self) -> None:
        """Raises RuleBroken for what ended badly without a reason or a draft without a note."""
        super().check()
        if self.state == ClockState.DISMISSED and not self.reason.strip():
            raise RuleBroken(_("Say why the clock is dismissed."))
        broken = self.what == ClockKind.PROMISE and self.state == ClockState.BROKEN
        if broken and not self.reason.strip():
            raise RuleBroken(_("Say why the promise is not kept."))
        known = templates().get(self.template)
        draft = known is not None and known.standing is Standing.DRAFT
        if draft and self.state != ClockState.DISMISSED and not self.note.strip():
            raise RuleBroken(_("This is not law yet. Say in the note why it counts."))

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A filing has its time. Raises RuleBroken for an alarm put off without a reason."""
        snoozed = values.get("snoozed_until", self.snoozed_until)
        if snoozed != self.snoozed_until and snoozed is not None and not saying.why.strip():
            raise RuleBroken(_("Say why the alarm is put off."))
        state = values.get("state", self.state)
        if state == ClockState.KEPT != self.state and not values.get("filed_at", self.filed_at):
            return {"filed_at": saying.at}
        return {}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """A statutory clock whose start is moved counts anew from there."""
        if not isinstance(before, Clock) or before.starts_at == self.starts_at:
            return
        known = templates().get(self.template)
        if known and self.starts_at and before.due == self.due:
            yield self, {"due": known.due(self.starts_at, calendar(room, known.jurisdiction))}

    @property
    def running(self) -> bool:
        """Whether it counts down still."""
        return self.state not in (ClockState.KEPT, ClockState.DISMISSED, ClockState.BROKEN)


def calendar(room: "Reading", jurisdiction: str) -> Calendar:
    """The working days of a jurisdiction as this room knows them."""
    return Calendar.of(room.all(CalendarDay), jurisdiction)


def copied(room: "Reading", template: Template, start: Moment | None) -> Clock:
    """A clock of a template that starts at a moment, or waits for one; not stored yet."""
    due = template.due(start, calendar(room, template.jurisdiction)) if start else None
    return Clock(
        what=ClockKind.STATUTORY,
        title=template.text("rule"),
        template=template.id,
        jurisdiction=template.jurisdiction,
        authority=template.text("to_whom"),
        trigger=template.text("trigger"),
        starts_at=start,
        start_reason=template.start_said,
        due=due,
        internal=not template.fixed,
        role=Role.LEGAL,
        source=template.source,
        certainty=template.sureness,
    )


def file(room: "WarRoom", clock: Clock, receipt: str) -> None:
    """Record that something was filed or kept, with its receipt."""
    room.change(clock, state=ClockState.KEPT, receipt=receipt.strip())


def dismiss(room: "WarRoom", clock: Clock, reason: str) -> None:
    """Dismiss a clock for a reason; one that was only proposed is recorded as dismissed."""
    said, why = ClockState.DISMISSED, reason.strip()
    if clock.id:
        room.change(clock, why=why, state=said, reason=why)
    else:
        room.add(replace(clock, state=said, reason=why))


def snooze(room: "WarRoom", clock: Clock, until: Moment, why: str) -> None:
    """Put the alarm of a clock off; the journal says until when and why."""
    room.change(clock, why=why.strip(), snoozed_until=until)


KINDS = (Clock, CalendarDay)
