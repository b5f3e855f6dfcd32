"""What is done with the records of a room, each outcome said in a sentence."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.models.named import told_gone
from desktop.warroom.faults import WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom


class Deeds(QObject):
    """Each deed is one act and one undo; ``did`` and ``failed`` carry a sentence for the notice.

    ``told`` carries one where nothing was done, so that there is nothing to undo.
    """

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room

    def attempt(self, deed: Callable[[], object], done: str) -> bool:
        """Do a deed and say how it went, ``done`` if well; whether it was done."""
        try:
            deed()
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return False
        if done:
            self.did.emit(done)
        return True

    def change(self, records: Sequence[Record], done: str, **values: Any) -> bool:
        """Give fields of records new values in one act; whether all that there are have them."""
        if not records:
            return True
        return self.attempt(partial(self._room.change_all, records, **values), done)

    def take_back(self, records: Sequence[Record]) -> None:
        """Take records out of every list; Undo brings them back."""
        if records:
            self.attempt(partial(self._room.take_back, *records), told_gone(records))
