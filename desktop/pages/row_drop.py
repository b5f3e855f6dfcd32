"""Files dropped on a row of a list, or pasted while it is current, are attached to its record."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.pages.attaching import Attaching
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets.file_drop import Arrived, FileDrop

At = Callable[[QPoint], Record | None]


class RowDrop(QObject):
    """``at`` finds the record at a point of the view's viewport and makes it current.

    ``current`` is the record where the keys are. ``did`` and ``failed`` carry a sentence.
    """

    did = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        room: WarRoom,
        view: QAbstractScrollArea,
        at: At,
        current: Callable[[], Record | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._at, self._current = at, current
        self._deeds = Attaching(room, self)
        self._deeds.did.connect(self.did)
        self._deeds.failed.connect(self.failed)
        self._drop = FileDrop(self, self._admits, pastes=True)
        self._drop.came.connect(self._take)
        view.installEventFilter(self._drop)  # has the keys
        self._drop.watch(view.viewport())  # has the pointer

    def _admits(self, point: QPoint) -> bool:
        return self._at(point) is not None

    def _take(self, came: Arrived) -> None:
        record = self._current() if came.pasted else self._at(came.at)
        if record:
            self._deeds.attach(record, came)
        else:
            self.failed.emit(_("Choose a row first, and attach files to it then."))
