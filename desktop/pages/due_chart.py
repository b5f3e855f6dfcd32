"""Tasks done against tasks due, above the board; it counts only while it is shown."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.models.due_chart import due_heads, due_lines, due_name, due_rows, due_steps, due_words
from desktop.pages.door import Door
from desktop.warroom.due_done import DueDone
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.chart_frame import ChartFrame
from widgets.step_chart import NOTHING, StepChart


class DueChart(ChartFrame):
    """The frame of the chart; ``asked`` carries a key for ``door_of``."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        self._due = StepChart(_("Done against due"))
        super().__init__(self._due, parent)
        self._room, self._selection = room, Selection(kind=Task)
        self._steps: list[DueDone] = []
        self.set_empty(_("No task has a deadline"), _("Write one behind a task, such as !17:00."))
        self.hide()

    def show_tasks(self, selection: Selection[Task]) -> None:
        """Show these cards, or as soon as the chart is shown."""
        self._selection = selection
        self.refresh()

    def refresh(self) -> None:
        """Count anew, as time has gone on."""
        if self.isHidden():
            return
        self._steps = steps = due_steps(self._room, self._selection)
        self._due.show_lines(due_lines(self._room, steps) if steps else NOTHING)
        words = due_words(steps) if steps else _("Done against due")
        self.show_rows(words, due_words(steps), due_heads(), due_rows(self._room, steps))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def door_of(self, key: object) -> Door:
        """The cards behind a step: what was due until then, or done where nothing was due yet."""
        step = next(each for each in self._steps if (each.ms, each.done is None) == key)
        now = self._room.now().ms
        until = step.ms if step.ms == now and step.done is not None else step.ms + 1
        field = "due" if step.due else "done_at"
        form = _("Due by {time}") if step.due else _("Done by {time}")
        within = ((field, None, until),)
        label = form.format(time=due_name(self._room, step))
        return Door(label, Selection(kind=Task, within=within, filled=("due",)))
