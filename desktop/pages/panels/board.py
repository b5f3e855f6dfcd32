"""The task board in short, on the dashboard."""

from PySide6.QtWidgets import QWidget

from desktop.models.board import BoardModel
from desktop.pages.board_deeds import BoardDeeds
from desktop.pages.door import Door
from desktop.pages.panels.room_panel import RoomPanel
from desktop.warroom.choices import TaskStatus
from desktop.warroom.measures import open_tasks
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets.board_view import BoardView


class BoardPanel(RoomPanel):
    """Four columns of cards that can be moved here too; Enter opens a card on its page."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(_("Task board"), "tasks", room, parent)
        self.view = BoardView(self)
        self._model, self.deeds = BoardModel(room, self, roles=False), BoardDeeds(room, self)
        self.view.set_compact(True)
        self._deal()
        self.view.set_model(self._model)
        self.view.setAccessibleName(_("Task board"))
        self.view.set_empty(_("No task yet"), _("Log one with /task, or open the page and add it."))
        self.set_body(self.view)
        self._model.dealt.connect(self._deal)
        self.view.opened.connect(self._open_card)
        self.view.moved.connect(self._move)
        self.view.toggled.connect(self.deeds.toggle)
        self.deeds.did.connect(self.did)
        self.deeds.failed.connect(self.failed)
        self.view.count_asked.connect(self._open_column)

    def refresh(self) -> None:
        self._model.tick()

    def _deal(self) -> None:
        self.view.set_columns(self._model.columns())
        n = self._room.count(open_tasks())
        self.set_count(ngettext("{n} open", "{n} open", n).format(n=f"{n:,}"))

    def _open_card(self, card: str) -> None:
        self.door_asked.emit("tasks", self._room.get(Task, card))

    def _open_column(self, column: str) -> None:
        word = TaskStatus(column).shown if column in list(TaskStatus) else column
        door = Door(word, Selection(kind=Task, equal=(("status", (column,)),)))
        self.door_asked.emit("tasks", door)

    def _move(self, card: str, column: str, _lane: str, ahead_of: str) -> None:
        self.deeds.move(card, column, ahead_of)
