"""The commands: each opens a room, does one thing, and says what it did."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from desktop.cli.frame import WRONG_USE, Asked, fail, instant, with_clock
from desktop.warroom import shown
from desktop.warroom.choices import CrisisType, SubType
from desktop.warroom.choices import shown as word
from desktop.warroom.exchange.names import COMING_IN, PLURALS
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.moment import Moment
from desktop.warroom.records import Incident
from resources import LANGUAGES, _, spoken

PAGES = (
    "welcome",
    "dashboard",
    "timeline",
    "tasks",
    "media",
    "staff",
    "statements",
    "clocks",
    "plan",
    "review",
    "wall",
    "record",
    "import",
    "export",
    "briefing",
    "guide",
)
ROOM = click.argument("room", type=click.Path(path_type=Path))
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default=spoken(), show_default=True
)


class _Group(click.Group):
    """A first word that is no command is a room to open in the window."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            [*super().list_commands(ctx), "brief", "drill", "paper", "staff", "statement"]
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "brief":
            from desktop.cli.brief import brief

            return brief
        if cmd_name == "paper":
            from desktop.cli.paper import paper

            return paper
        if cmd_name == "drill":
            from desktop.cli.drill import drill

            return drill
        if cmd_name == "staff":
            from desktop.cli.staff import staff  # it takes what few commands need

            return staff
        if cmd_name != "statement":
            return super().get_command(ctx, cmd_name)
        from desktop.cli.statement import statement  # ten commands that no other one needs

        return statement

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            if not (Path(args[0]).suffix or Path(args[0]).exists()):
                raise click.UsageError(
                    _("'{word}' is neither a command nor a room. See --help.").format(word=args[0])
                )
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Group,
    invoke_without_command=True,
    help=_(
        "War Room: a crisis command dashboard over one local file.\n\n"
        "`warroom [ROOM]` opens the window."
    ),
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Open the window when no command is given."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(cli.commands["window"])


def _without_display() -> bool:
    """Whether a window could be seen by nobody; then Qt draws without a screen."""
    linux = sys.platform.startswith("linux")
    if linux and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return os.environ.get("QT_QPA_PLATFORM") == "offscreen"


@cli.command(hidden=True)
@click.argument("room", required=False, type=click.Path(path_type=Path))
@click.option("--wall", is_flag=True, help=_("Show the wall on the second screen too."))
@with_clock
def window(asked: Asked, room: Path | None = None, wall: bool = False) -> None:
    """Open the window; without a display, make the example instead and end."""
    if _without_display():
        if room is not None:
            fail(_("There is no display for a window. See --help for what works without one."))
        from desktop.example import make_example

        click.echo(make_example(Path.cwd() / "example", asked.clock))
        return
    from desktop.app import run

    sys.exit(run(room, clock=asked.clock, wall=wall))


@cli.command(help=_("Make a room for an incident."))
@ROOM
@click.option("--title", required=True, help=_("What the incident is called."))
@click.option("--type", "kind", required=True, type=click.Choice([t.value for t in CrisisType]))
@click.option("--at", metavar="T0", help=_("When it began; now if not said."))
@click.option("--subtype", type=click.Choice([t.value for t in SubType]))
@click.option("--no-playbook", is_flag=True, help=_("Without the tasks of the playbook."))
@with_clock
def new(asked: Asked, room: Path, title: str, kind: str, **given: Any) -> None:
    """Make a room for an incident, with the tasks of its playbook."""
    from desktop.cli.new import new

    at = given.pop("at")
    when = instant(at) if at else asked.clock.now()
    incident = Incident(title=title, type=CrisisType(kind), t0=Moment.of(when))
    new(asked, room, incident, **given)


