"""A moment as somebody said it: an instant, the offset it was said in, and how exact it was."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self


class Precision(StrEnum):
    """How exactly a time was said; seconds that were not said are not shown."""

    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    MILLISECOND = "millisecond"


_CUTS: dict[Precision, dict[str, Any]] = {
    Precision.DAY: {"hour": 0, "minute": 0, "second": 0, "microsecond": 0},
    Precision.HOUR: {"minute": 0, "second": 0, "microsecond": 0},
    Precision.MINUTE: {"second": 0, "microsecond": 0},
    Precision.SECOND: {"microsecond": 0},
    Precision.MILLISECOND: {},
}
_SHOWN = {  # how many characters of YYYY-MM-DDTHH:MM:SS.mmm each precision shows
    Precision.DAY: 10,
    Precision.HOUR: 13,
    Precision.MINUTE: 16,
    Precision.SECOND: 19,
    Precision.MILLISECOND: 23,
}
_SAID = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?)?)?"
    r"(Z|[+-]\d\d:\d\d)(~?)",
    re.ASCII,
)
_SHOWN_TO = {count: precision for precision, count in _SHOWN.items()}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BARE_EPOCH = datetime(1970, 1, 1)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant with the way it was said.

    ``ms`` counts milliseconds since 1970 in UTC, ``offset`` minutes east of UTC. Its text is
    ISO 8601 cut at the precision, with ``~`` behind it for "about":
    ``2026-11-23T14:05+08:00~``.
    """

    ms: int
    offset: int = 0
    precision: Precision = Precision.MINUTE
    about: bool = False

    @classmethod
    def of(
        cls, when: datetime, precision: Precision = Precision.MINUTE, about: bool = False
    ) -> Self:
        """The moment of an aware datetime, cut down to ``precision``.

        Raises ValueError for a naive datetime or one outside the years 1 to 9999.
        """
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a moment needs an offset")
        minutes = round(offset.total_seconds() / 60)
        local = when.astimezone(timezone(timedelta(minutes=minutes))).replace(**_CUTS[precision])
        return cls((local - _EPOCH) // timedelta(milliseconds=1), minutes, precision, about)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of a moment. Raises ValueError when it is not one."""
        match = _SAID.fullmatch(text)
        if match is None:
            raise ValueError(f"not a moment: {text!r}")
        *parts, zone, about = match.groups("0")
        year, month, day, hour, minute, second, ms = map(int, parts)
        when = datetime(year, month, day, hour, minute, second, ms * 1000)
        offset = _minutes(zone)
        utc = (when - _BARE_EPOCH) // _MS - offset * 60_000
        return cls(utc, offset, _SHOWN_TO[match.start(8)], bool(about))

    @property
    def local(self) -> datetime:
        """The instant as an aware datetime in the offset it was said in."""
        zone = timezone(timedelta(minutes=self.offset))
        return (_EPOCH + timedelta(milliseconds=self.ms)).astimezone(zone)

    def at_offset(self, offset: int) -> Self:
        """The same instant told in another offset (minutes east of UTC)."""
        return replace(self, offset=offset)

    def __str__(self) -> str:
        return _text(self.ms, self.offset, self.precision, self.about)


def zone_text(offset: int) -> str:
    """``+08:00`` for 480 minutes east of UTC."""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


@lru_cache(maxsize=4_096)
def _text(ms: int, offset: int, precision: Precision, about: bool) -> str:
    """The text of a moment; many records of a room share one, such as the time of writing."""
    local = _BARE_EPOCH + timedelta(milliseconds=ms, minutes=offset)
    said = local.isoformat(timespec="milliseconds")
    return said[: _SHOWN[precision]] + zone_text(offset) + "~" * about


@lru_cache(maxsize=256)
def _minutes(zone: str) -> int:
    """Minutes east of UTC. Raises ValueError for a day or more."""
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    if minutes >= 24 * 60:
        raise ValueError(f"not an offset: {zone!r}")
    return -minutes if zone[0] == "-" else minutes
