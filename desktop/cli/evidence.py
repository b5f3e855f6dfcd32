"""The evidence command: the files a room keeps, listed, or one of them written out again."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom.exchange.kinds import NAMES, shown_plural
from desktop.warroom.faults import RuleBroken, StoreFailed
from desktop.warroom.records import Evidence
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible

SHORTEST = 8  # digits of a hash that may stand for all of them


def evidence(asked: Asked, room: Path, sha256: str | None, out: Path | None) -> None:
    """List the kept files, or write the one with this SHA-256 (or its beginning) to ``out``."""
    opened = asked.open(room, writing=False)
    try:
        if sha256 is None:
            for line in _listed(opened) or [_("No file is kept in this room.")]:
                click.echo(line)
            return
        if out is None:
            fail(_("Say where to write the file: -o OUT."), WRONG_USE)
        found = _called(opened, sha256)
        write_out(opened.kept(found), found, out)
        click.echo(_("Wrote {file} to {out}.").format(file=visible(found.name), out=out.name))
    finally:
        opened.close()


def write_out(parts: Iterator[bytes], file: Evidence, out: Path) -> None:
    """Write a kept file to a new place, whole or not at all.

    Raises RuleBroken when something is there or the bytes are not those that were kept, and
    StoreFailed when it cannot be written.
    """
    if out.exists():
        raise RuleBroken(_("{file} is already there. Choose another name.").format(file=out.name))
    part, digest = out.with_name(out.name + ".part"), hashlib.sha256()
    try:
        with part.open("xb") as target:
            for some in parts:
                digest.update(some)
                target.write(some)
        if digest.hexdigest() != file.sha256:
            raise RuleBroken(
                _("The kept file {name} is not as it was brought in.").format(name=file.name)
            )
        os.replace(part, out)
    except OSError as error:
        raise StoreFailed(
            _("{file} cannot be written: {why}.").format(file=out.name, why=error.strerror)
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _listed(room: WarRoom) -> list[str]:
    return [
        _("{hash}  {size} bytes  {kind}  {name}").format(
            hash=file.sha256,
            size=f"{file.size:,}",
            kind=shown_plural(NAMES[file.imported_as]) if file.imported_as in NAMES else "",
            name=visible(file.name),
        )
        for file in room.all(Evidence)
    ]


def _called(room: WarRoom, sha256: str) -> Evidence:
    """The file of a hash. Raises RuleBroken when there is none, or several begin so."""
    start = sha256.strip().lower()
    found = {file.sha256: file for file in room.all(Evidence) if file.sha256.startswith(start)}
    if len(found) != 1 or len(start) < SHORTEST:
        raise RuleBroken(
            _("No one file of this room has the SHA-256 {hash}.").format(hash=visible(sha256))
        )
    return next(iter(found.values()))
