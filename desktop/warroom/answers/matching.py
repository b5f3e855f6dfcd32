"""Lines of the question bank that answer a question as it is asked, in whatever words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState

_WORD = re.compile(r"[a-z0-9]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_SHORT = 3  # letters from which an English word says something of a question
_LEAST = 0.34  # of what is asked, which a question of the bank has to share


def matching(bank: Iterable[Answer], asked: str, most: int = 5) -> list[Answer]:
    """The questions of the bank that share most with what was asked so far, the best first.

    English is compared by words, the last by its beginning since it may still be typed; Chinese
    by pairs of characters. A line retired is none.
    """
    wanted = terms(asked)
    if not wanted:
        return []
    said = (each for each in bank if each.state != LineState.RETIRED)
    found = [(_shared(wanted, each), each) for each in said]
    best = [(score, each) for score, each in found if score >= _LEAST]
    best.sort(key=lambda pair: (-pair[0], -(pair[1].asked or 0), pair[1].id))
    return [each for _score, each in best[:most]]


@lru_cache(maxsize=8_192)
def terms(text: str) -> frozenset[str]:
    """What a text is compared by."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = {word for word in _WORD.findall(folded) if len(word) >= _SHORT or word.isdigit()}
    for run in _CHINESE.findall(folded):
        words |= {run} if len(run) == 1 else {run[i : i + 2] for i in range(len(run) - 1)}
    return frozenset(words)


def _shared(wanted: frozenset[str], answer: Answer) -> float:
    """The part of what is wanted that question and line hold; the question counts more."""
    asked, said = terms(answer.question), terms(answer.line)
    held = sum(1.0 if _holds(asked, term) else 0.5 if term in said else 0.0 for term in wanted)
    return held / len(wanted)


def _holds(terms_: frozenset[str], wanted: str) -> bool:
    if wanted in terms_:
        return True
    long = len(wanted) > _SHORT and wanted.isascii()
    return long and any(term.startswith(wanted) for term in terms_)
