"""Versions of playbooks and their tasks as columns of tables."""

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks import PlanTask, said
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.room import WarRoom
from resources import _
from widgets.theme import Token

HOUR, DAY = 60, 24 * 60  # minutes


def version_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the list of versions."""

    def standing(version: PlaybookVersion, _now: Moment) -> Cell:
        if version.draft:
            return Cell(_("Draft"), Token.WARN)
        return Cell(_("In force"), Token.GOOD) if version.in_force else Cell(_("Replaced"))

    def approver(version: PlaybookVersion, _now: Moment) -> Cell:
        return Cell(version.approver if version.id else _("shipped with the program"), Token.MUTED)

    def review(version: PlaybookVersion, now: Moment) -> Cell:
        due = version.review_due
        if due is None:
            return Cell("")
        late = due.ms < now.ms and version.in_force
        return Cell(shown.day_and_time(due, room.here()), Token.BAD if late else Token.MUTED)

    return (
        Column("type", _("Crisis type"), lambda each, _now: Cell(word(each.type)), grows=True),
        Column("version", _("Version"), _number, figures=True),
        Column("in_force", _("State"), standing),
        Column("approver", _("Approved by"), approver),
        Column("review_due", _("Review due"), review),
        Column("tasks", _("Tasks"), _tasks, figures=True),
    )


def task_columns() -> tuple[Column, ...]:
    """The columns of the tasks of a version."""
    return (
        Column("id", _("Id"), lambda each, _now: Cell(each.id, Token.MUTED)),
        Column("offset", _("Due"), lambda each, _now: Cell(after_t0(each.offset)), figures=True),
        Column("critical", _("Critical"), _critical),
        Column("title", _("Task"), _title, grows=True),
        Column("owner", _("Role"), lambda each, _now: Cell(each.owner.shown)),
        Column("step", _("Step"), lambda each, _now: Cell(each.step.shown, Token.MUTED)),
        Column("done_when", _("Done when"), _done_when),
    )


def after_t0(minutes: int) -> str:
    """``T+45 min``, ``T+2 h``, ``T+3 d``: how long after T0."""
    if minutes >= DAY and minutes % DAY == 0:
        return _("T+{n} d").format(n=minutes // DAY)
    if minutes >= HOUR and minutes % (HOUR // 2) == 0:
        hours = minutes / HOUR
        return _("T+{n} h").format(n=f"{hours:g}")
    return _("T+{n} min").format(n=minutes)


def _number(version: PlaybookVersion, _now: Moment) -> Cell:
    return Cell(f"{version.version or 1}")


def _tasks(version: PlaybookVersion, _now: Moment) -> Cell:
    return Cell(f"{len(version.plan().tasks)}")


def _critical(task: PlanTask, _now: Moment) -> Cell:
    return Cell("▲", Token.WARN, told=_("Critical")) if task.critical else Cell("")


def _title(task: PlanTask, _now: Moment) -> Cell:
    return Cell(said(task.title), told=said(task.why or {}))


def _done_when(task: PlanTask, _now: Moment) -> Cell:
    text = said(task.done_when or {})
    return Cell(text, Token.MUTED, told=text)
