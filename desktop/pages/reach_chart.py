"""How far the chosen message had come over time, below the list of messages."""

from PySide6.QtWidgets import QWidget

from desktop.models.reach_chart import reach_heads, reach_lines, reach_of, reach_rows, read_of
from desktop.models.staff import summed
from desktop.warroom import shown
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import MessageTold
from resources import _
from widgets.chart_frame import ChartFrame
from widgets.step_chart import NOTHING, StepChart


class ReachChart(ChartFrame):
    """The frame of a reach chart; ``asked`` carries the id of a report."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        self._reach = StepChart(_("Reach over time"))
        super().__init__(self._reach, parent)
        self._room = room

    def show_told(self, told: MessageTold) -> None:
        """Show a message; nothing is shown where there is none."""
        self.setVisible(told.message is not None)
        steps, read = reach_of(self._room, told), read_of(self._room, told)
        self._reach.show_lines(reach_lines(self._room, told, steps, read) or NOTHING)
        self._say_empty(told, some=bool(steps))
        name = told.message.title if told.message else ""
        essence = shown.labelled(name, summed(told, self._room.here())) if steps or read else ""
        heads, rows = reach_heads(some=bool(read)), reach_rows(self._room, steps, read)
        self.show_rows(_("Reach over time"), essence, heads, rows)

    def _say_empty(self, told: MessageTold, *, some: bool) -> None:
        if some:
            self.set_empty(_("No report says when it came"), _("Open one and give it its time."))
        elif told.message and told.message.sent_at is None:
            self.set_empty(_("No report yet"), _("The message has not been sent."))
        else:
            self.set_empty(_("No report yet"), _("The first report begins the line."))
