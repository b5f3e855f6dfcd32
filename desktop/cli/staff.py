"""Employee communication on the command line: messages, who has not been told, and figures."""

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.cli.frame import Asked, with_clock
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_not_told import not_told
from desktop.warroom.staff_table import (
    HEADS,
    PEOPLE_HEADS,
    TOLD_HEADS,
    figures,
    people_rows,
    told_rows,
    write_rows,
)
from resources import LANGUAGES, _, speaking, spoken
from resources.visible import visible

NOTHING = "–"


@click.command(help=_("List messages to staff, who has not been told one, or the figures of it."))
@click.argument("room", type=click.Path(path_type=Path))
@click.option(
    "--message", type=int, metavar="N", help=_("Which one; the one sent last if not said.")
)
@click.option(
    "--not-told", "missing", is_flag=True, help=_("Who has not been told, and whom to call.")
)
@click.option("--told", "reach", is_flag=True, help=_("Who has been told, group by group."))
@click.option("--figures", "counted", is_flag=True, help=_("Rates, times, shifts and moods."))
@click.option("-o", "out", type=click.Path(path_type=Path), help=_("Write a CSV file instead."))
@click.option("--language", type=click.Choice(LANGUAGES), default=spoken(), show_default=True)
@with_clock
def staff(
    asked: Asked,
    room: Path,
    message: int | None,
    missing: bool,
    reach: bool,
    counted: bool,
    out: Path | None,
    language: str,
) -> None:
    """List messages, people not told, or figures, one a line with tabs between."""
    opened = asked.open(room, writing=False)
    try:
        with speaking(language):
            if missing or reach or counted:
                heads, rows = _asked_for(opened, message, missing=missing, reach=reach)
            else:
                heads, rows = _MESSAGES, _messages(opened)
            _tell(opened, heads, rows, out)
    finally:
        opened.close()


_MESSAGES = ("number", "title", "version", "channel", "sent_at", "state")


def _messages(room: WarRoom) -> list[Sequence[str]]:
    return [
        (
            str(number),
            each.title,
            str(each.version or 1),
            word(each.channel),
            str(each.sent_at or NOTHING),
            word(each.standing),
        )
        for number, each in enumerate(room.all(StaffMessage), 1)
    ]


def _asked_for(
    room: WarRoom, number: int | None, *, missing: bool, reach: bool
) -> tuple[Sequence[str], list[Sequence[str]]]:
    message = _numbered(room, number)
    if not (missing or reach):
        return HEADS, [each.cells for each in figures(room, message, room.now())]
    if message is None:
        raise RuleBroken(_("No message was sent yet. Say with {option} which one.").format(
            option="--message"
        ))  # fmt: skip
    if reach:
        return TOLD_HEADS, list(told_rows(room, message))
    return PEOPLE_HEADS, list(people_rows(not_told(room, message)))


def _numbered(room: WarRoom, number: int | None) -> StaffMessage | None:
    if number is None:
        return room.last_message()
    messages = room.all(StaffMessage)
    if not 1 <= number <= len(messages):
        raise RuleBroken(
            _("There is no message {n}; the room holds {count}.").format(
                n=number, count=len(messages)
            )
        )
    return messages[number - 1]


def _tell(
    room: WarRoom, heads: Sequence[str], rows: Sequence[Sequence[str]], out: Path | None
) -> None:
    if out is not None:
        write_rows(room, heads, rows, out)
        click.echo(
            _("Wrote {n} rows to {file}.").format(n=f"{len(rows):,}", file=visible(out.name))
        )
        return
    for row in rows:
        click.echo("\t".join(visible(cell) or NOTHING for cell in row))
