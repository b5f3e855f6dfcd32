"""The records behind the parts of the three elements: what is counted, and what a part opens."""

from collections.abc import Callable, Sequence

from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import EntryKind
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.plan import Audience
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, Task
from desktop.warroom.selection import Selection, entries_of
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Spread, Verdict
from desktop.warroom.statements.consistency import Inconsistency, inconsistencies
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.releasing import live

MINUTE = 60_000
MOST = 200  # rows that a part shows
CARDS = {"team": ("C02",), "contained": ("Q01", "L01", "C03", "P05"), "facts": ("C05",)}
_WIDE = (Spread.COMPANY, Spread.OUTSIDE)


def behind(room: Reading, part: str, now: Moment) -> list[Record]:
    """The records that a part rests on, by the name of the part; ``MOST`` at most."""
    return list(_BEHIND[part](room, part, now))[:MOST]


def cards_of(room: Reading, part: str) -> list[Task]:
    """The cards of the playbook by which a part of rapid response is done."""
    ids = CARDS.get(part, ())
    if part == "contained":  # one card says it for each type; C03 only where there is no other
        own = room.records(Selection(kind=Task, equal=(("plan_id", ("Q01", "L01", "P05")),)))
        if own:
            return own
    return room.records(Selection(kind=Task, equal=(("plan_id", ids),)))


def first_words(room: Reading) -> Selection[Entry]:
    """Our statements since T0."""
    t0 = room.incident.t0
    return entries_of(EntryKind.STATEMENT, within=(("happened_at", t0.ms if t0 else None, None),))


def audiences_due(room: Reading, now: Moment) -> list[Audience]:
    """The audiences whose first contact was due by now."""
    until = (("first_due", None, now.ms + 1),)
    return room.records(Selection(kind=Audience, within=until, order="first_due"))


def updates_due(room: Reading, now: Moment) -> list[Clock]:
    """The public updates that were promised for a time by now, or given already."""
    found = room.records(
        Selection(kind=Clock, equal=(("what", (ClockKind.UPDATE,)),), filled=("due",), order="due")
    )
    return [each for each in found if _is_due(each, now) and each.state != ClockState.DISMISSED]


def tracked(room: Reading) -> tuple[set[str], set[str]]:
    """The figures that disagree in what is live, and all that are tracked there.

    A figure is a fact that a release rests on, or what a difference of texts is about.
    """
    differing = {_figure(each) for each in _differing(room)}
    used = {str(item.get("fact")) for release in live(room) for item in release.facts}
    return differing, used | differing


def rumours_due(room: Reading, now: Moment, wide: int, others: int) -> list[tuple[Rumour, bool]]:
    """The rumours that are judged or whose time is over, and whether they were judged in time.

    ``wide`` and ``others`` are the minutes allowed, as in the rule PF4-3.
    """
    found = []
    for each in room.all(Rumour):
        if each.heard_at is None:
            continue
        until = each.heard_at.ms + MINUTE * (wide if each.spread in _WIDE else others)
        closed = each.verdict != Verdict.OPEN and each.verdict_at is not None
        if closed or until < now.ms:
            at = each.verdict_at.ms if closed and each.verdict_at else None
            found.append((each, at is not None and at <= until))
    return found


def about_us() -> Selection[Coverage]:
    """The media items about us, the newest first."""
    return Selection(kind=Coverage, empty=("company",), order="published_at", newest_first=True)


def _is_due(clock: Clock, now: Moment) -> bool:
    return clock.state == ClockState.KEPT or (clock.due is not None and clock.due.ms <= now.ms)


def _differing(room: Reading) -> list[Inconsistency]:
    """Worked out anew only when what is published or known has changed."""
    kinds = ("release", "statement", "fact")
    return room.held("inconsistencies", kinds, lambda: inconsistencies(room))


def _figure(each: Inconsistency) -> str:
    return each.fact or f"{each.about} {' | '.join(side.value for side in each.sides)}"


def _cards(room: Reading, part: str, _now: Moment) -> list[Task]:
    return cards_of(room, part)


def _words(room: Reading, _part: str, _now: Moment) -> list[Entry]:
    return room.records(first_words(room), MOST)


def _contacted(room: Reading, _part: str, now: Moment) -> list[Audience]:
    return audiences_due(room, now)


def _updates(room: Reading, _part: str, now: Moment) -> list[Clock]:
    return updates_due(room, now)


def _releases(room: Reading, _part: str, _now: Moment) -> list[Release]:
    """What disagrees, or all that is live where nothing does."""
    found = {each.id: each for one in _differing(room) for each in one.releases}
    return list(found.values()) or live(room)


def _message(room: Reading, _part: str, _now: Moment) -> list[Record]:
    message = room.last_message()
    return [message] if message else []


def _questions(room: Reading, _part: str, _now: Moment) -> list[Answer]:
    return room.all(Answer)


def _rumours(room: Reading, _part: str, _now: Moment) -> list[Rumour]:
    return room.all(Rumour)


def _items(room: Reading, part: str, _now: Moment) -> list[Coverage]:
    rated = "carried" if part == "pull" else "tone"
    known = ("right", "wrong", "none") if part == "pull" else tuple(_TONES)
    chosen = Selection(
        kind=Coverage,
        equal=((rated, known),),
        empty=("company",),
        order="published_at",
        newest_first=True,
    )
    return room.records(chosen, MOST)


_TONES = ("negative", "neutral", "positive", "mixed")
_BEHIND: dict[str, Callable[[Reading, str, Moment], Sequence[Record]]] = {
    **dict.fromkeys(CARDS, _cards),
    "holding": _words,
    "contacted": _contacted,
    "updates": _updates,
    "consistent": _releases,
    "read": _message,
    "lines": _questions,
    "rumours": _rumours,
    "pull": _items,
    "tone": _items,
}
