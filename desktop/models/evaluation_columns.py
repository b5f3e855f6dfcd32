"""An evaluation as a table: each figure beside the same figure of the evaluation before."""

from desktop.models.cells import Cell, Column
from desktop.models.coverage_figures import figure_said, signed
from desktop.models.elements import score
from desktop.warroom.coverage_figures import FigureName
from desktop.warroom.elements import Element, PartName
from desktop.warroom.evaluation import Compared
from desktop.warroom.moment import Moment
from resources import _
from widgets.gauge import NOTHING
from widgets.theme import Token

_SCORES: dict[str, Element | PartName] = {str(each): each for each in (*Element, *PartName)}
_PARTS = frozenset(map(str, PartName))
_FIGURES = {str(each): each for each in FigureName}
# more of these is neither better nor worse by itself
_NEUTRAL = (
    FigureName.VOLUME,
    FigureName.REACH,
    FigureName.VELOCITY,
    FigureName.ACCELERATION,
    FigureName.HALF_LIFE,
)


def compared_columns() -> tuple[Column, ...]:
    """The figure, then, now, and how much it changed."""
    return (
        Column("name", _("Figure"), _name, grows=True),
        Column("before", _("Before"), _before, figures=True),
        Column("value", _("Now"), _value, figures=True),
        Column("change", _("Change"), _change, figures=True),
        Column("n", _("Count"), _count, figures=True),
    )


def measure_name(name: str) -> str:
    """What a figure of a snapshot is called; one of another version is named as it is kept."""
    found = _SCORES.get(name) or _FIGURES.get(name)
    return found.shown if found else name


def _name(each: Compared, _now: Moment) -> Cell:
    return Cell(measure_name(each.name), Token.MUTED if each.name in _PARTS else None)


def _before(each: Compared, _now: Moment) -> Cell:
    return Cell(_said(each, each.before), Token.MUTED)


def _value(each: Compared, _now: Moment) -> Cell:
    return Cell(_said(each, each.value))


def _change(each: Compared, _now: Moment) -> Cell:
    if each.change is None or each.before is None:
        return Cell(NOTHING, Token.FAINT)
    said = _difference(each.name, each.change)
    if not each.change or each.name in _NEUTRAL:
        return Cell(said, Token.MUTED)
    better = (each.change > 0) != (each.name == FigureName.DISTORTION)
    return Cell(said, Token.GOOD if better else Token.BAD)


def _count(each: Compared, _now: Moment) -> Cell:
    return Cell(NOTHING if each.n is None else f"{each.n:,}", Token.FAINT)


def _said(each: Compared, value: float | None) -> str:
    return score(value) if each.name in _SCORES else figure_said(each.name, value)


def _difference(name: str, change: float) -> str:
    if name in (FigureName.NET, FigureName.WEIGHTED):
        return signed(change)
    small = name in _SCORES or name not in _NEUTRAL  # a score or a share, in hundredths
    return f"{100 * change if small else change:+,.0f}".replace("-", "−")