@cli.command(help=_("List the tasks of the playbook, write it to a file, or take it from one."))
@ROOM
@click.option("--type", "kind", type=click.Choice([t.value for t in CrisisType]))
@click.option("--export", type=click.Path(path_type=Path), help=_("Write the one in force."))
@click.option(
    "--import", "source", type=click.Path(path_type=Path), help=_("Keep those of a file as drafts.")
)
@click.option(
    "--in-force", "put_in_force", is_flag=True, help=_("Approve what is imported, as --by.")
)
@with_clock
def playbook(asked: Asked, **given: Any) -> None:
    """List the tasks of the playbook, write it to a file, or take it from one."""
    from desktop.cli.playbook import playbook

    playbook(asked, **given)


@cli.command(help=_("List the clocks that run or are proposed, with the time that is left."))
@ROOM
@click.option("--all", "everything", is_flag=True, help=_("Those switched off and done as well."))
@LANGUAGE
@with_clock
def clocks(asked: Asked, **given: Any) -> None:
    """List the clocks that run or are proposed, with the time that is left."""
    from desktop.cli.clocks import clocks

    clocks(asked, **given)


@cli.command(help=_("List the warnings that hold, with what raised each."))
@ROOM
@LANGUAGE
@with_clock
def warnings(asked: Asked, **given: Any) -> None:
    """List the warnings that hold, with what raised each."""
    from desktop.cli.warnings import warnings

    warnings(asked, **given)


@cli.command(help=_("Write a made-up crisis of two days to try things on."))
@ROOM
@LANGUAGE
@with_clock
def demo(asked: Asked, room: Path, language: str) -> None:
    """Write a made-up crisis of two days to try things on."""
    from desktop.warroom.demo import write_demo

    write_demo(room, asked.clock, language)
    click.echo(_("Made {file}. Its people and outlets are invented.").format(file=room.name))


@cli.command(
    context_settings={"ignore_unknown_options": True},
    help=_('Log a line as the log bar does; LINE may begin with "-".'),
)
@ROOM
@click.argument("line", nargs=-1, required=True, type=click.UNPROCESSED)
@with_clock
def log(asked: Asked, room: Path, line: tuple[str, ...]) -> None:
    """Log a line as the log bar does; LINE may begin with "-"."""
    opened = asked.open(room, writing=True)
    try:
        captured = opened.capture(" ".join(line))
    finally:
        opened.close()
    reading, entry = captured.reading, captured.entry
    click.echo(
        _("Entry {n} is saved: {kind}, {when}, {text}").format(
            n=captured.number, kind=word(entry.kind), when=entry.happened_at, text=entry.text
        )
    )
    for chip in reading.chips:
        click.echo(f"  {chip.text}")


@cli.command(name="import", help=_("Bring the rows of a file into the room, all or nothing."))
@ROOM
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "kind", type=click.Choice(COMING_IN), help=_("What the rows are."))
@click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD")
@click.option(
    "--set", "said", multiple=True, metavar="FIELD=VALUE", help=_("The same in every row.")
)
@click.option("--encoding", metavar="E")
@click.option("--sheet", metavar="NAME", help=_("Which sheet of a workbook."))
@click.option(
    "--duplicates",
    type=click.Choice(["skip", "add"]),
    default="skip",
    show_default=True,
    help=_("What becomes of rows that are in the room already."),
)
@click.option("--skip-faulty", is_flag=True, help=_("Leave out rows that cannot be read."))
@click.option("--new-groups", is_flag=True, help=_("Make the staff groups that are not there."))
@click.option("--dry-run", is_flag=True, help=_("Read and check, but write nothing."))
@with_clock
def import_(asked: Asked, **given: Any) -> None:
    """Bring the rows of a file into the room, all or nothing; JSON restores a room."""
    if given["file"].suffix.lower() == ".json":
        from desktop.cli.restore import restore

        restore(asked, **given)
    elif given["kind"] is None:
        fail(
            _("Say with --as what the rows are: {names}.").format(names=shown.listed(COMING_IN)),
            WRONG_USE,
        )
    else:
        from desktop.cli.bring_in import bring_in

        bring_in(asked, **given)


