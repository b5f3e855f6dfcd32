"""The import command: read, map, check, and only then write, all or nothing."""

from pathlib import Path

import click
from tzlocal import get_localzone

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.exchange import (
    EncodingUnsure,
    SheetFaults,
    parse_mapping,
    read_records,
    read_sheet,
    read_text,
    zone_matters,
)
from desktop.warroom.ids import new_id
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible


def bring_in(
    asked: Asked,
    room: Path,
    file: Path,
    kind: str,
    mapping: tuple[str, ...],
    encoding: str | None,
    dry_run: bool,
) -> None:
    """Import ``file`` into ``room``; nothing is written on a dry run or when a row is wrong."""
    opened = asked.open(room, writing=not dry_run)
    try:
        records = _read(asked, opened, file, mapping, encoding)
        if dry_run:
            click.echo(_("{n} entries can be read; nothing was written.").format(n=len(records)))
            return
        with click.progressbar(length=len(records), label=_("Writing")) as bar:

            def tell(done: int, _all: int) -> bool:
                bar.update(done - bar.pos)
                return True

            opened.add_all(records, tell)
        click.echo(_("{n} entries were imported.").format(n=len(records)))
    finally:
        opened.close()


def _read(
    asked: Asked, room: WarRoom, file: Path, mapping: tuple[str, ...], encoding: str | None
) -> list[Entry]:
    try:
        data = file.read_bytes()
    except OSError as error:
        fail(_("{file} cannot be read: {why}.").format(file=file.name, why=error.strerror))
    try:
        sheet = read_sheet(read_text(data, encoding))
    except EncodingUnsure as unsure:
        _ask_encoding(unsure)
    except SheetFaults as faults:
        fail("\n".join(map(visible, faults.faults.sentences)))
    chosen = parse_mapping(Entry, sheet.header, mapping)
    if zone_matters(Entry, sheet, chosen):
        click.echo(_("Times without an offset are read as {zone}.").format(zone=get_localzone()))
    found = read_records(
        Entry,
        sheet,
        chosen,
        zone=get_localzone(),
        now=room.now(),
        author=asked.by,
        new_id=lambda: new_id(room.now().ms),
    )
    if found.faults:
        fail("\n".join(map(visible, found.faults.sentences)))
    if found.unused:
        unused = ", ".join(map(visible, found.unused))
        click.echo(_("Columns that were not imported: {names}.").format(names=unused))
    return found.records  # type: ignore[return-value]


def _ask_encoding(unsure: EncodingUnsure) -> None:
    for name, rows in unsure.previews.items():
        click.echo(f"{name}:", err=True)
        for row in rows:
            click.echo(f"  {visible(row)}", err=True)
    fail(str(unsure), WRONG_USE)
