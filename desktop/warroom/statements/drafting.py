"""How a text comes to be: begun from a template, carried on in versions and in languages."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from desktop.warroom.choices import Language, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.series import in_series
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import template
from desktop.warroom.statements.words import Form
from desktop.warroom.written import joined
from resources import _


def begin(
    room: WarRoom,
    form: Form | str,
    language: Language | str = Language.ENGLISH,
    title: str = "",
    audience: str = "",
    said: Mapping[str, str] = MappingProxyType({}),
    **more: Any,
) -> Statement:
    """A draft with the parts of a template, called as the template when no title is said.

    ``said`` is what parts hold already by their keys, ``more`` other fields of the statement; a
    ``text`` typed as a whole stands instead of the parts.
    """
    form = next((each for each in Form if each == form), form)
    if not more.get("text"):
        more["parts"] = tuple(
            {"field": each.key, "text": said.get(each.key, "")} for each in template(form).fields
        )
        more["text"] = joined(more["parts"])
    new = Statement(
        form=form,
        language=next((each for each in Language if each == language), language),
        title=title.strip() or word(form),
        audience=audience,
        writers=_me(room),
        **more,
    )
    return room.add(new)


def next_version(room: WarRoom, text: Statement) -> Statement:
    """A draft that carries on a text which is out, in its language.

    A next update whose time is past is left out: the text is to name a new one.
    Raises RuleBroken while a version of that language is still being written.
    """
    now = room.get(type(text), text.id)
    if now.next_update_at and now.next_update_at.ms <= room.now().ms:
        now = replace(now, next_update_at=None)
    return _carried_on(room, now, language=now.language)


def in_language(room: WarRoom, text: Statement, language: Language | str) -> Statement:
    """A draft of the same text for another language; what is written stands in it until it is
    translated, so that the facts stay named."""
    now = room.get(type(text), text.id)
    if now.language == language:
        raise RuleBroken(_("It is in {language} already.").format(language=word(language)))
    return _carried_on(room, now, language=language)


def _carried_on(room: WarRoom, text: Statement, language: Language | str) -> Statement:
    others = [each for each in in_series(room, text) if each.language == language]
    if any(each.unreleased for each in others):
        sentence = _("A version in {language} is being written. Go on with that one.")
        raise RuleBroken(sentence.format(language=word(language)))
    fresh = replace(
        text,
        id="",
        recorded_at=None,
        author="",
        language=language,
        standing=Standing.DRAFT,
        series=text.of_series,
        version=max((each.version or 0 for each in others), default=0) + 1,
        writers=_with_me(room, text.wrote),
        changed_since_last="",
    )
    return room.add(fresh)


def _me(room: WarRoom) -> tuple[str, ...]:
    return (room.operator,) if room.operator else ()


def _with_me(room: WarRoom, writers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*writers, *_me(room))))
