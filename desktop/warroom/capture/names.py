"""People and tags: they are recorded, and left in the text as typed."""

import unicodedata
from collections.abc import Collection

_INSIDE = frozenset("-_'’·.")  # punctuation that names and tags may hold


def person(line: str, at: int, people: Collection[str]) -> tuple[str, int] | None:
    """The person named behind the ``@`` at ``at`` and where the name ends.

    The longest known person, spaces allowed; else up to a space or punctuation.
    """
    start = at + 1
    known = [name for name in people if name and _stands(line, start, name)]
    if known:
        name = max(known, key=len)
        return name, start + len(name)
    end = _word_end(line, start)
    return (line[start:end], end) if end > start else None


def tag(line: str, at: int) -> tuple[str, int] | None:
    """The tag behind the ``#`` at ``at`` and its end; a closed ``#topic#`` is none."""
    start = at + 1
    end = _word_end(line, start)
    if end == start or line[end : end + 1] in ("#", "＃"):
        return None
    return line[start:end], end


def _stands(line: str, at: int, name: str) -> bool:
    """Whether a known name stands here whole; Chinese names need no space behind them."""
    if line[at : at + len(name)].casefold() != name.casefold():
        return False
    behind = line[at + len(name) : at + len(name) + 1]
    return not (name[-1].isascii() and behind.isascii() and behind.isalnum())


def _word_end(line: str, start: int) -> int:
    end = start
    while end < len(line) and _in_word(line[end]):
        end += 1
    while end > start and line[end - 1] in _INSIDE:
        end -= 1
    return end


def _in_word(letter: str) -> bool:
    if letter in _INSIDE:
        return True
    return not letter.isspace() and unicodedata.category(letter)[0] not in "PSC"
