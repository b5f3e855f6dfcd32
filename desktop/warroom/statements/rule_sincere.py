"""Sincere: it says who was hurt and for what we are sorry, without an if or a but (seed 13.3).

An apology that minimises the harm or shifts the blame takes itself back (Benoit; practice 2.2).
"""

from collections.abc import Iterator

from desktop.warroom.statements.read_through import Advice, Draft, Rule, Sentence
from desktop.warroom.statements.words import Form
from resources import _

RULE = Rule.SINCERE


def sincere(draft: Draft) -> Iterator[Advice]:
    """What keeps an apology from being one."""
    for each in draft.sentences:
        for found in draft.finds("conditional", each.text):
            said = _("“{word}” doubts that anybody was hurt. Say who was, and for what.")
            yield each.advice(RULE, said.format(word=found))
    apologies = [each for each in draft.sentences if draft.finds("apology", each.text)]
    if apologies:
        yield from _names(draft, apologies)
        yield from _takes_back(draft)
    elif draft.form == Form.FULL and draft.whole.strip():
        said = _("The text does not apologise. Say sorry to those who were hurt, and for what.")
        yield Advice(RULE, "", said, _apology_part(draft))
    if draft.form == Form.CLARIFICATION:
        for each in draft.sentences:
            for found in draft.finds("insult", each.text):
                said = _("“{word}” insults the author. Answer the claim alone.")
                yield each.advice(RULE, said.format(word=found))


def _names(draft: Draft, apologies: list[Sentence]) -> Iterator[Advice]:
    """Who was hurt and for what we are sorry, in the sentence that apologises or its part."""
    first = apologies[0]
    said = "\n".join(
        draft.parts.get(each.field, "") if each.field else each.text for each in apologies
    )
    to_one = draft.form == Form.BREACH  # a letter to whom it is about
    if not to_one and not draft.finds("hurt", said):
        yield first.advice(RULE, _("Say to whom: who was hurt?"))
    if not draft.finds("for_what", said):
        yield first.advice(RULE, _("Say for what we are sorry."))


def _takes_back(draft: Draft) -> Iterator[Advice]:
    for each in draft.sentences:
        for found in draft.finds("minimise", each.text):
            said = _("“{word}” makes the harm small in a text that apologises. Leave it out.")
            yield each.advice(RULE, said.format(word=found))
        for found in draft.finds("shift", each.text):
            said = _("“{word}” shifts the blame in a text that apologises. Leave it out.")
            yield each.advice(RULE, said.format(word=found))


def _apology_part(draft: Draft) -> str:
    key = "apology_to_whom_for_what"
    return key if key in draft.parts else ""
