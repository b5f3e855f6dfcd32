"""What the sections of a briefing are made of: tables, and times as they stand on paper."""

from typing import Any

from desktop.warroom import shown
from desktop.warroom.moment import Moment, Precision

Plain = dict[str, Any]


def table(
    title: str, head: list[str], widths: list[str], rows: list[list[str]], note: str = ""
) -> Plain:
    """A table with its title; a width is ``auto`` or a share such as ``2fr``."""
    plain = {"form": "table", "title": title, "note": note, "head": head}
    return {**plain, "widths": widths, "rows": rows}


def said(moment: Moment | None) -> str:
    """Day and time as they were said."""
    if moment is None:
        return ""
    if moment.precision is Precision.DAY:
        return shown.day_said(moment)
    return f"{shown.day(moment.local.date())} {shown.time(moment)}"
