"""What the desk asks of every page of a room."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.pages.door import Door
from desktop.warroom.records import Entry, Record
from desktop.warroom.selection import Selection

if TYPE_CHECKING:
    from desktop.pages.beside import Beside
    from desktop.pages.deeds import Deeds
    from desktop.pages.panels.room_panel import RoomPanel
    from desktop.pages.row_drop import RowDrop


class Page(QWidget):
    """A page; ``did`` and ``failed`` carry a sentence for the notice,
    ``told`` one where nothing was done and Undo would take something else back.

    ``door_asked`` carries the name of another page and the Door or the Record to open there;
    ``turn_asked`` carries an incident of the room to be put on screen, ``incident_turned`` says
    that another one is there now;
    ``seen`` says that it came into sight;
    ``past_asked`` carries a Moment at which the room is to be seen as it was then;
    ``find_asked`` wants the search of the log, from a page without one;
    ``undo_asked`` comes from Ctrl+Z in a line of the page with no typing to undo.
    """

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    door_asked = Signal(str, object)
    undo_asked = Signal()
    find_asked = Signal()
    incident_turned = Signal()
    turn_asked = Signal(object)
    past_asked = Signal(object)
    seen = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def pass_on(self, *speakers: "Deeds | Beside | RoomPanel | RowDrop") -> None:
        """Say what these say."""
        for speaker in speakers:
            speaker.did.connect(self.did)
            speaker.failed.connect(self.failed)

    def complete(self) -> None:
        """Make what the first paint did without."""

    def narrow(self, door: Door) -> None:
        """Show the rows behind a figure."""

    def leave_door(self) -> None:
        """Show more than the rows behind a figure again; what else was chosen stays."""

    def show_record(self, record: Record) -> None:
        """Bring a record of this page's into sight and open it."""

    def show_entry(self, _entry: Entry) -> bool:
        """Bring a new entry into sight; False when a filter of a log in sight hides it."""
        return True

    def selection(self) -> Selection[Any] | None:
        """What the page shows, to be exported; None where that is not one kind of record."""
        return None

    def look(self) -> str:
        """How the page is looked at in this room, to be remembered; empty for as it is made."""
        return ""

    def take_look(self, look: str) -> None:
        """Be looked at as was remembered; what this version does not know changes nothing."""

    def put_away(self) -> None:
        """Keep in the room what was typed and not saved; record panels are put away besides."""

    def refresh(self) -> None:
        """Judge anew what time has changed, such as what is late."""
