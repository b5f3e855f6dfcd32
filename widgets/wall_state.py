"""All that a wall shows, in the words to be shown; how large and where is not said here."""

from dataclasses import dataclass

from widgets.figures import Figure
from widgets.group_columns import GroupRow
from widgets.theme import Token
from widgets.tone_hours import HourTone


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on every page: incident, people and clock; an empty word takes no room.

    ``clock`` is local ``HH:MM``, ``closed`` why nothing else may be shown.
    """

    clock: str
    elapsed: str = ""
    title: str = ""
    level: str = ""
    level_token: Token = Token.BAD
    phase: str = ""
    notes: tuple[str, ...] = ()
    drill: str = ""
    warnings: tuple[str, ...] = ()
    closed: str = ""
    foot: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of the log. ``lead`` is a word before the text, ``fresh`` marks what is new."""

    time: str
    text: str
    day: str = ""
    lead: str = ""
    lead_token: Token = Token.ACCENT
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """A deadline: what is due, how long it is until then, when that is and whose."""

    text: str
    left: str
    note: str
    token: Token = Token.TEXT
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, and whether it changed just now."""

    figure: Figure
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class ToneCount:
    """How many items of today have a tone; ``tone`` is its key, ``said`` its sign and count."""

    tone: str
    count: int
    said: str
    token: Token


@dataclass(frozen=True, slots=True)
class Tones:
    """The tone of today's coverage: in counts, and by hour."""

    title: str
    counts: tuple[ToneCount, ...]
    hours: tuple[HourTone, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """What happened at the left; what is due, the figures and the tone at the right."""

    log: tuple[Said, ...]
    ahead: tuple[Ahead, ...]
    figures: tuple[Value, ...]
    tones: Tones
    empty: str = ""
    nothing_due: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """The log in two columns."""

    log: tuple[Said, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A task: its title, and below it when it is due and whose it is."""

    title: str
    note: str = ""
    token: Token = Token.MUTED
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board; ``count`` is how many cards it has in all, in figures."""

    title: str
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The task board."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A media item: ``tone`` with its sign, ``note`` says whether it waits for an answer."""

    time: str
    text: str
    day: str = ""
    tone: str = ""
    tone_token: Token = Token.MUTED
    note: str = ""
    note_token: Token = Token.MUTED
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """The latest items at the left, the tone at the right."""

    items: tuple[Item, ...]
    tones: Tones
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who was told the message sent last, group by group; ``fresh`` are ids of groups.

    ``log`` are the rumours heard among them.
    """

    title: str
    groups: tuple[GroupRow, ...]
    log: tuple[Said, ...] = ()
    fresh: frozenset[str] = frozenset()
    empty: str = ""


Page = Overview | Log | Board | Media | Staff


@dataclass(frozen=True, slots=True)
class WallState:
    """Everything on the wall; ``place`` says which page it is of how many, for its foot."""

    head: Head
    page: Page | None = None
    place: str = ""
