"""The brief command: a numbered briefing or a preview, with what is asked of it."""

from pathlib import Path

import click

from desktop import paper
from desktop.cli.frame import Asked
from desktop.warroom.briefing.annexes import chosen
from desktop.warroom.records import Paper
from resources import _


def brief(asked: Asked, room: Path, out: Path, wanted: Paper, *, preview: bool) -> None:
    """Write what is wanted. Raises RuleBroken for an annex that there is none of."""
    chosen(wanted.annexes)
    opened = asked.open(room, writing=not preview)
    try:
        if preview:
            paper.preview(opened, out, wanted)
            click.echo(_("Wrote a preview to {file}.").format(file=out.name))
            return
        issued = paper.issue(opened, out, wanted)
        said = _("Wrote briefing {n} to {file} (SHA-256 {hash}).")
        click.echo(said.format(n=issued.number, file=out.name, hash=issued.sha256))
    finally:
        opened.close()
