"""Drills on the command line: started, played, shown, and ended with what they found."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desktop.cli.commands import ROOM
from desktop.cli.frame import WRONG_USE, Asked, fail, with_clock
from desktop.warroom import shown
from desktop.warroom.choices import CrisisType
from desktop.warroom.drills import ending, playing
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.result import figure, findings, fired, responses, took_part
from desktop.warroom.drills.script import MINUTE, SHIPPED, Inject, Script, shipped
from desktop.warroom.exchange.sheets import SheetFaults
from desktop.warroom.faults import RuleBroken
from desktop.warroom.now import FixedClock
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.keeping import keep
from desktop.warroom.watch.watching import holding
from resources import _, ngettext

DEEDS = ("start", "play", "show", "end")
LONGEST = 60  # seconds between two looks


@click.command(help=_("Start an exercise, play its script, show how it goes, or end it."))
@ROOM
@click.argument("deed", type=click.Choice(DEEDS))
@click.option(
    "--script",
    default=SHIPPED[0],
    metavar="F.csv",
    help=_("A CSV file with minute, kind and text, see README; else the one that is shipped."),
)
@click.option(
    "--type",
    "kind",
    type=click.Choice([t.value for t in CrisisType]),
    default=CrisisType.PRODUCT_QUALITY.value,
    help=_("The crisis type of a script from a file."),
)
@click.option(
    "--speed",
    type=click.IntRange(1, 600),
    metavar="N",
    help=_("So many minutes of the script in each minute."),
)
@click.option("--no-playbook", is_flag=True, help=_("Without the tasks of the playbook."))
@click.option("--participant", "participants", multiple=True, metavar="NAME")
@click.option(
    "--findings",
    "found",
    default="none",
    metavar="all|1,3",
    help=_("Which of the proposed findings are kept at the end."),
)
@with_clock
def drill(asked: Asked, room: Path, deed: str, **given: Any) -> None:
    """Start an exercise, play its script, show how it goes, or end it."""
    opened = asked.open(room, writing=deed != "show")
    try:
        match deed:
            case "start":
                told = _script(given["script"], CrisisType(given["kind"]))
                _start(opened, told, given["speed"] or 1, playbook=not given["no_playbook"])
            case "play":
                _play(opened, asked, _there(opened), given["speed"])
            case "end":
                _end(opened, _there(opened), given["participants"], given["found"])
            case _:
                click.echo("\n".join(_result(opened, _there(opened))))
    finally:
        opened.close()


def _start(room: WarRoom, told: Script, speed: int, *, playbook: bool) -> None:
    made = playing.start(room, told, speed=speed, playbook=playbook)
    playing.pause(room, made)  # nobody plays it yet
    n = len(told.injects)
    said = ngettext(
        "The exercise is on screen: {title}, {n} event in {time}. Play it with: drill ROOM play.",
        "The exercise is on screen: {title}, {n} events in {time}. Play it with: drill ROOM play.",
        n,
    )
    length = shown.lasting(told.minutes * MINUTE)
    click.echo(said.format(title=told.title, n=n, time=length))


def _script(name: str, kind: CrisisType) -> Script:
    """A shipped script by its name, or that of a CSV file."""
    if name in SHIPPED:
        return shipped(name)
    from desktop.warroom.drills.from_table import script_of  # reading tables takes long to import

    file = Path(name)
    try:
        return script_of(file.read_bytes(), file.stem, kind)
    except SheetFaults as fault:
        fail("\n".join(fault.faults.sentences))
    except OSError as error:
        raise RuleBroken(
            _("{file} cannot be read. Name a CSV file, or one of: {names}.").format(
                file=file.name, names=shown.listed(SHIPPED)
            )
        ) from error


def _there(room: WarRoom) -> Drill:
    found = playing.drill_of(room)
    if found is None:
        raise RuleBroken(_("No exercise is on screen. Start one with: drill ROOM start."))
    return found


def _play(room: WarRoom, asked: Asked, told: Drill, speed: int | None) -> None:
    """Bring in one event after the other at its time; Ctrl+C pauses."""
    playing.recover(room, told)
    playing.go_on(room, told, speed)
    try:
        while True:
            for inject in playing.play(room, told):
                click.echo(_line(inject))
            keep(room, holding(room, room.now()))
            now = room.get(Drill, told.id)
            coming = playing.next_inject(now)
            if coming is None:
                break
            _wait(asked, (coming.minute * MINUTE - now.script_ms(room.now())) / now.speed)
    except KeyboardInterrupt:
        click.echo(_("Paused. Play on with: drill ROOM play."))
    finally:
        playing.pause(room, told)


def _wait(asked: Asked, ms: float) -> None:
    """Let the time pass; a clock that stands is moved instead."""
    ms = max(1, min(ms, LONGEST * 1_000))
    if isinstance(asked.clock, FixedClock):
        asked.clock.move(milliseconds=ms)
    else:
        time.sleep(ms / 1_000)


def _line(inject: Inject) -> str:
    text = shown.labelled(inject.who, inject.text) if inject.who else inject.text
    return "\t".join((shown.span(inject.minute * MINUTE), inject.kind.shown, text))


def _end(room: WarRoom, told: Drill, participants: tuple[str, ...], found: str) -> None:
    proposed = findings(responses(room, told, room.now()))
    chosen = _chosen(proposed, found)
    ending.end(room, told, participants or took_part(room, told), chosen)
    click.echo("\n".join(_result(room, _there(room))))
    n = len(chosen)
    said = ngettext(
        "The exercise is written down with {n} finding.",
        "The exercise is written down with {n} findings.",
        n,
    )
    click.echo(said.format(n=n))


def _chosen(proposed: list[str], said: str) -> list[str]:
    """The findings of these numbers, all of them, or none."""
    if said in ("all", "none"):
        return proposed if said == "all" else []
    numbers = [part.strip() for part in said.split(",")]
    if not all(each.isdigit() and 1 <= int(each) <= len(proposed) for each in numbers):
        fail(
            _("'{said}' is no choice of findings. Write all, none, or numbers: 1,3.").format(
                said=said
            ),
            WRONG_USE,
        )
    return [proposed[int(each) - 1] for each in numbers]


def _result(room: WarRoom, told: Drill) -> Iterator[str]:
    """Answers with their targets, the findings proposed by number, and the warnings."""
    now = told.ended_at or room.now()
    yield shown.labelled(told.title, shown.span(told.script_ms(now)))
    answers = responses(room, told, now)
    for each in answers:
        target = shown.lasting((each.inject.within or 0) * MINUTE)
        sign = "▲" if each.late else "–" if each.missing else "✓"
        minute = shown.span(each.inject.minute * MINUTE)
        yield "\t".join(
            (minute, sign, each.wanted, figure(each), shown.labelled(_("Target"), target))
        )
    for number, text in enumerate(findings(answers), 1):
        yield f"{number}\t{text}"
    for alarm in fired(room):
        yield "\t".join((alarm.rule, str(alarm.severity), alarm.said))
