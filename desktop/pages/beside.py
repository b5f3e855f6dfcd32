"""A list with the record panel beside it: opening, shutting, and where the keys go back to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.parts.asking import Asking
from desktop.pages.record import RecordPanel
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from widgets.seam import Seam


class Beside(Seam):
    """Shows ``main`` and, while a record is open, its panel; Escape shuts it.

    Questions may be asked in place of the panel: of the two, the last that was wanted is shown.
    ``asked`` carries another record to be opened.
    """

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    asked = Signal(object)

    def __init__(self, room: WarRoom, main: QWidget, keys: QWidget, parent: QWidget) -> None:
        """``keys`` is the widget that has the keys when panel and question are shut."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.keys = keys
        self._asking: Asking | None = None
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

    def take_questions(self, asking: Asking) -> None:
        """Let ``asking`` stand in place of the panel while it asks."""
        self._asking = asking
        self.addWidget(asking)
        asking.began.connect(self.shut)
        asking.left.connect(self._give_keys)
        asking.did.connect(self.did)
        asking.failed.connect(self.failed)

    def put_away(self) -> None:
        """Keep what was typed into a question and not answered."""
        if self._asking:
            self._asking.put_away()

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
        self._give_keys()  # first: what is hidden with the keys gives them to whatever is next
        self.panel.hide()

    def _give_keys(self) -> None:
        self.keys.setFocus()

    def _show(self) -> None:
        if self._asking and not self._asking.isHidden():
            self._asking.leave()
        self.panel.show()
        self.panel.setFocus()
