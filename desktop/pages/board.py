"""The task page: a line that adds cards, a filter, the board, and the card open beside it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.board import BoardModel, LanesBy
from desktop.models.task_chips import task_chips
from desktop.pages.actions import act, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.board_deeds import BoardDeeds
from desktop.pages.chart_saving import ChartSaving
from desktop.pages.due_chart import DueChart
from desktop.pages.filtered import FilteredPage
from desktop.pages.row_drop import RowDrop
from desktop.warroom.acts import Change
from desktop.warroom.choices import Phase, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.playbooks.ending import public_before_staff
from desktop.warroom.records import Record, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets.advice import Advice
from widgets.announce import announce
from widgets.board_view import BoardView
from widgets.chart_frame import toggle
from widgets.filter_bar import FilterBar, FilterMenu
from widgets.log_field import ChipText
from widgets.one_of import OneOf
from widgets.quick_line import QuickLine
from widgets.seam import Seam

OPEN, OVERDUE, BLOCKED = "open", "overdue", "blocked"
STATE = "state"


class BoardPage(FilteredPage):
    """Shows the tasks of a room; every deed on a card is one act and one undo."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._model, self.deeds = BoardModel(room, self), BoardDeeds(room, self)
        self.quick = QuickLine(_("New task"), _("New task   @name !17:00"), self)
        self.bar = FilterBar(_menus(), self, ordered=False)
        self.lanes = OneOf(_("Lanes"), _lanes_offered(), self)
        self.view, self.order = BoardView(self), Advice(self)
        self.chart, self._split = DueChart(room, self), Seam(Qt.Orientation.Vertical, self)
        self.saving = ChartSaving(room, self.chart, self)
        self.charted = toggle(_("Chart"), self)
        self.beside = Beside(room, self._split, self.view, self)
        self._lay_out()
        self._connect()
        self._act()
        self.view.set_mark(_("Overdue"))
        self.view.setAccessibleName(_("Task board"))
        self.view.set_model(self._model)
        self.setFocusProxy(self.view)
        self._deal()
        self._offer()
        room.on_change(self._follow)

    def show_record(self, record: Record) -> None:
        """Bring a card into sight and open it."""
        self.show_card(record.id)
        self.beside.open([record])

    def show_card(self, card: str) -> bool:
        """Bring a card into sight; False when the filter hides it."""
        if self.view.has(card):
            self.view.select(card)
        return self.view.has(card)

    def refresh(self) -> None:
        """Judge anew what is late."""
        if OVERDUE in self.bar.filter().of(STATE):
            self._model.reload()
        else:
            self._model.tick()
        self.chart.refresh()

    # building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.quick)
        column.addWidget(self.bar)
        column.addWidget(self.order)
        column.addWidget(self.beside, 1)
        self.quick.add_trailing(self.charted)
        self.quick.add_trailing(self.lanes)
        self._split.addWidget(self.chart)
        self._split.addWidget(self.view)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.setObjectName("tasks-chart")
        self.beside.setObjectName("tasks")

    def _connect(self) -> None:
        self.quick.submitted.connect(self._add)
        self.quick.edited.connect(self._read)
        self.quick.undo_asked.connect(self.undo_asked)
        self.bar.changed.connect(self._narrow)
        self.lanes.changed.connect(self._lay_lanes)
        self._model.dealt.connect(self._deal)
        self.view.opened.connect(self._open)
        self.view.moved.connect(self._move)
        self.view.toggled.connect(self.deeds.toggle)
        self.view.ticked.connect(self.deeds.tick)
        self.view.answered.connect(self._answer)
        self.view.menu_asked.connect(self._menu)
        for part in (self.quick, self.bar):
            part.left.connect(self.view.setFocus)
        self.charted.toggled.connect(self._turn_chart)
        self.chart.asked.connect(self._open_step)
        self.saving.told.connect(self.told)
        self.saving.failed.connect(self.failed)
        drop = RowDrop(self._room, self.view, self._at, self._current, self)
        self.pass_on(self.deeds, self.beside, drop)
        self.beside.told.connect(self.told)

    def _act(self) -> None:
        """The deeds on the current card; keys that the board itself reads are only named."""
        act(
            self.view,
            (_("Open and change") + "\tEnter", "", self.open_current),
            (_("Done, or not yet") + "\tSpace", "", self._toggle_current),
            (_("Blocked: what it waits for"), "B", self.ask_what_blocks),
            (_("Checklist") + "\tC", "", self._unfold_current),
            (_("Entry that it came from"), "E", self.open_entry),
            (_("Lanes by something else"), "L", self.next_lanes),
            (_("Fold or unfold the lane"), "F", self.view.fold_current),
            (_("Chart of done against due"), "G", self.charted.toggle),
            (_("New task"), "N", self.quick.setFocus),
            (_("Take back"), "Del", self._take_back_current),
        )

    def told_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that the board itself reads and no menu names, as (words, keys)."""
        return ((_("Move the card"), "Ctrl+↑ ↓ ← →"),)

    def _menu(self, _card: str, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.view.actions())
        menu.addSeparator()
        for status in TaskStatus:
            if status is not TaskStatus.BLOCKED:
                words = _("Move to {column}").format(column=status.shown)
                menu.addAction(words).setData(status)
        menu.triggered.connect(self._chose)
        menu.popup(at)

    def _at(self, point: QPoint) -> Task | None:
        """The card at a point of the board, which becomes the current one."""
        boxes = ((card.id, self.view.box_of(card.id)) for card in self.view.visible_cards())
        found = next((card for card, box in boxes if box and box.contains(point)), "")
        self.view.select(found)
        return self._current()

    def _current(self) -> Task | None:
        return self._model.task(self.view.current_id())

    # deeds on the current card

    def open_current(self) -> None:
        """Open the current card beside the board."""
        self._open(self.view.current_id())

    def ask_what_blocks(self) -> None:
        """Ask in the place of the current card what it waits for, and block it with the answer."""
        if card := self.view.current_id():
            self.view.ask(card, _("What does it wait for?"), self._room.get(Task, card).blocked_by)

    def open_entry(self) -> None:
        """Open the line of the log that made the current card, or say that there is none."""
        card = self.view.current_id()
        entry = self.deeds.entry_of(card) if card else None
        if entry is not None and not entry.gone:
            self.door_asked.emit("timeline", entry)
        elif card:
            gone, none = _("Its entry was taken back."), _("No line of the log made this card.")
            self.told.emit(gone if entry else none)

    def _toggle_current(self) -> None:
        if card := self.view.current_id():
            self.deeds.toggle(card)

    def _unfold_current(self) -> None:
        if card := self.view.current_id():
            self.view.unfold(card)

    def _take_back_current(self) -> None:
        if card := self.view.current_id():
            self.deeds.take_off(card)

    def _chose(self, action: QAction) -> None:
        if isinstance(action.data(), str) and action.data() in list(TaskStatus):
            self.deeds.move(self.view.current_id(), action.data())

    def _open(self, card: str) -> None:
        if card:
            self.beside.open([self._room.get(Task, card)])

    def _move(self, card: str, column: str, lane: str, ahead_of: str) -> None:
        self.deeds.move(card, column, ahead_of, lane, self._model.lanes_by())

    def _answer(self, card: str, waits_for: str) -> None:
        if self.deeds.block(card, waits_for):
            self.view.put_away_question()

    # the line

    def _add(self, line: str) -> None:
        try:
            task = self.deeds.add(line)
        except RuleBroken as fault:
            self.quick.refuse(str(fault))
            return
        if task is None:
            return
        self.quick.accepted()
        seen = self.show_card(task.id)
        self.did.emit(_("The task was added.") if seen else _("Added; the filter hides it."))

    def _read(self, line: str) -> None:
        """Show what was understood of the line."""
        chips: tuple[ChipText, ...] = ()
        if line.strip():
            chips = tuple(task_chips(self.deeds.read(line)))
        self.quick.show_chips(chips)

    # what is shown

    def _selection(self) -> Selection[Task]:
        return self._through_door(self._filtered())

    def _filtered(self) -> Selection[Task]:
        """What the filter leaves, whatever door the page was entered by."""
        wanted = self.bar.filter()
        equal = tuple((n, wanted.of(n)) for n in ("phase", "owner") if wanted.of(n))
        return Selection(kind=Task, equal=equal, words=wanted.text)

    def _turn_chart(self, shown: bool) -> None:
        self.chart.setVisible(shown)
        if shown:
            self.chart.chart.setFocus()
        else:
            self.view.setFocus()

    def _open_step(self, key: object) -> None:
        self.narrow(self.chart.door_of(key))

    def _narrow(self) -> None:
        states = frozenset(self.bar.filter().of(STATE))
        wanted = partial(self._stands, states) if states else None
        self._model.show(self._selection(), wanted)
        self._tell()

    def _stands(self, states: frozenset[str], task: Task) -> bool:
        """Whether a task is in one of these states now."""
        return (
            (OPEN in states and task.status != TaskStatus.DONE)
            or (OVERDUE in states and task.overdue(self._room.now().ms))
            or (BLOCKED in states and task.status == TaskStatus.BLOCKED)
        )

    def next_lanes(self) -> None:
        """Let the lanes stand for what comes next in their menu."""
        self.lanes.choose_next()
        announce(self.view, self.lanes.accessibleName())

    def look(self) -> str:
        return self.lanes.chosen()

    def take_look(self, look: str) -> None:
        if look in list(LanesBy):
            self.lanes.choose(look)
            self._lay_lanes(look)

    def _lay_lanes(self, by: str) -> None:
        self.view.unfold_lanes()
        self._model.set_lanes_by(LanesBy(by))

    def _deal(self) -> None:
        self.view.set_columns(self._model.columns())
        self.view.set_lanes(self._model.lanes())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Task for change in changes):
            self._offer()

    def _say_order(self) -> None:
        """Say when employees are due to hear after the public."""
        said = public_before_staff(self._room)
        self.order.say("", [said] if said else [])

    def _offer(self) -> None:
        self._say_order()
        everything: Selection[Task] = Selection(kind=Task)
        phases = [*Phase, *sorted(set(self._room.tally(everything, "phase")) - set(Phase))]
        owners = sorted(self._room.tally(everything, "owner"))
        self.bar.offer("phase", [(str(phase), word(phase)) for phase in phases])
        self.bar.offer("owner", [(name, name or _("Nobody yet")) for name in owners])
        states = ((OPEN, _("Still open")), (OVERDUE, _("Overdue")), (BLOCKED, _("Blocked")))
        self.bar.offer(STATE, states)
        self._tell()

    def _tell(self) -> None:
        self.chart.show_tasks(self._filtered())
        total = self._room.count(Selection(kind=Task))
        everything = ngettext("{n} task", "{n} tasks", total).format(n=f"{total:,}")
        self.bar.show_count(self._model.rowCount(), total, everything)
        self._say_empty(
            self.view,
            _("Clear the filter to see the whole board."),
            _("No task yet"),
            _("Type what is to be done in the line above and press Enter."),
        )


def _menus() -> tuple[FilterMenu, ...]:
    return (
        FilterMenu("phase", _("All phases"), _("Phases")),
        FilterMenu("owner", _("Everyone"), _("Owners")),
        FilterMenu(STATE, _("Still open and done"), _("Cards")),
    )


def _lanes_offered() -> tuple[tuple[str, str], ...]:
    return (
        (LanesBy.NOTHING, _("none")),
        (LanesBy.PHASE, _("by phase")),
        (LanesBy.ROLE, _("by role")),
        (LanesBy.OWNER, _("by owner")),
    )
