"""Playbooks as a file: written one task to a line, and read back as new drafts."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.faults import StoreFailed
from desktop.warroom.playbooks.checking import LARGEST, VERSION, read_playbooks
from desktop.warroom.playbooks.keeping import keep
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.plan import Playbook
from desktop.warroom.room import WarRoom
from resources import _


def written(plans: Sequence[Playbook]) -> str:
    """The text of a playbook file."""
    blocks = ",\n".join(_block(plan.plain()) for plan in plans)
    return f'{{\n "version": {VERSION},\n "playbooks": [\n{blocks}\n ]\n}}\n'


def export_playbooks(plans: Sequence[Playbook], target: Path) -> None:
    """Write playbooks to a file, whole or not at all. Raises StoreFailed."""
    with whole_file(target) as file:
        file.write(written(plans).encode())


def import_playbooks(room: WarRoom, source: Path) -> list[PlaybookVersion]:
    """Keep the playbooks of a file as new drafts, in one act.

    Raises RuleBroken with line and reason when the file has a fault, StoreFailed when it cannot
    be read.
    """
    try:
        with source.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        raise StoreFailed(
            _("{file} cannot be read: {why}. Choose another.").format(
                file=source.name, why=fault.strerror or fault
            )
        ) from fault
    return keep(room, read_playbooks(data))


def _block(values: dict[str, Any]) -> str:
    rows = []
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n".join(f"    {_line(item)}" for item in value)
            rows.append(f'   "{name}": [\n{items}\n   ]')
        else:
            rows.append(f'   "{name}": {_line(value)}')
    return "  {\n" + ",\n".join(rows) + "\n  }"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
