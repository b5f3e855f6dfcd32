"""Text for paper: as on the screen, and letters that no bundled face has are named too."""

import json
import re
from bisect import bisect_right
from functools import cache

from resources import path
from resources.visible import visible

_NAMED = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")


def printed(text: str) -> str:
    """``text`` as paper shows it: every other code point prints as ``⟨U+XXXX⟩``.

    Nothing is normalised; white space aside, the text taken out of a paper equals this.
    """
    shown = visible(text)
    if all(map(covered, set(shown))):
        return shown
    return "".join(char if covered(char) else f"⟨U+{ord(char):04X}⟩" for char in shown)


def named(text: str) -> set[str]:
    """The code points that a printed text names instead of showing: ``U+202E``."""
    return {f"U+{code}" for code in _NAMED.findall(text)}


@cache
def covered(char: str) -> bool:
    """Whether the bundled faces have a glyph for a character; white space needs none."""
    starts, ends = _ranges()
    at = bisect_right(starts, ord(char)) - 1
    return char.isspace() or (at >= 0 and ord(char) <= ends[at])


@cache
def _ranges() -> tuple[list[int], list[int]]:
    ranges = json.loads(path("fonts", "coverage.json").read_text(encoding="utf-8"))
    return [first for first, _ in ranges], [last for _, last in ranges]
