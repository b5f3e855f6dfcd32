"""A new room on the command line, with the tasks of its playbook."""

from dataclasses import replace
from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.choices import SubType
from desktop.warroom.choices import shown as word
from desktop.warroom.playbooks.new_room import new_room
from desktop.warroom.records import Incident
from resources import _, ngettext


def new(
    asked: Asked, room: Path, incident: Incident, subtype: str | None, no_playbook: bool
) -> None:
    """Make a room for an incident and load the playbook in force for its type."""
    if subtype and SubType(subtype).type is not incident.type:
        fail(
            _("{subtype} is no sub-type of {type}.").format(
                subtype=word(SubType(subtype)), type=word(incident.type)
            ),
            WRONG_USE,
        )
    incident = replace(incident, subtype=SubType(subtype) if subtype else "")
    count = new_room(room, incident, operator=asked.by, clock=asked.clock, playbook=not no_playbook)
    said = _("Made {file}: {title}, {type}.").format(
        file=room.name, title=incident.title, type=word(incident.type)
    )
    click.echo(said if no_playbook else f"{said} {_loaded(count)}")


def _loaded(n: int) -> str:
    return ngettext(
        "{n} task of its playbook is on the board.",
        "{n} tasks of its playbook are on the board.",
        n,
    ).format(n=n)
