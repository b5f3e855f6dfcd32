"""What the log bar understood of a line."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.warroom.capture.told import Told
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment

Span = tuple[int, int]  # from the first character to behind the last, in the typed line


class Sort(StrEnum):
    """What a chip tells of."""

    TIME = "time"
    KIND = "kind"
    PERSON = "person"
    TAG = "tag"
    DEADLINE = "deadline"
    PASSED = "passed"
    REASON = "reason"
    REASON_MISSING = "reason_missing"
    TOLD = "told"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the line that was recognised, or a hint about one that nearly was."""

    sort: Sort
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """The values that a line gives an entry.

    ``refused`` is a sentence when the line cannot be logged. ``taken`` are the parts of the line
    that do not stand in the text: they became time, kind, deadline or reason, or are the spaces,
    separators and backslashes between. ``told`` is what a line about staff reports of a group.
    """

    kind: EntryKind
    text: str
    happened_at: Moment
    time_said: bool
    reason: str
    people: tuple[str, ...]
    tags: tuple[str, ...]
    deadline: Moment | None
    chips: tuple[Chip, ...]
    taken: tuple[Span, ...]
    refused: str
    told: Told | None = None
