"""Replies to be taken and changed: those that ship in three languages, and the company's own."""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.warroom.answers.comments import ReplyTemplate
from desktop.warroom.choices import Language
from resources import path, spoken

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

_ONLY_TRADITIONAL = frozenset("們個這來時說國對會沒還買賣為讓燙給裡麼")
_ONLY_SIMPLIFIED = frozenset("们个这来时说国对会没还买卖为让烫给里么")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply on offer: its key, what it is called, in which language, and its words."""

    key: str
    title: str
    language: str
    text: str


def offered(room: "Reading", comment: str) -> list[Reply]:
    """The replies on offer to a comment: those in its language first, the company's own ahead."""
    own = [
        Reply(each.id, each.title, str(each.language), each.text)
        for each in room.all(ReplyTemplate)
    ]
    first = language_of(comment)
    return sorted([*own, *shipped()], key=lambda each: each.language != first)


def shipped() -> list[Reply]:
    """The replies that ship, each in three languages, called as the user's language calls them."""
    titled = spoken()
    return [
        Reply(
            f"{each['key']}-{language}",
            each["title"].get(titled, each["title"]["en"]),
            language.value,
            each["text"][language.value],
        )
        for each in _read()
        for language in Language
    ]


def language_of(text: str) -> Language:
    """The language of a comment: Chinese by its letters, in the user's script where it says no."""
    if not any("\u4e00" <= letter <= "\u9fff" for letter in text):
        return Language.ENGLISH
    traditional = sum(letter in _ONLY_TRADITIONAL for letter in text)
    simplified = sum(letter in _ONLY_SIMPLIFIED for letter in text)
    if traditional == simplified:
        return Language.SIMPLIFIED if spoken() == Language.SIMPLIFIED else Language.TRADITIONAL
    return Language.TRADITIONAL if traditional > simplified else Language.SIMPLIFIED


@cache
def _read() -> list[dict[str, dict[str, str]]]:
    found: list[dict[str, dict[str, str]]] = json.loads(
        path("method", "replies.json").read_text(encoding="utf-8")
    )
    return found
