"""A script: what arrives in the room at which minute, and what answer is expected by when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from desktop.warroom.choices import CrisisType, Tone
from desktop.warroom.drills.words import Expected, InjectKind
from desktop.warroom.moment import Moment
from resources import path, spoken

MINUTE = 60_000  # milliseconds
SPEEDS = (1, 5, 30)  # minutes of the script in one of ours
SHIPPED = ("product_quality",)  # by the name of its file


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that arrives at a minute of the script.

    ``who`` is where it comes from: outlet, platform, caller or group. ``within`` are the minutes
    after it in which what it ``expects`` should be done, ``wanted`` says in words what.
    """

    key: str
    minute: int
    kind: InjectKind
    text: str
    who: str = ""
    reach: int | None = None
    tone: Tone = Tone.NOT_RATED
    expects: Expected | None = None
    within: int | None = None
    wanted: str = ""

    def plain(self) -> dict[str, Any]:
        """The inject as JSON values, without those that are empty."""
        names = self.__dataclass_fields__
        found = {name: getattr(self, name) for name in names}
        return {name: _plain(value) for name, value in found.items() if value not in (None, "")}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Self:
        """The inject of such values. Raises ValueError or KeyError for what is none."""
        expects = plain.get("expects")
        return cls(
            key=str(plain["key"]),
            minute=int(plain["minute"]),
            kind=InjectKind(plain["kind"]),
            text=plain["text"],
            who=plain.get("who", ""),
            reach=plain.get("reach"),
            tone=Tone(plain.get("tone", Tone.NOT_RATED)),
            expects=Expected(expects) if expects else None,
            within=plain.get("within"),
            wanted=plain.get("wanted", ""),
        )


@dataclass(frozen=True, slots=True)
class Script:
    """A drill to be played, in one language; ``minutes`` is its length."""

    title: str
    type: CrisisType
    injects: tuple[Inject, ...]
    minutes: int
    about: str = ""

    @classmethod
    def of(cls, title: str, kind: CrisisType, injects: Iterable[Inject], about: str = "") -> Self:
        """A script in the order of its minutes, as long as its last answer may take."""
        ordered = tuple(sorted(injects, key=lambda each: each.minute))
        length = max((each.minute + (each.within or 0) for each in ordered), default=0)
        return cls(title, kind, ordered, length, about)


def due_injects(
    script: Script, begun: Moment, now: Moment, speed: int, played: Iterable[str]
) -> list[Inject]:
    """The injects that are due and have not been played, the earliest first.

    ``begun`` is the moment at which minute 0 of the script was, or would have been at this speed;
    ``played`` are the keys of those that were.
    """
    there, minute = set(played), (now.ms - begun.ms) * speed / MINUTE
    return [each for each in script.injects if each.minute <= minute and each.key not in there]


def shipped(name: str, language: str = "") -> Script:
    """A script that the program brings along, in a language, else the one spoken now."""
    told = json.loads(path("drills", f"{name}.json").read_text("utf-8"))
    own = language or spoken()
    injects = [Inject.of(_said(each, own)) for each in told["injects"]]
    title, about = told["title"][own], told["about"][own]
    return Script.of(title, CrisisType(told["type"]), injects, about)


def _said(told: dict[str, Any], language: str) -> dict[str, Any]:
    """Values of which those in three languages are in one of them."""
    return {name: v[language] if isinstance(v, dict) else v for name, v in told.items()}


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, (InjectKind, Expected, Tone)) else value
