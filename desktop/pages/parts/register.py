"""A list of records of one kind with the panel beside it, made from the declaration of the kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.models.record_table import RecordTable
from desktop.pages.actions import Deed, act, act_by_letter, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.deeds import Deeds
from desktop.pages.doors import page_of
from desktop.pages.parts.part import Part
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.advice import Advice
from widgets.headed_table import HeadedTable
from widgets.plain import PlainButton


@dataclass(frozen=True, slots=True)
class Listed:
    """A list to be shown: the kind, the fields that are its columns, and what it begins with.

    ``empty`` is a title and a sentence that says how to add the first. ``given`` are values of a
    new record, ``narrowed`` asks fields for values, ``grows`` names the column that takes the room
    that is left. ``made`` makes a model with columns and an order of its own instead.
    """

    kind: type[Record]
    columns: tuple[str, ...]
    grows: str
    order: str
    empty: tuple[str, str]
    newest_first: bool = False
    narrowed: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    given: dict[str, Any] = field(default_factory=dict)
    made: Callable[[WarRoom, Selection[Any], QObject], OrderedTable] | None = None

    def model(self, room: WarRoom, parent: QObject) -> RecordTable | OrderedTable:
        """The model of the list."""
        if self.made:
            return self.made(room, self.selection(), parent)
        columns = declared_columns(room, self.kind, self.columns, self.grows)
        return RecordTable(room, columns, self.selection(), parent)

    def selection(self) -> Selection[Any]:
        """The records of the list in its order."""
        return Selection(
            kind=self.kind,
            equal=self.narrowed,
            order=self.order,
            newest_first=self.newest_first,
        )


class RecordList(HeadedTable):
    """A heading with a button for a new record, and the table of those that there are."""

    indent = 2
    model: RecordTable | OrderedTable

    def __init__(self, room: WarRoom, listed: Listed, title: str, parent: QWidget) -> None:
        model = listed.model(room, parent)
        super().__init__(title, f"plan-{listed.kind.kind_name}", model, parent)
        self.listed = listed
        self.new = PlainButton(_("New"), self)
        self.head.addWidget(self.new)
        self.table.set_empty(*listed.empty)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put further buttons before the one for a new record."""
        for button in buttons:
            self.head.insertWidget(self.head.count() - 1, button)

    def offer(self, *deeds: Deed, buttons: int | None = None) -> list[PlainButton]:
        """Give the table deeds by single keys; the first of them, or all, are buttons, too."""
        made = [PlainButton(words, self) for words, _key, _slot in deeds[:buttons]]
        for button, (_words, _key, slot) in zip(made, deeds):
            button.clicked.connect(slot)
        self.add_buttons(*made)
        act_by_letter(self.table, *deeds)
        return made

    def narrow(self, *narrowed: tuple[str, tuple[Any, ...]], **given: Any) -> None:
        """Show only records with these values; a new one begins with what is given."""
        self.listed = replace(self.listed, narrowed=narrowed, given=given)
        self.model.show(self.listed.selection())

    def chosen(self) -> list[Any]:
        """The records that are selected in the table."""
        return [self.model.record(row) for row in self.table.rows()]

    def show_record(self, record: Record) -> None:
        """Select a record's row."""
        row = self.model.row_of(record)
        if row >= 0:
            self.table.select(row)


class Register(Part):
    """One or several lists over each other with one panel beside them.

    ``advice`` says above the first list what is to be minded, ``top`` may show more. Of lists that
    hang together the first leads: ``linked`` names the field of the second that points to the
    record chosen in the first.
    """

    def __init__(
        self,
        room: WarRoom,
        lists: Sequence[tuple[str, Listed]],
        parent: QWidget,
        *,
        linked: str = "",
    ) -> None:
        super().__init__(parent)
        self._room, self._linked = room, linked
        self.deeds = Deeds(room, self)
        self._main = QWidget(self)
        self.advice = Advice(self._main)
        self.advice.say("")
        self.lists = [RecordList(room, listed, title, self._main) for title, listed in lists]
        self.beside = Beside(room, self._main, self.lists[0].table, self)
        self.beside.setObjectName(f"plan-beside-{self.lists[0].listed.kind.kind_name}")
        self._lay_out()
        self.setFocusProxy(self.lists[0])
        self.pass_on(self.deeds, self.beside)
        self.beside.told.connect(self.told)
        self.beside.panel.added.connect(self._choose_added)
        self.beside.asked.connect(self._go_to)
        for each in self.lists:
            self._connect(each)
        if self.lists[0].model.rowCount():
            self.lists[0].table.select(0)
        if linked:
            self.lists[0].table.selectionModel().selectionChanged.connect(self._follow_lead)
            self._follow_lead()
        room.on_change(self._follow)

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return any(each.listed.kind is kind for each in self.lists)

    def show_record(self, record: Record) -> None:
        found = next((each for each in self.lists if isinstance(record, each.listed.kind)), None)
        if found:
            found.show_record(record)
            self.beside.open([record])

    def selection(self) -> Selection[Any] | None:
        return self.lists[0].model.selection()

    def put_away(self) -> None:
        self.beside.put_away()

    def refresh(self) -> None:
        for each in self.lists:
            each.model.refresh()
        self.look_again()

    def ask_new(self, kind: type[Record] | None = None, /, **given: Any) -> None:
        """Ask for a new record of the first list, or of another of the lists."""
        wanted = kind or self.lists[0].listed.kind
        found = next(each for each in self.lists if each.listed.kind is wanted)
        self.beside.ask_new(wanted, **{**found.listed.given, **given})

    # for those that say more than a list does

    def top(self) -> QWidget | None:
        """What stands above the first list besides the advice; made once."""
        return None

    def look_again(self) -> None:
        """Say anew what stands above the lists; called after every change."""

    # inside

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.advice)
        if (top := self.top()) is not None:
            inside.addWidget(top)
        for place, each in enumerate(self.lists):
            inside.addWidget(each, 3 if place == 0 else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)

    def _connect(self, each: RecordList) -> None:
        each.new.clicked.connect(partial(self.ask_new, each.listed.kind))
        each.table.opened.connect(self._open)
        each.table.menu_asked.connect(self._menu)
        act(
            each.table,
            (_("Open and change"), "F2", self._open_chosen),
            (_("New"), "N", each.new.click),
            (_("Take back"), "Del", self._take_back),
        )

    def _of_keys(self) -> RecordList:
        """The list that has the keys, or had them last."""
        return next((each for each in self.lists if each.table.hasFocus()), self.lists[0])

    def _open(self, _index: QModelIndex) -> None:
        table = self.sender()
        chosen = next(each for each in self.lists if each.table is table).chosen()
        self.beside.open(chosen)

    def _choose_added(self, record_id: str) -> None:
        for each in self.lists:
            if made := self._room.find(each.listed.kind, record_id):
                each.show_record(made)

    def _go_to(self, record: Record) -> None:
        self.door_asked.emit(page_of(record), record)

    def _open_chosen(self) -> None:
        self.beside.open(self._of_keys().chosen())

    def _take_back(self) -> None:
        self.deeds.take_back(self._of_keys().chosen())

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self._of_keys().table.actions())
        menu.popup(at)

    def _follow_lead(self) -> None:
        chosen = self.lists[0].chosen()
        record = chosen[0].id if chosen else ""
        second = self.lists[1]
        second.narrow((self._linked, (record,)), **{self._linked: record})
        second.new.setEnabled(bool(record))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        self.look_again()
