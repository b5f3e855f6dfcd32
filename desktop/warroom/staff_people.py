"""Person by person: who of a group has got, read and confirmed a message, and who has not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from desktop.warroom.choices import Channel
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember

ON_PAPER = (Channel.HUDDLE, Channel.PAPER, Channel.CALL)  # whoever is reached has been briefed
MOST_NAMED = 1_000  # people that a question to the file names one by one
_ROSTER, _KINDS = ("staff_member",), ("staff_member", "receipt")
_TOLD: dict[str, Any] = {"empty": ("unreachable_why",)}
_READ: dict[str, Any] = {"either": ("read_at", "confirmed_at")}
_CONFIRMED: dict[str, Any] = {"filled": ("confirmed_at",)}


@dataclass(frozen=True, slots=True)
class PersonCounts:
    """How many of a group are known by name, and how far a message came to them."""

    heads: int
    reached: int = 0
    read: int = 0
    missed: int = 0
    confirmed: int = 0


class PersonTold(NamedTuple):
    """A person, and where a message stands: UTC milliseconds, or None; ``why`` it did not come."""

    id: str
    name: str
    number: str
    phone: str
    reached: int | None = None
    read: int | None = None
    confirmed: int | None = None
    why: str = ""

    @property
    def told(self) -> bool:
        """Whether the message came to the person, in whatever way."""
        return any(at is not None for at in (self.reached, self.read, self.confirmed))


def receipts(message: StaffMessage, **narrowed: Any) -> Selection[Receipt]:
    """The receipts of a message."""
    return Selection(kind=Receipt, equal=(("message", (message.id,)),), **narrowed)


def untold(message: StaffMessage) -> Selection[StaffMember]:
    """The people who have no receipt of a message but that it could not come."""
    return Selection(kind=StaffMember, unless=(receipts(message, **_TOLD), "member"))


def members(room: Reading) -> dict[str, int]:
    """How many people of each group are known by name."""
    everybody = Selection(kind=StaffMember)
    return room.held("staff/members", _ROSTER, partial(room.tally, everybody, "group"))


def groups_of(room: Reading) -> dict[str, str]:
    """The id of the group of each person."""
    return room.held("staff/groups", _ROSTER, partial(_groups_of, room))


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of each group, and who of a group is meant by a name or number, in small."""

    people: dict[str, list[str]]
    called: dict[tuple[str, str], str]


def roster(room: Reading) -> Roster:
    """Everybody by group, by name and by number."""
    return room.held("staff/roster", _ROSTER, partial(_roster, room))


def _roster(room: Reading) -> Roster:
    found = Roster({}, {})
    said = room.cells(Selection(kind=StaffMember), ("group", "number", "name"))
    for member, group, *names in said:
        found.people.setdefault(group, []).append(member)
        for name in filter(None, names):
            found.called[group, name.casefold()] = member
    return found


def person_counts(room: Reading, message: StaffMessage) -> dict[str, PersonCounts]:
    """The counts of a message by the id of the group, for groups whose people are known."""
    count = partial(_person_counts, room, message)
    return room.held(f"staff/counts/{message.id}", _KINDS, count)


def _groups_of(room: Reading) -> dict[str, str]:
    return dict(room.cells(Selection(kind=StaffMember), ("group",)))


def _person_counts(room: Reading, message: StaffMessage) -> dict[str, PersonCounts]:
    heads = members(room)
    if not heads:
        return {}
    told = _by_group(room, receipts(message, **_TOLD))
    read, confirmed = (_by_group(room, receipts(message, **n)) for n in (_READ, _CONFIRMED))
    missed = _missed(room, message)
    return {
        group: PersonCounts(
            n, told.get(group, 0), read.get(group, 0), missed[group], confirmed.get(group, 0)
        )
        for group, n in heads.items()
    }


def _missed(room: Reading, message: StaffMessage) -> Counter[str]:
    """How many of each group somebody says it could not come to, and to whom it did not since."""
    said = room.cells(receipts(message, filled=("unreachable_why",)), ("member",))
    members_missed = {member for _id, member in said}
    if not members_missed:
        return Counter()
    still = room.cells(untold(message), ("group",))
    return Counter(group for member, group in still if member in members_missed)


def _by_group(room: Reading, selection: Selection[Receipt]) -> dict[str, int]:
    return room.tally(selection, "member.group")


def people_told(room: Reading, message: StaffMessage, group: str) -> list[PersonTold]:
    """Each person of a group, those not told first, then in the order of the roster."""
    of_group = Selection(kind=StaffMember, equal=(("group", (group,)),))
    people = list(room.cells(of_group, ("name", "number", "phone")))
    said = _times(room, message, [person[0] for person in people])
    found = [PersonTold(*person, *said.get(person[0], ())) for person in people]
    return sorted(found, key=_untold_first)


def _untold_first(person: PersonTold) -> bool:
    return person.told


def _times(
    room: Reading, message: StaffMessage, people: Sequence[str]
) -> dict[str, tuple[Any, ...]]:
    """For each person with receipts the first of each time, and the last reason."""
    found: dict[str, tuple[Any, ...]] = {}
    fields = ("member", "reached_at", "read_at", "confirmed_at", "unreachable_why")
    for _id, member, *times, why in room.cells(_of_people(message, people), fields):
        before = found.get(member, (None, None, None, ""))
        firsts = (_first(old, new) for old, new in zip(before[:3], times, strict=True))
        found[member] = (*firsts, why or before[3])
    return {member: (*said[:3], "" if any(said[:3]) else said[3]) for member, said in found.items()}


def _of_people(message: StaffMessage, people: Sequence[str]) -> Selection[Receipt]:
    """The receipts of these people; of very many all are gone through instead."""
    if len(people) > MOST_NAMED:
        return receipts(message)
    about = (("message", (message.id,)), ("member", tuple(people)))
    return Selection(kind=Receipt, equal=about)


def _first(one: int | None, other: int | None) -> int | None:
    return min((at for at in (one, other) if at is not None), default=None)


def first_reads(room: Reading, message: StaffMessage) -> dict[str, int]:
    """When each person has read a message or confirmed it, in UTC milliseconds, whichever first.

    In a huddle, on paper and by phone whoever is reached has been briefed.
    """
    briefed = ("reached_at",) if message.channel in ON_PAPER else ()
    fields = ("read_at", "confirmed_at", *briefed)
    found = partial(_first_reads, room, message, fields)
    return room.held(f"staff/reads/{message.id}/{len(fields)}", ("receipt",), found)


def _first_reads(room: Reading, message: StaffMessage, fields: Sequence[str]) -> dict[str, int]:
    first: dict[str, int] = {}
    asked = receipts(message, either=tuple(fields))
    for _id, member, *times in room.cells(asked, ("member", *fields)):
        at = min((ms for ms in times if ms is not None), default=None)
        if at is not None and at < first.get(member, at + 1):
            first[member] = at
    return first


def read_times(room: Reading, message: StaffMessage) -> dict[str, list[int]]:
    """The same times in their order by the id of the group of each person."""
    group_of = groups_of(room)
    found: dict[str, list[int]] = {}
    for member, at in first_reads(room, message).items():
        if member in group_of:
            found.setdefault(group_of[member], []).append(at)
    return {group: sorted(times) for group, times in found.items()}
