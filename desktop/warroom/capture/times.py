"""Times as they are typed: on the clock, on a day, or so long ago."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from datetime import time as clock

from desktop.warroom.capture.words import DAYS, HALF_DAYS
from desktop.warroom.moment import Moment, Precision

AHEAD = timedelta(minutes=5)  # a bare time further ahead than this was yesterday

_DAY = rf"(?:(?P<date>\d{{4}}-\d\d-\d\d)(?:T| +)|(?P<day>{'|'.join(DAYS)}) *)?"
# offsets that clocks somewhere keep, so that 14:05-14:20 stays a stretch of time
_OFFSET = r"Z|\+(?:0\d|1[0-4]):?[0134][05]|-(?:(?:0\d|1[0-2]):?00|0[39]:?30)"
_CLOCK = rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>{_OFFSET})?"
_SPOKEN = (
    rf"(?P<half>{'|'.join(filter(None, HALF_DAYS))})?(?P<hours>\d{{1,2}})[點点]"
    r"(?:(?P<past>半)|(?P<minutes>\d{1,2})分?)?"
)
_END = r"(?= |$)"
_ON_CLOCK = re.compile(rf"(?P<about>~)?{_DAY}(?:{_CLOCK}|{_SPOKEN}){_END}", re.I | re.A)
_ON_DAY = re.compile(rf"(?P<about>~)?(?P<date>\d{{4}}-\d\d-\d\d)(?! *\d{{1,2}}:){_END}", re.A)
_LENGTH = r"(?:(?P<days>\d{1,3})d)?(?:(?P<hours>\d{1,4})h)?(?:(?P<minutes>\d{1,5})m)?"
_AGO = re.compile(rf"(?P<about>~)?-(?=\d){_LENGTH}{_END}", re.A)
_SPOKEN_AGO = re.compile(
    r"(?P<about>~)?(?:(?P<minutes>\d{1,5}) *分[鐘钟]|(?P<hours>\d{1,4}) *(?:小時|小时))前" + _END,
    re.A,
)
_AFTER = re.compile(rf"\+(?=\d){_LENGTH}{_END}", re.A)


@dataclass(frozen=True, slots=True)
class Said:
    """A time and where its token ends in the line."""

    moment: Moment
    end: int


def happened(line: str, at: int, now: datetime) -> Said | None:
    """The time that begins at ``at`` of a folded line, as one that lies behind ``now``."""
    for pattern in (_AGO, _SPOKEN_AGO):
        if match := pattern.match(line, at):
            return _moved(match, now, -1)
    if match := _ON_CLOCK.match(line, at):
        return _placed(match, now, _latest, now + AHEAD)
    match = _ON_DAY.match(line, at)
    return _day(match, now) if match else None


def due(line: str, at: int, now: datetime, since: datetime) -> Said | None:
    """The deadline that begins at ``at``: the first such time after ``since``.

    Days are counted from ``now``, lengths from ``since``.
    """
    if match := _AFTER.match(line, at):
        return _moved(match, since, 1)
    match = _ON_CLOCK.match(line, at)
    return _placed(match, now, _first, since) if match else None


_Choice = Callable[[Iterator[datetime], datetime], datetime | None]


def _latest(candidates: Iterator[datetime], limit: datetime) -> datetime | None:
    return max((when for when in candidates if when <= limit), default=None)


def _first(candidates: Iterator[datetime], limit: datetime) -> datetime | None:
    return min((when for when in candidates if when > limit), default=None)


def _moved(match: re.Match[str], base: datetime, sign: int) -> Said | None:
    lengths = {name: int(text) for name, text in match.groupdict().items() if _number(text)}
    try:
        when = base.astimezone(UTC) + sign * timedelta(**lengths)
        moment = Moment.of(when.astimezone(base.tzinfo), about=_about(match))
    except (OverflowError, ValueError):
        return None
    return Said(moment, match.end())


def _placed(match: re.Match[str], now: datetime, choose: _Choice, limit: datetime) -> Said | None:
    clock = _clock(match)
    if clock is None:
        return None
    try:
        zone = _zone(match["zone"]) or now.tzinfo
        today = now.astimezone(zone).date()
        if match["date"] or match["day"]:
            said = date.fromisoformat(match["date"]) if match["date"] else None
            on = said or today + timedelta(days=DAYS[match["day"].lower()])
            when: datetime | None = _on(on, clock, zone, fold=0)
        else:
            around = (today + timedelta(days=n) for n in range(-2, 4))
            when = choose(_instants(around, clock, zone), limit)
        if when is None:
            return None
        precision = Precision.SECOND if match["second"] else Precision.MINUTE
        return Said(Moment.of(when, precision, _about(match)), match.end())
    except (OverflowError, ValueError):
        return None


def _day(match: re.Match[str], now: datetime) -> Said | None:
    """A day without a time, in the zone of ``now``."""
    try:
        when = datetime.combine(date.fromisoformat(match["date"]), clock(), now.tzinfo)
        return Said(Moment.of(when, Precision.DAY, _about(match)), match.end())
    except (OverflowError, ValueError):
        return None


def _instants(
    days: Iterator[date], clock: tuple[int, int, int], zone: tzinfo | None
) -> Iterator[datetime]:
    """The instants of a wall time on these days; two on a night that sets the clock back.

    They are told in UTC only to be compared, since wall times of one zone compare without folds.
    """
    for day in days:
        for fold in (0, 1):
            when = _on(day, clock, zone, fold)
            offset = when.utcoffset() or timedelta()
            yield when.astimezone(timezone(offset))


def _on(day: date, clock: tuple[int, int, int], zone: tzinfo | None, fold: int) -> datetime:
    hour, minute, second = clock
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone, fold=fold)


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Hour, minute and second of a match, or None for a time no clock shows."""
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"])
    else:
        spoken = HALF_DAYS[match["half"] or ""].get(int(match["hours"]))
        if spoken is None:
            return None
        hour, minute = spoken, 30 if match["past"] else int(match["minutes"] or 0)
    second = int(match["second"] or 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _about(match: re.Match[str]) -> bool:
    return bool(match["about"]) if "about" in match.re.groupindex else False


def _number(text: str | None) -> bool:
    return bool(text) and str(text).isdigit()
