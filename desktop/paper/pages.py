"""A paper as pictures of its pages: typeset in a child process, read back one by one."""

import json
import tempfile
from pathlib import Path
from subprocess import Popen
from threading import Thread
from typing import Any

from desktop.paper.write import PaperFailed, begun
from resources import _

PAGES = "--pages"  # tells the child to paint pages instead of writing a PDF


class Painting:
    """Pages on their way; ask ``done`` now and then, ``finish`` when it is, or ``stop``.

    The pictures lie in a folder of their own until ``stop``, which takes it away.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="warroom-pages-")
        self._child: Popen[bytes] = begun(self._folder.name, PAGES)
        self._said = b""
        data = json.dumps(content).encode()
        self._talk = Thread(target=self._feed, args=(data,), daemon=True)
        self._talk.start()

    def done(self) -> bool:
        """Whether ``finish`` need not wait."""
        return not self._talk.is_alive()

    def finish(self) -> list[Path]:
        """The pictures of the pages in their order, as PNG. Raises PaperFailed."""
        self._talk.join()
        if self._child.returncode:
            why = self._said.decode(errors="replace").strip().splitlines()
            said = _("The pages could not be painted ({why}).")
            raise PaperFailed(said.format(why=why[0] if why else self._child.returncode))
        return sorted(Path(self._folder.name).glob("*.png"))

    def stop(self) -> None:
        """End the child, if it runs, and take the pictures away."""
        if self._child.poll() is None:
            self._child.kill()
        self._talk.join()
        self._folder.cleanup()

    def _feed(self, content: bytes) -> None:
        _out, self._said = self._child.communicate(content)
