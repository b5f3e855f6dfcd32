"""The check of a room: its chain, its tables against the journal, and the file itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.warroom.faults import StoreFailed
from desktop.warroom.journal import Fold, Line
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Evidence, Record
from desktop.warroom.store.rows import row_of
from desktop.warroom.store.schema import columns
from desktop.warroom.store.store import Store
from resources import _

Progress = Callable[[int, int], bool]


@dataclass
class Verdict:
    """What a check found. ``heads`` is each device's last number and hash."""

    lines: int = 0
    pretended: int = 0
    records: int = 0
    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults


def verify(store: Store, progress: Progress | None = None) -> Verdict:
    """Check a room without changing it: every line's hash and place, every table row, the file.

    What a chain cannot show (a tail cut off, a whole history written anew) shows against the
    seal printed on a paper.
    """
    verdict, fold = Verdict(), Fold()
    for check in (_chain, _tables, _kept, _file):
        try:
            verdict.faults += check(store, verdict, fold, progress)
        except StoreFailed as fault:
            verdict.faults.append(str(fault))
    return verdict


def _chain(store: Store, verdict: Verdict, fold: Fold, progress: Progress | None) -> Iterator[str]:
    total = store.tail().n if progress else 0
    for line in store.lines():
        verdict.lines += 1
        yield from _place(line, verdict)
        yield from _content(line, verdict, fold)
        if progress and line.n % 1000 == 0 and not progress(line.n, total):
            raise StoreFailed(_("The check was stopped before its end."))


def _place(line: Line, verdict: Verdict) -> Iterator[str]:
    number, head = verdict.heads.get(line.device, (0, ""))
    if line.number != number + 1:
        yield _("Entry {number} of device {device} does not follow entry {last}.").format(
            number=line.number, device=line.device, last=number
        )
    elif line.previous != head:
        yield _("Entry {number} of device {device} does not continue the one before.").format(
            number=line.number, device=line.device
        )
    verdict.heads[line.device] = (line.number, line.hash)


def _content(line: Line, verdict: Verdict, fold: Fold) -> Iterator[str]:
    if line.true_hash != line.hash:
        yield _("Entry {number} of device {device} was changed after it was written.").format(
            number=line.number, device=line.device
        )
    try:
        said = line.said()
    except (ValueError, KeyError, TypeError, IndexError):
        yield _("Entry {number} of device {device} cannot be read.").format(
            number=line.number, device=line.device
        )
        return
    verdict.pretended += said.pretended
    fold.add(line.device, line.number, said)


def _tables(
    store: Store, verdict: Verdict, fold: Fold, _progress: Progress | None
) -> Iterator[str]:
    for name, kind in KINDS.items():
        wanted = {
            record: row_of(kind, record, values)
            for (of, record), values in fold.values.items()
            if of == name
        }
        for row in store.rows(kind):
            verdict.records += 1
            yield from _compared(kind, row, wanted.pop(row[0], None))
        for record in wanted:
            yield _("{kind} {id} is in the journal but not in its table.").format(
                kind=_(kind.shown_name), id=record
            )


def _compared(
    kind: type[Record], row: tuple[Any, ...], wanted: tuple[Any, ...] | None
) -> Iterator[str]:
    if wanted is None:
        yield _("{kind} {id} is in its table but not in the journal.").format(
            kind=_(kind.shown_name), id=row[0]
        )
    elif row != wanted:
        names = [c for c, a, b in zip(columns(kind), row, wanted, strict=True) if a != b]
        yield _("{kind} {id} differs from the journal in: {fields}.").format(
            kind=_(kind.shown_name), id=row[0], fields=", ".join(names)
        )


def _kept(
    store: Store, _verdict: Verdict, _fold: Fold, _progress: Progress | None
) -> Iterator[str]:
    rows = [dict(zip(columns(Evidence), row)) for row in store.rows(Evidence)]
    named = {row["sha256"]: row["name"] for row in rows}
    there = store.kept_files()
    for sha256, name in named.items():
        if sha256 not in there:
            yield _("The kept file {name} is missing.").format(name=name)
        elif there[sha256] != sha256:
            yield _("The kept file {name} is not as it was brought in.").format(name=name)
    for sha256 in there.keys() - named.keys():
        yield _("No record names the kept file {hash}.").format(hash=sha256)


def _file(
    store: Store, _verdict: Verdict, _fold: Fold, _progress: Progress | None
) -> Iterator[str]:
    for name in store.wrong_triggers():
        yield _("The guard {name} over the journal is missing or was changed.").format(name=name)
    for finding in store.integrity():
        yield _("SQLite finds in the file: {finding}").format(finding=finding)
