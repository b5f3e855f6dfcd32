"""Readiness as rows with bars, and the recurring tasks and templates as columns of tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.method.exercises import Approval
from desktop.warroom.method.readiness import Ready
from desktop.warroom.method.routines import RoutineState
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from resources import LANGUAGES, NAMES, _
from widgets.score_rows import ScoreRow
from widgets.theme import Token

MOST = 12  # things missing that a tooltip names


@dataclass(frozen=True, slots=True)
class Template:
    """A template with who approved it last, if anybody, and the languages it is approved in."""

    key: str
    name: str
    approval: Approval | None
    languages: frozenset[str]


def score_rows(parts: Sequence[Ready]) -> list[ScoreRow]:
    """A row for each part of readiness."""
    return [
        ScoreRow(
            part.name,
            _(part.label),
            part.score,
            _("{n} of {all}").format(n=part.got, all=part.of),
            part.sentence,
            _more(part),
            token=_token(part.score),
            loud=Token.MUTED if part.missing else Token.GOOD,
        )
        for part in parts
    ]


def routine_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the recurring tasks of prevention."""

    def last(state: RoutineState, _now: Moment) -> Cell:
        done = state.last and state.last.done_at
        return Cell(shown.day_and_time(done, room.here()) if done else "–", Token.MUTED)

    def due(state: RoutineState, _now: Moment) -> Cell:
        if state.due is None:
            return Cell(_("▲ never done"), Token.BAD)
        said = shown.day_and_time(state.due, room.here())
        return Cell(f"▲ {said}", Token.BAD) if state.late else Cell(said, Token.MUTED)

    return (
        Column("title", _("Task"), _title, grows=True),
        Column("type", _("Crisis type"), lambda each, _now: Cell(each.type.shown, Token.MUTED)),
        Column("every", _("Every so many days"), _every, figures=True),
        Column("last", _("Last done"), last),
        Column("due", _("Next due"), due),
    )


def template_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the statement templates."""

    def approver(each: Template, _now: Moment) -> Cell:
        at = each.approval and each.approval.approved_at
        name = each.approval.approver if each.approval else ""
        return Cell(name, Token.MUTED, told=shown.day_and_time(at, room.here()) if at else "")

    return (
        Column("name", _("Template"), lambda each, _now: Cell(each.name), grows=True),
        Column("languages", _("Approved in"), _languages),
        Column("approver", _("Approved by"), approver),
    )


def _token(share: float) -> Token:
    if share >= 1:
        return Token.GOOD
    return Token.WARN if share >= 0.5 else Token.BAD


def _more(part: Ready) -> str:
    lines = [*part.missing[:MOST], *(["…"] if len(part.missing) > MOST else [])]
    return "\n".join(lines)


def _title(state: RoutineState, _now: Moment) -> Cell:
    return Cell(state.title, told=state.title)


def _every(state: RoutineState, _now: Moment) -> Cell:
    return Cell(f"{state.routine.every_days:,}")


def _languages(each: Template, _now: Moment) -> Cell:
    held = [NAMES[language] for language in LANGUAGES if language in each.languages]
    if not held:
        return Cell(_("▲ not approved"), Token.BAD)
    return Cell(shown.listed(held), Token.GOOD if len(held) == len(LANGUAGES) else Token.WARN)
