"""The four phases with their steps: what is done, what is open, and going on to the next."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.step_rows import open_columns, step_label, step_name, step_rows
from desktop.pages.deeds import Deeds
from desktop.pages.door import Door
from desktop.pages.parts.part import Part
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import Phase
from desktop.warroom.choices import shown as word
from desktop.warroom.method.steps import StepState, next_phase, step_states
from desktop.warroom.records import Incident, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.score_rows import ScoreRows
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.theme import Token


class PhasesPart(Part):
    """A step is chosen at the left, its open cards stand at the right."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self._states: dict[str, StepState] = {}
        self._chosen = ""
        self.top = _Top(self)
        self.steps = ScoreRows(_("Phases"), self, choosing=True)
        self.open = _Open(room, self)
        self._lay_out()
        self.pass_on(self.deeds)
        self.top.on.clicked.connect(self.go_on)
        self.top.back.clicked.connect(self.go_back)
        self.steps.opened.connect(self.show_step)
        self.open.board.clicked.connect(self.open_board)
        self.open.table.opened.connect(self._open_card)
        self.refresh()
        self.show_step(self._first())
        self.setFocusProxy(self.steps)
        room.on_change(self._follow)

    def mark(self) -> tuple[str, Token]:
        late = sum(state.overdue for state in self._states.values())
        return (f"▲ {late}", Token.BAD) if late else ("", Token.MUTED)

    def refresh(self) -> None:
        room = self._room
        states = step_states(room.all(Task), room.now().ms)
        self._states = {step_name(state): state for state in states}
        self.steps.show_rows(step_rows(states, room.incident.phase))
        self.top.show_phase(room)
        self.show_step(self._chosen)

    def show_step(self, name: str) -> None:
        """Show what is open in a step, or in a phase without a step."""
        state = self._states.get(name) or self._states[self._first()]
        self._chosen = step_name(state)
        self.steps.choose(self._chosen)
        self.open.show_state(state)

    def open_board(self) -> None:
        """Open the board with the cards of the chosen step."""
        state = self._states[self._chosen]
        if state.step:
            equal: tuple[tuple[str, tuple[object, ...]], ...] = (("step", (state.step,)),)
        else:
            equal = (("phase", (state.phase,)), ("step", ("",)))
        door = Door(step_label(state), Selection(kind=Task, equal=equal))
        self.door_asked.emit("tasks", door)

    def go_on(self) -> None:
        """Go on to the next phase."""
        if phase := next_phase(self._room.incident.phase):
            self._move(phase, "")

    def go_back(self) -> None:
        """Go back a phase, for a reason that is asked for."""
        if phase := _before(self._room.incident.phase):
            title = _("Back to {phase}").format(phase=phase.shown)
            why, sure = QInputDialog.getText(self, title, _("Why does it go back?"))
            if sure:
                self._move(phase, why)

    # inside

    def _move(self, phase: Phase, why: str) -> None:
        said = _("The incident is now in phase {phase}.").format(phase=phase.shown)
        self.deeds.attempt(partial(self._room.move_phase, phase, why), said)

    def _first(self) -> str:
        """The first step of the present phase that has open cards, or that it has at all."""
        of_phase = [s for s in self._states.values() if s.phase == self._room.incident.phase]
        found = next((s for s in of_phase if s.open), of_phase[0] if of_phase else None)
        return step_name(found) if found else next(iter(self._states))

    def _open_card(self, index: QModelIndex) -> None:
        self.door_asked.emit("tasks", self.open.list.thing(index.row()))

    def _lay_out(self) -> None:
        seam = Seam(Qt.Orientation.Horizontal, self)
        seam.setObjectName("plan-phases")
        seam.addWidget(self.steps)
        seam.addWidget(self.open)
        seam.setStretchFactor(0, 1)
        seam.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(seam, 1)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in (Task, Incident) for change in changes):
            self.refresh()


def _before(phase: Phase | str) -> Phase | None:
    order = list(Phase)
    at = order.index(Phase(phase)) if phase in order else 0
    return order[at - 1] if at else None


class _Top(Ground):
    """The present phase, since when, and the buttons that leave it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.phase = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold)
        self.since = PlainLabel("", self, token=Token.MUTED)
        self.back = PlainButton("", self)
        self.on = PlainButton("", self, "primary")
        self._row = QHBoxLayout(self)
        fill(self._row, self.phase, self.since, 1, self.back, self.on)
        self.measure()

    def show_phase(self, room: WarRoom) -> None:
        """Say the phase of the incident, and name those beside it."""
        incident = room.incident
        on, back, since = (
            next_phase(incident.phase),
            _before(incident.phase),
            incident.phase_changed_at,
        )
        self.phase.setText(word(incident.phase))
        said = shown.when(since, room.here()) if since else ""
        self.since.setText(_("since {time}").format(time=said) if said else "")
        self.on.setVisible(on is not None)
        self.on.setText(_("Go on to {phase}").format(phase=on.shown) if on else "")
        self.back.setVisible(back is not None)
        self.back.setText(_("Back to {phase}").format(phase=back.shown) if back else "")

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(2), space(3), space(2))
        self._row.setSpacing(space(2))


class _Open(Ground):
    """The open cards of the chosen step."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.title = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold)
        self.count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.board = PlainButton(_("Show on the board"), self)
        self.table, self.list = TableView(self), ListedThings(room, open_columns(room), self)
        self.table.set_model(self.list)
        self.table.setAccessibleName(_("Open cards of the chosen step"))
        self.table.setObjectName("plan-step-cards")
        self._head = QHBoxLayout()
        fill(self._head, self.title, self.count, 1, self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.table, 1)
        self.measure()

    def show_state(self, state: StepState) -> None:
        """Show the open cards of a step."""
        self.title.setText(step_label(state))
        self.count.setText(f"{len(state.open)}" if state.open else "")
        self.board.setEnabled(bool(state.cards))
        empty = _("No card yet") if not state.cards else _("All is done")
        sentence = (
            _("Cards get their step from the playbook, or in the panel beside the board.")
            if not state.cards
            else _("The board shows what was done.")
        )
        self.table.set_empty(empty, sentence)
        if list(state.open) != [self.list.thing(n) for n in range(self.list.rowCount())]:
            self.list.show(state.open)

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(3), space(2), space(3), space(2))
        self._head.setSpacing(space(2))
