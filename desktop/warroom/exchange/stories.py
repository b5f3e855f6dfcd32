"""Wire copies: one headline that several outlets print within two days is one story.

A file may bring groups of its own; groups that it calls by ids get words to be called by.
"""

import re
import unicodedata
from collections.abc import Sequence

from desktop.warroom.records import Coverage

WITHIN = 48 * 3_600_000  # milliseconds from the first copy to the last

_WORDS = re.compile(r"\w+")
_ID = re.compile(r"(?=[\w-]*\d)[\w-]{8,}", re.ASCII)
_OUTLET = re.compile(r"(.+)\s[-–—|]\s([^-–—|]+)")


def stories(items: Sequence[Coverage]) -> dict[int, str]:
    """For the items of a story, by their place: the story, which is the first copy's headline.

    A list that has groups of its own keeps them; those that are called by an id are called by
    the first headline in them, and an id that stands alone is no group.
    """
    if any(item.story for item in items):
        return _called(items)
    alike: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        alike.setdefault(normalised(item.headline, item.outlet), []).append(place)
    found: dict[int, str] = {}
    for headline, places in alike.items():
        for copies in _bursts(items, places) if headline else ():
            if len({items[place].outlet.casefold() for place in copies}) > 1:
                found |= dict.fromkeys(copies, items[copies[0]].headline)
    return found


def _called(items: Sequence[Coverage]) -> dict[int, str]:
    groups: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if _ID.fullmatch(item.story):
            groups.setdefault(item.story, []).append(place)
    named: dict[int, str] = {}
    for places in groups.values():
        first = min(places, key=lambda at: _ms(items[at]))
        name = items[first].headline if len(places) > 1 else ""
        named |= dict.fromkeys(places, name)
    return named


def normalised(headline: str, outlet: str = "") -> str:
    """A headline as it is compared: its words, without the outlet's name behind a dash."""
    tail = _OUTLET.fullmatch(headline.strip())
    if tail and tail[2].strip().casefold() == outlet.strip().casefold():
        headline = tail[1]
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", headline).casefold()))


def _bursts(items: Sequence[Coverage], places: Sequence[int]) -> list[list[int]]:
    """The places in order of time, parted where a copy comes more than two days after the first."""
    bursts: list[list[int]] = []
    for place in sorted(places, key=lambda at: _ms(items[at])):
        if not bursts or _ms(items[place]) - _ms(items[bursts[-1][0]]) > WITHIN:
            bursts.append([])
        bursts[-1].append(place)
    return bursts


def _ms(item: Coverage) -> int:
    return item.published_at.ms if item.published_at else 0
