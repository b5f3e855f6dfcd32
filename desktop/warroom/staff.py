"""Who among the employees was told a message, group by group, what is missing first."""

from dataclasses import dataclass

from desktop.warroom.reading import Reading
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from resources import _


@dataclass(frozen=True, slots=True)
class GroupTold:
    """A group and the last report of how many of it a message reached."""

    group: StaffGroup
    report: Delivery | None

    @property
    def reached(self) -> int | None:
        """How many were reached; None before the first report or where it does not say."""
        return self.report.reached if self.report else None

    @property
    def confirmed(self) -> int | None:
        """How many confirmed; None before the first report or where it does not say."""
        return self.report.confirmed if self.report else None

    def share(self, count: int | None) -> float | None:
        """A count as a part of the headcount; None where either is not known or nobody is."""
        heads = self.group.headcount
        return count / heads if heads and count is not None else None

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
        return ""


def told(room: Reading, message: StaffMessage | None) -> list[GroupTold]:
    """Every group with its last report on a message: nobody told first, then by share confirmed."""
    last: dict[str, Delivery] = {}
    if message:
        reports = Selection(kind=Delivery, equal=(("message", (message.id,)),), order="reported_at")
        last = {report.group: report for report in room.records(reports)}
    found = [GroupTold(group, last.get(group.id)) for group in room.all(StaffGroup)]
    return sorted(found, key=_missing_first)


def _missing_first(each: GroupTold) -> tuple[float, float]:
    return (each.share(each.reached) or 0, each.share(each.confirmed) or 0)
