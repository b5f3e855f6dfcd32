"""The steps of the phases as rows with bars, and what is open in one as columns of a table."""

from collections.abc import Sequence

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.choices import Phase
from desktop.warroom.choices import shown as word
from desktop.warroom.method.steps import StepState, phase_counts
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.score_rows import ScoreRow
from widgets.theme import Token


def step_name(state: StepState) -> str:
    """The name of a row: that of its step, or of the phase for its cards without a step."""
    return str(state.step or state.phase)


def step_label(state: StepState) -> str:
    """The step in words."""
    return state.step.shown if state.step else _("Without a step")


def step_rows(states: Sequence[StepState], present: Phase | str) -> list[ScoreRow]:
    """A row for each step, under a heading for each phase that says which one is present."""
    counts, order = phase_counts(states), list(Phase)
    at = order.index(Phase(present)) if present in order else -1

    def heading(phase: Phase) -> str:
        done, cards = counts[phase]
        said = _("{n} of {all} done").format(n=done, all=cards)
        if order.index(phase) == at:
            return _("▶ {phase}: the present phase, {done}").format(phase=phase.shown, done=said)
        return shown.labelled(phase.shown, said)

    headings = {phase: heading(phase) for phase in Phase}
    return [_row(state, headings[state.phase]) for state in states]


def phase_told(room: WarRoom, phase: Phase) -> str:
    """Done and open of each step of a phase, a line each."""
    from desktop.warroom.method.steps import step_states

    states = step_states(room.all(Task), room.now().ms)
    lines = [
        shown.labelled(step_label(state), _figures(state))
        for state in states
        if state.phase is phase
    ]
    return "\n".join([phase.shown, *lines])


def open_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the open cards of a step."""

    def due(task: Task, now: Moment) -> Cell:
        if task.due is None:
            return Cell("")
        said = shown.day_and_time(task.due, room.here())
        late = task.overdue(now.ms)
        return Cell(f"▲ {said}" if late else said, Token.BAD if late else Token.MUTED)

    return (
        Column("due", _("Due"), due),
        Column("title", _("Task"), _title, grows=True),
        Column("owner", _("Owner"), _owner),
        Column("status", _("Status"), lambda task, _now: Cell(word(task.status), Token.MUTED)),
    )


def _row(state: StepState, group: str) -> ScoreRow:
    told = _told(state)
    return ScoreRow(
        step_name(state),
        step_label(state),
        state.share,
        f"{state.done}/{state.cards}" if state.cards else "–",
        told,
        shown.labelled(step_label(state), _figures(state)),
        group,
        Token.GOOD if state.share >= 1 else Token.ACCENT,
        Token.BAD if state.overdue else Token.MUTED,
    )


def _figures(state: StepState) -> str:
    if not state.cards:
        return _("no card")
    done = _("{n} done").format(n=state.done)
    return shown.listed([done, _told(state)])


def _told(state: StepState) -> str:
    n = len(state.open)
    if not n:
        return ""
    parts = [ngettext("{n} open", "{n} open", n).format(n=n)]
    if state.critical:
        said = ngettext("{n} critical", "{n} critical", state.critical)
        parts.append(said.format(n=state.critical))
    if state.overdue:
        parts.append(
            "▲ " + ngettext("{n} overdue", "{n} overdue", state.overdue).format(n=state.overdue)
        )
    return shown.listed(parts)


def _title(task: Task, _now: Moment) -> Cell:
    return Cell(f"● {task.title}" if task.critical else task.title, told=task.title)


def _owner(task: Task, _now: Moment) -> Cell:
    return Cell(task.owner or (word(task.role) if task.role else ""))
