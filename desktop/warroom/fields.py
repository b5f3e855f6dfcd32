"""How a record declares its fields: one declaration for table, form, columns, exchange, search."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop.warroom.choices import Choice


class Shape(StrEnum):
    """What a field holds; the shape decides column, editor and plain form."""

    TEXT = "text"  # one line
    PROSE = "prose"  # several lines
    CHOICE = "choice"  # a member of a closed list, or the key of one this version does not know
    NUMBER = "number"  # a whole number
    FLAG = "flag"
    MOMENT = "moment"
    WORDS = "words"  # a list of words
    ITEMS = "items"  # a list of small objects (checklist, earlier wordings)
    LINK = "link"  # the id of another record


class Start(StrEnum):
    """What the form of a new record begins with."""

    NOW = "now"
    ME = "me"


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field of a record. ``label`` is a message key for ``_()``."""

    name: str
    shape: Shape
    label: str
    default: Any
    choices: type[Choice] | None = None
    target: str = ""  # the kind that a LINK, or each of some WORDS, points to
    needed: bool = False  # may not be empty
    form: bool = True  # a user edits it
    also: tuple[str, ...] = ()  # column names in foreign files that mean this field
    starts: Start | None = None  # what a new record's form begins with
    ahead: bool = False  # a moment to come: a bare time is the next such, not the last
    only: tuple[str, str] = ("", "")  # a form has it only where another field holds this value

    @property
    def named(self) -> bool:
        """Whether it links to what has a name; an entry has its text alone, for some eyes only."""
        return bool(self.target) and self.target != "entry"


def declare(
    shape: Shape,
    label: str,
    default: Any = None,
    *,
    choices: type[Choice] | None = None,
    target: str = "",
    needed: bool = False,
    form: bool = True,
    also: tuple[str, ...] = (),
    starts: Start | None = None,
    ahead: bool = False,
    only: tuple[str, str] = ("", ""),
) -> Any:
    """A dataclass field that carries its declaration."""
    spec = Field(
        "", shape, label, default, choices, target, needed, form, also, starts, ahead, only
    )
    return dataclasses.field(default=default, metadata={"field": spec})


def fields_of(kind: type) -> tuple[Field, ...]:
    """The declared fields of a record class, in order."""
    if kind not in _DECLARED:
        _DECLARED[kind] = tuple(
            dataclasses.replace(f.metadata["field"], name=f.name)
            for f in dataclasses.fields(kind)
            if "field" in f.metadata
        )
    return _DECLARED[kind]


def needed_of(kind: type) -> tuple[Field, ...]:
    """The declared fields that may not be empty."""
    if kind not in _NEEDED:
        _NEEDED[kind] = tuple(field for field in fields_of(kind) if field.needed)
    return _NEEDED[kind]


def defaults_of(kind: type) -> tuple[tuple[str, Any], ...]:
    """The names of the declared fields with their defaults."""
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = tuple((field.name, field.default) for field in fields_of(kind))
    return _DEFAULTS[kind]


_DECLARED: dict[type, tuple[Field, ...]] = {}
_NEEDED: dict[type, tuple[Field, ...]] = {}
_DEFAULTS: dict[type, tuple[tuple[str, Any], ...]] = {}
