"""What the sections of a briefing are made of: tables, sentences, and times as paper shows them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from desktop.warroom import shown
from desktop.warroom.moment import Moment, Precision

Plain = dict[str, Any]
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.I)
_home: ContextVar[int | None] = ContextVar("home", default=None)


@contextmanager
def at_home(offset: int) -> Iterator[None]:
    """Times said in this offset (minutes east of UTC) need not name it; all others do."""
    token = _home.set(offset)
    try:
        yield
    finally:
        _home.reset(token)


def table(
    title: str,
    head: list[str],
    widths: list[str],
    rows: list[list[str]],
    note: str = "",
    marks: Sequence[str] = (),
) -> Plain:
    """A table with its title; a width is ``auto`` or a share such as ``2fr``.

    A row may hold an address behind its cells, for the third of them. ``marks`` say of each row
    whether it is new, changed or closed since the last briefing. A column without a value in any
    row is left out.
    """
    if rows and all(len(row) == len(widths) for row in rows):
        kept = [n for n in range(len(widths)) if any(row[n] for row in rows)]
        head, widths, *rows = ([line[n] for n in kept] for line in (head, widths, *rows))
    plain = {"form": "table", "title": title, "note": note, "marks": list(marks)}
    return {**plain, "head": head, "widths": widths, "rows": rows}


def sentences(title: str, rows: list[str]) -> Plain:
    """Sentences under a title."""
    return {"form": "text", "title": title, "note": "", "rows": rows}


def filled(parts: Iterator[Plain] | Sequence[Plain]) -> list[Plain]:
    """The parts that tell something."""
    return [part for part in parts if part["rows"] or part["note"]]


def said(moment: Moment | None) -> str:
    """Day and time as they were said, with the zone where it is not the one of the paper."""
    if moment is None:
        return ""
    if moment.precision is Precision.DAY:
        return shown.day_said(moment)
    when = f"{shown.day(moment.local.date())} {shown.time(moment)}"
    home = _home.get()
    return when if home in (None, moment.offset) else f"{when} {shown.zone_name(moment.offset)}"


def link(url: str) -> str:
    """The address if it may be a link on paper; any other scheme stays out."""
    return url if _LINK.fullmatch(url) else ""
