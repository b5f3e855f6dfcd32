"""The brief command: a numbered briefing, a preview, one printed again, or what it would reveal."""

from pathlib import Path
from typing import Any

import click

from desktop import paper
from desktop.cli.commands import LANGUAGE, ROOM
from desktop.cli.frame import WRONG_USE, Asked, fail, with_clock
from desktop.warroom import shown
from desktop.warroom.briefing.annexes import chosen
from desktop.warroom.briefing.reveals import said_left_out
from desktop.warroom.choices import Edition
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible


@click.command(help=_("Write the PDF briefing."))
@ROOM
@click.option("-o", "out", metavar="OUT.pdf", type=click.Path(path_type=Path))
@LANGUAGE
@click.option("--preview", is_flag=True, help=_("Without number and record."))
@click.option(
    "--reveals", is_flag=True, help=_("List row by row what it would tell; nothing is written.")
)
@click.option(
    "--reprint", type=int, metavar="N", help=_("Briefing N once more, with the same bytes.")
)
@click.option(
    "--edition",
    type=click.Choice([each.value for each in Edition]),
    default=Edition.ROOM.value,
    help=_("For whom: what others may not read is left out."),
)
@click.option(
    "--annex",
    "annexes",
    multiple=True,
    help=_("Only these annexes, or none: chronology, coverage, statements, told, plan, files."),
)
@click.option("--paper", "size", type=click.Choice(("a4", "letter")), default="a4")
@click.option("--bottom-line", default="", help=_("The bottom line, in three sentences."))
@click.option("--to", "distribution", multiple=True, help=_("For whom it is; may be repeated."))
@with_clock
def brief(
    asked: Asked,
    room: Path,
    out: Path | None,
    preview: bool,
    reveals: bool,
    reprint: int | None,
    **wanted: Any,
) -> None:
    """Write what is wanted, or say what it would tell."""
    chosen(wanted["annexes"])
    if out is None and not reveals:
        fail(_("Say where to write the file: -o OUT.pdf."), WRONG_USE)
    briefing = Paper(**{**wanted, "edition": Edition(wanted["edition"])})
    opened = asked.open(room, writing=not (preview or reveals or reprint is not None))
    try:
        if reveals:
            _say_reveals(opened, briefing)
        elif out and reprint is not None:
            _write_again(opened, reprint, out)
        elif out:
            _write(opened, briefing, out, preview=preview)
    finally:
        opened.close()


def _write(room: WarRoom, wanted: Paper, out: Path, *, preview: bool) -> None:
    if preview:
        paper.preview(room, out, wanted)
        click.echo(_("Wrote a preview to {file}.").format(file=out.name))
        return
    issued = paper.issue(room, out, wanted)
    said = _("Wrote briefing {n} to {file} (SHA-256 {hash}).")
    click.echo(said.format(n=issued.number, file=out.name, hash=issued.sha256))


def _write_again(room: WarRoom, number: int, out: Path) -> None:
    """Print a briefing again; says where its bytes are not those that were written first."""
    issued = paper.numbered(room, number)
    made = paper.write_again(room, issued, out)
    said = _("Wrote briefing {n} again to {file} (SHA-256 {hash}).")
    click.echo(said.format(n=number, file=out.name, hash=made))
    if issued.sha256 and issued.sha256 != made:
        said = _("It was written with other bytes (SHA-256 {hash}), by another version.")
        click.echo(said.format(hash=issued.sha256))


def _say_reveals(room: WarRoom, wanted: Paper) -> None:
    rows, left_out = paper.revealed(room, wanted)
    section = ""
    for row in rows:
        if row.section != section:
            section = row.section
            click.echo(visible(section))
        text = shown.labelled(row.part, row.text) if row.part else row.text
        click.echo(f"  {visible(text)}")
    if said := said_left_out(left_out):
        click.echo(said)
