"""The playbook of a room on the command line: listed, written to a file, taken from one."""

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.playbooks.keeping import approve, in_force
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.written import export_playbooks, import_playbooks
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.targets import refuse_rooms
from resources import _, ngettext


def playbook(
    asked: Asked,
    room: Path,
    kind: str | None,
    export: Path | None,
    source: Path | None,
    put_in_force: bool,
) -> None:
    """Do one of them; without a file, list the tasks."""
    if export and source:
        fail(_("Say either --export or --import."), WRONG_USE)
    if put_in_force and not source:
        fail(_("--in-force goes with --import."), WRONG_USE)
    opened = asked.open(room, writing=source is not None)
    try:
        if source:
            _import(opened, source, asked.by if put_in_force else "")
        elif export:
            _export(opened, _type(opened, kind), export)
        else:
            click.echo("\n".join(_listed(opened, _type(opened, kind))))
    finally:
        opened.close()


def _type(room: WarRoom, kind: str | None) -> CrisisType:
    return CrisisType(kind or room.incident.type)


def _listed(room: WarRoom, kind: CrisisType) -> Iterator[str]:
    """Each loaded task and each of prevention: id, due or interval, role, with tabs between."""
    cards = room.records(Selection(kind=Task, filled=("plan_id",), order="rank"))
    cards.sort(key=lambda card: card.due.ms if card.due else 0)
    for card in cards:
        yield f"{card.plan_id}\t{card.due or '–'}\t{card.role}"
    for each in in_force(room, kind).plan().prevention:
        days = ngettext("every {n} day", "every {n} days", each.every_days)
        yield f"{each.id}\t{days.format(n=each.every_days)}\t{each.owner.value}"


def _export(room: WarRoom, kind: CrisisType, target: Path) -> None:
    standing = in_force(room, kind)
    refuse_rooms(target, room.path)
    export_playbooks([standing.plan()], target)
    click.echo(
        _("Wrote {file}: {type}, version {n}.").format(
            file=target.name, type=word(kind), n=standing.version
        )
    )


def _import(room: WarRoom, source: Path, approver: str) -> None:
    for kept in import_playbooks(room, source):
        if approver:
            kept = approve(room, kept, approver)
        click.echo(_said(kept))


def _said(kept: PlaybookVersion) -> str:
    form = (
        _("{type}: version {n} is in force.")
        if kept.in_force
        else _("{type}: version {n} is kept as a draft; approve it to put it in force.")
    )
    return form.format(type=word(kept.type), n=kept.version)
