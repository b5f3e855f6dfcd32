"""A field's value in words, as tables, histories and papers show it."""

from datetime import datetime, tzinfo
from typing import Any

from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment, Precision
from resources import _
from resources.visible import visible


def in_words(field: Field, value: Any, now: datetime) -> str:
    """The value (as a record or as JSON holds it) in words; empty for nothing.

    Times are told in the zone of ``now``, with their day where that is another.
    """
    if value is None or value == "" or value == () or value == []:
        return ""
    match field.shape:
        case Shape.MOMENT:
            return _moment(value, now)
        case Shape.CHOICE:
            return visible(word(_choice(field, value)))
        case Shape.FLAG:
            return _("yes") if value else _("no")
        case Shape.NUMBER:
            return f"{value:,}"
        case Shape.WORDS:
            return visible(shown.listed(map(str, value)))
        case Shape.ITEMS:
            return visible(_("; ").join(map(_item, value)))
    return visible(str(value))


def full(moment: Moment, zone: tzinfo | None) -> str:
    """Day and time as exactly as they were said, in ``zone``, with the offset.

    A day without a time is told in the offset it was said in, elsewhere it is not one day.
    """
    if moment.precision is Precision.DAY:
        zone_said = shown.zone_name(moment.offset)
        return f"{'~' * moment.about}{shown.long_day(moment.local.date())} {zone_said}"
    local = moment.local.astimezone(zone)
    said = f"{shown.long_day(local.date())} {shown.time(moment, zone)}"
    offset = local.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset is not None else 0
    return f"{said} {shown.zone_name(minutes)}"


def _moment(value: Any, now: datetime) -> str:
    try:
        moment = value if isinstance(value, Moment) else Moment.parse(value)
    except ValueError:
        return visible(str(value))
    return shown.day_and_time(moment, now)


def _choice(field: Field, value: str) -> str:
    assert field.choices is not None
    return field.choices(value) if value in list(field.choices) else value


def _item(item: dict[str, Any]) -> str:
    if item.get("text") and "value" in item:
        return f"{item['text']} {'–' if item['value'] is None else item['value']}"
    return (
        f"{'✓' if item.get('done') else '☐'} {item.get('text', '')}"
        if "done" in item
        else str(item.get("text", ""))
    )
