"""What is typed into a form becomes the value of a field here, and back; words at the edge."""

from datetime import datetime
from typing import Any

from desktop.warroom.capture.times import due, happened
from desktop.warroom.capture.words import folded
from desktop.warroom.exchange import read_time
from desktop.warroom.exchange.cells import reader
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment
from resources import _

TICKS = ("✓", "x ", "X ", "[x]", "[X]")
_BOXES = ("☐", "[ ]", "-")


def as_typed(field: Field, value: Any, now: datetime) -> str:
    """The text of a value, which ``as_value`` reads as the same value.

    Times are written in the zone of ``now`` with the day always, and with their offset where it
    is another one.
    """
    match field.shape:
        case Shape.MOMENT:
            return _time(value, now) if value else ""
        case Shape.WORDS:
            return ", ".join(value)
        case Shape.ITEMS:
            return "\n".join(map(_item, value))
        case Shape.FLAG:
            return "yes" if value else "no"
    return "" if value is None else str(value)


def as_value(field: Field, text: str, now: datetime) -> Any:
    """The value that was typed for a field; an empty text is the field's own nothing.

    Times are read as in the log bar or in full, in the zone of ``now``. Raises RuleBroken with a
    sentence that says what to write.
    """
    said = text.strip()
    if field.shape is Shape.FLAG:
        return said == "yes"
    if not said:
        return () if field.shape in (Shape.WORDS, Shape.ITEMS) else _nothing(field)
    if field.shape is Shape.MOMENT:
        return _moment(field, said, now)
    if field.shape is Shape.ITEMS:
        return tuple(map(_ticked, filter(None, map(str.strip, said.splitlines()))))
    if field.shape is Shape.CHOICE:
        assert field.choices is not None
        return field.choices(said) if said in list(field.choices) else said
    if field.shape in (Shape.NUMBER, Shape.WORDS):
        assert now.tzinfo is not None
        read = reader(field, now.tzinfo)
        return read(said) if read else said
    return text if field.shape is Shape.PROSE else said


def _nothing(field: Field) -> Any:
    return "" if isinstance(field.default, str) else None


def _moment(field: Field, text: str, now: datetime) -> Moment:
    """A time of the log bar, ahead where the field is a deadline, else a date and time."""
    bare = folded(text).removeprefix("!")
    for said in (due(bare, 0, now, now) if field.ahead else None, happened(bare, 0, now)):
        if said and said.end == len(bare):
            return said.moment
    assert now.tzinfo is not None
    try:
        return read_time(text, now.tzinfo)
    except RuleBroken:
        raise RuleBroken(
            _(
                '"{text}" is no time. Write 14:05, -10m, yesterday 18:30 or 2026-11-23 14:05.'
            ).format(text=text[:60])
        ) from None


def _time(moment: Moment, now: datetime) -> str:
    local = moment.local.astimezone(now.tzinfo)
    offset = local.utcoffset()
    same = offset is not None and round(offset.total_seconds() / 60) == moment.offset
    text = str(moment).replace("T", " ").removesuffix("~")
    zone = str(moment).removesuffix("~")[-6:]
    return "~" * moment.about + (text.removesuffix(zone) if same else text)


def _item(item: dict[str, Any]) -> str:
    return f"{'✓' if item.get('done') else '☐'} {item.get('text', '')}"


def _ticked(line: str) -> dict[str, Any]:
    done = line.startswith(TICKS)
    for sign in (*TICKS, *_BOXES):
        if line.startswith(sign):
            line = line[len(sign) :].strip()
            break
    return {"text": line, "done": done}
