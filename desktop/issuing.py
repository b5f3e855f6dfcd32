"""A paper that is written while the room goes on: how long it takes, stop, and its end."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.pages.desk import Desk
from desktop.warroom import shown
from desktop.warroom.faults import WarRoomError
from resources import _, ngettext
from widgets.running_line import RunningLine

if TYPE_CHECKING:
    from desktop.paper import Issuing

LOOK = 50  # milliseconds between two looks at the child


class Underway(Protocol):
    """A paper that a child writes; ``finish`` and ``stop`` may raise a WarRoomError."""

    @property
    def target(self) -> Path: ...

    def done(self) -> bool: ...
    def finish(self) -> Any: ...
    def stop(self) -> None: ...


class BriefingRun(QObject):
    """Follows one briefing to its end; ``written`` and ``failed`` carry the sentence to say.

    The desk stops it when the room is closed; then the record says "not written".
    """

    written = Signal(str)
    failed = Signal(str)

    def __init__(self, issuing: Underway, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._issuing: Underway | None = issuing
        self._began = time.monotonic()
        self._line = RunningLine(desk)
        self._line.stopped.connect(self._stop)
        self._say()
        desk.show_running(self._line)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def running(self) -> bool:
        """Whether it has not ended."""
        return self._issuing is not None

    def _stop(self) -> None:
        issuing = self._ended()
        if issuing is None:
            return
        try:
            issuing.stop()
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.written.emit(_("Stopped. Nothing was written."))

    def _look(self) -> None:
        assert self._issuing is not None
        if not self._issuing.done():
            self._say()
            return
        issuing = self._ended()
        assert issuing is not None
        try:
            made = issuing.finish()
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.written.emit(self._told(issuing, made))

    def _told(self, issuing: Any, _made: Any) -> str:
        """The sentence for a paper that is written."""
        return _told(issuing)

    def _ended(self) -> Underway | None:
        issuing, self._issuing = self._issuing, None
        self._timer.stop()
        self._line.hide()
        self._line.deleteLater()
        return issuing

    def _say(self) -> None:
        assert self._issuing is not None
        seconds = round(time.monotonic() - self._began)
        said = ngettext(
            "Writing {file}: {n} second so far.", "Writing {file}: {n} seconds so far.", seconds
        )
        self._line.say(said.format(file=self._issuing.target.name, n=seconds))


class PaperRun(BriefingRun):
    """The same for a paper beside the briefing, which may have several volumes."""

    def _told(self, _issuing: Any, made: Any) -> str:
        names = shown.listed(each.file.name for each in made)
        return _("Written: {files}.").format(files=names)


def _told(issuing: "Issuing") -> str:
    file = issuing.target.name
    if issuing.number is None:
        said = _("A preview was written to {file}; a read-only room gives no number.")
        return said.format(file=file)
    said = _("Briefing {n} was written to {file}.")
    return said.replace("{n}", str(issuing.number)).format(file=file)
