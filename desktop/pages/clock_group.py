"""A group of clocks: a heading with its buttons, and the table of its lines."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.clock_columns import clock_columns
from desktop.models.listed import ListedThings
from desktop.pages.actions import Deed, act_by_letter
from desktop.warroom.method.clock_lines import Group, Line
from desktop.warroom.room import WarRoom
from widgets import theme
from widgets.ground import fill
from widgets.headed_table import HeadedTable
from widgets.plain import PlainButton

LEAST = 4  # rows that are in sight, the headings among them


class ClockGroup(HeadedTable):
    """Shows the lines of one group; each deed is a button, a key and a line of the menu.

    ``came`` says that the deeds to come are about this group.
    """

    came = Signal()
    model: ListedThings

    def __init__(
        self, room: WarRoom, group: Group, title: str, deeds: Sequence[Deed], parent: QWidget
    ) -> None:
        model = ListedThings(room, clock_columns(room, group), parent)
        super().__init__(title, f"clocks-{group.name.lower()}", model, parent)
        self.group = group
        self.buttons = [PlainButton(words, self) for words, _key, _slot in deeds]
        fill(self.head, *self.buttons)
        for button, (_words, _key, slot) in zip(self.buttons, deeds):
            button.clicked.connect(self.came)
            button.clicked.connect(slot)
        self.table.installEventFilter(self)
        act_by_letter(self.table, *deeds)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the row that was chosen stays so where it is still there."""
        held = self.chosen()
        keys = [key_of(each) for each in lines]
        self.model.show(lines)
        for button in self.buttons:
            button.setEnabled(bool(lines) or self.group is Group.RUNNING)
        if lines:
            self.table.select(keys.index(key_of(held)) if held and key_of(held) in keys else 0)

    def chosen(self) -> Line | None:
        """The line that is chosen."""
        row = self.row()
        return None if row is None else self.model.thing(row)

    def show_record(self, record_id: str) -> bool:
        """Choose the line of a record; whether it stands here."""
        for row in range(self.model.rowCount()):
            record = self.model.thing(row).record
            if record is not None and record.id == record_id:
                self.table.select(row)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.came.emit()
        return super().eventFilter(watched, event)

    def measure(self) -> None:
        super().measure()
        self.table.setMinimumHeight(theme.length("row") * LEAST)


def key_of(line: Line) -> tuple[str, str]:
    """What makes two lines the same when the list is made anew."""
    known = line.template.id if line.template else str(line.what)
    return known, line.record.id if line.record else ""
