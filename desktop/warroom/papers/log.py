"""The full log for the file: every line with its corrections and its place in the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.chronology import line as told_line
from desktop.warroom.briefing.summary import stamp
from desktop.warroom.briefing.tables import Plain, at_home
from desktop.warroom.choices import Classification
from desktop.warroom.fields import fields_of
from desktop.warroom.history import Version, versions
from desktop.warroom.journal import Line
from desktop.warroom.papers.front import Front, printed
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry
from desktop.warroom.shown_value import in_words
from resources import _

VOLUME = 5_000  # lines of a volume; more takes the typesetter over a gigabyte
_APART = frozenset({"earlier", "gone", "recorded_at", "author", "incident"})


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry as it stands now, and the lines of the journal that made it so."""

    entry: Entry
    lines: tuple[Line, ...]


def volumes(front: Front) -> Iterator[Plain]:
    """The log of the incident on screen in volumes, each a paper of its own; one at least."""
    found = logged(front.room)
    files: dict[str, list[Attachment]] = {}
    for each in front.room.all(Attachment):
        files.setdefault(each.record, []).append(each)
    count = max(1, -(-len(found) // VOLUME))
    for number in range(1, count + 1):
        first = (number - 1) * VOLUME
        rows = found[first : first + VOLUME]
        yield _volume(front, rows, (number, count, first, len(found)), files)


def logged(room: Reading) -> list[Logged]:
    """Every entry that was ever written, in the order in which they arrived in this file."""
    held = {each.id: each for each in room.all(Entry)} | _taken_back(room)
    lines: dict[str, list[Line]] = {}
    for each in room.journal():
        if f'"kind":"{Entry.kind_name}"' in each.body:
            said = each.said()
            if said.kind == Entry.kind_name and said.record in held:
                lines.setdefault(said.record, []).append(each)
    return [Logged(held[record], tuple(mine)) for record, mine in lines.items()]


def _taken_back(room: Reading) -> dict[str, Entry]:
    """The entries of this incident that were taken back; they stay in the file."""
    mine, first = room.incident, room.incidents()[0]
    own = {mine.id, ""} if mine.id == first.id else {mine.id}
    return {each.id: each for each in room.taken_back(Entry) if each.incident in own}


Place = tuple[int, int, int, int]  # the volume, of how many; entries before it, and in all


def _volume(
    front: Front, rows: Sequence[Logged], place: Place, files: dict[str, list[Attachment]]
) -> Plain:
    number, count, before, everything = place
    name = _("Full log")
    if count > 1:
        name = _("Full log, volume {n} of {all}").format(n=number, all=count)
    with at_home(front.material.as_of.offset):
        paper = front.paper("log", name)
        if any(each.entry.privileged for each in rows):
            paper["head"]["classification"] = Classification.PRIVILEGED.shown
        now = front.room.here()
        made = [
            _row(each, before + n, files.get(each.entry.id, ()), now)
            for n, each in enumerate(rows, 1)
        ]
        note = _held(before, len(rows), everything)
        return printed(paper, note=note, rows=made, words=_words())


def _held(before: int, here: int, everything: int) -> str:
    if not everything:
        return _("Nothing has been logged yet.")
    return _(
        "Entries {first} to {last} of {all}, in the order of the journal. What was corrected or "
        "taken back stays readable."
    ).format(first=f"{before + 1:,}", last=f"{before + here:,}", all=f"{everything:,}")


def _words() -> Plain:
    return {
        "gone": _("taken back"),
        "privileged": Classification.PRIVILEGED.shown,
        "head": [_("No."), _("Time of event"), _("Entry")],
    }


def _row(each: Logged, number: int, files: Sequence[Attachment], now: datetime) -> Plain:
    entry = each.entry
    told = told_line(replace(entry, author=""), files)
    return {
        **told,
        "n": f"{number:,}",
        "gone": entry.gone,
        "privileged": entry.privileged,
        "meta": told["meta"],
        "more": [*_more(entry, now)],
        "lines": [*_course(each, now)],
    }


_TOLD = ("tags", "people", "question", "options", "present", "relied_on", "review_at")


def _more(entry: Entry, now: datetime) -> Iterator[str]:
    """The fields that a line of a briefing passes over."""
    for field in fields_of(Entry):
        if field.name in _TOLD and (said := in_words(field, getattr(entry, field.name), now)):
            yield shown.labelled(_(field.label), said)


def _course(each: Logged, now: datetime) -> Iterator[Plain]:
    """What each line of the journal did to the entry, with its device, number and hash."""
    for version, line in zip(versions(Entry, each.lines), each.lines, strict=True):
        yield {
            "told": shown.sentences(_did(version, now)),
            "line": f"{line.device}:{line.number}",
            "hash": line.hash,
        }


def _did(version: Version, now: datetime) -> Iterator[str]:
    by, at = version.by or _("unknown"), stamp(version.at)
    gone = version.changed.get("gone")
    if version.added:
        form = _("Logged {at} by {by}.")
    elif gone:
        form = _("Taken back {at} by {by}.") if gone[1] else _("Brought back {at} by {by}.")
    else:
        form = _("Changed {at} by {by}.")
    yield form.format(at=at, by=by)
    if version.why:
        yield shown.labelled(_("Why"), version.why)
    if not version.added:
        yield from _changes(version, now)


def _changes(version: Version, now: datetime) -> Iterator[str]:
    for field in fields_of(Entry):
        if field.name in version.changed and field.name not in _APART:
            old, new = (in_words(field, each, now) or "–" for each in version.changed[field.name])
            yield shown.labelled(_(field.label), f"{old} → {new}")
