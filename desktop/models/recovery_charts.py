"""Indicators as small charts: the last reading, the level before, and whether they are back."""

from desktop.warroom.review import told
from desktop.warroom.review.recovery import Way
from resources import _
from widgets.small_charts import SmallChart
from widgets.theme import Token


def small_chart(way: Way) -> SmallChart:
    """The chart of one indicator."""
    return SmallChart(
        way.indicator.id,
        way.indicator.name,
        _said(way),
        told.stands(way),
        _token(way),
        tuple((at.ms, float(value)) for at, value in way.points),
        None if way.baseline is None else float(way.baseline),
    )


def _said(way: Way) -> str:
    unit = way.indicator.unit
    now = _("Now {value}").format(value=told.figure(way.latest, unit))
    before = _("before {value}").format(value=told.figure(way.baseline, unit))
    return "  ·  ".join((now, before))


def _token(way: Way) -> Token:
    if way.latest is None:
        return Token.FAINT
    return {None: Token.WARN, True: Token.GOOD, False: Token.BAD}[way.back]
