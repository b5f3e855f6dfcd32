"""Who among the employees knows what, and what they say, on the dashboard."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.staff import group_rows
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.records import Delivery, Entry, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import entries_of
from desktop.warroom.staff import told
from resources import _, ngettext
from widgets import theme
from widgets.group_bars import GroupBars
from widgets.voices import Voice, Voices

RUMOURS = 2  # that the panel has room for
_MINE = (StaffGroup, StaffMessage, Delivery)


class StaffPanel(RoomPanel):
    """A bar for each group, what is missing first, and the newest rumours below."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
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
        self.voices.opened.connect(self._open_rumour)
        room.on_change(self._follow)
        self._show_groups()
        self._show_rumours()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in _MINE for change in changes):
            self._show_groups()
        if any(change.kind is Entry for change in changes):
            self._show_rumours()

    def _show_groups(self) -> None:
        message = self._room.last_message()
        found = told(self._room, message)
        n = len(found)
        self.set_count(ngettext("{n} group", "{n} groups", n).format(n=n))
        self.set_note(message.title if message and found else "")
        self.bars.show_rows(group_rows(found))

    def _show_rumours(self) -> None:
        wanted = entries_of(EntryKind.RUMOUR, newest_first=True)
        rumours = self._room.records(wanted, RUMOURS)
        self.voices.show_voices([self._voice(rumour) for rumour in rumours])

    def _voice(self, rumour: Entry) -> Voice:
        at = rumour.happened_at
        time = shown.when(at, self._room.here()) if at else ""
        open_ = rumour.certainty == Certainty.UNCONFIRMED
        verdict = "" if open_ else word(rumour.certainty).lower()
        note = shown.listed((time, verdict))
        return Voice(rumour.id, EntryKind.RUMOUR.shown, rumour.text, note)

    def _open_group(self, group: str) -> None:
        self.door_asked.emit("staff", self._room.get(StaffGroup, group))

    def _open_rumour(self, entry: str) -> None:
        self.door_asked.emit("timeline", self._room.get(Entry, entry))


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
    row.addWidget(widget)
    return row
