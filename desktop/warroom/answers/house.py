"""The message house: one umbrella, at most three key messages in force, each with its proofs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.answers.words import MessageRole
from desktop.warroom.choices import Certainty
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from resources import _
from resources.visible import visible

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

MOST = 3  # key messages in force at once (practice 2.4)
LONGEST = 40  # characters of a message in a sentence about it
Changed = Sequence[tuple[Record | None, KeyMessage]]


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof point with the fact it rests on; None where none is named."""

    point: ProofPoint
    fact: Fact | None

    @property
    def holds(self) -> bool:
        """Whether its fact is confirmed."""
        return self.fact is not None and self.fact.status == Certainty.CONFIRMED


@dataclass(frozen=True, slots=True)
class Pillar:
    """A key message in force and what it rests on."""

    message: KeyMessage
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What is said now: the umbrella messages, of which there should be one, and the pillars."""

    roofs: tuple[KeyMessage, ...]
    pillars: tuple[Pillar, ...]


def house(room: "Reading") -> House:
    """The messages in force with their proofs, in the order of writing."""
    now, messages = room.now().ms, room.all(KeyMessage)
    said = [each for each in messages if each.valid(now)]
    proofs = dict[str, list[Proof]]()
    for point in room.all(ProofPoint):
        proofs.setdefault(point.message, []).append(Proof(point, _fact(room, point)))
    return House(
        tuple(each for each in said if each.role == MessageRole.UMBRELLA),
        tuple(
            Pillar(each, tuple(proofs.get(each.id, ())))
            for each in said
            if each.role != MessageRole.UMBRELLA
        ),
    )


def advice(found: House) -> list[str]:
    """What is wrong with a house, as sentences; an empty one is not judged."""
    if not found.roofs and not found.pillars:
        return []
    said = []
    if not found.roofs:
        said.append(_("There is no umbrella message."))
    if len(found.roofs) > 1:
        said.append(_("There is more than one umbrella message. Let all but one end."))
    if len(found.pillars) > MOST:
        said.append(_("More than three key messages are in force. Let some of them end."))
    return [*said, *_unproved(found.pillars)]


def refuse_more(room: "Reading", changed: Changed) -> None:
    """Raises RuleBroken when an act puts one more in force than the house holds.

    Several that come at once are a house from elsewhere; what is wrong with it ``advice`` says.
    """
    now = room.now().ms
    new = [after for before, after in changed if _begins(before, after, now)]
    if len(new) != 1:
        return
    said = {each.id: each for each in room.all(KeyMessage)} | {
        each.id: each for _b, each in changed
    }
    role = new[0].role
    n = sum(each.role == role and not each.gone and each.valid(now) for each in said.values())
    if role == MessageRole.UMBRELLA and n > 1:
        raise RuleBroken(_("There is an umbrella message already. Let that one end first."))
    if role == MessageRole.KEY and n > MOST:
        raise RuleBroken(_("Three key messages are in force already. Let one of them end first."))


def _begins(before: Record | None, after: KeyMessage, now: int) -> bool:
    """Whether a message is in force in its role that was not before."""
    if after.gone or not after.valid(now):
        return False
    if not isinstance(before, KeyMessage) or before.gone:
        return True
    return before.role != after.role or not before.valid(now)


def _unproved(pillars: Sequence[Pillar]) -> list[str]:
    none, unsure = (
        _("{message}: it has no proof."),
        _("{message}: no proof rests on a confirmed fact."),
    )
    found = []
    for each in pillars:
        if not any(proof.holds for proof in each.proofs):
            sentence = unsure if each.proofs else none
            found.append(sentence.format(message=short(each.message.text)))
    return found


def short(text: str) -> str:
    """A message as it is named in a sentence."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _fact(room: "Reading", point: ProofPoint) -> Fact | None:
    found = room.find(Fact, point.fact) if point.fact else None
    return None if found is None or found.gone else found
