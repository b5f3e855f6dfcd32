"""The time axis of a chart: quarters of an hour, hours or days of a zone, by how long it is."""

from datetime import UTC, datetime, timedelta, tzinfo

from desktop.warroom import shown
from widgets.chart_axis import Axis, Tick

QUARTER_MS, HOUR_MS, DAY_MS = 900_000, 3_600_000, 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHORT, _LONG = 3 * HOUR_MS, 10 * DAY_MS  # up to the first by quarters, from the second by days


def local(ms: int, zone: tzinfo | None) -> datetime:
    """An instant (milliseconds UTC) in a zone."""
    return (_EPOCH + timedelta(milliseconds=ms)).astimezone(zone)


def time_axis(first: int, last: int, zone: tzinfo | None) -> Axis:
    """The axis that holds both moments (milliseconds UTC), from a whole tick on."""
    span = last - first
    unit = QUARTER_MS if span <= _SHORT else HOUR_MS if span <= _LONG else DAY_MS
    offset = local(first, zone).utcoffset() or timedelta()
    shift = offset // timedelta(milliseconds=1)
    start = (first + shift) // unit * unit - shift
    count = (last - start) // unit + 1
    return Axis(start, unit, tuple(_tick(start + n * unit, unit, zone) for n in range(count)))


def _tick(ms: int, unit: int, zone: tzinfo | None) -> Tick:
    """Days are read in their middle, since clocks are put back and forward at night."""
    at = local(ms + (DAY_MS // 2 if unit == DAY_MS else 0), zone)
    label = {QUARTER_MS: f"{at:%H:%M}", HOUR_MS: f"{at:%H}", DAY_MS: ""}[unit]
    return Tick(label, shown.day(at.date()))
