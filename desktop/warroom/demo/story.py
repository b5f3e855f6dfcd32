"""The story in one language: its texts, its names, and its minutes as times of day."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.warroom.moment import Moment
from desktop.warroom.shown import MONTHS
from desktop.warroom.statements.wording import reference
from resources import path

LANGUAGES = ("en", "zh_TW", "zh_CN")
QUARTER = 15  # minutes; people promise and ask for round times

Plain = dict[str, Any]


def read(name: str) -> Any:
    """A part of the story as it stands in ``resources/example``."""
    return json.loads(path("example", f"{name}.json").read_text(encoding="utf-8"))


@dataclass
class Story:
    """The texts of one language, and the clock of a story that ends at the minute of ``now``.

    ``now`` is aware; its zone is that of all local times. Minutes count from T0. ``facts`` are the
    ids that a text may name as ``{fact[key]}``. Raises ValueError for a language that is none of
    ``LANGUAGES``.
    """

    language: str
    now: datetime
    room: Plain = field(default_factory=lambda: read("room"))
    names: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"the example has no wordings in {self.language!r}")
        self.end = self.now.replace(second=0, microsecond=0).astimezone(UTC)
        for table in ("people", "outlets", "sources", "groups"):
            self.names |= {key: each[self.language] for key, each in self.room[table].items()}

    # texts

    def say(self, texts: Plain | None) -> str:
        """The wording in this language with names, times and days filled in; none is empty."""
        if texts is None:
            return ""
        wording: str = texts[self.language]
        told = {"clock": _Told(self._clock), "day": _Told(self._day), "fact": _Named(self.facts)}
        return wording.format_map(self.names | told)

    def word(self, key: str, *parts: object) -> str:
        """A form of words of this language, with its parts."""
        form: str = self.room["words"][key][self.language]
        return form.format(*parts)

    # times

    def local(self, minute: float) -> datetime:
        """A minute of the story in the zone of the clock."""
        ahead = timedelta(minutes=minute - self.room["end"])
        return (self.end + ahead).astimezone(self.now.tzinfo)

    def at(self, minute: float) -> Moment:
        """A minute of the story as a moment."""
        return Moment.of(self.local(minute))

    def quarter(self, minute: float) -> datetime:
        """The quarter of an hour at or after a minute of the story, in the zone of the clock."""
        return self.local(minute + -self.local(minute).minute % QUARTER)

    def due(self, minute: float | None) -> Moment | None:
        """The same as a deadline; None stays None."""
        return None if minute is None else Moment.of(self.quarter(minute))

    def _clock(self, minute: int) -> str:
        return f"{self.quarter(minute):%H:%M}"

    def _day(self, minute: int) -> str:
        day = self.local(minute)
        form: str = self.room["words"]["date"][self.language]
        return form.format(day=day.day, number=day.month, month=MONTHS[day.month - 1])


@dataclass(frozen=True)
class _Told:
    """What a text writes as ``{clock[90]}``: the words for a minute of the story."""

    words: Callable[[int], str]

    def __getitem__(self, minute: int) -> str:
        return self.words(minute)


@dataclass(frozen=True)
class _Named:
    """What a text writes as ``{fact[key]}``: the fact by its id, as texts name it."""

    ids: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return reference(self.ids[key])
