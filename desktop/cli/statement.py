"""The statement desk on the command line: its subcommands, each about one text of a room."""

from pathlib import Path
from typing import Any

import click

from desktop.cli.frame import Asked, with_clock
from desktop.warroom.choices import Channel, Language, Role
from desktop.warroom.statements.words import Form
from resources import _

NUMBER = click.argument("number", type=int, metavar="N")
LANGUAGE = click.option(
    "--language",
    type=click.Choice([each.value for each in Language]),
    help=_("The language of the text."),
)
CHANNEL = click.Choice([each.value for each in Channel])


def _what_it_says(command: Any) -> Any:
    """Options for what a text says."""
    for option in (
        click.option("--next-update", metavar="ISO", help=_("When the public hears more.")),
        click.option("--file", type=click.Path(path_type=Path), help=_("The whole text, UTF-8.")),
        click.option("--part", "parts", multiple=True, metavar="KEY=TEXT", help=_("One part.")),
        click.option("--title", help=_("What the text is called.")),
    ):
        command = option(command)
    return command


@click.group(help=_("Draft, check, approve and release public statements."))
@click.argument("room", type=click.Path(path_type=Path))
@click.pass_context
def statement(context: click.Context, room: Path) -> None:
    """Draft, check, approve and release public statements."""
    context.obj = room


@statement.command(name="list", help=_("Number, state, template, language, version and title."))
@click.option("--all", "everything", is_flag=True, help=_("Superseded and withdrawn ones as well."))
@with_clock
def list_(asked: Asked, **given: Any) -> None:
    """List the statements, one a line."""
    from desktop.cli import statement_deeds

    statement_deeds.show_all(asked, _room(), **given)


@statement.command(help=_("The exact text as it would go out now."))
@NUMBER
@with_clock
def show(asked: Asked, **given: Any) -> None:
    """Print the text of one statement."""
    from desktop.cli import statement_deeds

    statement_deeds.show(asked, _room(), **given)


@statement.command(help=_("Begin a text from a template, or carry on one with --of."))
@click.option("--template", "form", type=click.Choice([each.value for each in Form]))
@click.option("--of", type=int, metavar="N", help=_("Its next version, or another language of it."))
@LANGUAGE
@_what_it_says
@with_clock
def draft(asked: Asked, **given: Any) -> None:
    """Begin a text from a template, or carry on one that is there."""
    from desktop.cli import statement_drafts

    statement_drafts.draft(asked, _room(), **given)


@statement.command(help=_("Change what a text says; it is a draft again."))
@NUMBER
@_what_it_says
@with_clock
def write(asked: Asked, **given: Any) -> None:
    """Change what a text says."""
    from desktop.cli import statement_drafts

    statement_drafts.write(asked, _room(), **given)


@statement.command(help=_("What the four rules advise, with the sentence each means."))
@NUMBER
@with_clock
def check(asked: Asked, **given: Any) -> None:
    """Say what the four rules advise."""
    from desktop.cli import statement_deeds

    statement_deeds.check(asked, _room(), **given)


@statement.command(help=_("Give a draft to those who approve it."))
@NUMBER
@with_clock
def submit(asked: Asked, **given: Any) -> None:
    """Give a draft to those who approve it."""
    from desktop.cli import statement_deeds

    statement_deeds.submit(asked, _room(), **given)


@statement.command(help=_("Approve a text in a role, as --by."))
@NUMBER
@click.option("--role", required=True, type=click.Choice([each.value for each in Role]))
@click.option("--note", default="")
@with_clock
def approve(asked: Asked, **given: Any) -> None:
    """Approve a text in a role."""
    from desktop.cli import statement_deeds

    statement_deeds.approve(asked, _room(), **given)


@statement.command(help=_("Record that a text went out on a channel."))
@NUMBER
@click.option("--channel", required=True, type=CHANNEL)
@click.option("--where", default="", help=_("Account or outlet."))
@click.option("--url", default="")
@click.option("--at", metavar="ISO", help=_("When it went out; now if not said."))
@click.option("--reason", default="", help=_("Why without approval; kept for ever."))
@click.option("--before-staff-reason", default="", help=_("Why before the staff; kept for ever."))
@with_clock
def release(asked: Asked, **given: Any) -> None:
    """Record that a text went out on a channel."""
    from desktop.cli import statement_deeds

    statement_deeds.release(asked, _room(), **given)


@statement.command(help=_("Record that a text was taken down."))
@NUMBER
@click.option("--channel", type=CHANNEL, help=_("Only from this channel."))
@click.option("--where", default="", help=_("Only from this account or outlet."))
@click.option("--reason", required=True)
@with_clock
def withdraw(asked: Asked, **given: Any) -> None:
    """Record that a text was taken down."""
    from desktop.cli import statement_deeds

    statement_deeds.withdraw(asked, _room(), **given)


def _room() -> Path:
    context = click.get_current_context().find_object(Path)
    assert context is not None, "the group was given a room"
    return context
