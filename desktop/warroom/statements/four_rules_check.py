"""The four rules as a check: advice with the sentence it means, and a second person's answers."""

from desktop.warroom.reading import Reading
from desktop.warroom.statements.answering import answer, answers, complete, why_not_answer
from desktop.warroom.statements.read_through import Advice, Draft, Rule
from desktop.warroom.statements.rule_concise import concise
from desktop.warroom.statements.rule_forms import by_form
from desktop.warroom.statements.rule_proactive import proactive
from desktop.warroom.statements.rule_sincere import sincere
from desktop.warroom.statements.rule_truthful import truthful
from desktop.warroom.statements.statement import Statement

__all__ = ["Advice", "Rule", "advice", "answer", "answers", "complete", "why_not_answer"]
_ORDER = list(Rule)


def advice(room: Reading, statement: Statement) -> list[Advice]:
    """What the four rules ask of a statement as it would go out now: by rule, in reading order.

    It is advice: nothing here holds a text back.
    """
    draft = Draft(room, statement)
    found = [
        *by_form(draft),
        *concise(draft),
        *truthful(draft),
        *sincere(draft),
        *proactive(draft),
    ]
    return sorted(dict.fromkeys(found), key=_rule)


def _rule(each: Advice) -> int:
    return _ORDER.index(each.rule)
