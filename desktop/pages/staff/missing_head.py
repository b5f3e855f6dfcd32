"""Which message is asked for, how many have not been told it, and the ways to take the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.staff_missing import message_words, ordered_messages
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.editors import Box
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton, PlainLabel, set_tip
from widgets.theme import Token


class MissingHead(Ground):
    """``chose``: another message was chosen. It begins with the one sent last."""

    chose = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._room, self._wanted = room, ""
        self.box = Box(self)
        self.box.setAccessibleName(_("Message and version"))
        self.box.setMinimumContentsLength(20)
        self.box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.copy = PlainButton(_("Copy"), self)
        self.csv = PlainButton(_("CSV…"), self)
        set_tip(self.copy, "Ctrl+Shift+C")
        self.answer = PlainLabel("", self, size="lead", weight=QFont.Weight.DemiBold, wrap=True)
        self.about = ElidedLabel("", self, token=Token.MUTED, tabular=True)
        self.late = PlainLabel("", self, token=Token.BAD, wrap=True)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.addWidget(self.box, 1)
        fill(self._row, self.copy, self.csv)
        self._column.addLayout(self._row)
        fill(self._column, self.answer, self.about, self.late)
        self.box.activated.connect(self._pick)
        self.say("", (), "")
        self.measure()

    def message(self) -> StaffMessage | None:
        """The message that is chosen."""
        chosen = self.box.currentData()
        found = self._room.find(StaffMessage, chosen) if chosen else None
        return None if found is None or found.gone else found

    def choose(self, message_id: str) -> None:
        """Choose a message by its id."""
        self._wanted = message_id
        self.show_messages()

    def show_messages(self) -> None:
        """Offer the messages that there are; what was chosen stays so, else the one sent last."""
        offered = [(each.id, message_words(self._room, each)) for each in self._ordered()]
        shown = [(self.box.itemData(n), self.box.itemText(n)) for n in range(self.box.count())]
        if offered != shown:
            self.box.clear()
            for message_id, words in offered:
                self.box.addItem(words, message_id)
        last = self._room.last_message()
        place = self.box.findData(self._wanted) if self._wanted else -1
        if place < 0 and last:
            place = self.box.findData(last.id)
        self.box.setCurrentIndex(max(place, 0) if offered else -1)
        set_tip(self.box, self.box.currentText())
        for each in (self.box, self.copy, self.csv):
            each.setEnabled(bool(offered))

    def say(self, answer: str, about: Sequence[str], late: str, *, good: bool = False) -> None:
        """Say the answer, how the message stands, and that it is late."""
        if answer and answer != self.answer.text() and self.answer.text():
            announce(self.box, answer)
        self.answer.setText(f"✓ {answer}" if good else answer)
        self.answer.set_token(Token.GOOD if good else Token.TEXT)
        self.about.setText(" · ".join(about))
        self.late.setText(f"▲ {late}" if late else "")
        for label in (self.answer, self.about, self.late):
            label.setVisible(bool(label.text()))

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2.5), space(3), space(2.5))
        self._column.setSpacing(space(1.5))
        self._row.setSpacing(space(2))

    def _ordered(self) -> list[StaffMessage]:
        return ordered_messages(self._room)

    def _pick(self) -> None:
        self._wanted = str(self.box.currentData() or "")
        self.chose.emit()
