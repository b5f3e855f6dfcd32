"""Which records, in which order: a question to the room in the field's own words."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.fields import Shape
from desktop.warroom.records import Entry, Record


@dataclass(frozen=True, slots=True)
class Selection:
    """Records of one kind that are not taken back, narrowed and ordered.

    ``equal`` asks fields for one of some values, ``holding`` asks lists of words for one of some
    words, ``words`` are all looked for in the kind's texts (as typed, letters of either case).
    ``order`` is a field; equal values fall in the order of their ids, that is of writing.
    """

    kind: type[Record] = Entry
    equal: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    holding: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: str = ""
    order: str = "recorded_at"
    newest_first: bool = False

    def admits(self, record: Record) -> bool:
        """Whether a record belongs to the selection; the store's SQL says the same."""
        if not isinstance(record, self.kind) or record.gone:
            return False
        return (
            all(str(getattr(record, name)) in wanted for name, wanted in self.equal)
            and all(set(getattr(record, name)) & set(wanted) for name, wanted in self.holding)
            and all(self._says(record, word) for word in self.words.split())
        )

    def _says(self, record: Record, word: str) -> bool:
        return any(folded(word) in folded(getattr(record, name)) for name in texts_of(self.kind))


def timeline(**narrowed: Any) -> Selection:
    """The timeline: entries in the order in which they happened."""
    return Selection(kind=Entry, order="happened_at", **narrowed)


def texts_of(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that hold what people wrote."""
    return tuple(f.name for f in kind.declared() if f.shape in (Shape.TEXT, Shape.PROSE))


def folded(text: str) -> str:
    """Letters in lower case as SQLite's lower() has them: ASCII only."""
    return "".join(c.lower() if c.isascii() else c for c in text)
