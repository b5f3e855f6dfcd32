"""Truthful: what is said rests on confirmed facts, and claims no more than they do (seed 13.2)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.choices import Certainty, Classification
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact
from desktop.warroom.statements.figures_in import FigureKind, figures
from desktop.warroom.statements.numbers_typed import numbers_typed
from desktop.warroom.statements.read_through import Advice, Draft, Rule, Sentence
from desktop.warroom.statements.wording import fact_named, references
from desktop.warroom.statements.words import Form
from resources import _

RULE = Rule.TRUTHFUL
CLAIMED = frozenset({"claim_quoted_neutrally"})  # numbers of others, which we only quote
NAMED = frozenset(  # parts whose numbers are names or times, or say how to reach us
    {
        "sku",
        "batch_or_serial_range",
        "sale_period",
        "refund_deadline",
        "regulator_reference",
        "reference_number",
        "receipt_number",
        "contact_channel",
        "contact_of_privacy_officer",
        "contact",
        "where_to_ask",
        "legal_basis",
        "follow_up_due",
        "date_place",
        "product_name",
    }
)
_FIGURES = (FigureKind.NUMBER, FigureKind.PERCENT, FigureKind.MONEY)


def truthful(draft: Draft) -> Iterator[Advice]:
    """What rests on nothing, or says more than is known."""
    for each in draft.sentences:
        yield from _numbers(draft, each)
        yield from _facts(draft, each)
        for found in draft.finds("absolute", each.text):
            said = _("“{word}” is hardly ever true. Say what is known.").format(word=found)
            yield each.advice(RULE, said)
    if draft.form == Form.HOLDING:
        yield from _holding(draft)


def _numbers(draft: Draft, sentence: Sentence) -> Iterator[Advice]:
    if sentence.field in NAMED | CLAIMED:
        return
    if typed := numbers_typed(sentence.typed):
        said = _("No fact stands behind {numbers}. Insert it as a fact.")
        yield sentence.advice(RULE, said.format(numbers=shown.listed(typed)))


def _facts(draft: Draft, sentence: Sentence) -> Iterator[Advice]:
    for each in references(sentence.typed):
        fact = fact_named(draft.room, each)
        if fact is None:
            said = _("This names no fact of the room: {id}").format(id=each)
        else:
            said = _of_fact(fact)
        if said:
            yield sentence.advice(RULE, said)


def _of_fact(fact: Fact) -> str:
    if fact.status == Certainty.REFUTED:
        return _("This fact is refuted: {fact}. Take it out.").format(fact=fact.subject)
    if fact.status != Certainty.CONFIRMED:
        return _("This fact is not confirmed: {fact} ({certainty})").format(
            fact=fact.subject, certainty=word(fact.status)
        )
    if not fact.value.strip():
        return _("This fact has no value yet: {fact}").format(fact=fact.subject)
    if fact.sensitivity in (Classification.RESTRICTED, Classification.PRIVILEGED):
        return _("This fact is not for the public: {fact} ({classification})").format(
            fact=fact.subject, classification=word(fact.sensitivity)
        )
    return ""


def _holding(draft: Draft) -> Iterator[Advice]:
    """A holding statement says no cause, blames nobody, and says of each number when it was so."""
    for each in draft.sentences:
        if draft.finds("open_cause", each.text):
            continue
        for found in draft.finds("cause", each.text):
            said = _("“{word}”: a holding statement names no cause and blames nobody.")
            yield each.advice(RULE, said.format(word=found))
    for each in draft.sentences:
        if each.field in NAMED or draft.finds("as_of", draft.parts.get(each.field, "")):
            continue
        if _counted(each):
            said = _("A number changes. Say “as of” which time it is so.")
            yield each.advice(RULE, said)


def _counted(sentence: Sentence) -> bool:
    """Whether a sentence counts something, in figures that were typed or with a fact."""
    if numbers_typed(sentence.typed):
        return True
    held = len(references(sentence.typed)) > 0
    return held and any(e.kind in _FIGURES for e in figures(sentence.text))
