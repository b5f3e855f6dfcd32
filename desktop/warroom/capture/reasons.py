"""The reason of a decision: behind "because", or before the decision when the cause comes first."""

import re
from dataclasses import dataclass

_WORD = r"(?:(?<![\w'’-])because(?![\w'’-])|因為|因为)"
_BECAUSE = re.compile(_WORD, re.I)
_COMMA = re.compile(r"[,，;；]\s*(?:所以|therefore\b|so\b)?\s*|所以\s*", re.I)


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Where decision and reason stand in a text, as spans without the separators around them."""

    decision: tuple[int, int]
    reason: tuple[int, int]
    word: tuple[int, int]


def reasoned(text: str) -> Reasoned | None:
    """The decision and its reason, or None when no reason is given."""
    because = _BECAUSE.search(text)
    if because is None:
        return None
    before = _trimmed(text, 0, because.start())
    if before[0] < before[1]:
        after = _trimmed(text, because.end(), len(text))
        return Reasoned(before, after, because.span()) if after[0] < after[1] else None
    comma = _COMMA.search(text, because.end())
    if comma is None:
        return None
    reason = _trimmed(text, because.end(), comma.start())
    decision = _trimmed(text, comma.end(), len(text))
    if reason[0] == reason[1] or decision[0] == decision[1]:
        return None
    return Reasoned(decision, reason, because.span())


_SEPARATORS = frozenset(",，;；、")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _SEPARATORS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _SEPARATORS):
        end -= 1
    return start, end
