"""The figures of coverage in words: each with its count, and the effect of every statement."""

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.coverage_figures import Figure, FigureName, Spoken
from desktop.warroom.moment import Moment
from desktop.warroom.opinion import LEAST, Effect
from desktop.warroom.room import WarRoom
from resources import N_, _
from resources.visible import visible
from widgets.gauge import NOTHING
from widgets.table_cell import CellChip
from widgets.theme import Token

SIGNED = (FigureName.NET, FigureName.WEIGHTED)
SHARES = (
    FigureName.PULL,
    FigureName.DISTORTION,
    FigureName.VOICE,
    FigureName.QUOTES,
    FigureName.CORRECTED,
)


def figure_columns() -> tuple[Column, ...]:
    """What a figure is called, how large it is, and what it rests on."""
    return (
        Column("figure", _("Figure"), _name),
        Column("value", _("Value"), _value, figures=True),
        Column("counted", _("Counted"), _counted, grows=True),
    )


def effect_columns(room: WarRoom) -> tuple[Column, ...]:
    """A statement with the net tone before and after it, and what its interval allows to say."""

    def time(each: Spoken, _now: Moment) -> Cell:
        at = each.release.at
        return Cell(shown.when(at, room.here()) if at else "", Token.MUTED)

    return (
        Column("at", _("Time"), time),
        Column("title", _("Statement"), _title, grows=True),
        Column("before", _("4 h before"), _before, figures=True),
        Column("after", _("4 h after"), _after, figures=True),
        Column("change", _("Effect"), _effect),
    )


def signed(value: float | None) -> str:
    """A tone or a change with its sign; a dash for nothing."""
    return NOTHING if value is None else f"{value:+.2f}".replace("-", "−")


def figure_said(name: str, value: float | None) -> str:
    """A figure of coverage as it is read, by its name; a dash for nothing."""
    if value is None:
        return NOTHING
    if name in SIGNED:
        return signed(value)
    if name in SHARES:
        return shown.percent(value)
    if name == FigureName.ACCELERATION:
        return f"{value:+,.0f}".replace("-", "−")
    if name == FigureName.HALF_LIFE:
        return _("{n} h").format(n=f"{value:.0f}")
    return f"{value:,.0f}"


def counted(figure: Figure) -> str:
    """What a figure rests on, in words; that there are too few, where that is so."""
    n, of = f"{figure.n:,}", f"{figure.of:,}"
    said = _(_COUNTED[figure.name]).format(n=n, all=of, unknown=f"{figure.of - figure.n:,}")
    if figure.name == FigureName.VOICE and figure.n == figure.of:
        return _("No item is listed that is about a competitor.")
    if figure.value is None and figure.name in _NEED:
        return shown.sentences((said, _("{least} are needed.").format(least=LEAST)))
    return said


def effect_said(effect: Effect) -> str:
    """The effect of a statement with its interval; "no clear change" where that holds nought."""
    if effect.change is None:
        return _("too few items")
    between = _("{low} to {high}").format(low=signed(effect.low), high=signed(effect.high))
    if not effect.clear:
        return shown.aside(_("no clear change"), between)
    return shown.aside(signed(effect.change), between)


def _name(figure: Figure, _now: Moment) -> Cell:
    return Cell(figure.name.shown)


def _value(figure: Figure, _now: Moment) -> Cell:
    said = figure_said(figure.name, figure.value)
    return Cell(said, Token.MUTED if figure.value is None else None)


def _counted(figure: Figure, _now: Moment) -> Cell:
    said = counted(figure)
    return Cell(said, Token.MUTED, told=said)


def _title(each: Spoken, _now: Moment) -> Cell:
    text = visible(each.release.title)
    return Cell(text, told=text)


def _before(each: Spoken, _now: Moment) -> Cell:
    net = each.effect.before
    return Cell(shown.aside(signed(net.value), f"{net.n:,}"), Token.MUTED)


def _after(each: Spoken, _now: Moment) -> Cell:
    net = each.effect.after
    return Cell(shown.aside(signed(net.value), f"{net.n:,}"), Token.MUTED)


def _effect(each: Spoken, _now: Moment) -> Cell:
    said, change = effect_said(each.effect), each.effect.change
    if not each.effect.clear or change is None:
        return Cell(said, Token.MUTED, told=said)
    return Cell(said, chip=CellChip(said, Token.GOOD if change > 0 else Token.BAD), told=said)


_NEED = (
    FigureName.NET,
    FigureName.WEIGHTED,
    FigureName.PULL,
    FigureName.DISTORTION,
    FigureName.VOICE,
    FigureName.QUOTES,
    FigureName.HALF_LIFE,
)
_COUNTED = {
    FigureName.VOLUME: N_("{all} items about us."),
    FigureName.NET: N_("{n} of {all} items are rated."),
    FigureName.WEIGHTED: N_("{n} of {all} items have tone, tier and prominence."),
    FigureName.REACH: N_("{n} outlets a day, not unique; {unknown} without a figure."),
    FigureName.PULL: N_("{n} of {all} rated items carry a message correctly."),
    FigureName.DISTORTION: N_("{n} of {all} rated items carry one wrongly."),
    FigureName.VOICE: N_("{n} of {all} items are about us, the rest about competitors."),
    FigureName.QUOTES: N_("{n} of {all} items quote one who speaks for us."),
    FigureName.VELOCITY: N_("Items in the last 60 minutes."),
    FigureName.ACCELERATION: N_("{n} in the last 60 minutes, {all} in the 60 before."),
    FigureName.HALF_LIFE: N_("From the fullest hour to half of it; {n} items have a time."),
    FigureName.CORRECTED: N_("{n} of {all} requested corrections were made."),
}
