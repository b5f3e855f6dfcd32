"""Writing a kept file out of the room again: to a new place, whole, and as it was brought in."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from desktop.warroom.faults import RuleBroken, StoreFailed
from resources import _


class Kept(Protocol):
    """What names a kept file: the record of the file, or of its being attached."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...


def write_out(parts: Iterator[bytes], file: Kept, out: Path) -> None:
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
