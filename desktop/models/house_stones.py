"""The message house as stones: what each says, and how what it rests on stands."""

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.answers.house import House, Proof
from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.answers.words import MessageRole
from desktop.warroom.choices import Certainty
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from resources.visible import visible
from widgets.house_view import Pillar, Stone
from widgets.theme import Token

_LOOKS = {
    Certainty.CONFIRMED: (Token.GOOD, "✓"),
    Certainty.UNCONFIRMED: (Token.WARN, "○"),
    Certainty.DISPUTED: (Token.BAD, "▲"),
    Certainty.REFUTED: (Token.BAD, "✕"),
}


def stones(room: WarRoom, found: House) -> tuple[Stone | None, list[Pillar]]:
    """The roof and the pillars of a house."""
    roof = found.roofs[0] if found.roofs else None
    return (
        _message(room, roof) if roof else None,
        [
            Pillar(_message(room, each.message), tuple(map(_proof, each.proofs)))
            for each in found.pillars
        ],
    )


def message_table(room: WarRoom, selection: Selection[KeyMessage], parent: QObject) -> OrderedTable:
    """Messages: the umbrella first, those in force before the others."""
    return OrderedTable(room, _message_columns(room), selection, _place, parent)


def proof_table(room: WarRoom, selection: Selection[ProofPoint], parent: QObject) -> OrderedTable:
    """Proof points with the fact of each and how sure it is."""
    return OrderedTable(room, _proof_columns(room), selection, _written, parent)


def _message(room: WarRoom, message: KeyMessage) -> Stone:
    by = shown.labelled(_("Approved by"), message.approved_by) if message.approved_by else ""
    until = message.valid_to
    end = shown.labelled(_("Valid until"), shown.when(until, room.here())) if until else ""
    told = "  ·  ".join(filter(None, (by or _("not approved"), end)))
    token, sign = (Token.MUTED, "") if by else (Token.WARN, "○")
    return Stone(message.id, " ".join(message.text.split()), visible(told), token, sign)


def _proof(proof: Proof) -> Stone:
    token, sign, told = _look(proof.fact)
    return Stone(proof.point.id, " ".join(proof.point.text.split()), told, token, sign)


def _look(fact: Fact | None) -> tuple[Token, str, str]:
    if fact is None:
        return Token.FAINT, "–", _("rests on no fact")
    token, sign = _LOOKS.get(fact.status, (Token.MUTED, ""))  # type: ignore[call-overload]
    return token, sign, visible(shown.labelled(fact.subject, word(fact.status)))


def _message_columns(room: WarRoom) -> tuple[Column, ...]:
    names = ("role", "text", "approved_by", "valid_to")
    role, text, by, until = declared_columns(room, KeyMessage, names, "text")

    def stands(message: KeyMessage, now: Moment) -> Cell:
        if message.valid(now.ms):
            return Cell(_("in force"), Token.GOOD)
        later = message.valid_from is not None and message.valid_from.ms > now.ms
        return Cell(_("later") if later else _("ended"), Token.FAINT)

    def end(message: KeyMessage, _now: Moment) -> Cell:
        until = message.valid_to
        return Cell(shown.when(until, room.here()) if until else "", Token.MUTED)

    return (role, text, Column("", _("State"), stands), by, Column("valid_to", until.heading, end))


def _proof_columns(room: WarRoom) -> tuple[Column, ...]:
    (text,) = declared_columns(room, ProofPoint, ("text",), "text")

    def fact(point: ProofPoint, _now: Moment) -> Cell:
        held = _held(room, point)
        if held is None:
            return Cell(_("rests on no fact"), Token.FAINT)
        said = shown.labelled(held.subject, " ".join(held.value.split()))
        return Cell(visible(said), told=visible(held.value))

    def sure(point: ProofPoint, _now: Moment) -> Cell:
        held = _held(room, point)
        if held is None:
            return Cell("")
        token, sign = _LOOKS.get(held.status, (Token.MUTED, ""))  # type: ignore[call-overload]
        return Cell(f"{sign} {visible(word(held.status))}".strip(), token)

    return (text, Column("", _("Fact"), fact), Column("", _("Certainty"), sure))


def _held(room: WarRoom, point: ProofPoint) -> Fact | None:
    found = room.find(Fact, point.fact) if point.fact else None
    return None if found is None or found.gone else found


def _place(message: KeyMessage, now: Moment) -> tuple[bool, bool]:
    return not message.valid(now.ms), message.role != MessageRole.UMBRELLA


def _written(point: ProofPoint, _now: Moment) -> int:
    return point.recorded_at.ms if point.recorded_at else 0
