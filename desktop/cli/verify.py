"""The verify command: chain, tables and file; a printed briefing against the room."""

from pathlib import Path

import click

from desktop.cli.frame import Asked, fail
from desktop.warroom import shown
from desktop.warroom.briefing.anchor import Answer, Held, held_against
from desktop.warroom.verify import Verdict
from resources import _


def verify(asked: Asked, room: Path, against: Path | None = None) -> None:
    """Say what is found; exit 1 where the room is not sound, or a paper does not match it."""
    opened = asked.open(room, writing=False)
    try:
        verdict = opened.verify()
        held = held_against(opened, against) if against else None
    finally:
        opened.close()
    if against and held:
        _say_held(against, held)
    _say(verdict)
    if held and held.answer is not Answer.MATCH:
        fail(held.why)


def _say_held(file: Path, held: Held) -> None:
    anchor = held.anchor
    click.echo(shown.labelled(file.name, held.answer.shown))
    click.echo(
        _("It was printed at line {n} of device {device}, hash {hash}.").format(
            n=anchor.number, device=anchor.device, hash=anchor.hash
        )
    )


def _say(verdict: Verdict) -> None:
    for device, (number, head) in verdict.heads.items():
        said = _("Device {device}: {n} lines, last hash {hash}")
        click.echo(said.format(device=device, n=number, hash=head))
    if verdict.pretended:
        click.echo(_("{n} lines were written under a pretended clock.").format(n=verdict.pretended))
    if not verdict.sound:
        click.echo("\n".join(verdict.faults[1:20]))
        fail(verdict.faults[0])
    said = _("{n} lines and {records} records: sound.")
    click.echo(said.format(n=verdict.lines, records=verdict.records))
