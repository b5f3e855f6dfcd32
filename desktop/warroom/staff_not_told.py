"""Who has not been told a message: group by group, with the people, and the person to call."""

from dataclasses import dataclass
from typing import NamedTuple

from desktop.warroom.reading import Reading
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff import GroupTold, standing
from desktop.warroom.staff_messages import addressed
from desktop.warroom.staff_people import PersonCounts, members, receipts, untold
from desktop.warroom.staff_roster import StaffMember


class Untold(NamedTuple):
    """A person who has not been told; ``why`` it could not come, where somebody said."""

    id: str
    name: str
    number: str
    phone: str
    why: str = ""


class ToCall(NamedTuple):
    """Whom to call for a group."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class NotTold:
    """A group in which people have not been told.

    ``heads`` is how many there are, ``told`` how many of them have it, ``count`` how many have not,
    None where the headcount is not known. ``people`` are those without a receipt; where a
    supervisor counted more than have one, not all of them are among the missing, and ``exact`` is
    False.
    """

    group: StaffGroup
    heads: int | None
    told: int
    count: int | None
    people: tuple[Untold, ...]
    call: ToCall

    @property
    def exact(self) -> bool:
        """Whether the people are those who have not been told, all of them and nobody else."""
        return self.count is not None and len(self.people) == self.count


def not_told(room: Reading, message: StaffMessage) -> list[NotTold]:
    """The groups that a message is for in which somebody has not been told, nobody told first.

    It asks less than ``staff.told``, to whose numbers it agrees, and answers at once for any
    roster.
    """
    people, managers, heads = _people(room, message), _managers(room), members(room)
    reports = _reports(room, message)
    found = []
    for group in addressed(room, message):
        missing = people.get(group.id, ())
        known = PersonCounts(n, n - len(missing)) if (n := heads.get(group.id)) else None
        each = GroupTold(group, standing(reports.get(group.id, ())), known, message.channel)
        if each.left != 0:
            call = managers.get(group.id) or ToCall(group.manager, group.phone)
            found.append(
                NotTold(group, each.heads, each.told or 0, each.left, tuple(missing), call)
            )
    return sorted(found, key=_untold_first)


def _untold_first(each: NotTold) -> tuple[bool, int]:
    return each.told > 0, -(each.count or 0)


def _reports(room: Reading, message: StaffMessage) -> dict[str, list[Delivery]]:
    of: dict[str, list[Delivery]] = {}
    for report in room.records(Selection(kind=Delivery, equal=(("message", (message.id,)),))):
        of.setdefault(report.group, []).append(report)
    return of


def how_many(found: list[NotTold]) -> int:
    """How many people have not been told, in the groups whose headcount is known."""
    return sum(each.count or 0 for each in found)


def _people(room: Reading, message: StaffMessage) -> dict[str, list[Untold]]:
    why = dict(_reasons(room, message))
    found: dict[str, list[Untold]] = {}
    fields = ("name", "number", "phone", "group")
    for member, name, number, phone, group in room.cells(untold(message), fields):
        person = Untold(member, name, number, phone, why.get(member, ""))
        try:
            found[group].append(person)
        except KeyError:
            found[group] = [person]
    return found


def _reasons(room: Reading, message: StaffMessage) -> list[tuple[str, str]]:
    said = room.cells(receipts(message, filled=("unreachable_why",)), ("member", "unreachable_why"))
    return [(member, why) for _id, member, why in said]


def _managers(room: Reading) -> dict[str, ToCall]:
    """The person who manages each group, where the roster says."""
    manage = Selection(kind=StaffMember, equal=(("manager", (1,)),))
    said = room.cells(manage, ("group", "name", "phone"))
    return {group: ToCall(name, phone) for _id, group, name, phone in said}
