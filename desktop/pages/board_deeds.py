"""What people do with cards, on the task page and on the dashboard."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop.models.board import LanesBy
from desktop.pages.deeds import Deeds
from desktop.warroom import capture, shown
from desktop.warroom.choices import Phase, Role, TaskStatus
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown import short
from resources import _
from resources.visible import visible

QUICK = "{time} /task {line}"  # time and kind are said, so that those of the line stay in its title


class BoardDeeds(Deeds):
    """Deeds on cards, which are named by their ids."""

    def __init__(self, room: WarRoom, parent: QObject) -> None:
        super().__init__(room, parent)
        self._tried = ("", "")  # the line whose writing failed, and the id of its card

    def read(self, line: str) -> capture.Reading:
        """How a line that adds a card is read now: all of it is title but people and deadline."""
        time = f"{self._room.here():%H:%M}"
        return self._room.reading(QUICK.format(time=time, line=line))

    def add(self, line: str) -> Task | None:
        """Add a card at the end of To do; None when the disk failed.

        A second try of the same line uses the same id, so that the card cannot be doubled.
        Raises RuleBroken when the line says nothing that is to be done.
        """
        reading = self.read(line)
        if reading.refused or not reading.text.strip():
            raise RuleBroken(_("Say what is to be done."))
        if line != self._tried[0]:
            self._tried = (line, new_id(self._room.now().ms))
        task = replace(capture.card_of(reading, self._room), id=self._tried[1])
        if not self.attempt(partial(self._room.add, task), ""):
            return None
        self._tried = ("", "")
        return self._room.get(Task, task.id)

    def move(
        self,
        card: str,
        column: str,
        ahead_of: str = "",
        lane: str = "",
        lanes_by: LanesBy = LanesBy.NOTHING,
    ) -> None:
        """Put a card into a column ahead of another, and into a lane where there are any."""
        task, status = self._room.get(Task, card), TaskStatus(column)
        values = _of_lane(task, lane, lanes_by)
        ahead = self._room.get(Task, ahead_of) if ahead_of else None
        deed = partial(self._room.place, task, status=status, ahead_of=ahead, **values)
        told = shown.sentences((_told_move(task, status, values), self._warned(task, status)))
        self.attempt(deed, told)

    def _warned(self, task: Task, status: TaskStatus) -> str:
        """What a closing report that becomes done leaves open."""
        if status is not TaskStatus.DONE or task.status == status or not task.plan_id:
            return ""
        from desktop.warroom.playbooks.ending import closing_warning  # at no start

        return closing_warning(self._room, task)

    def toggle(self, card: str) -> None:
        """Put a card at the top of Done, or back at the end of To do."""
        if self._room.get(Task, card).status == TaskStatus.DONE:
            self.move(card, TaskStatus.TODO)
            return
        done = Selection(kind=Task, equal=(("status", (TaskStatus.DONE,)),), order="rank")
        first = next(iter(self._room.records(done, 1)), None)
        self.move(card, TaskStatus.DONE, first.id if first else "")

    def block(self, card: str, waits_for: str) -> bool:
        """Put a card into Blocked with what it waits for; False when that was not saved."""
        task, said = self._room.get(Task, card), waits_for.strip()
        if task.status != TaskStatus.BLOCKED:
            place = partial(self._room.place, task, status=TaskStatus.BLOCKED, blocked_by=said)
            return self.attempt(place, _told_place(task, TaskStatus.BLOCKED))
        if task.blocked_by == said:
            return True
        return self.change([task], _("Changed."), blocked_by=said)

    def tick(self, card: str, line: int) -> None:
        """Tick a line of a checklist, or take the tick away."""
        task = self._room.get(Task, card)
        self.change([task], _("The checklist was changed."), checklist=task.ticked(line))

    def entry_of(self, card: str) -> Entry | None:
        """The line of the log that made a card, taken back or not; None when none did."""
        made_by = self._room.get(Task, card).entry
        return self._room.find(Entry, made_by) if made_by else None

    def take_off(self, card: str) -> None:
        """Take a card off the board; Undo brings it back."""
        self.take_back([self._room.get(Task, card)])


def _of_lane(task: Task, lane: str, lanes_by: LanesBy) -> dict[str, Any]:
    """What changes of a card when it is put into a lane."""
    match lanes_by:
        case LanesBy.PHASE if lane != str(task.phase):
            return {"phase": Phase(lane)}
        case LanesBy.ROLE if lane != str(task.role):
            return {"role": Role(lane) if lane else ""}
        case LanesBy.OWNER if lane != task.owner:
            return {"owner": lane}
    return {}


def _told_move(task: Task, status: TaskStatus, values: dict[str, Any]) -> str:
    """That a card was moved into another column, another lane, or both."""
    lane = _told_lane(values)
    if status == task.status:
        return lane or _("The order was changed.")
    if status is TaskStatus.BLOCKED and not task.blocked_by:
        return _("Moved to Blocked. Say on the card what it waits for.")
    return " · ".join(filter(None, (_told_place(task, status), lane)))


def _told_lane(values: dict[str, Any]) -> str:
    """What a lane made of a card; empty where it stayed in its own."""
    if "phase" in values:
        return _("Moved to phase {phase}.").format(phase=values["phase"].shown)
    if "role" in values:
        role = values["role"]
        return _("Role: {role}").format(role=role.shown if role else _("none yet"))
    if "owner" in values:
        return _("Owner: {name}").format(name=visible(values["owner"]) or _("nobody yet"))
    return ""


def _told_place(task: Task, status: TaskStatus) -> str:
    """Where a card is now, and how much of its checklist is open though it is done."""
    name, total = short(task.title), len(task.checklist)
    n = sum(not (isinstance(item, dict) and item.get("done", False)) for item in task.checklist)
    if status is TaskStatus.DONE and n:
        said = _("Done with {n} of {total} checks open: {task}")
        return said.format(n=n, total=total, task=name)
    return _("Moved to {column}: {task}").format(column=status.shown, task=name)
