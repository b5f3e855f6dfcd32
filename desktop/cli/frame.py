"""What every command shares: the clock and operator it is given, and how it fails."""

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.local_zone import local_zone
from desktop.warroom.now import Clock, FixedClock, WallClock
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _

WRONG_USE, REFUSED = 2, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """The clock and operator that a command was given."""

    clock: Clock
    by: str
    incident: int | None = None

    def open(self, path: Path, *, writing: bool) -> WarRoom:
        """The room, with this clock and operator."""
        room = WarRoom.open(path, operator=self.by, clock=self.clock, writing=writing)
        if writing and room.why_read_only:
            why = room.why_read_only
            room.close()
            raise RuleBroken(why)
        if self.incident is not None:
            self._look_at(room, self.incident)
        return room

    def _look_at(self, room: WarRoom, number: int) -> None:
        """Let the command be about an incident by its number; which is on screen stays."""
        try:
            room.look_at(numbered(room, number))
        except RuleBroken:
            room.close()
            raise


def numbered(room: WarRoom, number: int) -> Incident:
    """The incident of this number, as they are listed. Raises RuleBroken when there is none."""
    incidents = room.incidents()
    if not 1 <= number <= len(incidents):
        sentence = _("There is no incident {n} in this room; it holds {count}.")
        raise RuleBroken(sentence.format(n=number, count=len(incidents)))
    return incidents[number - 1]


def asked(now: str | None, by: str | None, incident: int | None = None) -> Asked:
    """Read ``--now`` and ``--by``; without them the laptop's clock and account name."""
    return Asked(_clock(now), by if by is not None else _account(), incident)


def _clock(now: str | None) -> Clock:
    if now is None:
        return WallClock()
    return FixedClock(instant(now))


def instant(text: str) -> datetime:
    """An ISO time as an aware datetime, in the laptop's zone when it says no offset.

    Raises click.BadParameter with a sentence.
    """
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            _("'{text}' is not a time. Write it as 2026-11-23T14:05+08:00.").format(text=text)
        ) from None
    return when if when.tzinfo else when.replace(tzinfo=local_zone())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def fail(sentence: str, code: int = REFUSED) -> NoReturn:
    """One sentence on stderr, and the code."""
    click.echo(sentence, err=True)
    sys.exit(code)


def with_clock(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--now`` and ``--by`` and hand it the Asked as its first argument."""

    def run(now: str | None, by: str | None, incident: int | None, **given: Any) -> None:
        try:
            command(asked(now, by, incident), **given)
        except WarRoomError as fault:
            fail(str(fault))

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in (
        click.option(
            "--incident",
            type=int,
            metavar="N",
            help=_("Of several incidents, which; see incident."),
        ),
        click.option("--by", metavar="NAME", help=_("The operator, stored on every entry.")),
        click.option("--now", metavar="ISO", help=_("Fix the clock; entries say so.")),
    ):
        run = option(run)
    return run
