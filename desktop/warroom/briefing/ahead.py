"""What lies ahead in a briefing: forecasts, decisions that wait, open alarms, deadlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from desktop.warroom import outlook, shown
from desktop.warroom.briefing.legal import remaining
from desktop.warroom.briefing.tables import Plain, said, sentences, table
from desktop.warroom.choices import Severity, TaskStatus
from desktop.warroom.choices import Standing as TextStanding
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.outlook import DecisionNeeded, Forecast
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.statement import Statement
from desktop.warroom.watch.keeping import Standing, standing
from desktop.warroom.watch.watching import holding
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.briefing.material import Material

HOUR = 3_600_000  # milliseconds
# hours between two reports by level (practice 2.11)
EVERY = {Severity.CRITICAL: 2, Severity.MAJOR: 4, Severity.MODERATE: 12, Severity.MINOR: 24}
MOST_DUE = 5  # deadlines on the first page


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a paper tells of the time to come.

    ``alarms`` are the warnings that hold at the instant of the paper, their sentences in the
    language that is spoken while they are read; ``in_review`` are texts that wait for approval.
    """

    forecasts: Sequence[Forecast] = ()
    needed: Sequence[DecisionNeeded] = ()
    in_review: Sequence[Statement] = ()
    alarms: Sequence[Standing] = ()

    @classmethod
    def of(cls, room: WarRoom, as_of: Moment) -> Self:
        """What a room holds of it."""
        waiting = Selection(kind=Statement, equal=(("standing", (TextStanding.REVIEW,)),))
        return cls(
            outlook.in_force(room.all(Forecast)),
            outlook.needed(room.all(DecisionNeeded)),
            room.records(waiting),
            standing(room, holding(room, as_of)),
        )


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: when, what it is, whose it is, and the record that says so."""

    at: Moment
    kind: str
    text: str
    owner: str
    record: Record


def forecasts(material: "Material") -> Plain:
    """The three courses, each as somebody judged it last."""
    mine = material.outlook.forecasts
    rows = [
        [
            word(each.course),
            each.text,
            each.sign,
            each.prepared,
            shown.listed((each.by, said(each.as_of))),
        ]
        for each in mine
    ]
    head = [_("Course"), _("What happens then"), _("How we would notice"), _("What we prepare")]
    widths = ["auto", "2.4fr", "1.4fr", "1.4fr", "1fr"]
    marks = material.changes.marks(mine)
    return table(_("Forecast"), [*head, _("Judged by")], widths, rows, marks=marks)


def alarms(material: "Material") -> Plain:
    """The warnings that hold, the gravest first, with what would end each."""
    mine = material.outlook.alarms
    rows = [
        [
            f"{each.severity}",
            each.warned.raised.said,
            each.warned.raised.clears,
            said(each.alarm.raised_at) if each.alarm else "",
            _seen(each, material.as_of),
        ]
        for each in mine
    ]
    head = [_("Severity"), _("Warning"), _("What would end it"), _("Raised at"), _("Seen")]
    widths = ["auto", "2.4fr", "2fr", "auto", "1.2fr"]
    return table("", head, widths, rows)


def _seen(each: Standing, as_of: Moment) -> str:
    if each.alarm is None or not each.rests(as_of):
        return _("by nobody yet")
    return shown.listed((each.alarm.acknowledged_by, each.alarm.reason))


def next_report(material: "Material") -> Plain:
    """When the next report is due, by the level of the incident."""
    hours = next_due(material)[1]
    form = _("{when}, {n} h after this one, as for {level}.")
    text = form.format(when=next_said(material), n=hours, level=word(material.incident.severity))
    return sentences("", [text])


def next_said(material: "Material") -> str:
    """When the next report is due, in words."""
    return said(next_due(material)[0])


def next_due(material: "Material") -> tuple[Moment, int]:
    """The time of the next report, and its distance in hours; an unknown level is the gravest."""
    hours = EVERY.get(material.incident.severity, 2)  # type: ignore[call-overload]
    as_of = material.as_of
    return Moment(as_of.ms + hours * HOUR, as_of.offset), hours


def coming(material: "Material") -> Due | None:
    """What is due first from the instant of the paper on."""
    found = [each for each in due(material) if each.at.ms >= material.as_of.ms]
    return min(found, key=lambda each: each.at.ms, default=None)


def deadlines(material: "Material") -> Plain:
    """What is due next, of all kinds; what is over and still open leads."""
    found = sorted(due(material), key=lambda each: each.at.ms)
    late = [each for each in found if each.at.ms < material.as_of.ms]
    ahead = [each for each in found if each.at.ms >= material.as_of.ms]
    soon = ahead[: MOST_DUE - bool(late)]
    mine = [*late[len(soon) - MOST_DUE :], *soon]
    rows = [
        [said(each.at), remaining(each.at, material.as_of), each.text, each.kind, each.owner]
        for each in mine
    ]
    head = [_("Due"), _("Left"), _("What"), _("Kind"), _("Owner")]
    left = len(found) - len(mine)
    note = _("{n} more are due or over; sections 5 to 8 have all.").format(n=left) if left else ""
    marks = material.changes.marks([each.record for each in mine])
    return table(
        _("Next deadlines"), head, ["auto", "auto", "3fr", "1fr", "1fr"], rows, note, marks
    )


def due(material: "Material") -> Iterator[Due]:
    """Everything that has a time by which it is due and is still open, in no order."""
    for clock in material.method.clocks:
        if clock.running and clock.due:
            owner = clock.owner or (word(clock.role) if clock.role else "")
            yield Due(clock.due, word(clock.what), clock.title, owner, clock)
    for inquiry in material.desk.inquiries:
        if inquiry.due:
            text = shown.labelled(inquiry.outlet, inquiry.question)
            yield Due(inquiry.due, _("Inquiry"), text, inquiry.owner, inquiry)
    for task in material.tasks:
        if task.due and task.status != TaskStatus.DONE:
            yield Due(task.due, _("Task"), task.title, task.owner, task)
    for entry in material.entries:
        if entry.deadline and entry.deadline.ms >= material.as_of.ms:
            yield Due(entry.deadline, word(entry.kind), entry.text, entry.author, entry)
