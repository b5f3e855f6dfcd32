"""How often the records of a room hold each word of a list, kept up with every commit."""

from collections import Counter
from collections.abc import Callable

from desktop.warroom.acts import Change
from desktop.warroom.record import Record

_Count = Callable[[type[Record], str], dict[str, int]]


class WordsHeld:
    """Counts a list field once, by ``count``, and from then on only what commits change."""

    def __init__(self) -> None:
        self._counts: dict[tuple[type[Record], str], Counter[str]] = {}

    def most_used(self, kind: type[Record], name: str, count: _Count) -> list[str]:
        """The words of a field, most used first and then in the order of their letters."""
        if (kind, name) not in self._counts:
            self._counts[kind, name] = Counter(count(kind, name))
        counts = self._counts[kind, name]
        return sorted(counts, key=lambda word: (-counts[word], word))

    def forget(self) -> None:
        """Count anew when asked: the room is another one than before."""
        self._counts.clear()

    def follow(self, changes: tuple[Change, ...]) -> None:
        """Take a commit into the counts; the room calls this before it tells anybody."""
        for (kind, name), counts in self._counts.items():
            for change in changes:
                if change.kind is kind:
                    counts.subtract(_words(change.before, name))
                    counts.update(_words(change.after, name))
            for word in [word for word, count in counts.items() if not count]:
                del counts[word]


def _words(record: Record | None, name: str) -> tuple[str, ...]:
    words: tuple[str, ...] = () if record is None or record.gone else getattr(record, name)
    return words
