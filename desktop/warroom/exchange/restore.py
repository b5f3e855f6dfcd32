"""A room from its JSON: records come back with their ids, times and authors, or nothing does."""

from dataclasses import dataclass
from pathlib import Path

from desktop.warroom import shown
from desktop.warroom.exchange.json_in import read_json
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.now import Clock
from desktop.warroom.reading import Progress, Reading
from desktop.warroom.records import Incident, Person, Record, Sitting
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext

_ALLOWED: tuple[type[Record], ...] = (Incident, Person, Sitting)


@dataclass(frozen=True, slots=True)
class Restored:
    """How many records came back; ``new`` when the room was made for them.

    ``known`` people were in the room before and were left out.
    """

    records: int
    new: bool
    known: int = 0
    written: bool = True

    @property
    def sentence(self) -> str:
        """What came back and what did not."""
        n = self.records
        done = (
            ngettext("{n} record was restored.", "{n} records were restored.", n)
            if self.written
            else ngettext(
                "{n} record can be restored; nothing was written.",
                "{n} records can be restored; nothing was written.",
                n,
            )
        )
        said = [done.format(n=f"{n:,}")]
        if not self.new:
            said.append(_("The incident of the room stays as it was."))
        if self.known:
            told = ngettext(
                "{n} person was there already.", "{n} people were there already.", self.known
            )
            said.append(told.format(n=self.known))
        return shown.sentences(said)


def restore(
    path: Path,
    file: Path,
    *,
    operator: str,
    clock: Clock | None = None,
    writing: bool = True,
    progress: Progress | None = None,
) -> Restored:
    """Restore the records of ``file`` into the room at ``path``, which is made if it is not there.

    A room that is there keeps its incident and people, and may hold nothing else but the sittings
    that opening it leaves. The journal says that ``operator`` wrote all of it now; a record keeps
    its own author and time. Without ``writing`` all is checked and nothing written. Raises
    RuleBroken and StoreFailed; then nothing was imported.
    """
    incident, records = read_json(_bytes(file))
    if path.exists():
        return _into(path, records, operator, clock, writing, progress)
    if writing:
        _make(path, incident, records, operator, clock, progress)
    return Restored(1 + len(records), new=True, written=writing)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise RuleBroken(
            _("{file} cannot be read: {why}.").format(file=file.name, why=error.strerror or error)
        ) from error


def _make(
    path: Path,
    incident: Incident,
    records: list[Record],
    operator: str,
    clock: Clock | None,
    progress: Progress | None,
) -> None:
    room = WarRoom.create(path, incident, operator=operator, clock=clock)
    try:
        room.add_all(records, progress)
    except BaseException:  # whatever ends it, no half room stays behind
        room.close()
        path.unlink(missing_ok=True)
        raise
    room.close()


def _into(
    path: Path,
    records: list[Record],
    operator: str,
    clock: Clock | None,
    writing: bool,
    progress: Progress | None,
) -> Restored:
    room = WarRoom.open(path, operator=operator, clock=clock, writing=writing)
    try:
        if writing and room.why_read_only:
            raise RuleBroken(room.why_read_only)
        _refuse_unless_empty(room)
        names, ids = set(room.people()), _ids(room)
        new = [record for record in records if not _is_there(record, names, ids)]
        if writing and new:
            room.add_all(new, progress)
    finally:
        room.close()
    known = sum(isinstance(r, Person) and _is_there(r, names, ids) for r in records)
    return Restored(len(new), new=False, known=known, written=writing)


def _refuse_unless_empty(room: Reading) -> None:
    for kind in KINDS.values():
        if kind in _ALLOWED:
            continue
        if room.count(Selection(kind=kind, everywhere=True)) or room.taken_back(kind):
            raise RuleBroken(
                _(
                    "The room already holds records ({kind}). Restore into a new file instead; "
                    "nothing was imported."
                ).format(kind=_(kind.shown_name))
            )


def _ids(room: Reading) -> set[str]:
    """The ids in the room, also of what was taken back."""
    return {record.id for kind in _ALLOWED for record in (*room.all(kind), *room.taken_back(kind))}


def _is_there(record: Record, names: set[str], ids: set[str]) -> bool:
    return record.id in ids or (isinstance(record, Person) and record.name in names)
