"""The form of records, made from their declaration: what it starts with, what was typed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from desktop.models.named import name_of
from desktop.warroom.fields import Field, Shape, Start
from desktop.warroom.kinds import KINDS
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.typed import as_typed
from resources import _
from widgets.editors import FormField

SHAPES = {Shape.ITEMS: "prose", Shape.LINK: "choice"}
SIMPLE = (Shape.TEXT, Shape.CHOICE, Shape.MOMENT, Shape.NUMBER)  # what several rows can share
MOST_KNOWN = 300  # texts that a line offers to complete


def form_fields(
    kind: type[Record], holding: Callable[[str], Any] | None = None, *, several: bool = False
) -> list[Field]:
    """The fields that a user edits, needed prose first; of several those that may be equal.

    ``holding`` tells the value of a field, on which others may depend; without it they are left
    out.
    """
    wanted = sorted((f for f in kind.declared() if f.form), key=_not_the_words)
    wanted = [f for f in wanted if _belongs(f, holding)]
    if not several:
        return wanted
    return [f for f in wanted if f.shape in SIMPLE and not (f.needed and f.shape is Shape.TEXT)]


def begun(room: WarRoom, kind: type[Record], given: dict[str, Any]) -> dict[str, str]:
    """What the form of a new record starts with: what was given, now, me, or the default."""
    texts = {}
    for field in form_fields(kind, given.get):
        if field.name in given:
            texts[field.name] = typed(room, field, given[field.name])
        elif field.starts is Start.ME:
            texts[field.name] = room.operator
        elif field.starts is Start.NOW:
            texts[field.name] = f"{room.here():%Y-%m-%d %H:%M}"
        else:
            texts[field.name] = typed(room, field, field.default)
    return texts


def shared(room: WarRoom, records: Sequence[Record]) -> dict[str, str]:
    """The texts of the fields of some records; empty where they differ."""
    texts = {}
    several, holding = len(records) > 1, partial(getattr, records[0])
    for field in form_fields(type(records[0]), holding, several=several):
        found = {typed(room, field, getattr(record, field.name)) for record in records}
        texts[field.name] = found.pop() if len(found) == 1 else ""
    return texts


def typed(room: WarRoom, field: Field, value: Any) -> str:
    """A value as it is typed into this room's forms."""
    return as_typed(field, value, room.here())


def shown_field(room: WarRoom, kind: type[Record], field: Field, text: str, hint: str) -> FormField:
    """The declared field as a field of a form that starts with ``text``."""
    return FormField(
        field.name,
        _(field.label),
        SHAPES.get(field.shape, field.shape.value),
        _choices(room, field, text),
        text,
        needed=field.needed,
        known=_known(room, kind, field),
        hint=hint
        or (_("one to a line; ✓ before what is done") if field.shape is Shape.ITEMS else ""),
    )


def _choices(room: WarRoom, field: Field, text: str) -> tuple[tuple[str, str], ...]:
    """What can be chosen; a value of another version stands among it as it is."""
    if field.shape is Shape.CHOICE:
        assert field.choices is not None
        found = [(choice.value, choice.shown) for choice in field.choices]
    elif field.shape is Shape.LINK:
        found = [(each.id, name_of(each)) for each in room.all(KINDS[field.target])]
    else:
        return ()
    if not field.default and not field.needed:
        found.insert(0, ("", _("not said")))
    known = {value for value, _label in found}
    return tuple(found) if not text or text in known else (*found, (text, text))


def _known(room: WarRoom, kind: type[Record], field: Field) -> tuple[str, ...]:
    if field.shape is not Shape.TEXT:
        return ()
    names = list(room.people()) if field.starts is Start.ME else []
    counted = room.tally(Selection(kind=kind), field.name)
    used = sorted((word for word in counted if word), key=lambda word: -counted[word])
    return tuple(dict.fromkeys([*names, *used]))[:MOST_KNOWN]


def _belongs(field: Field, holding: Callable[[str], Any] | None) -> bool:
    name, value = field.only
    return not name or (holding is not None and holding(name) == value)


def _not_the_words(field: Field) -> bool:
    return not (field.needed and field.shape is Shape.PROSE)
