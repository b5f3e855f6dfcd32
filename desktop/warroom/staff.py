"""Who among the employees was told a message, group by group, what is missing first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_forms import ToldHow
from desktop.warroom.staff_messages import addressed, narrowed
from desktop.warroom.staff_people import ON_PAPER, PersonCounts, person_counts
from resources import _

COUNTS = ("reached", "read", "missed", "confirmed")
NOBODY: Mapping[str, PersonCounts] = {}


@dataclass(frozen=True, slots=True)
class GroupTold:
    """A group, and where a message stands in it: each count as it was last reported.

    Where ``people`` are known one by one, the larger of what they and the report say counts.
    """

    group: StaffGroup
    report: Delivery | None
    people: PersonCounts | None = None
    channel: Channel | str = ""

    @property
    def heads(self) -> int | None:
        """How many people there are: the headcount, else those known by name."""
        if self.group.headcount is None and self.people:
            return self.people.heads or None
        return self.group.headcount

    @property
    def reached(self) -> int | None:
        """How many were reached; None where nobody says."""
        return self._count("reached")

    @property
    def read(self) -> int | None:
        """How many have read it or were briefed; in a huddle, on paper, by phone who was reached.

        Who has confirmed has read it. None where nobody says.
        """
        briefed = self.reached if self.channel in ON_PAPER else None
        return _largest(self._count("read"), self.confirmed, briefed)

    @property
    def missed(self) -> int | None:
        """How many could not be reached; None where nobody says."""
        return self._count("missed")

    @property
    def confirmed(self) -> int | None:
        """How many confirmed; None where nobody says."""
        return self._count("confirmed")

    @property
    def told(self) -> int | None:
        """How many are known to have it, in whatever way; None where nobody says."""
        return _largest(self.reached, self.read)

    @property
    def left(self) -> int | None:
        """How many have not been told; None where the headcount is not known."""
        return None if self.heads is None else max(0, self.heads - (self.told or 0))

    @property
    def untold(self) -> bool:
        """Whether nobody of the group is known to have been told."""
        return not self.told

    @property
    def reported(self) -> bool:
        """Whether a supervisor's count is in it, which is marked as reported."""
        said = self.report is not None and any(getattr(self.report, n) for n in COUNTS)
        return said and self.report is not None and self.report.how == ToldHow.SUPERVISOR

    def share(self, count: int | None) -> float | None:
        """A count as a part of the headcount; None where either is not known or nobody is."""
        return count / self.heads if self.heads and count is not None else None

    def _count(self, name: str) -> int | None:
        said: int | None = getattr(self.report, name) if self.report else None
        people: int | None = getattr(self.people, name) if self.people else None
        return _largest(said, people or None)

    @property
    def doubt(self) -> str:
        """What cannot be right in the figures, in words; empty when nothing is wrong."""
        heads, reached, confirmed = self.group.headcount, self.reached, self.confirmed
        if heads == 0:
            return _("headcount 0")
        if heads and reached is not None and reached > heads:
            return _("more reached than there are")
        if reached is not None and confirmed is not None and confirmed > reached:
            return _("more confirmed than reached")
        if heads and confirmed is not None and confirmed > heads:
            return _("more confirmed than there are")
        if heads and (reached or 0) + (self.missed or 0) > heads:
            return _("reached and not reached are more than there are")
        return ""


@dataclass(frozen=True, slots=True)
class MessageTold:
    """A message and every group, what is missing first; without a message nobody was told."""

    message: StaffMessage | None
    groups: tuple[GroupTold, ...]

    @property
    def heads(self) -> int:
        """How many people there are in the groups whose headcount is known."""
        return sum(each.heads or 0 for each in self.groups)

    @property
    def untold(self) -> int:
        """How many groups nobody is known to have been told in."""
        return sum(each.untold for each in self.groups)

    @property
    def last(self) -> Moment | None:
        """When the last report came; None before the first."""
        times = [at for each in self.groups if each.report and (at := each.report.reported_at)]
        return max(times, key=lambda at: at.ms, default=None)

    def count(self, name: str) -> int | None:
        """The sum of one of ``COUNTS`` over all groups; None where no report says any."""
        said = [found for each in self.groups if (found := getattr(each, name)) is not None]
        return sum(said) if said else None

    def share(self, name: str) -> float | None:
        """The same as a part of all heads, counted in the groups whose headcount is known."""
        measured = [each for each in self.groups if each.heads]
        found = MessageTold(self.message, tuple(measured)).count(name)
        return found / self.heads if found is not None and self.heads else None


