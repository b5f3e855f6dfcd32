"""The task board as an item model: cards in the order of their columns, following each commit."""

from bisect import bisect_left
from collections.abc import Callable, Set
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.clips import Clips, touched
from desktop.models.task_card import Clockwork, task_card
from desktop.warroom.acts import Change
from desktop.warroom.choices import Choice, Phase, Role, TaskStatus
from desktop.warroom.records import Incident, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from resources.visible import visible
from widgets.card import Card, CardRole, Column, Lane, Place, PlaceRole

MANY = 50  # changes of one commit from which a fresh reading is cheaper than following each
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Key = tuple[bool, str, str]


class LanesBy(StrEnum):
    """What the lanes of the board stand for."""

    NOTHING = "nothing"
    PHASE = "phase"
    ROLE = "role"
    OWNER = "owner"


class BoardModel(QAbstractListModel):
    """Tasks of a room by rank, late ones first; ``PlaceRole`` and ``CardRole`` give them to show.

    ``dealt`` says that columns or lanes may be others than before.
    """

    dealt = Signal()

    def __init__(self, room: WarRoom, parent: QObject | None = None, *, roles: bool = True) -> None:
        """``roles`` says on the cards for whom in the team they are."""
        super().__init__(parent)
        self._room, self._clips, self._roles = room, Clips(room, self), roles
        self._selection: Selection[Task] = Selection(kind=Task)
        self._wanted: Callable[[Task], bool] | None = None
        self._lanes_by = LanesBy.NOTHING
        self._tasks: list[Task] = []
        self._keys: list[_Key] = []
        self._cards: dict[str, Card] = {}
        self._clockwork = self._read_clock()
        self._load()
        room.on_change(self._follow)

    # what is shown

    def show(
        self, selection: Selection[Task], wanted: Callable[[Task], bool] | None = None
    ) -> None:
        """Show another selection of tasks, of these only the ``wanted`` ones."""
        self._selection, self._wanted = selection, wanted
        self.reload()

    def reload(self) -> None:
        """Read everything afresh."""
        self.beginResetModel()
        self._clockwork = self._read_clock()
        self._load()
        self.endResetModel()
        self.dealt.emit()

    def tick(self) -> None:
        """Judge by the clock what is late now; cards that became late move to the top."""
        self._clockwork = self._read_clock()
        self._cards.clear()
        for task in [task for task, key in zip(self._tasks, self._keys) if key != self._key(task)]:
            self._put(task)
        if self._tasks:
            self.dataChanged.emit(self.index(0), self.index(len(self._tasks) - 1))

    def set_lanes_by(self, lanes_by: LanesBy) -> None:
        """Let the lanes stand for something else."""
        self._lanes_by = lanes_by
        self.reload()

    def lanes_by(self) -> LanesBy:
        """What the lanes stand for."""
        return self._lanes_by

    def task(self, task_id: str) -> Task | None:
        """The task of this id, if it is shown."""
        return next((task for task in self._tasks if task.id == task_id), None)

    def admits(self, task: Task) -> bool:
        """Whether a task belongs to what is shown."""
        return self._selection.admits(task) and (self._wanted is None or self._wanted(task))

    def columns(self) -> tuple[Column, ...]:
        """The columns: the four of the board, then those of statuses that another version wrote."""
        known = [_column(status) for status in TaskStatus]
        strange = sorted({str(task.status) for task in self._tasks} - set(TaskStatus))
        hint = _("status from another version")
        return (*known, *(Column(key, visible(key), hint, takes=False) for key in strange))

    def lanes(self) -> tuple[Lane, ...]:
        """The lanes: none, every phase, or the roles or people that have cards.

        Cards that nobody has come first, for they are what is to be handed out.
        """
        found = {self._lane(task) for task in self._tasks}
        match self._lanes_by:
            case LanesBy.PHASE:
                return _lanes(Phase, found | set(Phase), _("phase from another version"))
            case LanesBy.ROLE:
                nobody = (Lane("", _("No role yet")),) if "" in found else ()
                return (*nobody, *_lanes(Role, found - {""}, _("role from another version")))
            case LanesBy.OWNER:
                nobody = (Lane("", _("Nobody yet")),) if "" in found else ()
                return (*nobody, *(Lane(name, visible(name)) for name in sorted(found - {""})))
        return ()

    # Qt's questions

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        task = self._tasks[index.row()]
        if role == PlaceRole:
            late = task.due is not None and task.due.ms < self._clockwork.ms
            return Place(task.id, str(task.status), self._lane(task), late)
        if role == CardRole:
            return self._card(task)
        return task.title if role == Qt.ItemDataRole.DisplayRole else None

    def _card(self, task: Task) -> Card:
        found = self._cards.get(task.id)
        if found is None:
            told = self._roles and self._lanes_by is not LanesBy.ROLE  # whose lane says it
            found = self._clips.on_card(task_card(task, self._clockwork, role=told))
            self._cards[task.id] = found
        return found

    def _lane(self, task: Task) -> str:
        match self._lanes_by:
            case LanesBy.PHASE:
                return str(task.phase)
            case LanesBy.ROLE:
                return str(task.role)
            case LanesBy.OWNER:
                return task.owner
        return ""

    # following the room

    def _read_clock(self) -> Clockwork:
        return Clockwork(self._room.now().ms, self._room.here(), self._room.incident.t0)

    def _load(self) -> None:
        found = [task for task in self._room.records(self._selection) if self.admits(task)]
        self._tasks = sorted(found, key=self._key)
        self._keys = [self._key(task) for task in self._tasks]
        self._cards.clear()

    def _key(self, task: Task) -> _Key:
        return (not task.overdue(self._clockwork.ms), task.rank, task.id)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        ours = [change for change in changes if change.kind is Task]
        if len(ours) > MANY or any(change.kind is Incident for change in changes):
            self.reload()
            return
        mine = [after for change in ours if isinstance(after := change.after, Task)]
        for task in mine:
            self._follow_one(task)
        for row in (row for row in map(self._row, touched(changes)) if row is not None):
            self._cards.pop(self._tasks[row].id, None)
            self.dataChanged.emit(self.index(row), self.index(row))
        if mine:
            self.dealt.emit()

    def _follow_one(self, task: Task) -> None:
        self._cards.pop(task.id, None)
        row = self._row(task.id)
        if row is not None and self.admits(task):
            self._put(task)
        elif row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._tasks[row], self._keys[row]
            self.endRemoveRows()
        elif self.admits(task):
            to = bisect_left(self._keys, self._key(task))
            self.beginInsertRows(QModelIndex(), to, to)
            self._insert(to, task)
            self.endInsertRows()

    def _put(self, task: Task) -> None:
        """Put a task that is shown where it stands now."""
        row, key = self._row(task.id), self._key(task)
        assert row is not None
        others = self._keys[:row] + self._keys[row + 1 :]
        to = bisect_left(others, key)
        if to != row:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + (to > row))
        del self._tasks[row], self._keys[row]
        self._insert(to, task)
        if to != row:
            self.endMoveRows()
        self.dataChanged.emit(self.index(to), self.index(to))

    def _insert(self, row: int, task: Task) -> None:
        self._tasks.insert(row, task)
        self._keys.insert(row, self._key(task))

    def _row(self, task_id: str) -> int | None:
        return next((row for row, task in enumerate(self._tasks) if task.id == task_id), None)


def _column(status: TaskStatus) -> Column:
    return Column(status.value, status.shown, settled=status is TaskStatus.DONE)


def _lanes(choices: type[Choice], found: Set[str], hint: str) -> tuple[Lane, ...]:
    """The lanes of some keys in the order of the method, then those it does not know."""
    strange = sorted(found - set(choices))
    return (
        *(Lane(choice.value, choice.shown) for choice in choices if choice in found),
        *(Lane(key, visible(key), hint, takes=False) for key in strange),
    )
