"""Proactive: a remedy with a date, one contact, and when we speak next (seed 13.4)."""

from collections.abc import Iterator

from desktop.warroom.statements.read_through import Advice, Draft, Rule, Sentence
from desktop.warroom.statements.words import Form
from resources import _

RULE = Rule.PROACTIVE
SPEAKS_AGAIN = (Form.HOLDING, Form.FULL, Form.UPDATE, Form.STATUS)
REACHABLE = (Form.HOLDING, Form.FULL, Form.CLARIFICATION, Form.RECALL, Form.BREACH, Form.CLOSING)
CONTACTS = ("contact_channel", "contact_of_privacy_officer", "where_to_ask")
REMEDIED = (Form.FULL, Form.RECALL)
DATED: dict[str, tuple[tuple[str, ...], ...]] = {  # what is done, where else its date may stand
    Form.FULL: (
        ("remedy_or_compensation", "how_to_claim"),
        ("corrective_actions_with_dates",),
    ),
    Form.RECALL: (("remedy", "how_to_return", "refund_deadline"),),
    Form.PRESS: (("measures_with_dates",),),
}


def proactive(draft: Draft) -> Iterator[Advice]:
    """What is left open for those who are affected."""
    if not draft.whole.strip():
        return
    yield from _remedy(draft)
    yield from _contact(draft)
    yield from _next_update(draft)
    for each in draft.sentences:
        yield from _empty_words(draft, each)


def _remedy(draft: Draft) -> Iterator[Advice]:
    """A remedy in a text without parts, and the date of each part that says what is done."""
    whole = "" in draft.parts
    if whole and draft.form in REMEDIED and not draft.finds("remedy", draft.whole):
        yield Advice(RULE, "", _("Say what those affected get."))
    for first, *others in DATED.get(str(draft.form), ())[: 1 if whole else None]:
        said = draft.part(first, *others)
        if said.strip() and not draft.names_time(said):
            told = _("No date: say from when or until when.")
            yield Advice(RULE, draft.parts.get(first, ""), told, "" if whole else first)


def _contact(draft: Draft) -> Iterator[Advice]:
    key = next((each for each in CONTACTS if each in draft.parts), "")
    said = draft.part(*CONTACTS)
    needed = draft.form in REACHABLE and (said.strip() or not key)  # empty parts are said already
    if needed and not draft.names_contact(said):
        told = _("Name one contact: a telephone number, an address or a page.")
        yield Advice(RULE, said if key else "", told, key)


def _next_update(draft: Draft) -> Iterator[Advice]:
    at = draft.statement.next_update_at
    if at is None:
        if draft.form in SPEAKS_AGAIN:
            yield Advice(RULE, "", _("Say when we speak next: set the time of the next update."))
    elif draft.statement.unreleased and at.ms <= draft.room.now().ms:
        yield Advice(RULE, "", _("The time of the next update has passed. Set another."))


def _empty_words(draft: Draft, sentence: Sentence) -> Iterator[Advice]:
    for found in draft.finds("hollow", sentence.text):
        said = _("“{word}” says nothing. Say what was done, and when.").format(word=found)
        yield sentence.advice(RULE, said)
    if draft.names_time(sentence.text):
        return
    for found in draft.finds("vague", sentence.text):
        yield sentence.advice(RULE, _("“{word}” is no time. Say by when.").format(word=found))
