"""What the statement desk does on the command line with a text that is there."""

from pathlib import Path

import click

from desktop.cli.frame import Asked, instant
from desktop.cli.statement_lines import lines, one, opened
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.statements import desk
from desktop.warroom.statements.wording import public_text
from resources import _


def show_all(asked: Asked, path: Path, everything: bool) -> None:
    """List the statements, one a line."""
    with opened(asked, path, writing=False) as room:
        found = "\n".join(lines(room, everything))
        click.echo(found or _("There is no statement yet. Begin one with draft --template."))


def show(asked: Asked, path: Path, number: int) -> None:
    """Print the exact text as it would go out now."""
    with one(asked, path, number, writing=False) as (room, text):
        click.echo(public_text(room, text))


def check(asked: Asked, path: Path, number: int) -> None:
    """Print what the four rules advise: rule, part, advice and sentence, with tabs between."""
    from desktop.warroom.statements.four_rules_check import advice

    with one(asked, path, number, writing=False) as (room, text):
        found = advice(room, text)
        for each in found:
            sentence = " ".join(each.sentence.split())
            click.echo("\t".join((word(each.rule), each.field or "–", each.said, sentence or "–")))
        if not found:
            click.echo(_("The four rules ask for nothing more here."))


def submit(asked: Asked, path: Path, number: int) -> None:
    """Give a draft to those who approve it."""
    with one(asked, path, number) as (room, text):
        desk.submit(room, text)


def approve(asked: Asked, path: Path, number: int, role: str, note: str) -> None:
    """Approve a text in a role."""
    with one(asked, path, number) as (room, text):
        desk.approve(room, text, role, note)


def release(
    asked: Asked,
    path: Path,
    number: int,
    channel: str,
    where: str,
    url: str,
    at: str | None,
    reason: str,
    before_staff_reason: str,
) -> None:
    """Record that a text went out, and print the hash of what did."""
    when = Moment.of(instant(at)) if at else None
    with one(asked, path, number) as (room, text):
        out = desk.release(
            room,
            text,
            channel,
            where,
            url,
            when,
            unapproved_why=reason,
            before_staff_why=before_staff_reason,
        )
        said = _("Released on {place} (SHA-256 {hash}).")
        click.echo(said.format(place=out.place, hash=out.sha256))


def withdraw(
    asked: Asked, path: Path, number: int, channel: str | None, where: str, reason: str
) -> None:
    """Record that a text was taken down from everywhere, or from one channel or place."""
    with one(asked, path, number) as (room, text):
        up = [
            each
            for each in desk.releases_of(room, text)
            if each.withdrawn_at is None
            and (channel is None or each.channel == channel)
            and (not where or each.where == where)
        ]
        if not up:
            raise RuleBroken(_("It is not out there."))
        for each in up:
            desk.withdraw(room, each, reason)
