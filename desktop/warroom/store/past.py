"""A room as it was, at any line of its journal: turned to another one without reading it anew."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from desktop.warroom.journal import Fold, Line, Said
from desktop.warroom.kinds import KINDS
from desktop.warroom.record import Record
from desktop.warroom.store import versions
from desktop.warroom.store.driver import connect
from desktop.warroom.store.rows import row_of
from desktop.warroom.store.store import Store
from desktop.warroom.store.versions import ENDLESS, Version
from resources import _

SLICE = 500  # lines read between two chances to draw a frame


class Touch(NamedTuple):
    """What a line changed: a record of a kind, and the incident that it says it belongs to."""

    kind: type[Record]
    record: str
    incident: str


class Past(Store):
    """Holds every version of the records of another store, and answers as that did at line ``n``.

    Its tables are in memory; the journal and kept files are asked of the other store, and nothing
    is written there.
    """

    def __init__(self, live: Store) -> None:
        connection = connect(None, "rwc")
        versions.create(connection)
        super().__init__(connection, None, live.device)
        self.why_read_only = _("This is the room as it was at an earlier moment.")
        self._live, self._fold, self.n = live, Fold(), 0
        self._arrived: list[int] = []  # UTC ms at which each line had arrived, rising
        self._touched: list[Touch | None] = []

    # what is held

    def take_in(self) -> Iterator[tuple[int, int]]:
        """Read the lines that came since, slice by slice: how many are held, of all."""
        last = self._live.tail().n
        while len(self._touched) < last:
            upper = min(len(self._touched) + SLICE, last)
            self._hold(list(self._live.lines(upper, after=len(self._touched))))
            yield len(self._touched), last

    def last(self) -> int:
        """The number of lines that are held."""
        return len(self._touched)

    def arrived(self, n: int) -> int:
        """When line ``n`` had arrived here, in UTC milliseconds."""
        return self._arrived[n - 1]

    def touched(self, since: int, until: int) -> Iterator[tuple[int, Touch]]:
        """What lines behind ``since`` up to ``until`` changed, each with the line's number."""
        for place, touch in enumerate(self._touched[since:until], since + 1):
            if touch:
                yield place, touch

    def then(self, kind: type[Record], record_id: str, n: int) -> dict[str, Any] | None:
        """The plain values of a record when line ``n`` had arrived, or None."""
        with self._sorted_errors():
            return versions.get(self._open(), kind, record_id, n)

    def turn(self, n: int) -> None:
        """Answer from now on as at line ``n``."""
        self.n = n
        with self._sorted_errors():
            versions.show(self._open(), n)

    def between(self, one: int, other: int) -> list[Touch]:
        """The records that may differ between two lines, each once."""
        found = self._touched[min(one, other) : max(one, other)]
        return list(dict.fromkeys(touch for touch in found if touch))

    # what a store is asked

    def arrived_by(self, ms: int) -> int:
        return bisect_right(self._arrived, ms)

    def lines(self, up_to: int | None = None, after: int = 0) -> Iterator[Line]:
        return self._live.lines(self.n if up_to is None else min(up_to, self.n), after)

    def line(self, line_id: str) -> Line | None:
        found = self._live.line(line_id)
        return found if found and found.n <= self.n else None

    def lines_of(self, record_id: str) -> list[Line]:
        return [line for line in self._live.lines_of(record_id) if line.n <= self.n]

    def tail(self) -> Line:
        return next(self._live.lines(self.n, after=self.n - 1))

    def kept(self, sha256: str) -> Iterator[bytes]:
        return self._live.kept(sha256)

    def kept_files(self) -> dict[str, str]:
        return self._live.kept_files()

    def draft(self, place: str) -> str:
        return ""

    # inside

    def _hold(self, lines: Sequence[Line]) -> None:
        made: dict[type[Record], list[Version]] = {}
        for line in lines:
            latest = self._arrived[-1] if self._arrived else 0
            said = _said(line)
            self._arrived.append(max(latest, said.clock[0]) if said else latest)
            self._touched.append(self._folded(line, said, made) if said else None)
        with self._sorted_errors():
            for kind, fresh in made.items():
                versions.put(self._open(), kind, _ended(fresh))

    def _folded(
        self, line: Line, said: Said, made: dict[type[Record], list[Version]]
    ) -> Touch | None:
        self._fold.add(line.device, line.number, said)
        kind = KINDS.get(said.kind)
        if kind is None:
            return None
        values = self._fold.values[said.kind, said.record]
        row = row_of(kind, said.record, values)
        made.setdefault(kind, []).append((line.n, ENDLESS, row))
        return Touch(kind, said.record, values.get("incident", ""))


def _ended(fresh: Sequence[Version]) -> list[Version]:
    """The same versions, each ended by the next one of its record."""
    ended, next_of = [], dict[str, int]()
    for since, _until, row in reversed(fresh):
        ended.append((since, next_of.get(row[0], ENDLESS), row))
        next_of[row[0]] = since
    return ended[::-1]


def _said(line: Line) -> Said | None:
    """What a line says; a changed body may say nothing readable, and verify will name it."""
    try:
        return line.said()
    except (ValueError, KeyError, TypeError, IndexError):
        return None
