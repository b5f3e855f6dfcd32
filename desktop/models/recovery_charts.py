"""Indicators as small charts: the last reading, the level before, and whether they are back."""

from decimal import Decimal

from desktop.warroom import shown
from desktop.warroom.review.recovery import Way
from desktop.warroom.review.words import Better
from resources import _
from widgets.small_charts import SmallChart
from widgets.theme import Token


def small_chart(way: Way) -> SmallChart:
    """The chart of one indicator."""
    state, token = _state(way)
    return SmallChart(
        way.indicator.id,
        way.indicator.name,
        _said(way),
        state,
        token,
        tuple((at.ms, float(value)) for at, value in way.points),
        None if way.baseline is None else float(way.baseline),
    )


def figure(value: Decimal | None, unit: str = "") -> str:
    """A value with its unit; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:,f}"
    return f"{text} {unit}".strip()


def _said(way: Way) -> str:
    unit = way.indicator.unit
    now = _("Now {value}").format(value=figure(way.latest, unit))
    before = _("before {value}").format(value=figure(way.baseline, unit))
    return "  ·  ".join((now, before))


def _state(way: Way) -> tuple[str, Token]:
    if way.latest is None:
        return _("no reading yet"), Token.FAINT
    if way.back is None:
        return _("level before not known"), Token.WARN
    if way.back:
        return _("✓ back"), Token.GOOD
    down = way.indicator.better == Better.DOWN
    return _("▲ still above") if down else _("▼ still below"), Token.BAD


def told(ways: list[Way]) -> str:
    """How many of the indicators are back, and which are not, as a sentence."""
    if not ways:
        return ""
    back = sum(way.back is True for way in ways)
    said = _("{n} of {of} indicators are back at the level before the crisis.").format(
        n=back, of=len(ways)
    )
    left = [way.indicator.name for way in ways if way.back is False]
    rest = _("Not yet: {names}.").format(names=shown.listed(map(shown.short, left)))
    return shown.sentences((said, rest if left else ""))
