"""Further time zones of a room, for people who are apart: a name or a city, and its clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache, lru_cache

from desktop.warroom import shown
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment, Precision
from resources import _

MOST = 8  # more clocks than these nobody reads


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as a room shows it: what people call it, and its rules."""

    label: str
    rules: tzinfo


def normal(words: Iterable[str]) -> tuple[str, ...]:
    """The words as a room keeps them: ``Europe/London``, or ``Plant=Europe/Berlin`` with a label.

    A city will do for a name. Raises RuleBroken for what is no zone, or for too many.
    """
    found = tuple(dict.fromkeys(map(_normal, filter(None, map(str.strip, words)))))
    if len(found) > MOST:
        raise RuleBroken(_("{n} further time zones are the most.").format(n=MOST))
    return found


def zones(words: Iterable[str]) -> tuple[Zone, ...]:
    """The zones of kept words; one that this laptop does not know is passed over."""
    return tuple(zone for word in words if (zone := _zone(word)))


def clock(zone: Zone, now: datetime) -> str:
    """What a clock there says at ``now``: ``06:32 London``, ``19:30 London −1 d``."""
    there = now.astimezone(zone.rules)
    said = f"{there:%H:%M} {zone.label}"
    days = (there.date() - now.date()).days
    return _("{clock} {days} d").format(clock=said, days=_signed(days)) if days else said


def elsewhere(moment: Moment, places: Iterable[Zone]) -> list[str]:
    """Day and time of a moment in each zone; a moment said to the day is told in none."""
    if moment.precision is Precision.DAY:
        return []
    return [shown.labelled(place.label, _there(moment, place)) for place in places]


def _there(moment: Moment, place: Zone) -> str:
    day = shown.long_day(moment.local.astimezone(place.rules).date())
    return f"{day} {shown.time(moment, place.rules)}"


def _signed(days: int) -> str:
    return f"{'+' if days > 0 else '−'}{abs(days)}"


def _normal(word: str) -> str:
    label, sign, name = word.replace("＝", "=").rpartition("=")
    known = _known(name.strip())
    label = label.strip()
    return f"{label}={known}" if sign and label else known


def _known(name: str) -> str:
    known = _names().get(_key(name))
    if known is None:
        raise RuleBroken(
            _(
                'There is no time zone called "{name}". Write a city such as {city}, or {zone}; '
                "for a name of your own, {own}."
            ).format(name=name[:60], city="London", zone="Asia/Tokyo", own="HQ=Europe/Berlin")
        )
    return known


@cache
def _names() -> dict[str, str]:
    """The names of all zones by what people may write for them: the whole name, or the city.

    Not those of ``Etc``, where ``GMT-5`` is what everybody else calls UTC+5.
    """
    from zoneinfo import available_timezones

    known = [name for name in available_timezones() if not name.startswith("Etc/")]
    names = sorted(known, key=lambda name: (name.count("/"), name), reverse=True)
    cities = {_key(name.rpartition("/")[2]): name for name in names if name.count("/") == 1}
    return {**cities, **{_key(name): name for name in names}}


def _key(name: str) -> str:
    return name.replace("_", " ").casefold()


@lru_cache(maxsize=64)
def _zone(word: str) -> Zone | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    label, _sign, name = word.rpartition("=")
    try:
        return Zone(label or name.rpartition("/")[2].replace("_", " "), ZoneInfo(name))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None
