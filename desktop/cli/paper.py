"""The paper command: full log, hand-over sheet, review report, blank forms."""

from pathlib import Path

import click

from desktop.cli.commands import LANGUAGE, ROOM
from desktop.cli.frame import Asked, with_clock
from desktop.paper.others import write_other
from desktop.warroom.papers.sort import Sort
from desktop.warroom.records import Paper
from resources import _


@click.command(help=_("Write a paper beside the briefing as PDF."))
@ROOM
@click.option(
    "--kind",
    "sort",
    required=True,
    type=click.Choice([each.value for each in Sort]),
    help=_("The full log, the hand-over sheet, the review report, or blank forms."),
)
@click.option("-o", "out", required=True, metavar="OUT.pdf", type=click.Path(path_type=Path))
@LANGUAGE
@click.option("--paper", "size", type=click.Choice(("a4", "letter")), default="a4")
@with_clock
def paper(asked: Asked, room: Path, sort: str, out: Path, language: str, size: str) -> None:
    """Write it, and say for each file its SHA-256; blank forms take their numbers from the room."""
    wanted = Sort(sort)
    opened = asked.open(room, writing=wanted is Sort.FORMS)
    try:
        for each in write_other(opened, wanted, out, Paper(language=language, size=size)):
            said = _("Wrote {file} (SHA-256 {hash}).")
            click.echo(said.format(file=each.file.name, hash=each.sha256))
    finally:
        opened.close()
