"""What each of the ten templates asks of its own text (playbooks, section 5)."""

from collections.abc import Callable, Iterator

from desktop.warroom import shown
from desktop.warroom.answers.press import PressConference
from desktop.warroom.selection import Selection
from desktop.warroom.statements.read_through import Advice, Draft, Rule
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import Remedy
from desktop.warroom.statements.sentences import sentences
from desktop.warroom.statements.wording import fact_named, references
from desktop.warroom.statements.words import Form
from resources import N_, _

_BREACH = (  # PIPL article 57: what must be told, and the parts that tell it
    (
        N_("Say which kinds of data, what happened, and what harm may follow."),
        (("what_happened", ""), ("data_kinds", "data_kinds"), ("possible_harm", "hazard")),
    ),
    (
        N_("Say what we have done, and what people can do to protect themselves."),
        (("measures_taken", ""), ("what_you_can_do", "protect")),
    ),
    (N_("Say whom to ask."), (("contact_of_privacy_officer", "contact"),)),
)
_MAY_FOLLOW = ("occurred_at", "scale", "impact", "measures", "cause_if_known")
_OF_RULE = {  # the rule that a part serves when it is empty; all others serve truth
    Rule.CONCISE: ("headline", "summary"),
    Rule.SINCERE: (
        "care_sentence",
        "responsibility_sentence",
        "apology_to_whom_for_what",
        "harm_acknowledged",
        "opening_care",
        "responsibility",
    ),
    Rule.PROACTIVE: (
        "what_we_are_doing_now",
        "contact_channel",
        "remedy_or_compensation",
        "corrective_actions_with_dates",
        "what_to_do_now",
        "remedy",
        "how_to_return",
        "measures_with_dates",
        "what_changed",
        "where_to_ask",
        "contact",
    ),
}


def by_form(draft: Draft) -> Iterator[Advice]:
    """Parts that are needed and empty, and what only this template asks."""
    yield from _empty_parts(draft)
    if draft.whole.strip() and (asked := _ASKED.get(str(draft.form))):
        yield from asked(draft)


def _empty_parts(draft: Draft) -> Iterator[Advice]:
    for part in draft.template.fields if "" not in draft.parts else ():
        told = draft.form == Form.BREACH or part.key in ("apology_to_whom_for_what", "verdict")
        if part.needed and not told and not draft.parts.get(part.key, "").strip():
            said = _("Still empty: {part}").format(part=_(part.label))
            yield Advice(_rule_of(part.key), "", said, part.key)


def _rule_of(key: str) -> Rule:
    return next((rule for rule, keys in _OF_RULE.items() if key in keys), Rule.TRUTHFUL)


def _recall(draft: Draft) -> Iterator[Advice]:
    """Product and hazard stand in the first sentence, or the product is the line above it."""
    if "" not in draft.parts and not draft.part("product_name", "hazard").strip():
        return
    lines = sentences(draft.whole)
    opening = lines[0] if _is_sentence(lines[0]) else " ".join(lines[:2])
    product = draft.parts.get("product_name", "").strip()
    named = not product or sentences(product)[0] in opening
    if not (named and draft.finds("hazard", opening)):
        said = _("Begin with product and hazard, in the first sentence.")
        yield Advice(Rule.CONCISE, opening, said, next(iter(draft.parts)))


def _is_sentence(line: str) -> bool:
    return line.rstrip("」』”’\"'）)")[-1:] in tuple("。！？.!?")


def _breach(draft: Draft) -> Iterator[Advice]:
    for said, contents in _BREACH:
        lacking = [key for key, words in contents if _lacks(draft, key, words)]
        if lacking:
            field = lacking[0] if lacking[0] in draft.parts else ""
            yield Advice(Rule.TRUTHFUL, "", _(said), field)


def _lacks(draft: Draft, key: str, words: str) -> bool:
    """Whether a content is missing: its part is empty, or the text has none of its words."""
    if "" not in draft.parts:
        return not draft.parts.get(key, "").strip()
    return bool(words) and not draft.finds(words, draft.whole)


