"""What we know: facts in the five kinds of information, each with its sources side by side."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from desktop.warroom.choices import Certainty, Classification
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import Information
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

MINUTE = 60_000
EMPTY_AFTER = 60 * MINUTE  # a kind of information without a fact is late by then (seed 24.2)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Fact(Record):
    """One thing we want to know, what we hold to be so, and how sure of it we are.

    One that is no longer so marks every text that rests on it (``statements.touching``).
    """

    kind_name = "fact"
    shown_name = N_("Fact")
    draws_others, draws_when_new = True, False

    bucket: Information | str = declare(
        Shape.CHOICE, N_("Kind of information"), Information.INCIDENT, choices=Information
    )
    subject: str = declare(Shape.TEXT, N_("What it is about"), "", needed=True)
    value: str = declare(Shape.PROSE, N_("What we hold to be so"), "")
    status: Certainty | str = declare(
        Shape.CHOICE, N_("Certainty"), Certainty.UNCONFIRMED, choices=Certainty
    )
    sensitivity: Classification | str = declare(
        Shape.CHOICE, N_("Sensitivity"), Classification.INTERNAL, choices=Classification
    )
    as_of: Moment | None = declare(Shape.MOMENT, N_("As of"), starts=Start.NOW)
    public_interest: bool = declare(Shape.FLAG, N_("The public has a right to know"), False)
    safety: bool = declare(Shape.FLAG, N_("Touches somebody's safety"), False)
    held_why: str = declare(Shape.TEXT, N_("Why it is held back"), "")
    confirmed_at: Moment | None = declare(Shape.MOMENT, N_("Confirmed at"), form=False)
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What is confirmed was confirmed at a time."""
        status = values.get("status", self.status)
        if status == self.status:
            return {}
        return {"confirmed_at": saying.at if status == Certainty.CONFIRMED else None}

    @classmethod
    def drawn_by(
        cls, changed: Iterable[tuple[Record | None, Self]], room: "Reading"
    ) -> "Iterable[Drawn]":
        """The marks of the texts that the changed facts touch, and the approvals that end."""
        from desktop.warroom.statements.touching import touching  # few acts change a fact

        pairs = [(old, now) for old, now in changed if isinstance(old, Fact)]
        yield from touching(room, pairs)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FactSource(Record):
    """What one source says of a fact. Sources that disagree make it disputed by themselves."""

    kind_name = "fact_source"
    shown_name = N_("Source of a fact")
    draws_others = True

    fact: str = declare(Shape.LINK, N_("Fact"), "", target="fact", needed=True)
    source: str = declare(Shape.TEXT, N_("Source"), "", needed=True)
    says: str = declare(Shape.TEXT, N_("Says"), "", needed=True)
    said_at: Moment | None = declare(Shape.MOMENT, N_("Said at"), starts=Start.NOW)
    url: str = declare(Shape.TEXT, N_("Link"), "")

    @classmethod
    def drawn_by(
        cls, changed: Iterable[tuple[Record | None, Self]], room: "Reading"
    ) -> "Iterable[Drawn]":
        """The facts whose standing the sources of one act change together, and what they touch."""
        from desktop.warroom.statements.touching import touching  # few acts change a fact

        pairs = list(changed)
        now = {after.id: after for _before, after in pairs}
        before = [old for old, _after in pairs if isinstance(old, FactSource)]
        facts = {each.fact for each in before} | {each.fact for each in now.values()}
        for fact_id in sorted(facts):
            if fact := room.find(Fact, fact_id):
                others = [each for each in sources_of(room, fact) if each.id not in now]
                mine = [each for each in now.values() if each.fact == fact_id and not each.gone]
                stands = standing(fact.status, [*others, *mine])
                if stands != fact.status:
                    yield fact, {"status": stands}
                    yield from touching(room, [(fact, replace(fact, status=stands))])


def sources_of(room: "Reading", fact: Fact) -> list[FactSource]:
    """The sources of a fact in the order of writing."""
    return [each for each in room.all(FactSource) if each.fact == fact.id]


def standing(status: Certainty | str, sources: Iterable[FactSource]) -> Certainty | str:
    """How sure a fact is with these sources (seed 9.1; the two sides stay side by side).

    Sources that disagree make disputed what nobody has refuted; where they agree again it waits
    to be confirmed anew.
    """
    disagree = len({plain(each.says) for each in sources}) > 1
    if disagree and status in (Certainty.UNCONFIRMED, Certainty.CONFIRMED):
        return Certainty.DISPUTED
    if not disagree and status == Certainty.DISPUTED:
        return Certainty.UNCONFIRMED
    return status


def plain(said: str) -> str:
    """What two sources say, without what makes no difference: letter forms, case, spaces,
    separators of thousands, a full stop at the end."""
    folded = unicodedata.normalize("NFKC", said).casefold()
    folded = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", "", folded)
    return re.sub(r"\s+", "", folded).rstrip(".。")


def missing(facts: Iterable[Fact], t0: Moment | None, now: Moment) -> list[Information]:
    """The kinds of information that hold no fact an hour after T0."""
    if t0 is None or now.ms - t0.ms < EMPTY_AFTER:
        return []
    held = {fact.bucket for fact in facts}
    return [each for each in Information if each not in held]


KINDS = (Fact, FactSource)
