"""The mood of groups, never of people: pulses, how they changed, and what worries whom."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.staff_mood import mood_columns, pulse_table
from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.records import StaffGroup
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_mood import concerns, moods
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Pulse
from resources import _, ngettext
from resources.visible import visible
from widgets import theme
from widgets.chip import Chip
from widgets.flow import Flow
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.table_view import TableView
from widgets.theme import Token

MOST = 9  # rows of groups in sight at once
KINDS = (Pulse, StaffGroup, StaffMember)


class MoodPart(Register):
    """Each group's last pulse above, the pulses as they were taken below."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, [(_("Pulses"), _pulses())], parent)
        self.groups.table.opened.connect(self._open_group)
        act(self.groups.table, (_("New"), "N", self.lists[0].new.click))
        self.setFocusProxy(self.groups.table)
        self.look_again()

    # what the page asks

    def top(self) -> QWidget:
        self.groups = _Groups(self._room, self._main)
        return self.groups

    def look_again(self) -> None:
        self.advice.say(
            _(
                "By group only, by design: nobody’s own mood is kept, and of fewer than five "
                "answers nothing is shown."
            )
        )
        self.groups.look_again()

    # inside

    def _open_group(self, index: QModelIndex) -> None:
        """Open the last pulse of a group."""
        mood = self.groups.model.thing(index.row())
        pulses = [each for each in self._room.all(Pulse) if each.group == mood.group.id]
        last = max(pulses, key=lambda each: each.at.ms if each.at else 0)
        self.lists[0].show_record(last)
        self.beside.open([last])

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in KINDS for change in changes):
            self.look_again()


class _Groups(Ground):
    """A row for each group that was asked, and the concerns as chips."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        bold = QFont.Weight.DemiBold
        self.title = PlainLabel(_("Mood by group"), self, size="title", weight=bold)
        self.tags = QWidget(self)
        self._flow = Flow(self.tags)
        self.table, self.model = TableView(self), ListedThings(room, mood_columns(room), self)
        self.table.set_model(self.model)
        self.table.setAccessibleName(self.title.text())
        self.table.setObjectName("staff-mood-table")
        self.table.set_empty(
            _("No pulse yet"), _("N notes the answers of a group to one question.")
        )
        self._column = QVBoxLayout(self)
        self._head = QVBoxLayout()
        for each in (self.title, self.tags):
            self._head.addWidget(each)
        self._column.addLayout(self._head)
        self._column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.measure()

    def look_again(self) -> None:
        """Show the moods as they are."""
        row = next(iter(self.table.rows()), 0)
        found = moods(self._room)
        self.model.show(found)
        if found:
            self.table.select(min(row, len(found) - 1))
        self._show_tags()
        self.measure()

    def words(self) -> list[str]:
        """The concerns that are shown."""
        chips = self.tags.findChildren(Chip)
        return [chip.text() for chip in chips if not chip.isHidden()]

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(2), space(2), space(3), 0)
        for layout in (self._head, self._column):
            layout.setSpacing(space(1.5))
        self._column.setContentsMargins(0, 0, 0, 0)
        rows = min(max(self.model.rowCount(), 2) + 1, MOST)
        self.table.setFixedHeight(rows * theme.length("row") + theme.space(1))

    def _show_tags(self) -> None:
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for word, n in concerns(self._room).items():
            count = ngettext("{n} group", "{n} groups", n).format(n=n)
            said = shown.aside(visible(word), count)
            self._flow.addWidget(Chip(said, Token.WARN if n > 1 else Token.MUTED, "", self.tags))
        self.tags.setVisible(self._flow.count() > 0)


def _pulses() -> Listed:
    return Listed(
        Pulse,
        (),
        "group",
        "at",
        (_("No pulse yet"), _("N notes the answers of a group to one question.")),
        newest_first=True,
        made=pulse_table,
    )
