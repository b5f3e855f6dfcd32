"""Writing a PDF: the child typesets beside the target, and the file moves into place whole."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Thread
from typing import Any

from desktop.warroom.faults import WarRoomError
from resources import _, path

NO_PLACE = 2  # what the child ends with where its file cannot be written
TIME_OUT = 180.0  # seconds; 5,000 entries take some ten


class PaperFailed(WarRoomError):
    """The paper could not be written; its text says why and what to do."""


class Writing:
    """A PDF on its way: the child typesets beside the target while others go on with their work.

    Ask ``done`` now and then, and ``finish`` when it is; or ``stop``. Raises PaperFailed at once
    where no file can be written; then, and after ``stop``, nothing is left behind.
    """

    def __init__(self, content: dict[str, Any], target: Path, time_out: float = TIME_OUT) -> None:
        self._target, self._time_out = target, time_out
        self._part = _beside(target)
        self._until = time.monotonic() + time_out
        self._child = begun(str(self._part))
        self._said = b""
        self._talk = Thread(target=self._feed, args=(json.dumps(content).encode(),), daemon=True)
        self._talk.start()

    def done(self) -> bool:
        """Whether there is nothing more to wait for: written, refused, or out of time."""
        return not self._talk.is_alive() or time.monotonic() >= self._until

    def finish(self) -> str:
        """Wait for the end and move the file into place; the SHA-256 of its bytes.

        Raises PaperFailed; then the target is as it was and nothing else is left behind.
        """
        self._talk.join(max(0.0, self._until - time.monotonic()))
        try:
            self._see_to_it()
            made = self._part.read_bytes()
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(self._part, self._target)
        except OSError as error:
            raise PaperFailed(no_place(self._target, error)) from error
        finally:
            self.stop()
        return hashlib.sha256(made).hexdigest()

    def stop(self) -> None:
        """End the child, if it runs, and take its half-written file away."""
        if self._child.poll() is None:
            self._child.kill()
        self._talk.join()
        self._part.unlink(missing_ok=True)

    def _feed(self, content: bytes) -> None:
        _out, self._said = self._child.communicate(content)

    def _see_to_it(self) -> None:
        """Raise PaperFailed unless the child ended well."""
        if self._talk.is_alive():
            said = _("The briefing took longer than {n} seconds and was stopped. Try again.")
            raise PaperFailed(said.format(n=round(self._time_out)))
        if code := self._child.returncode:
            why = self._said.decode(errors="replace").strip().splitlines()
            if code == NO_PLACE and why:
                raise PaperFailed(_cannot(self._target, why[0]))
            said = _("The briefing could not be typeset ({why}). Nothing was written.")
            raise PaperFailed(said.format(why=why[0] if why else code))


def write_pdf(content: dict[str, Any], target: Path, time_out: float = TIME_OUT) -> str:
    """Write a briefing to ``target`` and return the SHA-256 of its bytes.

    Raises PaperFailed; then ``target`` is as it was and nothing else is left behind.
    """
    return Writing(content, target, time_out).finish()


def _beside(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(".part", f".{target.name}.", target.absolute().parent)
    except OSError as error:
        raise PaperFailed(no_place(target, error)) from error
    os.close(handle)
    return Path(name)


def begun(*words: str) -> "subprocess.Popen[bytes]":
    """The child, begun with these words; it waits for its content."""
    environment = {**os.environ, "PYTHONPATH": str(path().parent), "PYTHONIOENCODING": "utf-8"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-m", "desktop.paper.child", *words],
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        env=environment,
    )


def no_place(target: Path, error: OSError) -> str:
    """The sentence for a file that cannot be written there."""
    return _cannot(target, str(error.strerror))


def _cannot(target: Path, why: str) -> str:
    said = _("{file} cannot be written: {why}. Choose another place.")
    return said.format(file=target.name, why=why)
