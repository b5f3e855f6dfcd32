"""Dates and times as people and programs write them; what can be read two ways is refused."""

import re
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache

from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment, Precision
from resources import _

_CLOCK = (
    r"(?:(?:T|,?\s+|(?<=[日号號]))(?P<hour>\d\d?)"
    r"(?:[:时時点點](?P<minute>\d\d)(?:[:分](?P<second>\d\d)(?:[.,](?P<fraction>\d+))?秒?|分)?"
    r"|[时時点點])?)?"
    r"\s*(?P<zone>Z|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?|UTC|GMT)?"
)
_YEAR = r"(?P<year>[12]\d{3})"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d\d?)"
_FORMS = tuple(
    re.compile(date + _CLOCK, re.ASCII | re.IGNORECASE)
    for date in (
        _YEAR + r"(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)" + _DAY,
        _YEAR + r"\s*年\s*(?P<month>\d\d?)\s*月\s*" + _DAY + r"\s*[日号號]",
        _WEEKDAY + _DAY + r"\s+" + _NAME + r",?\s+" + _YEAR,
        _WEEKDAY + _NAME + r"\s+" + _DAY + r",?\s+" + _YEAR,
    )
)
_PLAIN = re.compile(r"[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_EITHER_WAY = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)\b.*", re.ASCII | re.DOTALL)
_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PRECISIONS = (Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND)
_FARTHEST = 14 * 60  # minutes; the farthest zone in use, and the limit of XML Schema dateTime
_NARROW = str.maketrans(  # full width, as Chinese input methods write; spaces of spreadsheets
    "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u3000\u00a0\u202f\N{MINUS SIGN}",
    "".join(map(chr, range(0x21, 0x7F))) + "   -",
)
_EPOCH = datetime(1970, 1, 1)
_MS = timedelta(milliseconds=1)
_Read = tuple[datetime, int | None, Precision, bool]


def read_time(text: str, zone: tzinfo) -> Moment:
    """The moment that ``text`` says, with the offset it says, or that of ``zone`` without one.

    Reads ISO 8601 (``T`` or a space; ``Z``, ``+0800``, ``+08:00``; fractions of a second;
    the date alone), ``2026/11/23 14:05``, ``2026年11月23日 14:05``, ``23 Nov 2026 14:05`` and
    ``Nov 23, 2026``; ``~`` before or behind means "about". Years 1000 to 2999. Of a local hour
    that comes twice the first is taken. Raises RuleBroken, with the forms that are read.
    """
    read = _read(text)
    if read is None:
        raise RuleBroken(_refusal(text))
    when, offset, precision, about = read
    if offset is None:
        return Moment.of(when.replace(tzinfo=zone), precision, about)
    return Moment((when - _EPOCH) // _MS - offset * 60_000, offset, precision, about)


def lacks_offset(text: str) -> bool:
    """Whether ``text`` is a time that does not say its offset, so that the zone matters."""
    read = _read(text)
    return read is not None and read[1] is None


def _read(text: str) -> _Read | None:
    """Local time, offset in minutes if one was said, precision, about; None for anything else."""
    if not text.isascii():
        text = text.translate(_NARROW)
    bare = text.strip(" \t\r\n~约約")
    if plain := _PLAIN.fullmatch(bare):
        return _spelled(bare, plain[1] or "", plain[2], about=text.strip() != bare)
    for form in _FORMS:
        match = form.fullmatch(bare)
        if match is not None:
            return _built(match, about=text.strip() != bare)
    return None


def _spelled(text: str, second: str, zone: str | None, *, about: bool) -> _Read | None:
    """ISO 8601 with hours and minutes, as most programs write it; Python itself reads that."""
    precision = Precision.SECOND if second else Precision.MINUTE
    try:
        when = datetime.fromisoformat(text.removesuffix(zone or ""))
        return when, _offset(zone) if zone else None, precision, about
    except ValueError:
        return None


def _built(match: re.Match[str], about: bool) -> _Read | None:
    said = match.groupdict()
    hour, minute, second = said["hour"], said["minute"], said["second"]
    fraction, zone = said["fraction"], said["zone"]
    if fraction:
        precision = Precision.MILLISECOND
    else:
        precision = _PRECISIONS[(hour is not None) + (minute is not None) + (second is not None)]
    if zone and minute is None and zone[-3:-2] != ":" and zone[-1:].isdigit():
        return None  # "2026-11-23 14-05": an offset, or a time with a slip of the pen
    try:
        when = datetime(
            int(said["year"]),
            _month(said["month"]),
            int(said["day"]),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int(fraction[:3].ljust(3, "0")) * 1000 if fraction else 0,
        )
        return when, _offset(zone) if zone else None, precision, about
    except ValueError:
        return None


def _month(said: str) -> int:
    return int(said) if said.isdigit() else _MONTHS.index(said[:3].lower()) + 1


@lru_cache(maxsize=256)
def _offset(said: str) -> int:
    """Minutes east of UTC. Raises ValueError for an offset that no place on earth has."""
    match = _OFFSET.search(said)
    if match is None:
        return 0
    sign, hours, minutes = match.groups()
    total = int(hours) * 60 + int(minutes or 0)
    if total > _FARTHEST or int(minutes or 0) > 59:
        raise ValueError(f"not an offset: {said!r}")
    return -total if sign == "-" else total


def _refusal(text: str) -> str:
    both = _EITHER_WAY.fullmatch(text.strip())
    if both is not None and max(int(both[1]), int(both[2])) <= 12:
        return _(
            '"{value}" can be read as two different days. Write it as 2026-11-23 14:05, '
            "2026/11/23 14:05 or 23 Nov 2026 14:05."
        ).format(value=clipped(text))
    return _(
        '"{value}" is not a date and time this program reads. Write it as 2026-11-23 14:05, '
        "2026-11-23T14:05+08:00 or 23 Nov 2026 14:05."
    ).format(value=clipped(text))
