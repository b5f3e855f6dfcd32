"""What a palette shows: items in groups, and which of them a line of words means."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """A line to choose: its ``words``, a ``note`` behind them, its keys or its time at the end.

    ``do`` is called when the palette is gone; without it the line is only to be read.
    """

    words: str
    keys: str = ""
    note: str = ""
    do: Callable[[], object] | None = None

    @property
    def told(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.words, self.note, self.keys) if part)


@dataclass(frozen=True, slots=True)
class PaletteGroup:
    """Items that stand together under a title."""

    title: str
    items: Sequence[PaletteItem]


class Finds(Protocol):
    """Answers a line of words with groups of items, the best first."""

    def at_once(self, words: str) -> Sequence[PaletteGroup]:
        """What is known without looking into a file, at every letter that is typed."""

    def later(self, words: str) -> Sequence[PaletteGroup]:
        """What takes longer, once the typing has paused."""


def matching(
    words: str, items: Iterable[PaletteItem], limit: int | None = None
) -> list[PaletteItem]:
    """The items that hold all ``words`` in any order, those that begin with them first.

    Letters of either case and width are the same; equal items keep their order.
    """
    wanted = _plain(words).split()
    ranked = [(rank, item) for item in items if (rank := _rank(wanted, _plain(item.words))) >= 0]
    ranked.sort(key=_first)
    return [item for _rank, item in ranked][:limit]


def _rank(wanted: list[str], text: str) -> int:
    """0 when the text begins with the first word, 1 when words of it begin so, 2 when inside."""
    if not all(word in text for word in wanted):
        return -1
    if not wanted or text.startswith(wanted[0]):
        return 0
    begun = text.split()
    return 1 if all(any(part.startswith(word) for part in begun) for word in wanted) else 2


def _first(ranked: tuple[int, PaletteItem]) -> int:
    return ranked[0]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
