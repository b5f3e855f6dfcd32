"""The incidents of a room on the command line: listed, opened, put on screen."""

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail, instant, numbered
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _


def incident(
    asked: Asked,
    room: Path,
    title: str | None,
    kind: str | None,
    at: str | None,
    show: int | None,
    drill: bool,
    no_playbook: bool,
) -> None:
    """Open an incident with ``title``, put number ``show`` on screen, or list them."""
    if title and not kind:
        fail(_("Say with --type what sort of crisis it is."), WRONG_USE)
    if title and show is not None:
        fail(_("Say either --title or --show."), WRONG_USE)
    opened = asked.open(room, writing=bool(title) or show is not None)
    try:
        if title and kind:
            when = instant(at) if at else asked.clock.now()
            new = Incident(title=title, type=CrisisType(kind), t0=Moment.of(when), drill=drill)
            opened.open_incident(new)
            if not no_playbook:
                load_playbook(opened)
        elif show is not None:
            opened.turn_to(numbered(opened, show))
        click.echo("\n".join(_listed(opened)))
    finally:
        opened.close()


def _listed(room: WarRoom) -> Iterator[str]:
    """Number, title, type, level, phase and T0 of each, with tabs between; * is on screen."""
    for number, each in enumerate(room.incidents(), 1):
        mark = "*" if each.id == room.incident.id else ""
        words = (word(each.type), word(each.severity), word(each.phase), str(each.t0 or "–"))
        yield "\t".join((f"{number}{mark}", each.title, *words))
