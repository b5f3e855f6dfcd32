"""The words that the four rules look for, in the three languages, and what to say instead."""

import json
import re
from functools import cache

from resources import path

SPOKEN = ("en", "zh_TW", "zh_CN")


@cache
def pattern(name: str, language: str) -> re.Pattern[str]:
    """What finds the words of a list of ``rule_words.json`` in a text of a language.

    English words stand alone and in either case, a star stands for any ending; an entry that
    begins with ``/`` is a pattern itself.
    """
    return _any_of(_lists()[name][_known(language)])


@cache
def jargon(language: str) -> re.Pattern[str]:
    """What finds jargon in a text of a language."""
    return _any_of(_jargon()[_known(language)])


def plain_word(word: str, language: str) -> str:
    """What to say instead of a word of jargon; empty where it is just left out."""
    for entry, instead in _jargon()[_known(language)].items():
        if re.fullmatch(_one(entry), word, re.IGNORECASE):
            return instead
    return ""


def _known(language: str) -> str:
    return language if language in SPOKEN else SPOKEN[0]


def _any_of(entries: "list[str] | dict[str, str]") -> re.Pattern[str]:
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile("|".join(map(_one, longest_first)), re.IGNORECASE)


def _one(entry: str) -> str:
    if entry.startswith("/"):
        return entry[1:]
    word = re.escape(entry).replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\*", r"\w*")
    return rf"(?<![A-Za-z0-9]){word}(?![A-Za-z0-9])" if entry[0].isascii() else word


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    lists: dict[str, dict[str, list[str]]] = json.loads(
        path("method", "rule_words.json").read_text("utf-8")
    )
    return lists


@cache
def _jargon() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = json.loads(path("method", "jargon.json").read_text("utf-8"))
    return lists
