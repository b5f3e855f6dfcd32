"""Tasks done against tasks due over time, as lines, as a table and in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.models.time_axis import DAY_MS, local, time_axis
from desktop.warroom import shown
from desktop.warroom.due_done import DueDone, due_and_done
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets.chart_table import ChartRow
from widgets.step_lines import Line, Lines, Step
from widgets.theme import Token

AHEAD_MS = DAY_MS  # what comes due later is no help now and would press what was to the edge


def due_steps(room: WarRoom, selection: Selection[Task]) -> list[DueDone]:
    """The steps of some cards until a day from now; empty where none has a deadline."""
    now = room.now().ms
    return due_and_done(room.records(selection), now, room.zone, now + AHEAD_MS)


def due_lines(room: WarRoom, steps: Sequence[DueDone]) -> Lines:
    """Due against done; due goes on behind now."""
    now = _now(steps)
    return Lines(
        time_axis(steps[0].ms, steps[-1].ms, room.zone),
        _lines(),
        tuple(Step(s.ms, (s.due, s.done), due_name(room, s), _key(s), _late(s)) for s in steps),
        moment=now.ms,
        standing=(now.due, now.done),
        moment_name=_("now {time}").format(time=f"{local(now.ms, room.zone):%H:%M}"),
    )


def due_heads() -> tuple[str, ...]:
    """The headings of the table."""
    return (_("Until"), *(line.name for line in _lines()), _("Overdue"))


def due_rows(room: WarRoom, steps: Sequence[DueDone]) -> list[ChartRow]:
    """The steps as rows, the newest first."""
    rows = [ChartRow(_key(s), due_name(room, s), (s.due, s.done, s.late)) for s in steps]
    return rows[::-1]


def due_words(steps: Sequence[DueDone]) -> str:
    """How it stands now: ``25 due so far · 22 done · 3 overdue · 4 more due within a day``."""
    if not steps:
        return ""
    now = _now(steps)
    more = steps[-1].due - now.due
    parts = [_("{n} due so far").format(n=f"{now.due:,}"), _("{n} done").format(n=f"{now.done:,}")]
    parts.append(_late(now))
    if more:
        said = ngettext("{n} more due within a day", "{n} more due within a day", more)
        parts.append(said.format(n=f"{more:,}"))
    return " · ".join(filter(None, parts))


def _lines() -> tuple[Line, ...]:
    return (
        Line(_("Tasks due"), Token.WARN, Qt.PenStyle.DashLine, "s"),
        Line(_("Tasks done"), Token.GOOD, sign="o"),
    )


def _now(steps: Sequence[DueDone]) -> DueDone:
    """The last step of which everything is known."""
    return next(step for step in reversed(steps) if step.done is not None)


def _late(step: DueDone) -> str:
    late = step.late or 0
    return ngettext("{n} overdue", "{n} overdue", late).format(n=f"{late:,}") if late else ""


def due_name(room: WarRoom, step: DueDone) -> str:
    """The day and the time of a step."""
    at = local(step.ms, room.zone)
    return f"{shown.day(at.date())} {at:%H:%M}"


def _key(step: DueDone) -> tuple[int, bool]:
    """The moment, and whether it is ahead; what falls due this very now makes two of now."""
    return step.ms, step.done is None
