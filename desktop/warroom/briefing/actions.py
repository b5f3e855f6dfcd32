"""Actions in a briefing: tasks with their owners, and what each waits for."""

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from resources import _


def tasks(material: Material) -> Plain:
    """Every card, by column and by when it is due."""
    order: list[str] = list(TaskStatus)
    cards = sorted(
        material.tasks,
        key=lambda t: (order.index(t.status) if t.status in order else 9, t.due.ms if t.due else 0),
    )
    rows = [
        [
            _("Done, unevidenced") if task.unevidenced else word(task.status),
            task.title,
            task.owner,
            _due(task, material.as_of),
            task.blocked_by if task.status == TaskStatus.BLOCKED else "",
        ]
        for task in cards
    ]
    head = [_("Status"), _("Task"), _("Owner"), _("Due"), _("Waits for")]
    return table(_("Tasks"), head, ["auto", "3fr", "1fr", "auto", "1.5fr"], rows)


def _due(task: Task, as_of: Moment) -> str:
    due = said(task.due)
    return shown.aside(due, _("overdue")) if task.overdue(as_of.ms) else due
