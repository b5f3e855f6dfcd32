"""The answers to the four rules: given by a second person about exactly one wording."""

from dataclasses import replace
from typing import Any

from desktop.warroom import four_eyes
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.words import Known
from desktop.warroom.reading import Reading
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.read_through import Rule
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import fingerprint
from resources import _


def answer(room: WarRoom, statement: Statement, note: str = "", **given: Known) -> RuleAnswers:
    """Record answers of the operator about the present wording, each named as its rule.

    What the same person answered about it before is kept beside them. Raises RuleBroken with the
    reason of ``why_not_answer``.
    """
    now = room.get(Statement, statement.id)
    if refused := why_not_answer(room, now):
        raise RuleBroken(refused)
    values: dict[str, Any] = {str(Rule(name)): said for name, said in given.items()}
    at, sha256 = room.now(), fingerprint(room, now)
    mine = next(
        (e for e in _of(room, now, sha256) if four_eyes.same_person(e.by, [room.operator])), None
    )
    if mine:
        room.change(mine, **values, at=at, **({"note": note} if note else {}))
        return room.get(RuleAnswers, mine.id)
    fresh = RuleAnswers(statement=now.id, sha256=sha256, by=room.operator.strip(), at=at, note=note)
    return room.add(replace(fresh, **values, incident=now.incident))


def answers(room: Reading, statement: Statement) -> RuleAnswers | None:
    """The answers about the present wording: the newest that answer all four, else the newest."""
    held = _of(room, statement, fingerprint(room, statement))
    return next(iter([*filter(complete, held), *held]), None)


def earlier_answers(room: Reading, statement: Statement) -> RuleAnswers | None:
    """The newest answers about another wording of the same text."""
    now = fingerprint(room, statement)
    return next((each for each in _of(room, statement) if each.sha256 != now), None)


def complete(given: RuleAnswers | None) -> bool:
    """Whether all four rules are answered, with yes or with no."""
    return given is not None and all(
        getattr(given, rule) in (Known.YES, Known.NO) for rule in map(str, Rule)
    )


def why_not_answer(room: WarRoom, statement: Statement) -> str:
    """Why the operator cannot answer, as a sentence; empty when they can."""
    if not room.operator.strip():
        return _("Say first who you are: the answers need a name.")
    if not statement.unreleased:
        return _("This text is out. The four rules are answered before.")
    if not wrote(room, statement) or not four_eyes.holds(room, statement):
        return ""
    return _("You wrote this text. At level 1 and 2 somebody else answers the four rules.")


def wrote(room: WarRoom, statement: Statement) -> bool:
    """Whether the operator is one of those who wrote the text."""
    return four_eyes.same_person(room.operator, statement.wrote)


def _of(room: Reading, statement: Statement, sha256: str = "") -> list[RuleAnswers]:
    equal = [("statement", (statement.id,)), *([("sha256", (sha256,))] if sha256 else [])]
    return room.records(
        Selection(kind=RuleAnswers, equal=tuple(equal), order="at", newest_first=True)
    )
