"""Figures that are worked out from much of a room: anew soon after a change, and only in sight."""

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.warroom.acts import Change
from desktop.warroom.room import WarRoom

AFTER = 300  # milliseconds after a change in which saving and painting come first
RESTS = 10  # times as long as the figures took they are left alone
_OURS = ("alarm",)  # kinds that no figure rests on


class Fresh(QObject):
    """``due`` says after changes that it is time; out of sight it waits until ``shown`` is seen."""

    due = Signal()

    def __init__(self, room: WarRoom, shown: QWidget) -> None:
        super().__init__(shown)
        self._shown, self._stale = shown, False
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._say)
        shown.installEventFilter(self)
        room.on_change(self._follow)

    def soon(self) -> None:
        """Read anew in a moment, once for several changes."""
        self._stale = True
        if self._shown.isVisible():
            self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._stale:
            self._timer.start()
        return False

    def _say(self) -> None:
        if self._shown.isVisible():  # else it was put away since, perhaps with its room
            self._stale, began = False, monotonic()
            self.due.emit()
            took = round(1_000 * (monotonic() - began))
            self._timer.setInterval(max(AFTER, RESTS * took))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.kind_name not in _OURS for change in changes):
            self.soon()
