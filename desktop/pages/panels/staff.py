"""Who among the employees knows what, and what they say and feel, on the dashboard."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.staff import group_rows
from desktop.models.staff_lines import StaffLine, staff_lines
from desktop.pages.door import Door
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.records import Delivery, Entry, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff import told
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Pulse
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from resources import _, ngettext
from widgets import theme
from widgets.group_bars import GroupBars
from widgets.voices import Voices

_GROUPS = (StaffGroup, StaffMessage, Delivery, Receipt, StaffMember)
_LINES = (*_GROUPS, Entry, StaffQuestion, Rumour, Pulse)
MOST = 4  # lines below the bars
LARGE = 1.5  # scale above which there is room for half of them


class StaffPanel(RoomPanel):
    """A bar for each group, what is missing first; below it what waits, moods, newest rumours."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self._lines: list[StaffLine] = []
        super().__init__(_("Employee communication"), "staff", room, parent)
        self.bars, self.voices = GroupBars(self), Voices(self)
        self.bars.setAccessibleName(_("Groups and who confirmed"))
        self.bars.set_empty(
            _("No group of employees yet"), _("Open the page and press N to add the first.")
        )
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.bars, 1)
        column.addLayout(_inset(self.voices))
        self.set_body(body, beyond=2)
        self.bars.opened.connect(self._open_group)
        self.voices.opened.connect(self._open_line)
        room.on_change(self._follow)
        self._show()

    def refresh(self) -> None:
        """Questions and confirmations become late by themselves."""
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._lines:
            self._show_lines()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in _LINES for change in changes):
            self._show()

    def _show(self) -> None:
        message = self._room.last_message()
        found = told(self._room, message)
        n = len(found)
        self.set_count(ngettext("{n} group", "{n} groups", n).format(n=n))
        self.set_note(message.title if message and found else "")
        self.bars.show_rows(group_rows(found))
        self._lines = staff_lines(self._room, message, found, MOST)
        self._show_lines()

    def _show_lines(self) -> None:
        """Show as many lines as there is room for at the size of the texts."""
        most = MOST if theme.scale() <= LARGE else MOST // 2
        self.voices.show_voices([line.voice for line in self._lines[:most]])

    def _open_group(self, group: str) -> None:
        self.door_asked.emit("staff", self._room.get(StaffGroup, group))

    def _open_line(self, name: str) -> None:
        opens = next(line.opens for line in self._lines if line.voice.id == name)
        if isinstance(opens, Entry):
            self.door_asked.emit("timeline", opens)
        elif isinstance(opens, Record):
            self.door_asked.emit("staff", opens)
        else:
            self.door_asked.emit("staff", Door("", Selection(kind=opens)))


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
    row.addWidget(widget)
    return row
