"""What became of each release: still up, replaced or taken down, and what is held against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop.warroom.choices import Certainty, Choice, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact, plain
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.consistency import Inconsistency, inconsistencies
from desktop.warroom.statements.desk import live
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import to_correct
from desktop.warroom.statements.touching import said_of
from desktop.warroom.statements.wording import fact_named, sha256_of
from resources import N_, _


class Up(Choice):
    """Whether the public can still read a release."""

    LIVE = "live", N_("Still up")
    SUPERSEDED = "superseded", N_("Superseded")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Flag(Choice):
    """What is held against a release, most urgent first; the last two for ever."""

    TO_CORRECT = "to_correct", N_("to be corrected")
    DIFFERS = "differs", N_("differs")
    OLDER = "older", N_("an older version")
    UNAPPROVED = "unapproved", N_("without approval")
    BEFORE_STAFF = "before_staff", N_("before the staff")


STAYS = (Flag.UNAPPROVED, Flag.BEFORE_STAFF)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How a release stands now."""

    up: Up
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Rested:
    """A fact as it went out, and how it stands now; ``holds`` while both are the same."""

    fact: str
    subject: str
    went: str
    now: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Board:
    """All releases of an incident with how they stand, and where live ones differ."""

    of: dict[str, Whereabouts]
    differing: tuple[Inconsistency, ...]

    @property
    def open(self) -> int:
        """How many things ask for somebody: releases to be corrected, and differences."""
        correct = [each for each in self.of.values() if Flag.TO_CORRECT in each.flags]
        return len(correct) + len(self.differing)

    def of_release(self, release: Release) -> Whereabouts:
        """How one release stands; one that came after the board counts as live."""
        return self.of.get(release.id, Whereabouts(Up.LIVE))


def board(room: WarRoom) -> Board:
    """How all releases of the incident on screen stand now."""
    differing = tuple(inconsistencies(room))
    texts = {each.id: each for each in room.all(Statement)}
    up = {each.id for each in live(room)}
    wrong, differ = to_correct(room), {r.id for each in differing for r in each.releases}
    found = {}
    for each in room.all(Release):
        state = _up(each, up)
        held = {
            Flag.TO_CORRECT: state is Up.LIVE and each.statement in wrong,
            Flag.DIFFERS: each.id in differ,
            Flag.OLDER: state is Up.LIVE and _older(texts.get(each.statement)),
            Flag.UNAPPROVED: bool(each.unapproved_why),
            Flag.BEFORE_STAFF: bool(each.before_staff_why),
        }
        found[each.id] = Whereabouts(state, tuple(flag for flag in Flag if held[flag]))
    return Board(found, differing)


def rested_on(room: WarRoom, release: Release) -> list[Rested]:
    """The facts that a release rested on, as they went out and as they are now."""
    return [_rested(room, str(i.get("fact", "")), str(i.get("value", ""))) for i in release.facts]


def as_it_went(release: Release) -> bool:
    """Whether the text that is kept is the one that the hash is of."""
    return sha256_of(release.text) == release.sha256


def web_address(typed: str) -> str:
    """An address of the web that may be opened.

    Raises RuleBroken for anything else: other schemes could run something, and a name before the
    host is how an address pretends to be another.
    """
    address = typed.strip()
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound or parts.username is not None or not address.isprintable() or " " in address:
        said = _("Only addresses of the web are opened. They begin with {start}.")
        raise RuleBroken(said.format(start="https://"))
    return address


def link(room: WarRoom, release: Release, url: str) -> None:
    """Record where a release can be read; nothing typed takes the address away."""
    address = web_address(url) if url.strip() else ""
    room.change(room.get(Release, release.id), url=address)


def sides_of(differing: Sequence[Inconsistency], release: Release) -> list[str]:
    """The warnings that one release stands in."""
    return [each.said for each in differing if release.id in {r.id for r in each.releases}]


def _up(release: Release, up: set[str]) -> Up:
    if release.withdrawn_at:
        return Up.WITHDRAWN
    return Up.LIVE if release.id in up else Up.SUPERSEDED


def _older(text: Statement | None) -> bool:
    return text is not None and text.standing == Standing.SUPERSEDED


def _rested(room: WarRoom, fact_id: str, went: str) -> Rested:
    fact = room.find(Fact, fact_id)
    if fact is None:
        return Rested(fact_id, fact_id, went, _("taken back"), holds=False)
    same = fact_named(room, fact_id) is not None and plain(fact.value) == plain(went)
    doubted = fact.status in (Certainty.DISPUTED, Certainty.REFUTED)
    return Rested(fact_id, fact.subject, went, said_of(fact), holds=same and not doubted)
