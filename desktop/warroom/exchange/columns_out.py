"""The columns that a kind of record has in files, and what stands in their cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from desktop.warroom.choices import shown
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment, zone_text
from desktop.warroom.records import Record
from resources import _

Cell = str | int | Moment | None
Names = Mapping[str, str]  # the names of records that links point to, by id


class Part(Enum):
    """What of a field a column holds."""

    VALUE = "value"
    NAME = "name"  # of the record a link points to
    OFFSET = "offset"  # of a moment, with ~ behind it for "about"
    ID = "id"  # of the record itself


@dataclass(frozen=True, slots=True)
class Column:
    """A column; the heading is the field's name, or its label in the language spoken now."""

    field: Field
    part: Part
    heading: str


def columns_out(
    kind: type[Record], *, words: bool = False, offsets: bool = False
) -> tuple[Column, ...]:
    """The columns of a kind: its own fields, then who wrote it down and when, then its id.

    A link to what has a name has a second column with it, with ``offsets`` a moment one with
    its offset.
    """
    found: list[Column] = []
    for field in _fields(kind):
        found.append(_column(field, Part.VALUE, words))
        if field.named:
            found.append(_column(field, Part.NAME, words))
        elif field.shape is Shape.MOMENT and offsets:
            found.append(_column(field, Part.OFFSET, words))
    return (*found, _column(Field("id", Shape.TEXT, "", ""), Part.ID, words))


def cell_of(column: Column, record: Record, names: Names, *, words: bool = False) -> Cell:
    """What stands in a column for a record; with ``words`` choices are told and not keyed."""
    value: Any = record.id if column.part is Part.ID else getattr(record, column.field.name)
    match column.part:
        case Part.NAME if column.field.shape is Shape.WORDS:
            return ", ".join(names.get(each, each) for each in value)
        case Part.NAME:
            return names.get(value, "")
        case Part.OFFSET:
            return zone_text(value.offset) + "~" * value.about if value else ""
    match column.field.shape:
        case Shape.CHOICE:
            return shown(value) if words else str(value)
        case Shape.FLAG:
            return _flag(value, words)
        case Shape.WORDS:
            return ", ".join(value)
        case Shape.ITEMS:
            return "\n".join(map(_item, value))
    cell: Cell = value
    return cell


def _fields(kind: type[Record]) -> list[Field]:
    """The declared fields, those that every record has at the end; whether it is gone is known."""
    common = {field.name for field in Record.declared()}
    own = [field for field in kind.declared() if field.name not in common]
    return own + [field for field in Record.declared() if field.name != "gone"]


def _column(field: Field, part: Part, words: bool) -> Column:
    if part is Part.ID:
        return Column(field, part, _("Id") if words else "id")
    if part is Part.VALUE:
        return Column(field, part, _(field.label) if words else field.name)
    if not words:
        return Column(field, part, f"{field.name}_{part.value}")
    said = _("{label}: name") if part is Part.NAME else _("{label}: offset")
    return Column(field, part, said.format(label=_(field.label)))


def _flag(value: bool, words: bool) -> str:
    if words:
        return _("yes") if value else _("no")
    return "yes" if value else "no"


def _item(item: dict[str, Any]) -> str:
    """A step of a checklist, an earlier wording with its time and author, or a figure, on a line.

    A figure that was not known has no value.
    """
    text = str(item.get("text", ""))
    if text and "value" in item:
        return f"{text}: {item['value'] if item['value'] is not None else ''}".rstrip()
    if "done" in item:
        return f"{'✓' if item['done'] else '☐'} {text}"
    said = " ".join(str(item[name]) for name in ("at", "by") if item.get(name))
    return f"{said}: {text}" if said else text
