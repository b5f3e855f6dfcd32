"""How the command line numbers and lists statements, and opens a room for one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from desktop.cli.frame import Asked
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import OVER, public_title
from resources import _


@contextmanager
def opened(asked: Asked, path: Path, *, writing: bool) -> Iterator[WarRoom]:
    """The room, closed again whatever happens."""
    room = asked.open(path, writing=writing)
    try:
        yield room
    finally:
        room.close()


@contextmanager
def one(
    asked: Asked, path: Path, number: int, *, writing: bool = True
) -> Iterator[tuple[WarRoom, Statement]]:
    """The room and its statement of a number; what became of it is said after a change."""
    with opened(asked, path, writing=writing) as room:
        found = numbered(room, number)
        yield room, found
        if writing:
            say(room, found)


def numbered(room: WarRoom, number: int) -> Statement:
    """The statement of a number. Raises RuleBroken when there is none."""
    texts = room.all(Statement)
    if not 1 <= number <= len(texts):
        sentence = _("There is no statement {n} in this incident; it holds {count}.")
        raise RuleBroken(sentence.format(n=number, count=len(texts)))
    return texts[number - 1]


def say(room: WarRoom, text: Statement) -> None:
    """Print the line of one statement as it is now."""
    texts = room.all(Statement)
    number = [each.id for each in texts].index(text.id) + 1
    click.echo(line(room, number, texts[number - 1]))


def lines(room: WarRoom, everything: bool) -> Iterator[str]:
    """A line for each statement; those that are over only when everything is asked for."""
    for number, text in enumerate(room.all(Statement), 1):
        if everything or text.standing not in OVER:
            yield line(room, number, text)


def line(room: WarRoom, number: int, text: Statement) -> str:
    """Number, state, template, language, version, title, and what it waits for or where it went,
    with tabs between."""
    waits = _waits(room, text) if text.unreleased else _went(room, text)
    parts = (str(number), word(text.standing), str(text.form), str(text.language))
    return "\t".join((*parts, f"v{text.version}", public_title(room, text), waits or "–"))


def _waits(room: WarRoom, text: Statement) -> str:
    return shown.listed(each.value for each in desk.missing(room, text))


def _went(room: WarRoom, text: Statement) -> str:
    flag = _("without approval")
    return shown.listed(
        f"{each.place} ({flag})" if each.unapproved_why else each.place
        for each in desk.releases_of(room, text)
        if each.withdrawn_at is None
    )
