"""A list with the record panel beside it: opening, shutting, and where the keys go back to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.record import RecordPanel
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from widgets.seam import Seam


class Beside(Seam):
    """Shows ``main`` and, while a record is open, its panel; Escape shuts it.

    ``asked`` carries another record to be opened.
    """

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    asked = Signal(object)

    def __init__(self, room: WarRoom, main: QWidget, keys: QWidget, parent: QWidget) -> None:
        """``keys`` is the widget that has the keys when the panel is shut."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._keys = keys
        self.panel = RecordPanel(room, self)
        self.addWidget(main)
        self.addWidget(self.panel)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.panel.hide()
        self.panel.closed.connect(self.shut)
        self.panel.did.connect(self.did)
        self.panel.told.connect(self.told)
        self.panel.failed.connect(self.failed)
        self.panel.asked.connect(self.asked)

    def open(self, records: Sequence[Record]) -> None:
        """Open one record or several to be changed together."""
        if records:
            self.panel.show_many(records)
            self._show()

    def ask_new(self, kind: type[Record], /, **given: Any) -> None:
        """Ask for a new record that starts with what is given."""
        self.panel.ask_new(kind, **given)
        self._show()

    def shut(self) -> None:
        """Hide the panel; what was typed into it is kept."""
        self.panel.hide()
        self._keys.setFocus()

    def _show(self) -> None:
        self.panel.show()
        self.panel.setFocus()
