"""The import command: read, place, compare, and only then write, all or nothing."""

from pathlib import Path
from typing import NoReturn

import click
from tzlocal import get_localzone

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.exchange import EncodingUnsure, SheetFaults, parse_mapping
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.kinds import counted, kind_called
from desktop.warroom.exchange.notes import notes
from desktop.warroom.exchange.originals import Original, original_steps
from desktop.warroom.exchange.ours import as_meant
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.sheets import Sheet, with_said
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.exchange.workbooks import SheetsUnsure
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from resources import _, ngettext
from resources.visible import visible


def bring_in(
    asked: Asked,
    room: Path,
    file: Path,
    kind: str,
    mapping: tuple[str, ...],
    said: tuple[str, ...],
    encoding: str | None,
    sheet: str | None,
    duplicates: str,
    skip_faulty: bool,
    new_groups: bool,
    dry_run: bool,
) -> None:
    """Import ``file`` into ``room``; nothing is written on a dry run or when a row is wrong.

    With ``skip_faulty`` only the wrong rows are left out. ``said`` holds for every row.
    """
    opened = asked.open(room, writing=not dry_run)
    try:
        original = finished(original_steps(file))
        table = with_said(_table(original, encoding or "", sheet or ""), said)
        chosen = {
            "skips": duplicates == "skip",
            "leaves_faulty": skip_faulty,
            "makes_groups": new_groups,
        }
        arrival = _arrival(asked, opened, table, kind_called(kind), mapping, **chosen)
        if dry_run:
            click.echo(_readable(arrival))
        else:
            _write(opened, arrival, original)
    finally:
        opened.close()


def _table(original: Original, encoding: str, sheet: str) -> Sheet:
    try:
        return finished(table_steps(original, encoding=encoding, sheet=sheet))
    except EncodingUnsure as unsure:
        _ask_encoding(unsure)
    except SheetsUnsure as unsure:
        fail(visible(_("{asked} Say it with --sheet NAME.").format(asked=unsure)), WRONG_USE)
    except SheetFaults as faults:
        _refuse(faults.faults)


def _arrival(
    asked: Asked,
    room: WarRoom,
    sheet: Sheet,
    kind: type[Record],
    mapping: tuple[str, ...],
    **how: bool,
) -> Arrival:
    sheet = as_meant(kind, sheet)
    chosen = parse_mapping(kind, sheet.header, mapping)
    steps = arriving(room, sheet, kind, chosen, get_localzone(), author=asked.by, **how)
    arrival = finished(steps)
    if arrival.faults and not how["leaves_faulty"]:
        _refuse(
            arrival.faults,
            _("With {option} only these rows are left out.").format(option="--skip-faulty"),
        )
    for sentence in arrival.faults.sentences[1:]:
        click.echo(visible(sentence), err=True)
    if arrival.bare_times:
        click.echo(_("Times without an offset are read as {zone}.").format(zone=get_localzone()))
    if arrival.unused:
        unused = ", ".join(map(visible, arrival.unused))
        click.echo(_("Columns that were not imported: {names}.").format(names=unused))
    return arrival


def _readable(arrival: Arrival) -> str:
    n = len(arrival.records)
    said = ngettext(
        "{things} can be read; nothing was written.",
        "{things} can be read; nothing was written.",
        n,
    )
    return "\n".join([said.format(things=counted(arrival.kind, n)), *notes(arrival)])


def _write(room: WarRoom, arrival: Arrival, original: Original) -> None:
    n, whole = len(arrival.records), len(arrival.incoming)
    if not n:
        said = _("There is nothing new in {file}; nothing was written.")
        said = said.format(file=visible(original.name))
        click.echo("\n".join([said, *notes(arrival, done=True)]))
        return
    steps = room.bring_in(arrival.incoming, original.evidence(arrival.kind), original.data)
    with click.progressbar(length=whole, label=_("Writing")) as bar:
        for done, _all in steps:
            bar.update(min(done, whole) - bar.pos)
    said = ngettext("{things} was imported.", "{things} were imported.", n)
    click.echo(said.format(things=counted(arrival.kind, n)))
    for note in notes(arrival, done=True):
        click.echo(note)
    click.echo(
        _("{file} is kept in the room: SHA-256 {hash}.").format(
            file=visible(original.name), hash=original.sha256
        )
    )


def _refuse(faults: Faults, hint: str = "") -> NoReturn:
    fail("\n".join(map(visible, filter(None, (*faults.sentences, hint)))))


def _ask_encoding(unsure: EncodingUnsure) -> NoReturn:
    for name, rows in unsure.previews.items():
        click.echo(f"{name}:", err=True)
        for row in rows:
            click.echo(f"  {visible(row)}", err=True)
    fail(str(unsure), WRONG_USE)
