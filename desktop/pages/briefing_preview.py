"""The pages of a briefing before it is written: painted beside the work, and stopped at will."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.ground import Ground
from widgets.page_view import PageView
from widgets.running_line import RunningLine
from widgets.theme import Token

if TYPE_CHECKING:
    from desktop.paper.pages import Painting

LOOK = 50  # milliseconds between two looks at the child


class Preview(Ground):
    """``show`` paints a paper anew; the pages before it stay in sight until its own are there.

    ``painted`` tells that they are.
    """

    painted = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self._painting: Painting | None = None
        self._shown: Painting | None = None
        self._began = 0.0
        self.pages = PageView(self)
        self.line = RunningLine(self)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self.line.stopped.connect(self._stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.line)
        self.setFocusProxy(self.pages)
        self.line.hide()

    def paint(self, wanted: Paper) -> None:
        """Begin to paint a paper as it would be now, in place of one that is on its way."""
        from desktop.paper.issue import as_asked, content_of, seal_of
        from desktop.paper.pages import Painting

        self._end()
        room = self._room
        try:
            content = content_of(room, seal_of(room, room.tail()), as_asked(room, wanted))
            self._painting = Painting(content)
        except (WarRoomError, OSError) as fault:
            self._say(str(fault))
            return
        self._began = time.monotonic()
        self._tell()
        self._timer.start()

    def running(self) -> bool:
        """Whether pages are on their way."""
        return self._painting is not None

    def stop(self) -> None:
        """End what is on its way and take all pictures away."""
        self._end()
        self.pages.show_pages([])
        if self._shown:
            self._shown.stop()
            self._shown = None

    def _stopped(self) -> None:
        self._end()
        self._say(_("Stopped. The pages are as they were before."))

    def _end(self) -> None:
        self._timer.stop()
        if self._painting:
            self._painting.stop()
            self._painting = None
        self.line.hide()

    def _look(self) -> None:
        assert self._painting is not None
        if not self._painting.done():
            self._tell()
            return
        painting, self._painting = self._painting, None
        self._timer.stop()
        self.line.hide()
        try:
            self.pages.show_pages(painting.finish())
        except WarRoomError as fault:
            painting.stop()
            self._say(str(fault))
            return
        if self._shown:
            self._shown.stop()
        self._shown = painting
        self.painted.emit()

    def _tell(self) -> None:
        seconds = round(time.monotonic() - self._began)
        said = ngettext(
            "Painting the pages: {n} second so far.",
            "Painting the pages: {n} seconds so far.",
            seconds,
        )
        self._say(said.format(n=seconds))

    def _say(self, sentence: str) -> None:
        self.line.say(sentence)
        self.line.show()
