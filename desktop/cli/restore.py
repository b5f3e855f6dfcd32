"""The import command for JSON: a room comes back from its records, or nothing happens."""

from pathlib import Path
from typing import Any

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.exchange.restore import restore as restored
from resources import _
from resources.visible import visible


def restore(asked: Asked, room: Path, file: Path, dry_run: bool, **for_rows: Any) -> None:
    """Restore ``file`` into ``room``; nothing is written on a dry run or when a record is wrong."""
    if any(for_rows[name] for name in ("kind", "mapping", "said", "encoding", "sheet")):
        fail(
            _("JSON says itself what it holds. Leave out --as, --map, --encoding and --sheet."),
            WRONG_USE,
        )
    found = restored(room, file, operator=asked.by, clock=asked.clock, writing=not dry_run)
    click.echo(visible(found.sentence))
