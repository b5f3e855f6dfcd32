"""What stands in a cell of a workbook, as the text that a CSV file would have for it."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop.warroom.exchange.decoding import joined

_WHOLE = 10**15  # floats below it that are whole numbers are exact
_SPOKEN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # texts, colours and single characters in a format
_MS = timedelta(milliseconds=1)


def text_of(cell: Any) -> str:
    """The text of a cell; a date is written as exactly as the cell shows it, or as it is."""
    value = cell.value
    match value:
        case None:
            return ""
        case str():
            return joined(value)
        case bool():
            return "true" if value else "false"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
        case datetime():
            return _moment(value, cell.number_format)
        case date() | time() | timedelta():
            return str(value)
    return str(value)


def _moment(value: datetime, form: str) -> str:
    """``2026-11-23``, ``… 14``, ``… 14:05``, ``… 14:05:30`` or with milliseconds."""
    value = _rounded(value)
    shown = _SPOKEN.sub("", form).lower()
    exact = _exact(value)
    if "s" in shown:
        exact = max(exact, 4 if ".0" in shown else 3)
    elif "h" in shown:
        exact = max(exact, 2 if ":" in shown or "m" in shown.partition("h")[2] else 1)
    text = value.isoformat(" ", "milliseconds")
    return text[: (10, 13, 16, 19, 23)[exact]]


def _rounded(value: datetime) -> datetime:
    """To the millisecond: a day as a fraction is not exact in a float."""
    return value + _MS / 2 - timedelta(microseconds=(value + _MS / 2).microsecond % 1_000)


def _exact(value: datetime) -> int:
    """How exact the value itself is: 0 a day, 1 an hour, up to 4, a millisecond."""
    finest = (value.microsecond, value.second, value.minute, value.hour)
    return next((4 - place for place, part in enumerate(finest) if part), 0)
