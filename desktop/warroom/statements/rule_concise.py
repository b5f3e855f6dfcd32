"""Concise: short sentences in plain words, within the length of the template (seed 13.1)."""

from collections.abc import Iterator

from desktop.warroom.choices import shown as word
from desktop.warroom.statements.length import length
from desktop.warroom.statements.read_through import Advice, Draft, Rule, Sentence
from desktop.warroom.statements.rule_words import jargon, plain_word
from desktop.warroom.statements.sentences import (
    MOST_CHARACTERS,
    MOST_WORDS,
    is_foreign,
    too_long,
)
from desktop.warroom.statements.wording import public_text
from desktop.warroom.statements.words import Form
from resources import _, ngettext

RULE = Rule.CONCISE


def concise(draft: Draft) -> Iterator[Advice]:
    """What makes a text hard to take in."""
    long = length(public_text(draft.room, draft.statement), draft.form, draft.language)
    if long.over:
        yield Advice(RULE, "", _("The text is too long: {length}. Shorten it.").format(length=long))
    for each in draft.sentences:
        yield from _of_sentence(draft, each)


def _of_sentence(draft: Draft, sentence: Sentence) -> Iterator[Advice]:
    if n := too_long(sentence.text, draft.language):
        yield sentence.advice(RULE, _told_long(n, draft.chinese))
    if is_foreign(sentence.text, draft.language):
        said = _("This is not in {language} yet. Translate it.")
        yield sentence.advice(RULE, said.format(language=word(draft.language)))
    for said in _jargon(draft, sentence):
        yield sentence.advice(RULE, said)
    if draft.form == Form.RECALL:
        for advert in draft.finds("advert", sentence.text):
            said = _("A recall is no place to advertise. Leave out “{word}”.")
            yield sentence.advice(RULE, said.format(word=advert))


def _told_long(n: int, chinese: bool) -> str:
    if chinese:
        form = ngettext(
            "{n} character; at most {most} are heard as one sentence. Make two of it.",
            "{n} characters; at most {most} are heard as one sentence. Make two of it.",
            n,
        )
        return form.format(n=n, most=MOST_CHARACTERS)
    form = ngettext(
        "{n} word; at most {most} are heard as one sentence. Make two of it.",
        "{n} words; at most {most} are heard as one sentence. Make two of it.",
        n,
    )
    return form.format(n=n, most=MOST_WORDS)


def _jargon(draft: Draft, sentence: Sentence) -> Iterator[str]:
    language = str(draft.language)
    found = jargon(language).finditer(sentence.text)
    for each in dict.fromkeys(each[0] for each in found):
        if instead := plain_word(each, language):
            form = _("Jargon: instead of “{word}” say “{plain}”.")
            yield form.format(word=each, plain=instead)
        else:
            yield _("Jargon: leave out “{word}”.").format(word=each)