def standing(reports: Iterable[Delivery]) -> Delivery | None:
    """The last of some reports, with the counts that it does not say as they were last said.

    A later report does not take back what it does not mention. None when there are none.
    """
    in_order = sorted(reports, key=lambda report: (_ms(report.reported_at), report.id))
    last: Delivery | None = None
    for report in in_order:
        kept = {n: getattr(last, n) for n in COUNTS if last and getattr(report, n) is None}
        if last and report.missed is None and not report.why_missed:
            kept["why_missed"] = last.why_missed
        last = replace(report, **kept)
    return last


def told(room: Reading, message: StaffMessage | None) -> list[GroupTold]:
    """The groups that a message is for, and where it stands: nobody told first, then by share."""
    if message is None:
        return _told(room.all(StaffGroup), [])
    reports = Selection(kind=Delivery, equal=(("message", (message.id,)),))
    people = person_counts(room, message)
    return _told(addressed(room, message), room.records(reports), people, message.channel)


def all_told(room: Reading) -> list[MessageTold]:
    """Every message with its groups: those not sent yet, then the newest sent first."""
    groups, reports = room.all(StaffGroup), room.all(Delivery)
    of: dict[str, list[Delivery]] = {}
    for report in reports:
        of.setdefault(report.message, []).append(report)
    return [
        MessageTold(message, tuple(_standing_of(room, message, groups, of.get(message.id, ()))))
        for message in sorted(room.all(StaffMessage), key=_drafts_first)
    ]


def _standing_of(
    room: Reading,
    message: StaffMessage,
    groups: Sequence[StaffGroup],
    reports: Iterable[Delivery],
) -> list[GroupTold]:
    people = person_counts(room, message)
    return _told(narrowed(groups, message), reports, people, message.channel)


def reports_of(message_id: str, group_id: str) -> Selection[Delivery]:
    """The reports on a message from a group, the newest first."""
    about = (("message", (message_id,)), ("group", (group_id,)))
    return Selection(kind=Delivery, equal=about, order="reported_at", newest_first=True)


def _told(
    groups: Sequence[StaffGroup],
    reports: Iterable[Delivery],
    people: Mapping[str, PersonCounts] = NOBODY,
    channel: Channel | str = "",
) -> list[GroupTold]:
    of: dict[str, list[Delivery]] = {}
    for report in reports:
        of.setdefault(report.group, []).append(report)
    found = [
        GroupTold(group, standing(of.get(group.id, ())), people.get(group.id), channel)
        for group in groups
    ]
    return sorted(found, key=_missing_first)


def _missing_first(each: GroupTold) -> tuple[bool, float, float, int]:
    """Nobody told, then a share that is not known, then the smaller; of equals the larger group."""
    reached = each.reached if each.reached is not None else each.confirmed
    parts = each.share(reached) or 0, each.share(each.confirmed) or 0
    return (not each.untold, *parts, -(each.heads or 0))


def _drafts_first(message: StaffMessage) -> tuple[bool, int]:
    return message.sent_at is not None, -_ms(message.sent_at)


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a message had come at a moment, over all groups; None where no report says any.

    ``at`` is None for reports of which nobody said when they came; ``reports`` came just then.
    """

    at: Moment | None
    reached: int | None
    confirmed: int | None
    reports: tuple[Delivery, ...]


def reach_over_time(reports: Iterable[Delivery]) -> list[Reach]:
    """How far the reports on one message say it had come, after each; the last is how it stands.

    Reports without a time come first, as in ``standing``; those of one instant are one step.
    """
    in_order = sorted(reports, key=lambda report: (_ms(report.reported_at), report.id))
    of: dict[str, Delivery] = {}
    steps: list[Reach] = []
    for _instant, together in groupby(in_order, key=lambda report: _ms(report.reported_at)):
        come = tuple(together)
        for report in come:
            before = (of[report.group],) if report.group in of else ()
            of[report.group] = standing((*before, report)) or report
        reached = _sum(each.reached for each in of.values())
        confirmed = _sum(each.confirmed for each in of.values())
        steps.append(Reach(come[-1].reported_at, reached, confirmed, come))
    return steps


def _largest(*counts: int | None) -> int | None:
    said = [count for count in counts if count is not None]
    return max(said, default=None)


def _sum(counts: Iterable[int | None]) -> int | None:
    said = [count for count in counts if count is not None]
    return sum(said) if said else None
