"""A text in sentences, English and Chinese, and how long each of them is."""

import re
import unicodedata
from collections.abc import Iterator

from desktop.warroom.choices import Language

MOST_WORDS, MOST_CHARACTERS = 25, 50  # of a sentence that is heard once and understood
FOREIGN = 4  # words or signs of the other writing from which a sentence is no name
_WORD, _HAN = re.compile(r"[A-Za-z]{2,}"), re.compile(r"[\u3400-\u9fff]")
_ENDS = re.compile(
    r"[。！？；…!?]+[」』”’"
    r'"）)]*'
    r"|\.+[\"'”’)]*(?=\s+[^\sa-z]|\s*$)"
    r"|\n+"
)
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Inc|Ltd|Co|Corp|vs|approx|e\.g|i\.e|a\.m|p\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text as they were typed, without the white space around them."""
    return [found for each in _cut(text) if (found := each.strip())]


def too_long(sentence: str, language: Language | str) -> int:
    """How many words (English) or characters (Chinese) a sentence has, 0 unless too many."""
    if language == Language.ENGLISH:
        n, most = len(sentence.split()), MOST_WORDS
    else:
        n, most = sum(map(_counts, sentence)), MOST_CHARACTERS
    return n if n > most else 0


def is_foreign(sentence: str, language: Language | str) -> bool:
    """Whether a sentence is still in the other writing: English in a Chinese text, or the reverse.

    A name or two in it is not enough, nor is a sentence that holds both.
    """
    words, signs = len(_WORD.findall(sentence)), len(_HAN.findall(sentence))
    if language == Language.ENGLISH:
        return signs >= FOREIGN and not words
    return words >= FOREIGN and not signs


def _cut(text: str) -> Iterator[str]:
    start = 0
    for end in _ENDS.finditer(text):
        so_far = text[start : end.end()]
        if end[0][0] == "." and _goes_on(so_far, text[end.end() :]):
            continue
        yield so_far
        start = end.end()
    yield text[start:]


def _goes_on(so_far: str, rest: str) -> bool:
    """Whether a full stop only shortens a word: Dr., 9 a.m. with more behind it."""
    return bool(_SHORTENED.search(so_far)) and bool(rest.strip())


def _counts(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char)[0] != "P"
