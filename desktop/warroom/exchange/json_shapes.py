"""Whether a JSON value is one that a field can hold; if not, what it should be, in words."""

from collections.abc import Callable
from typing import Any

from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment
from resources import N_, _

_LARGEST = 2**63 - 1  # what a column of the room holds
_DEEPEST = 4  # lists and objects inside each other
_SMALL = (str, int, float, bool, type(None))


def wrong_shape(field: Field, value: Any, *, nested: bool = False) -> str:
    """What the value of a field should be; empty when it is that.

    Items that may be ``nested`` hold lists and objects in turn, down to ``_DEEPEST``. A choice
    may be a key that this version does not know, and a link may point to a record that is not
    there: a room can hold both.
    """
    if value is None and field.default is None:
        return ""
    fits, should = _SHAPES[field.shape]
    if nested and field.shape is Shape.ITEMS:
        fits = _are_nested
    return "" if fits(value) else _(should)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_moment(value: Any) -> bool:
    """A time that every zone can show: the first and last years of the calendar have no edges."""
    try:
        return 1 < Moment.parse(value).local.year < 9999
    except (TypeError, ValueError, OverflowError):
        return False


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_item, value))


def _is_item(value: Any) -> bool:
    """A step of a checklist, or an earlier wording: words and yes or no, nothing nested."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("text", ""), str)
        and isinstance(value.get("done", False), bool)
        and all(isinstance(part, _SMALL) for part in value.values())
    )


def _are_nested(value: Any) -> bool:
    return (
        isinstance(value, list)
        and all(isinstance(item, dict) for item in value)
        and _is_plain(value, _DEEPEST)
    )


def _is_plain(value: Any, deep: int) -> bool:
    if isinstance(value, (list, dict)):
        parts = value.values() if isinstance(value, dict) else value
        return deep > 0 and all(_is_plain(part, deep - 1) for part in parts)
    return isinstance(value, _SMALL)


_TEXT = (_is_text, N_("a text"))
_SHAPES: dict[Shape, tuple[Callable[[Any], bool], str]] = {
    Shape.TEXT: _TEXT,
    Shape.PROSE: _TEXT,
    Shape.LINK: _TEXT,
    Shape.CHOICE: (_is_key, N_("the key of a choice")),
    Shape.NUMBER: (_is_number, N_("a whole number")),
    Shape.FLAG: (_is_flag, N_("true or false")),
    Shape.MOMENT: (_is_moment, N_("a time such as 2026-11-23T14:05+08:00")),
    Shape.WORDS: (_are_words, N_("a list of texts")),
    Shape.ITEMS: (_are_items, N_("a list of objects with a text")),
}
