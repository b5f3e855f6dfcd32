"""What every panel of the dashboard has: a title that opens its page, and deeds that are said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.warroom.room import WarRoom
from widgets.panel import Panel


class RoomPanel(Panel):
    """A panel over a room; ``door_asked`` carries a page and what to show there."""

    door_asked = Signal(str, object)
    did = Signal(str)
    failed = Signal(str)

    def __init__(self, title: str, page: str, room: WarRoom, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._page, self._room = page, room
        self.opened.connect(self._open_page)

    def refresh(self) -> None:
        """Judge anew what time has changed."""

    def _open_page(self) -> None:
        self.door_asked.emit(self._page, None)
