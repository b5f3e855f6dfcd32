"""The wordings that a text has had: what was saved and when, its other versions, what went out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desktop.warroom import shown
from desktop.warroom.choices import Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.history import Version
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.selection import Kind
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.series import in_series, releases_of
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import public_text, public_title
from resources import _

PRESENT = "present"
TOGETHER = 10 * 60_000  # savings by one person within this time, in ms, are one wording
_WORDING = frozenset({"title", "text", "parts", "next_update_at"})
_READ = (Standing.APPROVED, Standing.RELEASED)


@dataclass(frozen=True, slots=True)
class Edition:
    """One wording: ``name`` for the program, ``label`` for people, title and text as they read.

    ``read`` says that somebody approved it, or that it went out.
    """

    name: str
    label: str
    text: str
    read: bool = False


class _Then(Reading):
    """A room in which facts stand as they did when a line of the journal had arrived."""

    def __init__(self, room: Reading, number: int) -> None:
        super().__init__(room._store, room.clock)
        self._room, self._number = room, number

    def find(self, kind: type[Kind], record_id: str) -> Kind | None:
        return as_it_was(self._room, kind, record_id, self._number)


def as_it_was(room: Reading, kind: type[Kind], record_id: str, number: int) -> Kind | None:
    """A record as it stood at a line of the journal; None where it was not there yet."""
    held = room.history(kind.from_plain({"id": record_id}))
    before = [each for each in held if each.number <= number]
    return kind.from_plain({"id": record_id, **_values(before)}) if before else None


def editions(room: Reading, statement: Statement) -> list[Edition]:
    """All wordings of a text in its language, the present one first, then backwards in time.

    Each stands with its facts as they were then; what was released, exactly as it went out.
    """
    present = _present(room, statement)
    saved = [*_saved(room, statement), *_released(room, statement), present]
    own = [each for each, after in pairwise(saved) if each.text != after.text]
    found = [present, *reversed(own)]
    others = [
        each
        for each in in_series(room, statement)
        if each.id != statement.id and each.language == statement.language
    ]
    later = sorted(others, key=_version, reverse=True)
    return [*found, *(_of_other(room, other) for other in later)]


def compared_first(held: list[Edition]) -> str:
    """The name of the wording that the present one is compared with, unless another is chosen.

    The last one that was approved or released and reads otherwise, else the one before.
    """
    present, *others = held
    read = [each for each in others if each.read and each.text != present.text]
    differing = [each for each in others if each.text != present.text]
    return next((each.name for each in (*read, *differing, *others)), PRESENT)


def _present(room: Reading, statement: Statement) -> Edition:
    label = _label(_("Now"), statement.version, word(statement.standing))
    return Edition(PRESENT, label, _text(room, statement), statement.standing in _READ)


def _released(room: Reading, statement: Statement) -> Iterator[Edition]:
    """The text as it went out, when it did."""
    for first in releases_of(room, statement)[:1]:
        yield _of_release(room, first)


def _saved(room: Reading, statement: Statement) -> Iterator[Edition]:
    """The wordings that were saved, oldest first, and the present one as it was approved."""
    for at, read in _ends(room.history(statement)):
        then = as_it_was(room, Statement, statement.id, at.number)
        if then is not None:
            yield _edition(room, then, at, read)


def _ends(held: list[Version]) -> Iterator[tuple[Version, bool]]:
    """Where each wording is taken from: where it was approved, else its last line."""
    starts = [n for n, each in enumerate(held) if not n or _rewords(each)]
    for start, end in zip(starts, [*starts[1:], len(held)], strict=True):
        run, last = held[start:end], end == len(held)
        read = [each for each in run if _reads(each)]
        if read:
            yield read[-1], True
        elif not last and not _goes_on(held[start], held[end]):
            yield run[-1], False


def _rewords(version: Version) -> bool:
    return bool(_WORDING & version.changed.keys())


def _goes_on(before: Version, after: Version) -> bool:
    """Whether somebody only went on writing."""
    return before.by == after.by and after.at.ms - before.at.ms < TOGETHER


def _reads(version: Version) -> bool:
    return version.changed.get("standing", (None, None))[1] in _READ


def _edition(room: Reading, then: Statement, at: Version, read: bool) -> Edition:
    when = shown.when(at.at, room.here())
    label = _label(when, then.version, word(then.standing), at.by)
    return Edition(f"line-{at.number}", label, _text(_Then(room, at.number), then), read)


def _of_other(room: Reading, other: Statement) -> Edition:
    """Another version of the text: as it went out, or as it stands while it never did."""
    for first in releases_of(room, other)[:1]:
        return _of_release(room, first)
    label = _label(_when(room, other.recorded_at), other.version, word(other.standing))
    return Edition(other.id, label, _text(room, other), other.standing in _READ)


def _of_release(room: Reading, out: Release) -> Edition:
    said = _("released on {place}").format(place=out.place)
    label = _label(_when(room, out.at), out.version, said)
    return Edition(out.id, label, f"{out.title}\n\n{out.text}", read=True)


def _text(room: Reading, statement: Statement) -> str:
    return f"{public_title(room, statement)}\n\n{public_text(room, statement)}"


def _label(when: str, version: int | None, *more: str) -> str:
    numbered = _("version {n}").format(n=version or 1)
    return shown.listed((when, numbered, *more))


def _when(room: Reading, moment: Moment | None) -> str:
    return shown.when(moment, room.here()) if moment else ""


def _version(statement: Statement) -> int:
    return statement.version or 0


def _values(held: list[Version]) -> dict[str, Any]:
    found = dict[str, Any]()
    for version in held:
        found |= {name: after for name, (_before, after) in version.changed.items()}
    return found
