"""Entries of the log on a wall: as many as there is room for, each of them whole."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from resources import _
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of, one_line, shortened, wrapped
from widgets.wall_state import Said

_PAD = 4.5  # steps above and below an entry


def put_log(sheet: Sheet, entries: Sequence[Said], *areas: QRect) -> int:
    """Write entries, the first on top, into areas one after the other; how many stand there.

    What does not fit is left out with all that follows; only what is alone too long for an area
    ends in ….
    """
    times = _time_room(sheet, entries)
    left, number = list(areas), 0
    area = left.pop(0)
    top = area.top()
    while number < len(entries):
        lines = _lines(sheet, entries[number], area.width() - times)
        height = _height(sheet, entries[number], len(lines))
        if top + height > area.bottom() and top > area.top():
            if not left:
                break
            area = left.pop(0)
            top = area.top()
            continue
        row = QRect(area.left(), top, area.width(), min(height, area.bottom() - top))
        if top > area.top():
            sheet.rule(row.left(), row.top(), row.width())
        _put(sheet, entries[number], lines, row, times)
        top, number = top + height, number + 1
    return number


def put_empty(sheet: Sheet, sentence: str, area: QRect) -> None:
    """Write what stands where nothing is yet."""
    face = sheet.face("wall_body")
    box = area.adjusted(0, sheet.space(5), 0, 0)
    sheet.flow(wrapped(sentence, face, box.width()), face, box, Token.MUTED)


def _put(sheet: Sheet, entry: Said, lines: list[str], row: QRect, times: int) -> None:
    face, pad = sheet.face("wall_body"), sheet.space(_PAD)
    if entry.fresh:
        sheet.mark(QRect(row.left() - sheet.space(5), row.top() + pad, 0, row.height() - 2 * pad))
    _margin(sheet, entry, QRect(row.left(), row.top() + pad, times, row.height()))
    room = row.width() - times
    lead, indent = _lead(sheet, entry)
    most = max(1, (row.height() - 2 * pad) // line_of(face))
    lines = shortened(lines, most, face, room - (indent if most == 1 else 0))
    box = QRect(row.left() + times, row.top() + pad, room, line_of(face))
    sheet.write(lead, sheet.face("wall_body", BOLD), box, entry.lead_token)
    sheet.flow(lines[:1], face, box.adjusted(indent, 0, 0, 0))
    sheet.flow(lines[1:], face, box.translated(0, line_of(face)))


def _margin(sheet: Sheet, entry: Said, box: QRect) -> None:
    """The time, below it the day where that is another, and the word for what is new."""
    face, small = sheet.face("wall_body", BOLD, tabular=True), sheet.face("wall_label")
    if entry.time:
        sheet.write(entry.time, face, box, Token.MUTED)
        box = box.translated(0, line_of(face))
    if entry.day:
        sheet.write(entry.day, small, box, Token.MUTED)
        box = box.translated(0, line_of(small))
    if entry.fresh:
        sheet.write(_("new"), sheet.face("wall_label", BOLD), box, Token.ACCENT)


def _lines(sheet: Sheet, entry: Said, room: int) -> list[str]:
    return wrapped(entry.text, sheet.face("wall_body"), room, _lead(sheet, entry)[1])


def _height(sheet: Sheet, entry: Said, lines: int) -> int:
    face, small = sheet.line("wall_body"), sheet.line("wall_label")
    beside = bool(entry.time) * face + (bool(entry.day) + entry.fresh) * small
    return max(lines * face, beside) + 2 * sheet.space(_PAD)


def _lead(sheet: Sheet, entry: Said) -> tuple[str, int]:
    """The word before the text, and the pixels that it takes from the first line."""
    lead = one_line(entry.lead)
    if not lead:
        return "", 0
    width = QFontMetrics(sheet.face("wall_body", BOLD)).horizontalAdvance(lead)
    return lead, width + sheet.space(2)


def _time_room(sheet: Sheet, entries: Sequence[Said]) -> int:
    """The width of the column of times, so that all texts begin in one line."""
    bold, small = sheet.face("wall_body", BOLD, tabular=True), sheet.face("wall_label")
    wide = [QFontMetrics(bold).horizontalAdvance(time) for time in {e.time for e in entries}]
    wide += [QFontMetrics(small).horizontalAdvance(day) for day in {e.day for e in entries}]
    return max([*wide, QFontMetrics(bold).horizontalAdvance("00:00")]) + sheet.space(7)
