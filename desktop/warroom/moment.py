"""A moment as somebody said it: an instant, the offset it was said in, and how exact it was."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
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
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
        *parts, zone, about = match.groups()
        known = [part for part in parts if part is not None]
        precision = list(Precision)[max(0, len(known) - 3)]
        year, month, day, hour, minute, second, ms = (int(part or 0) for part in parts)
        when = datetime(year, month, day, hour, minute, second, ms * 1000, _zone(zone))
        return cls.of(when, precision, bool(about))

    @property
    def local(self) -> datetime:
        """The instant as an aware datetime in the offset it was said in."""
        zone = timezone(timedelta(minutes=self.offset))
        return (_EPOCH + timedelta(milliseconds=self.ms)).astimezone(zone)

    def at_offset(self, offset: int) -> Self:
        """The same instant told in another offset (minutes east of UTC)."""
        return replace(self, offset=offset)

    def __str__(self) -> str:
        said = self.local.replace(tzinfo=None).isoformat(timespec="milliseconds")
        return said[: _SHOWN[self.precision]] + zone_text(self.offset) + "~" * self.about


def zone_text(offset: int) -> str:
    """``+08:00`` for 480 minutes east of UTC."""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
