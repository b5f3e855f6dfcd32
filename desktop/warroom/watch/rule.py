"""What a rule of the watch is: when it fires, how grave that is, and what it rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop.warroom.choices import Choice
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.selection import Selection
from resources import N_, _

MINUTE = 60_000  # milliseconds
HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE
Kind = TypeVar("Kind", bound=Record)


class Pitfall(Choice):
    """The four common mistakes (seed 31.1 to 31.4)."""

    SIGNS = "PF1", N_("Warning signs ignored")
    COMMUNICATION = "PF2", N_("Lack of effective communication")
    PLAN = "PF3", N_("No emergency plan")
    GUIDANCE = "PF4", N_("Poor opinion guidance")


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold of a rule. ``label`` is a message key, ``unit`` minutes, percent, count or days.

    ``of_type`` holds other defaults by crisis type.
    """

    key: str
    label: str
    default: int
    unit: str = "minutes"
    of_type: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """One warning: a rule fires for a subject.

    ``subject`` tells it from others of the same rule: the id of a record, a topic, or nothing.
    ``severity`` is 1 (highest) to 4. ``said`` says in one sentence why, ``clears`` what would end
    it. ``rows`` are the records that raised it, ``numbers`` the figures that were compared.
    """

    subject: str
    severity: int
    said: str
    clears: str
    rows: tuple[Record, ...] = ()
    numbers: tuple[tuple[str, int | float | str], ...] = ()


@dataclass(slots=True)
class Seen:
    """What a rule may look at: the room and an instant. Nothing else, so that it is a function.

    Whoever asks for what time alone will change says so with ``later``. ``held`` are the subjects
    for which the rule held before, where one ends at another limit than it begins.
    """

    room: Reading
    now: Moment
    limits: Callable[[str], int]
    held: frozenset[str] = frozenset()
    next_at: int | None = None

    @property
    def incident(self) -> Incident:
        """The incident on screen."""
        return self.room.incident

    @property
    def grave(self) -> bool:
        """Whether the incident is of level 1 or 2."""
        return self.incident.severity in ("1", "2")

    def limit(self, key: str) -> int:
        """A threshold of this rule, as it holds for the type and level of the incident."""
        return self.limits(key)

    def all(self, kind: type[Kind], **narrowed: object) -> list[Kind]:
        """The records of a kind in the incident on screen, narrowed as a Selection is."""
        return self.room.records(Selection(kind=kind, **narrowed))  # type: ignore[arg-type]

    def passed(self, ms: int) -> bool:
        """Whether an instant (UTC milliseconds) is over; one to come is looked at again then."""
        if ms <= self.now.ms:
            return True
        self.later(ms)
        return False

    def since(self, moment: Moment | None) -> int | None:
        """Whole minutes since a moment; None without one."""
        return (self.now.ms - moment.ms) // MINUTE if moment else None

    def later(self, ms: int) -> None:
        """Look again at this instant (UTC milliseconds), if nothing changes before."""
        if ms > self.now.ms:
            self.next_at = ms if self.next_at is None else min(self.next_at, ms)


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the rules. ``title`` is a message key, ``reference`` the point of the course.

    ``kinds`` are the kinds of record whose change may change the answer, by their names. A rule
    for ``company`` looks beyond the incident on screen.
    """

    id: str
    title: str
    reference: str
    kinds: tuple[str, ...]
    look: Callable[[Seen], Iterable[Raised]]
    limits: Sequence[Limit] = ()

    @property
    def pitfall(self) -> Pitfall:
        """The mistake that it watches for."""
        return Pitfall(self.id.partition("-")[0])

    @property
    def shown(self) -> str:
        """Its title in the language spoken now."""
        return _(self.title)