@cli.command(
    name="incident",
    help=_("List the incidents of a room, open a further one, or put one on screen."),
)
@ROOM
@click.option("--title", help=_("Open a further incident of this name."))
@click.option("--type", "kind", type=click.Choice([t.value for t in CrisisType]))
@click.option("--at", metavar="T0", help=_("When it began; now if not said."))
@click.option("--show", type=int, metavar="N", help=_("Put this one on screen."))
@click.option("--drill", is_flag=True, help=_("It is an exercise, not real."))
@click.option("--no-playbook", is_flag=True, help=_("Without the tasks of the playbook."))
@with_clock
def incident_(asked: Asked, **given: Any) -> None:
    """List the incidents of a room, open a further one, or put one on screen."""
    from desktop.cli.incident import incident

    incident(asked, **given)


@cli.command(name="evidence", help=_("List the files kept in a room, or write one out again."))
@ROOM
@click.argument("sha256", required=False)
@click.option("-o", "out", type=click.Path(path_type=Path))
@with_clock
def evidence_(asked: Asked, **given: Any) -> None:
    """List the files kept in a room, or write one out again."""
    from desktop.cli.evidence import evidence

    evidence(asked, **given)


@cli.command(help=_("Write a room, or one kind of record, as CSV, as a workbook or as JSON."))
@ROOM
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(list(PLURALS)), help=_("One kind; CSV holds no more."))
@click.option(
    "--headings",
    type=click.Choice(["names", "words"]),
    help=_("Names of fields, as import reads them, or words in the language."),
)
@click.option("--taken-back", is_flag=True, help=_("In JSON also what was taken back."))
@LANGUAGE
@with_clock
def export(asked: Asked, **given: Any) -> None:
    """Write records to a file, whole or not at all."""
    from desktop.cli.take_out import export

    export(asked, **given)


@cli.command(
    help=_("Check chain, tables and file; exit 1 and the first broken entry when not sound.")
)
@ROOM
@click.option(
    "--against",
    metavar="BRIEFING.pdf",
    type=click.Path(path_type=Path),
    help=_("Whether a printed briefing is of this room as it is; exit 1 where it is not."),
)
@with_clock
def verify(asked: Asked, room: Path, against: Path | None) -> None:
    """Check chain, tables and file; exit 1 and the first broken entry when not sound."""
    from desktop.cli.verify import verify

    verify(asked, room, against)


@cli.command(help=_("Take a picture of a page, or of all pages in every look and language."))
@click.argument("room", required=False, type=click.Path(path_type=Path))
@click.option("--page", default="dashboard", type=click.Choice(PAGES))
@click.option("--part", default="", metavar="NAME", help=_("A part of the page plan, by its name."))
@click.option("--size", default="1440x900", metavar="WxH")
@click.option("--theme", default="dark", type=click.Choice(["dark", "light"]))
@LANGUAGE
@click.option("-o", "out", type=click.Path(path_type=Path))
@click.option(
    "--all",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=_("Every page in both themes and all languages; without ROOM, of the example."),
)
@with_clock
def picture(asked: Asked, size: str, **given: Any) -> None:
    """Take a picture of a page, or of all pages in every look and language."""
    from desktop.cli.picture import picture

    width, _x, height = size.partition("x")
    if not (_is_length(width) and _is_length(height)):
        fail(_("'{size}' is no size. Write it as 1440x900.").format(size=size), WRONG_USE)
    picture(asked, size=(int(width), int(height)), **given)


def _is_length(text: str) -> bool:
    return text.isdigit() and 200 <= int(text[:6]) <= 10_000


def main() -> None:
    """Run the command line; every failure ends with a sentence: code 2 wrong use, 1 the world's."""
    try:
        sys.exit(cli.main(prog_name="warroom", standalone_mode=False))
    except click.ClickException as fault:
        fail(fault.format_message(), fault.exit_code)
    except click.Abort:
        fail(_("Stopped."))
    except WarRoomError as fault:
        fail(str(fault))


__all__ = ["RuleBroken", "main"]
