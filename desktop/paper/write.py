"""Writing a PDF: the child typesets beside the target, and the file moves into place whole."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from desktop.warroom.faults import WarRoomError
from resources import _, path

TIME_OUT = 180.0  # seconds; 5,000 entries take some ten


class PaperFailed(WarRoomError):
    """The paper could not be written; its text says why and what to do."""


def write_pdf(content: dict[str, Any], target: Path, time_out: float = TIME_OUT) -> str:
    """Write a briefing to ``target`` and return the SHA-256 of its bytes.

    Raises PaperFailed; then ``target`` is as it was and nothing else is left behind.
    """
    part = _beside(target)
    try:
        _typeset(content, part, time_out)
        made = part.read_bytes()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError as error:
        raise PaperFailed(_no_place(target, error)) from error
    finally:
        part.unlink(missing_ok=True)
    return hashlib.sha256(made).hexdigest()


def _beside(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(".part", f".{target.name}.", target.absolute().parent)
    except OSError as error:
        raise PaperFailed(_no_place(target, error)) from error
    os.close(handle)
    return Path(name)


def _typeset(content: dict[str, Any], part: Path, time_out: float) -> None:
    root = str(path().parent)
    environment = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"}
    try:
        run = subprocess.run(
            [sys.executable, "-m", "desktop.paper.child", str(part)],
            input=json.dumps(content).encode(),
            env=environment,
            capture_output=True,
            timeout=time_out,
        )
    except subprocess.TimeoutExpired as error:
        raise PaperFailed(
            _("The briefing took longer than {n} seconds and was stopped. Try again.").format(
                n=round(time_out)
            )
        ) from error
    if run.returncode:
        why = run.stderr.decode(errors="replace").strip().splitlines()
        raise PaperFailed(
            _("The briefing could not be typeset ({why}). Nothing was written.").format(
                why=why[0] if why else run.returncode
            )
        )


def _no_place(target: Path, error: OSError) -> str:
    return _("{file} cannot be written: {why}. Choose another place.").format(
        file=target.name, why=error.strerror
    )