def _clarification(draft: Draft) -> Iterator[Advice]:
    first = draft.body[0]
    if draft.finds("claim", first.text) or first.field == "claim_quoted_neutrally":
        said = _("Lead with what is true, not with the rumour.")
        yield first.advice(Rule.TRUTHFUL, said)
    for paragraph in filter(str.strip, draft.whole.split("\n")):
        if len(draft.finds("claim", paragraph)) > 2:
            yield Advice(Rule.CONCISE, paragraph, _("Answer one claim in each paragraph."))


def _update(draft: Draft) -> Iterator[Advice]:
    """A number that changed since it was last public stands with the old one, and why."""
    if not draft.statement.unreleased:
        return
    public = {str(each["fact"]): str(each["value"]) for each in _facts_out(draft)}
    for sentence in draft.sentences:
        for named in references(sentence.typed):
            fact, was = fact_named(draft.room, named), public.get(named, "")
            if fact and was and was != fact.value and was not in draft.whole:
                said = _("It was {value} when it was last said. Say so, and why it changed.")
                yield sentence.advice(Rule.TRUTHFUL, said.format(value=was))


def _facts_out(draft: Draft) -> Iterator[dict[str, object]]:
    out = draft.room.records(Selection(kind=Release, order="at"))
    for release in out:
        if release.statement != draft.statement.id:
            yield from release.facts


def _authority(draft: Draft) -> Iterator[Advice]:
    for key in _MAY_FOLLOW:
        if "" not in draft.parts and not draft.parts.get(key, "").strip():
            label = _(draft.template.label(key))
            said = _("Nothing stands under {part}. Write “to follow” if it is not known yet.")
            yield Advice(Rule.TRUTHFUL, "", said.format(part=label), key)


def _closing(draft: Draft) -> Iterator[Advice]:
    """No closing while promises are open or remedies not delivered (playbooks 5 and 7)."""
    from desktop.warroom.statements.promises import open_promises  # it reads statements itself

    for clock in open_promises(draft.room):
        said = _("A promise is open: {promise}. Keep it before closing.")
        yield Advice(Rule.PROACTIVE, "", said.format(promise=clock.title))
    for remedy in draft.room.all(Remedy):
        if _owed(remedy):
            said = _("A remedy is not delivered to all: {remedy}")
            yield Advice(Rule.PROACTIVE, "", said.format(remedy=remedy.what))


def _owed(remedy: Remedy) -> bool:
    return not remedy.done_at and (remedy.delivered or 0) < (remedy.promised or 0)


def _press(draft: Draft) -> Iterator[Advice]:
    """The opening is held only after the four checks of its conference are green."""
    from desktop.warroom.answers.press_checks import checks  # it asks for much of the room

    conference = _conference(draft)
    if conference is None:
        yield Advice(Rule.PROACTIVE, "", _("No press conference is planned for this opening yet."))
        return
    for each in checks(draft.room, conference):
        if not (each.ok or each.why):
            told = shown.labelled(each.label, shown.sentences(each.said))
            said = _("The press conference is not ready. {check}").format(check=told)
            yield Advice(Rule.PROACTIVE, "", said)


def _conference(draft: Draft) -> PressConference | None:
    """The conference that a text opens, else the first that has not ended."""
    held = draft.room.records(Selection(kind=PressConference, order="starts_at"))
    own = [each for each in held if each.statement == draft.statement.id]
    return next(iter([*own, *(each for each in held if not each.ended_at)]), None)


_ASKED: dict[str, Callable[[Draft], Iterator[Advice]]] = {
    Form.RECALL: _recall,
    Form.BREACH: _breach,
    Form.CLARIFICATION: _clarification,
    Form.UPDATE: _update,
    Form.AUTHORITY: _authority,
    Form.CLOSING: _closing,
    Form.PRESS: _press,
}
