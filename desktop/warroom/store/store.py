"""One room file held open: lines go in by one transaction, records come out by selection."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from desktop.warroom.faults import StoreFailed
from desktop.warroom.journal import Clock, Draft, Fold, Line, Said
from desktop.warroom.records import Record
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Progress
from desktop.warroom.store import header, kept, opening, schema, tables, writing
from desktop.warroom.store.backup import back_up
from desktop.warroom.store.driver import Connection, DriverError, connect, failed, settings_of
from desktop.warroom.store.holder import Holder
from desktop.warroom.store.writing import LINE
from resources import _


class Store:
    """The room file. Every fault of file or disk leaves it as a StoreFailed with a sentence.

    Between ``open`` and ``examine`` the store reads but does not write. ``why_read_only`` says why
    a store never will.
    """

    def __init__(self, connection: Connection, path: Path | None, device: str) -> None:
        self._connection: Connection | None = connection
        self.path, self.device = path, device
        self.why_read_only = _("The room is still being checked.")
        self._holder: Holder | None = None
        self._writing = False
        self._number, self._hash, self._clock = 0, "", (0, 0)
        self._doubtful: Sequence[Draft] = ()

    # opening and closing

    @classmethod
    def create(cls, path: Path, device: str, first: Sequence[Draft]) -> Self:
        """Make a room file whose journal begins with ``first``. Raises StoreFailed."""
        holder = Holder.take(path)
        try:
            connection = opening.create(path)
        except BaseException:
            holder.let_go()
            raise
        store = cls(connection, path, device)
        holder.announce()
        store._holder, store._writing, store.why_read_only = holder, True, ""
        try:
            store.append(first)
        except StoreFailed:
            store.close()
            path.unlink(missing_ok=True)
            raise
        return store

    @classmethod
    def open(cls, path: Path, device: str, *, writing: bool) -> Self:
        """Open a room; a reader changes nothing in it. Raises StoreFailed."""
        holder = Holder.take(path)
        try:
            header.look(path)
            store = cls(opening.open_file(path, writing=writing), path, device)
        except StoreFailed as fault:
            holder.let_go()
            raise Holder.named(path, fault) from fault
        store._holder, store._writing = holder, writing
        if writing:
            holder.announce()
        else:
            store.why_read_only = _("The room was opened for reading only.")
        with store._sorted_errors():
            store._find_tail()
        return store

    @classmethod
    def memory(cls, fold: Fold) -> Self:
        """A read-only store in memory that holds the records of a fold."""
        connection = connect(None, "rwc")
        schema.create(connection)
        tables.fill(connection, fold)
        store = cls(connection, None, "")
        store.why_read_only = _("This is the room as it was at an earlier moment.")
        return store

    def examine(self) -> None:
        """Look the file over before the first write: pages, triggers, chain tail, reserve.

        Raises StoreFailed when the file is damaged; a file that only cannot be written stays
        open for reading, and ``why_read_only`` says why.
        """
        if not self._writing:
            return
        with self._sorted_errors():
            opening.check_pages(self._open(), self.path)
            opening.check_triggers(self._open())
            self._check_tail()
        try:
            with self._sorted_errors():
                opening.probe(self._open())
                opening.top_up_reserve(self._open())
        except StoreFailed as fault:
            self.why_read_only = str(fault)
        else:
            self.why_read_only = ""

    def close(self) -> None:
        """Let go of the file; a clean close leaves exactly one file."""
        connection, self._connection = self._connection, None
        if connection is not None:
            opening.let_go(connection, tidy=self._writing)
        if self._holder is not None:
            (self._holder.release if self._writing else self._holder.let_go)()
            self._holder = None

    # writing

    @property
    def clock(self) -> Clock:
        """The hybrid logical clock of the last line."""
        return self._clock

    def append(
        self,
        drafts: Sequence[Draft],
        progress: Progress | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> list[Line]:
        """Chain these drafts, keep files by their SHA-256, and commit, all or nothing.

        Drafts that an earlier, doubtful try did bring into the file are not written twice.
        Raises StoreFailed: then nothing is claimed to be saved.
        """
        self._ready_to_write()
        if self._doubtful and (landed := self._landed(drafts)):
            return landed
        lines: list[Line] = []
        steps = self._transaction(drafts, files or {}, hidden=False)
        try:
            for some in steps:
                lines += some
                if progress and not progress(len(lines), len(drafts)):
                    steps.close()
                    raise StoreFailed(_("Stopped. Nothing was written."))
        except DriverError as error:
            self._recover(drafts, error)
            return self._landed(drafts)
        return lines

    def arrive(self, drafts: Iterable[Draft], files: Mapping[str, bytes]) -> Iterator[int]:
        """Append many drafts, and files by their SHA-256, step by step: how many were written.

        Nobody sees them before the last step, which commits; closed before that it leaves no
        trace. Nothing else may be written meanwhile. Raises StoreFailed.
        """
        self._ready_to_write()
        last: list[Draft] = []  # all are in the file or none: the last tells
        try:
            for lines in self._transaction(_noting(drafts, last), files, hidden=True):
                yield len(lines)
        except DriverError as error:
            self._recover(last, error)

    def _ready_to_write(self) -> None:
        if self.why_read_only:
            raise StoreFailed(self.why_read_only)
        if self._connection is None:
            self._reopen()

    def _transaction(
        self, drafts: Iterable[Draft], files: Mapping[str, bytes], *, hidden: bool
    ) -> Generator[list[Line], None, None]:
        last = Line(0, self.device, self._number, "", "", "", self._hash)
        for lines in writing.transaction(self._open(), drafts, files, last, hidden=hidden):
            last = lines[-1] if lines else last
            yield lines
        self._number, self._hash, self._clock = last.number, last.hash, last.said().clock

    # after a fault

    def _recover(self, drafts: Sequence[Draft], error: Exception) -> None:
        """An error does not mean "not saved": look, and only then claim either."""
        fault = failed(error, self.path)
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_FULL", "SQLITE_CONSTRAINT"):
            raise fault from error
        self._doubtful = tuple(drafts)
        if self._connection is not None:
            opening.let_go(self._connection, tidy=False)
            self._connection = None
        try:
            self._reopen()
        except StoreFailed as still:
            raise still from error
        if not self._landed(drafts):
            raise fault from error

    def _reopen(self) -> None:
        assert self.path is not None
        header.look(self.path)
        self._connection = opening.open_file(self.path, writing=True)
        with self._sorted_errors():
            self._find_tail()

    def _landed(self, drafts: Sequence[Draft]) -> list[Line]:
        """The lines of these drafts if they are in the file."""
        found = [self.line(draft.id) for draft in drafts]
        self._doubtful = ()
        return [line for line in found if line is not None]

    # reading

    def line(self, line_id: str) -> Line | None:
        """The journal line of this id, or None."""
        return next(self._lines("WHERE id = ?", line_id), None)

    def lines(self, up_to: int | None = None, after: int = 0) -> Iterator[Line]:
        """The journal in order of arrival: behind line ``after``, up to line ``up_to``."""
        until = "" if up_to is None else f" AND n <= {up_to:d}"
        return self._lines(f"WHERE n > {after:d}{until}")

    def lines_of(self, record_id: str) -> list[Line]:
        """The lines that changed one record, in order of arrival."""
        return list(self._lines("WHERE record = ?", record_id))

    def arrived_by(self, ms: int) -> int:
        """The number of lines that had arrived here by ``ms`` (UTC milliseconds).

        A line arrived at the latest clock of all lines up to it.
        """
        sql = "SELECT min(n) - 1 FROM journal WHERE json_extract(body, '$.clock[0]') > ?"
        with self._sorted_errors():
            found: int | None = self._open().execute(sql, (ms,)).fetchone()[0]
        return self.tail().n if found is None else found

    def tail(self) -> Line:
        """The line that arrived last."""
        return next(self._lines("WHERE n = (SELECT max(n) FROM journal)"))

    def get(self, kind: type[Record], record_id: str) -> dict[str, Any] | None:
        """The plain values of one record, or None."""
        with self._sorted_errors():
            return tables.get(self._open(), kind, record_id)

    def count(self, selection: Selection[Any]) -> int:
        """How many records a selection holds."""
        with self._sorted_errors():
            return tables.count(self._open(), selection)

    def window(
        self,
        selection: Selection[Any],
        skip: int,
        limit: int,
        after: tuple[Any, ...] | None = None,
    ) -> list[dict[str, Any]]:
        """Plain values of ``limit`` records behind ``after``, passing over ``skip`` first."""
        with self._sorted_errors():
            return tables.window(self._open(), selection, skip, limit, after)

    def snapshot(self, selection: Selection[Any]) -> list[tuple[Any, ...]]:
        """The table rows of a selection, all read at this moment."""
        with self._sorted_errors():
            return tables.rows(self._open(), selection)

    def position(self, selection: Selection[Any], key: tuple[Any, ...]) -> int:
        """How many records of the selection stand before ``key``."""
        with self._sorted_errors():
            return tables.position(self._open(), selection, key)

    def tally(self, selection: Selection[Any], name: str) -> dict[Any, int]:
        """How many records of a selection hold each value of a field."""
        with self._sorted_errors():
            return tables.tally(self._open(), selection, name)

    def by_hour(
        self, selection: Selection[Any], name: str, offset: int
    ) -> list[tuple[int, Any, int]]:
        """Counts by hour and value: (start in UTC ms, value, count)."""
        with self._sorted_errors():
            return tables.by_hour(self._open(), selection, name, offset)

    def cells(self, selection: Selection[Any], names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The id and some fields of each record of a selection, moments as UTC milliseconds."""
        with self._sorted_errors():
            yield from tables.cells(self._open(), selection, names)

    def word_counts(self, kind: type[Record], name: str) -> dict[str, int]:
        """How many records of a kind hold each word of a list field."""
        with self._sorted_errors():
            return tables.word_counts(self._open(), kind, name)

    def rows(self, kind: type[Record]) -> Iterator[tuple[Any, ...]]:
        """Every table row of a kind, those taken back too."""
        with self._sorted_errors():
            yield from tables.all_rows(self._open(), kind)

    def settings(self) -> dict[str, int | str | None]:
        """The settings as the connection itself reports them."""
        return settings_of(self._open())

    def integrity(self) -> list[str]:
        """What SQLite's own full check finds wrong; nothing if all is well."""
        with self._sorted_errors():
            found = self._open().execute("PRAGMA integrity_check").fetchall()
        return [row[0] for row in found if row[0] != "ok"]

    def wrong_triggers(self) -> list[str]:
        """The names of append-only triggers that are missing or changed."""
        with self._sorted_errors():
            found = schema.triggers_of(self._open())
        return [name for name, sql in schema.TRIGGERS.items() if found.get(name) != sql]

    # kept files, drafts and copies

    def kept(self, sha256: str) -> Iterator[bytes]:
        """The bytes kept under a SHA-256, part by part; nothing when they are not there."""
        with self._sorted_errors():
            yield from kept.parts(self._open(), sha256)

    def kept_files(self) -> dict[str, str]:
        """The SHA-256 that each kept file goes by, and the one that its bytes really have."""
        with self._sorted_errors():
            found = sorted(kept.files(self._open()))
            return {sha256: kept.hash_of(self._open(), sha256) for sha256 in found}

    def keep_draft(self, place: str, text: str) -> None:
        """Keep half-typed text of a place; drafts are no evidence and may be replaced."""
        if not self.why_read_only:
            with self._sorted_errors():
                self._open().execute(
                    "INSERT INTO draft VALUES (?, ?) "
                    "ON CONFLICT(place) DO UPDATE SET text = excluded.text",
                    (place, text),
                )

    def draft(self, place: str) -> str:
        """The half-typed text of a place, or nothing."""
        with self._sorted_errors():
            row = (
                self._open().execute("SELECT text FROM draft WHERE place = ?", (place,)).fetchone()
            )
        return row[0] if row else ""

    def back_up(self, target: Path) -> None:
        """Write a verified copy to ``target``, replacing it whole or not at all."""
        back_up(self._open(), target)

    # inside

    def _lines(self, where: str, *values: Any) -> Iterator[Line]:
        with self._sorted_errors():
            found = self._open().execute(f"SELECT {LINE} FROM journal {where} ORDER BY n", values)
            for row in found:
                yield Line(*row)

    def _find_tail(self) -> None:
        own = next(self._lines(_TAIL, self.device, self.device), None)
        if own is not None:
            self._number, self._hash = own.number, own.hash
        last = next(self._lines("WHERE n = (SELECT max(n) FROM journal)"), None)
        if last is not None:
            self._clock = _clock_of(last)

    def _check_tail(self) -> None:
        for line in self._lines("WHERE n > (SELECT max(n) FROM journal) - 2"):
            if line.true_hash != line.hash:
                raise StoreFailed(
                    _(
                        "Entry {number} was changed after it was written. "
                        "Do not log in this file; check it with verify and open a backup."
                    ).format(number=line.number)
                )

    def _open(self) -> Connection:
        if self._connection is None:
            raise StoreFailed(_("The room is closed."))
        return self._connection

    def _sorted_errors(self) -> "opening.SortedErrors":
        return opening.SortedErrors(self.path)


_TAIL = "WHERE device = ? AND number = (SELECT max(number) FROM journal WHERE device = ?)"


def _noting(drafts: Iterable[Draft], last: list[Draft]) -> Iterator[Draft]:
    """The same drafts; ``last`` holds the latest one that was taken."""
    for draft in drafts:
        last[:] = [draft]
        yield draft


def _clock_of(line: Line) -> Clock:
    """The clock of a line; a changed body may say nothing readable, and verify will name it."""
    try:
        return Said.read(line.body).clock
    except (ValueError, KeyError, TypeError, IndexError):
        return (0, 0)
