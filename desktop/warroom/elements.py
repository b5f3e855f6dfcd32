"""The three elements (seed 27) as gauges: rapid response, information, guidance of opinion.

Each gauge is the mean of its known parts (warnings 5.6), each part a score from 0 to 1.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.warroom.answers.lines import qa_coverage
from desktop.warroom.choices import Carried, Choice, CrisisType
from desktop.warroom.elements_behind import (
    about_us,
    audiences_due,
    cards_of,
    first_words,
    rumours_due,
    tracked,
    updates_due,
)
from desktop.warroom.measures import GOALS
from desktop.warroom.method.clocks import Clock, ClockState
from desktop.warroom.method.plan import Audience
from desktop.warroom.moment import Moment
from desktop.warroom.opinion import TONES, Net, Share
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage, Incident
from desktop.warroom.staff import told
from desktop.warroom.staff_measures import reached
from desktop.warroom.watch.alarms import Threshold
from desktop.warroom.watch.limits import in_force
from desktop.warroom.watch.rules import rules
from resources import N_

MINUTE = 60_000
WANTED = 0.5  # of the items carry a key message: then the part is full (warnings 5.6)


class Element(Choice):
    """What handles a crisis well, in three words of the course."""

    RAPID = "rapid", N_("Rapid response")
    INFORMATION = "information", N_("Information")
    OPINION = "opinion", N_("Opinion guidance")


class PartName(Choice):
    """The parts of the three gauges."""

    TEAM = "team", N_("Team activated")
    HOLDING = "holding", N_("First public word")
    CONTAINED = "contained", N_("Harm contained")
    FACTS = "facts", N_("Fact sheet")
    CONTACTED = "contacted", N_("Audiences contacted on time")
    UPDATES = "updates", N_("Updates on time")
    CONSISTENT = "consistent", N_("Consistent figures")
    READ = "read", N_("Staff who read the latest message")
    LINES = "lines", N_("Questions with a line")
    RUMOURS = "rumours", N_("Rumours closed in time")
    PULL = "pull", N_("Messages that arrive")
    TONE = "tone", N_("Net tone")


RAPID = (PartName.TEAM, PartName.HOLDING, PartName.CONTAINED, PartName.FACTS)  # in minutes


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a gauge; ``value`` lies between 0 and 1, None where too little is known.

    ``n`` of ``of`` are what was counted: minutes taken and allowed in rapid response, where
    ``open`` says that the minutes still run; the sum of tones and the rated items for the net tone.
    """

    name: PartName
    value: float | None
    n: int | None = None
    of: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Gauge:
    """An element with its parts."""

    element: Element
    parts: tuple[Part, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """The values of the parts that have one."""
        return tuple(part.value for part in self.parts if part.value is not None)

    @property
    def value(self) -> float | None:
        """The mean of the known parts; None where none is known."""
        known = self.known
        return sum(known) / len(known) if known else None


def gauges(room: Reading, now: Moment) -> tuple[Gauge, ...]:
    """The three gauges of the incident on screen at a moment, or at its end."""
    now = room.incident.until(now)
    return (
        Gauge(Element.RAPID, tuple(_rapid(room, now))),
        Gauge(Element.INFORMATION, tuple(_information(room, now))),
        Gauge(Element.OPINION, tuple(_opinion(room, now))),
    )


def activation(name: PartName, target: int | None, taken: int | None, *, open: bool) -> Part:
    """``target / taken`` capped at 1, of milliseconds; what is ``open`` counts once it is late."""
    minutes = None if taken is None else taken // MINUTE
    allowed = None if target is None else target // MINUTE
    if target is None or taken is None or (open and taken <= target):
        return Part(name, None, minutes, allowed, open)
    return Part(name, 1.0 if taken <= target else target / taken, minutes, allowed, open)


def counted(name: PartName, n: int, of: int) -> Part:
    """A part of all that there are; nothing to be counted is not known."""
    return Part(name, n / of if of else None, n, of)


# rapid response


def _rapid(room: Reading, now: Moment) -> Iterator[Part]:
    incident = room.incident
    yield _by_card(room, now, PartName.TEAM, _of_type(incident, _TEAM))
    said = room.records(first_words(room), 1)
    first = said[0].happened_at if said else None
    yield _timed(incident, now, PartName.HOLDING, _goal(incident), first)
    contained = incident.contained_at
    yield _by_card(room, now, PartName.CONTAINED, _of_type(incident, _CONTAINED), contained)
    yield _by_card(room, now, PartName.FACTS, _of_type(incident, _FACTS))


# minutes after T0 by type, as in the playbooks (C02; Q01, L01, C03, P05; C05)
_TEAM = (15, 15, 20, 10)
_CONTAINED = (30, 30, 15, 45)
_FACTS = (30, 30, 30, 15)
_TYPES = (
    CrisisType.PRODUCT_QUALITY,
    CrisisType.DATA_LEAK,
    CrisisType.NEGATIVE_OPINION,
    CrisisType.PLATFORM_SECURITY,
)


def _of_type(incident: Incident, minutes: Sequence[int]) -> int | None:
    found = dict(zip(map(str, _TYPES), minutes, strict=True)).get(str(incident.type))
    return found * MINUTE if found else None


def _goal(incident: Incident) -> int | None:
    minutes = GOALS.get(incident.type) if isinstance(incident.type, CrisisType) else None
    return minutes * MINUTE if minutes else None


def _by_card(
    room: Reading, now: Moment, name: PartName, target: int | None, other: Moment | None = None
) -> Part:
    """How soon the card of the playbook was done; ``other`` is a time that says so as well."""
    cards = cards_of(room, name)
    offsets = [each.offset * MINUTE for each in cards if each.offset is not None]
    times = [each.done_at for each in cards if each.done_at] + ([other] if other else [])
    if not cards and not times and name != PartName.CONTAINED:
        return Part(name, None)
    first = min(times, key=lambda each: each.ms, default=None)
    return _timed(room.incident, now, name, min(offsets, default=target), first)


def _timed(
    incident: Incident, now: Moment, name: PartName, target: int | None, at: Moment | None
) -> Part:
    if incident.t0 is None:
        return Part(name, None)
    taken = max(0, (at or now).ms - incident.t0.ms)
    return activation(name, target, taken, open=at is None)


# information


def _information(room: Reading, now: Moment) -> Iterator[Part]:
    due = audiences_due(room, now)
    yield counted(PartName.CONTACTED, sum(map(_in_time, due)), len(due))
    promised = updates_due(room, now)
    yield counted(PartName.UPDATES, sum(map(_kept, promised)), len(promised))
    wrong, all_ = tracked(room)
    yield counted(PartName.CONSISTENT, len(all_) - len(wrong), len(all_))
    yield _read(room, now)


def _in_time(each: Audience) -> bool:
    made, due = each.first_made, each.first_due
    return made is not None and due is not None and made.ms <= due.ms


def _kept(each: Clock) -> bool:
    done, due = each.filed_at, each.due
    kept = each.state == ClockState.KEPT and done is not None
    return bool(kept and done and due and done.ms <= due.ms)


def _read(room: Reading, now: Moment) -> Part:
    """The read rate of the message sent last; not known where no group reports who has read."""
    message = room.last_message()
    if message is None or all(each.read is None for each in told(room, message)):
        return Part(PartName.READ, None)
    rate = reached(room, message, now).read_rate
    return counted(PartName.READ, rate.part, rate.of)


# guidance of opinion


def _opinion(room: Reading, now: Moment) -> Iterator[Part]:
    lines = qa_coverage(room)
    yield counted(PartName.LINES, lines.valid, lines.asked)
    limit = _rumour_limit(room)
    rumours = rumours_due(room, now, limit("wide"), limit("minutes"))
    yield counted(PartName.RUMOURS, sum(in_time for _each, in_time in rumours), len(rumours))
    yield arriving(_tallied(room, "carried"))
    yield toned(_tallied(room, "tone"))


def _tallied(room: Reading, name: str) -> dict[str, int]:
    """The items about us by a field, counted anew only when media items have changed."""
    of = (Coverage.kind_name,)
    return room.held(f"elements/{name}", of, partial(room.tally, about_us(), name))


def arriving(carried: Mapping[str, int]) -> Part:
    """Pull-through against half of the items, from the counts of what was carried."""
    right = carried.get(Carried.RIGHT, 0)
    rated = right + carried.get(Carried.WRONG, 0) + carried.get(Carried.NONE, 0)
    share = Share(right, rated)
    value = None if share.value is None else min(1.0, share.value / WANTED)
    return Part(PartName.PULL, value, right, rated)


def toned(tones: Mapping[str, int]) -> Part:
    """(net tone + 1) / 2, from the counts of the tones."""
    total = sum(tones.get(tone, 0) * sign for tone, sign in TONES.items())
    net = Net(total, sum(tones.get(tone, 0) for tone in TONES))
    value = None if net.value is None else (net.value + 1) / 2
    return Part(PartName.TONE, value, total, net.n)


def _rumour_limit(room: Reading) -> Callable[[str], int]:
    """The minutes within which a rumour is answered, as the rule PF4-3 has them here."""
    return in_force(rules()["PF4-3"], room.all(Threshold), room.incident)
