"""The clocks of a room on the command line: what runs and what is proposed, by what is left."""

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.frame import Asked
from desktop.warroom.choices import shown as word
from desktop.warroom.method import clock_words
from desktop.warroom.method.clock_lines import Group, Line, lines
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from resources import _, speaking

NOTHING = "–"


def clocks(asked: Asked, room: Path, everything: bool, language: str) -> None:
    """List them, one a line with tabs between what is said of it."""
    opened = asked.open(room, writing=False)
    try:
        with speaking(language):
            for line in _listed(opened, everything):
                click.echo(line)
    finally:
        opened.close()


def _listed(room: WarRoom, everything: bool) -> Iterator[str]:
    now = room.now()
    found = lines(room, everything=everything)
    for line in found:
        if everything or line.group is not Group.DONE:
            yield "\t".join(part or NOTHING for part in _parts(room, line, now))
    if not found:
        yield _("No clock runs and none is proposed.")


def _parts(room: WarRoom, line: Line, now: Moment) -> tuple[str, ...]:
    """State, id, title, place, time left, due, length, source, certainty."""
    clock = line.clock
    return (
        clock_words.state(line, now),
        line.template.id if line.template else word(line.what),
        line.title,
        clock_words.place(line),
        clock_words.left(line, now) if line.group is not Group.DONE else "",
        full(line.due, room.zone) if line.due else "",
        clock_words.length(line),
        clock.source if clock else "",
        clock_words.sureness(line),
    )
