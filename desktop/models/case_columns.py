"""Cases as columns of a table, and one beside the present incident, row by row."""

from desktop.models.cells import Cell, Column
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.review.cases import Case, Shown
from resources import _
from widgets.paired import Pair
from widgets.theme import Token


def case_columns() -> tuple[Column, ...]:
    """Company, year, type, cause, measures, result, and where the case comes from."""
    return (
        Column("company", _("Company"), lambda each, _now: _line(each.case.company)),
        Column("year", _("Year"), lambda each, _now: Cell(each.case.year, Token.MUTED)),
        Column("type", _("Crisis type"), lambda each, _now: Cell(word(each.case.type))),
        Column("cause", _("Cause"), lambda each, _now: _line(each.case.cause), grows=True),
        Column("measures", _("Measures"), lambda each, _now: _line(each.case.measures)),
        Column("result", _("Result"), lambda each, _now: _line(each.case.result)),
        Column("origin", _("Origin"), _origin),
    )


def pairs(case: Case, present: Case) -> list[Pair]:
    """The rows of two cases beside each other."""
    return [
        (_("Crisis type"), word(case.type), word(present.type)),
        (_("Year"), case.year, present.year),
        (_("Cause"), case.cause, present.cause),
        (_("Measures"), case.measures, present.measures),
        (_("Result"), case.result, present.result),
        (_("Source"), case.source, present.source),
    ]


def _origin(each: Shown, _now: Moment) -> Cell:
    return Cell(each.origin, Token.MUTED if each.case.verified else Token.WARN)


def _line(text: str) -> Cell:
    return Cell(" ".join(text.split()), told=text)
