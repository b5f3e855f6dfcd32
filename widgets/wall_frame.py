"""The frame of every page of a wall: drill, incident, people, clock, warnings, and the foot."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from resources import _, ngettext
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of, shortened, wrapped
from widgets.wall_state import Head

MARGIN = 12  # steps at both sides
_RIGHT = Qt.AlignmentFlag.AlignRight
_TITLES = ("wall_title", "wall_body")  # faces of the title, the first in which it is one line


def put_head(sheet: Sheet, head: Head) -> int:
    """Write bands, title and clock; where the page may begin."""
    top = _drill(sheet, head.drill) if head.drill else 0
    clock = _clock(sheet, head, top)
    if not head.title:
        return clock
    bottom = _names(sheet, head, top + sheet.space(5))
    bottom = max(bottom + sheet.space(5), clock)
    if head.warnings:
        return _watch(sheet, head.warnings, bottom)
    sheet.rule(0, bottom, sheet.size.width())
    return bottom


def put_foot(sheet: Sheet, head: Head, place: str) -> int:
    """Write the foot; where the page must end."""
    face = sheet.face("wall_label", tabular=True)
    height = line_of(face) + sheet.space(5)
    top = sheet.size.height() - height
    sheet.rule(0, top, sheet.size.width())
    left, right = sheet.space(MARGIN), sheet.size.width() - sheet.space(MARGIN)
    box = QRect(left, top + sheet.space(2.5), right - left, line_of(face))
    used = sheet.write(head.seal, face, box, Token.MUTED, _RIGHT)
    box.setWidth(max(0, box.width() - used - sheet.space(MARGIN)))
    said = " · ".join(filter(None, (head.foot, place)))
    sheet.write(said, face, box, Token.MUTED)
    return top


def put_closed(sheet: Sheet, words: str, top: int, bottom: int) -> None:
    """Write, in the middle, why nothing is shown."""
    face = sheet.face("wall_title", BOLD)
    width = sheet.size.width() - 2 * sheet.space(MARGIN)
    lines = [line for part in words.splitlines() for line in wrapped(part, face, width)]
    at = (top + bottom - line_of(face) * len(lines)) // 2
    for number, line in enumerate(lines):
        box = QRect(sheet.space(MARGIN), at + number * line_of(face), width, line_of(face))
        sheet.write(line, face, box, Token.TEXT, Qt.AlignmentFlag.AlignHCenter)


def _drill(sheet: Sheet, words: str) -> int:
    """A band across the whole wall, over everything else."""
    face, width = sheet.face("wall_title", BOLD), sheet.size.width()
    band = QRect(0, 0, width, line_of(face) + sheet.space(3))
    sheet.fill(band, Token.WARN)
    margin = sheet.space(MARGIN)
    box = band.adjusted(margin, sheet.space(1.5), -margin, 0)
    sheet.write(words, face, box, Token.ON_ACCENT, Qt.AlignmentFlag.AlignHCenter)
    return band.height()


def _clock(sheet: Sheet, head: Head, top: int) -> int:
    """Clock and time since the start at the top right; where they end."""
    right = sheet.size.width() - sheet.space(MARGIN)
    face, small = sheet.face("wall_clock", BOLD, tabular=True), sheet.face("wall_label")
    box = QRect(right - _clock_room(sheet), top + sheet.space(1), _clock_room(sheet), line_of(face))
    sheet.write(head.clock, face, box, Token.TEXT, _RIGHT)
    under = QRect(box.left(), box.bottom() - sheet.space(2), box.width(), line_of(small))
    sheet.write(head.elapsed, small, under, Token.MUTED, _RIGHT)
    return under.bottom() + sheet.space(3)


def _clock_room(sheet: Sheet) -> int:
    face = sheet.face("wall_clock", BOLD, tabular=True)
    return QFontMetrics(face).horizontalAdvance("00:00") + sheet.space(1)


def _names(sheet: Sheet, head: Head, top: int) -> int:
    """The title, and below it level, phase and people in one flow; where they end."""
    left = sheet.space(MARGIN)
    room = sheet.size.width() - 2 * left - _clock_room(sheet) - sheet.space(MARGIN)
    lines = [head.title]
    for name in _TITLES:
        face = sheet.face(name, BOLD)
        lines = wrapped(head.title, face, room)
        if len(lines) == 1:
            break
    lines = shortened(lines, 2, face, room)
    top += sheet.flow(lines, face, QRect(left, top, room, 0)) + sheet.space(2.5)
    return _facts(sheet, head, QRect(left, top, room, 0))


def _facts(sheet: Sheet, head: Head, box: QRect) -> int:
    """Level and phase, then the notes with a dot between those that share a line."""
    face, bold = sheet.face("wall_body"), sheet.face("wall_body", BOLD)
    x, y, pitch, end = box.left(), box.top(), line_of(face), box.left() + box.width()
    gap, blank = sheet.space(4), QFontMetrics(face).horizontalAdvance(" ")
    x += sheet.chip(head.level, head.level_token, x, y, box.width()) + gap if head.level else 0
    x += sheet.write(head.phase, bold, QRect(x, y, end - x, pitch), Token.ACCENT) + gap
    for number, note in enumerate(head.notes):
        text = f"· {note}" if number else note
        if x + QFontMetrics(face).horizontalAdvance(text) > end:
            x, y, text = box.left(), y + pitch, note
        x += sheet.write(text, face, QRect(x, y, end - x, pitch), Token.MUTED) + blank
    return y + pitch


def _watch(sheet: Sheet, warnings: tuple[str, ...], top: int) -> int:
    """The strip of warnings: as many as there is room for, and how many more there are."""
    face = sheet.face("wall_body", BOLD)
    band = QRect(0, top, sheet.size.width(), line_of(face) + sheet.space(5))
    sheet.fill(band, Token.WARN)
    margin = sheet.space(MARGIN)
    box = band.adjusted(margin, sheet.space(2.5), -margin, 0)
    sheet.write(_fitting(warnings, face, box.width()), face, box, Token.ON_ACCENT)
    return band.bottom() + 1


def _fitting(warnings: tuple[str, ...], face: QFont, room: int) -> str:
    metrics = QFontMetrics(face)
    for shown in range(len(warnings), 0, -1):
        said = "▲ " + "  ·  ".join(warnings[:shown])
        if more := len(warnings) - shown:
            said += "  ·  " + ngettext("{n} more", "{n} more", more).format(n=more)
        if metrics.horizontalAdvance(said) <= room:
            return said
    return "▲ " + _("{n} warnings: {first}").format(n=len(warnings), first=warnings[0])
