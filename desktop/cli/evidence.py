"""The evidence command: the files a room keeps, listed, or one of them written out again."""

from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.exchange.kept_out import write_out
from desktop.warroom.exchange.kinds import NAMES, shown_plural
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Evidence
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown import short
from resources import _
from resources.visible import visible

SHORTEST = 8  # digits of a hash that may stand for all of them


def evidence(asked: Asked, room: Path, sha256: str | None, out: Path | None) -> None:
    """List the kept files, or write the one with this SHA-256 (or its beginning) to ``out``."""
    opened = asked.open(room, writing=False)
    try:
        if sha256 is None:
            for line in _listed(opened) or [_("No file is kept in this room.")]:
                click.echo(line)
            return
        if out is None:
            fail(_("Say where to write the file: -o OUT."), WRONG_USE)
        found = _called(opened, sha256)
        write_out(opened.kept(found), found, out)
        click.echo(_("Wrote {file} to {out}.").format(file=visible(found.name), out=out.name))
    finally:
        opened.close()


def _listed(room: WarRoom) -> list[str]:
    attached: dict[str, list[Attachment]] = {}
    for each in room.records(Selection(kind=Attachment, everywhere=True)):
        attached.setdefault(each.sha256, []).append(each)
    lines = []
    for file in _files(room):
        kinds = [_("Attached")] if file.sha256 in attached else []
        if file.imported_as in NAMES:
            kinds.insert(0, shown_plural(NAMES[file.imported_as]))
        lines.append(
            _("{hash}  {size} bytes  {kind}  {name}").format(
                hash=file.sha256,
                size=f"{file.size or 0:,}",
                kind=shown.listed(kinds),
                name=visible(file.name),
            )
        )
        if next(room.kept(file), None) is None:
            lines.append("    " + _("Its bytes are not in this room."))
        for each in attached.pop(file.sha256, []):
            lines.append("    " + _("attached to {record}").format(record=_record(room, each)))
    return lines


def _record(room: WarRoom, attachment: Attachment) -> str:
    kind = KINDS.get(attachment.record_kind)
    record = room.find(kind, attachment.record) if kind else None
    if record is None:
        return visible(attachment.record)
    return shown.labelled(_(record.shown_name), short(name_of(record)))


def _files(room: WarRoom) -> list[Evidence]:
    """The kept files, also those that only an attachment names."""
    found = room.all(Evidence)
    named = {file.sha256 for file in found}
    others = room.records(Selection(kind=Attachment, everywhere=True))
    more = {each.sha256: each.file for each in others if each.sha256 not in named}
    return [*found, *more.values()]


def _called(room: WarRoom, sha256: str) -> Evidence:
    """The file of a hash. Raises RuleBroken when there is none, or several begin so."""
    start = sha256.strip().lower()
    found = {file.sha256: file for file in _files(room) if file.sha256.startswith(start)}
    if len(found) != 1 or len(start) < SHORTEST:
        raise RuleBroken(
            _("No one file of this room has the SHA-256 {hash}.").format(hash=visible(sha256))
        )
    return next(iter(found.values()))
