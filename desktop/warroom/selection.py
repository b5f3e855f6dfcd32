"""Which records, in which order: a question to the room in the field's own words."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desktop.warroom.choices import EntryKind
from desktop.warroom.fields import Shape
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry, Record

_NOTHING: tuple[Any, ...] = (None, "", ())


Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Selection(Generic[Kind]):
    """Records of one kind that are not taken back, or only those that are, narrowed and ordered.

    ``equal`` asks fields for one of some values, ``holding`` asks lists of words for one of some
    words, ``within`` asks moments to lie at or after one and before another UTC millisecond (None:
    no bound), ``filled`` and ``empty`` ask for fields with and without a value, ``either`` for a
    value in one of some fields at least, ``words`` are all
    looked for in the kind's texts (as typed, letters of either case). ``order`` is a field; records
    without a value in it come first, equal values fall in the order of their ids, that is of
    writing. ``leading`` names a field and a moment: of records that share a value of the field
    only the earliest is kept, and all of those without one. ``unless`` leaves out what the records
    of another selection point to by one of their fields. ``gone`` asks for what was taken back.
    A room answers for the incident on screen unless ``everywhere`` asks for all of them.
    """

    kind: type[Kind]
    equal: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    holding: tuple[tuple[str, tuple[str, ...]], ...] = ()
    within: tuple[tuple[str, int | None, int | None], ...] = ()
    filled: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    words: str = ""
    order: str = "recorded_at"
    newest_first: bool = False
    leading: tuple[str, str] | None = None
    unless: "tuple[Selection[Any], str] | None" = None
    gone: bool = False
    everywhere: bool = False

    def admits(self, record: Record) -> bool:
        """Whether a record belongs to the selection; the store's SQL says the same.

        What ``leading`` and ``unless`` leave out hangs on other records and is not asked here.
        """
        if not isinstance(record, self.kind) or record.gone != self.gone:
            return False
        return (
            all(str(getattr(record, name)) in wanted for name, wanted in self.equal)
            and all(set(getattr(record, name)) & set(wanted) for name, wanted in self.holding)
            and all(_lies(getattr(record, name), *bounds) for name, *bounds in self.within)
            and all(getattr(record, name) not in _NOTHING for name in self.filled)
            and all(getattr(record, name) in _NOTHING for name in self.empty)
            and (not self.either or any(getattr(record, n) not in _NOTHING for n in self.either))
            and all(self._says(record, word) for word in self.words.split())
        )

    def _says(self, record: Record, word: str) -> bool:
        return any(folded(word) in folded(getattr(record, name)) for name in texts_of(self.kind))


def key_of(selection: Selection[Any], record: Record) -> tuple[Any, ...]:
    """What places a record in the order of a selection: the store's SQL makes the same."""
    value = getattr(record, selection.order)
    if value is None:
        field = next(f for f in selection.kind.declared() if f.name == selection.order)
        value = -1 if field.shape in (Shape.MOMENT, Shape.NUMBER) else ""
    return (getattr(value, "ms", value), record.id)


def _lies(moment: Moment | None, since: int | None, until: int | None) -> bool:
    if moment is None:
        return False
    return (since is None or moment.ms >= since) and (until is None or moment.ms < until)


def timeline(**narrowed: Any) -> Selection[Entry]:
    """The timeline: entries in the order in which they happened."""
    return Selection(kind=Entry, order="happened_at", **narrowed)


def entries_of(kind: EntryKind, **narrowed: Any) -> Selection[Entry]:
    """The entries of one kind, in the order in which they happened."""
    return timeline(equal=(("kind", (kind,)),), **narrowed)


def texts_of(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that hold what people wrote."""
    return tuple(f.name for f in kind.declared() if f.shape in (Shape.TEXT, Shape.PROSE))


def folded(text: str) -> str:
    """Letters in lower case as SQLite's lower() has them: ASCII only."""
    return "".join(c.lower() if c.isascii() else c for c in text)
