"""The export command: what is asked for goes into a file, which is whole or not there."""

import sys
from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom import shown
from desktop.warroom.exchange.kinds import NAMES, kind_called
from desktop.warroom.exchange.take_out import CSV, FORMATS, take_out
from desktop.warroom.exchange.taken_out import TakenOut, whole
from desktop.warroom.slices import Steps, finished
from resources import _, speaking
from resources.visible import visible

HEADINGS = ("names", "words")


def export(
    asked: Asked,
    room: Path,
    out: Path,
    kind: str | None,
    headings: str | None,
    language: str,
    taken_back: bool,
) -> None:
    """Write the room, or one kind of record, to ``out``; the room is not changed."""
    _refuse_wrong_use(out, kind)
    selections = [whole(kind_called(kind))] if kind else None
    words = None if headings is None else headings == "words"
    opened = asked.open(room, writing=False)
    try:
        with speaking(language):
            taken = _finished(take_out(opened, out, selections, words=words, taken_back=taken_back))
    finally:
        opened.close()
    click.echo(visible(taken.sentence))


def _refuse_wrong_use(out: Path, kind: str | None) -> None:
    ending = out.suffix.lower()
    if ending not in FORMATS:
        fail(
            _("{file}: this version writes {endings}.").format(
                file=visible(out.name), endings=shown.listed(FORMATS)
            ),
            WRONG_USE,
        )
    if ending == CSV and kind is None:
        fail(
            _("A CSV file holds one kind of record. Name it with --kind: {kinds}.").format(
                kinds=shown.listed(NAMES)
            ),
            WRONG_USE,
        )


def _finished(steps: Steps[TakenOut]) -> TakenOut:
    """Do the work to its end; on a terminal a bar tells how far it is."""
    if not sys.stderr.isatty():
        return finished(steps)
    with click.progressbar(length=1, label=_("Writing"), file=sys.stderr) as bar:

        def tell(done: int, whole: int) -> bool:
            bar.length = max(whole, 1)
            bar.update(done - bar.pos)
            return True

        return finished(steps, tell)
