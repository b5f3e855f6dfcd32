"""The warnings that hold in a room on the command line, each with what raised it."""

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.frame import Asked
from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.watching import Warned, holding
from resources import _, speaking


def warnings(asked: Asked, room: Path, language: str) -> None:
    """List them, the gravest first; below each the rows and figures that raised it."""
    opened = asked.open(room, writing=False)
    try:
        with speaking(language):
            for line in _listed(opened):
                click.echo(line)
    finally:
        opened.close()


def _listed(room: WarRoom) -> Iterator[str]:
    found = holding(room, room.now())
    for each in found:
        yield from _told(each)
    if not found:
        yield _("Nothing to warn of.")


def _told(each: Warned) -> Iterator[str]:
    raised = each.raised
    yield "\t".join((each.rule.id, str(raised.severity), each.rule.shown, raised.said))
    yield "\t" + shown.labelled(_("Ends when"), raised.clears)
    if raised.numbers:
        said = shown.listed(f"{_(name)} {value}" for name, value in raised.numbers)
        yield "\t" + shown.labelled(_("Figures"), said)
    for row in raised.rows:
        yield "\t" + shown.labelled(row.id, shown.short(name_of(row)))
