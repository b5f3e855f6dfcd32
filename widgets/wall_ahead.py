"""Deadlines on a wall as countdowns: side by side where their words are short, else in rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from resources import _
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of, shortened, wrapped
from widgets.wall_state import Ahead

ACROSS = 3  # cells side by side, and rows, at most
_LINES = 2  # of words above a countdown in a cell
_ROW_LINES = 4  # of words beside a countdown in a row, at most
_PAD = 5  # steps above and below
_SIZES = ("wall_due", "wall_figure", "wall_body", "wall_label")  # of a countdown, the first to fit


def put_ahead(sheet: Sheet, ahead: Sequence[Ahead], nothing: str, area: QRect) -> int:
    """Write the next deadlines from the top of an area; where they end."""
    if not ahead:
        face = sheet.face("wall_label")
        box = area.adjusted(sheet.space(8), sheet.space(_PAD), 0, 0)
        sheet.write(nothing, face, box, Token.MUTED)
        return box.top() + line_of(face) + sheet.space(_PAD)
    cell = area.width() // ACROSS
    face = sheet.face("wall_label")
    labels = [wrapped(each.text, face, _room(sheet, cell)) for each in ahead[:ACROSS]]
    lines = max(map(len, labels))
    if lines > _LINES or not all(_fits(sheet, each, cell) for each in ahead[:ACROSS]):
        return _rows(sheet, ahead[:ACROSS], area)
    height = lines * line_of(face) + sheet.line("wall_due") + line_of(face) + 2 * sheet.space(_PAD)
    for number, (each, label) in enumerate(zip(ahead, labels)):
        box = QRect(area.left() + number * cell, area.top(), cell, height)
        _cell(sheet, each, label, lines, box, first=number == 0)
    return area.top() + height


def _cell(
    sheet: Sheet, each: Ahead, label: list[str], lines: int, box: QRect, *, first: bool
) -> None:
    face = sheet.face("wall_label", tabular=True)
    room = box.adjusted(sheet.space(8), sheet.space(_PAD), -sheet.space(3), 0)
    if not first:
        sheet.stroke(box.left(), box.top(), box.height())
    sheet.flow(label, face, room, Token.MUTED)
    room.translate(0, lines * line_of(face))
    sheet.write(each.left, _figure(sheet, each.left, room.width()), room, each.token)
    room.translate(0, sheet.line("wall_due"))
    sheet.write(each.note, face, room, Token.MUTED)
    if each.fresh:
        _new(sheet, box, room, QFontMetrics(face).horizontalAdvance(each.note))


def _new(sheet: Sheet, box: QRect, row: QRect, used: int) -> None:
    pad = sheet.space(_PAD)
    sheet.mark(QRect(box.left(), box.top() + pad, 0, box.height() - 2 * pad))
    bold = sheet.face("wall_label", BOLD)
    sheet.write(_("new"), bold, row.adjusted(used + sheet.space(3), 0, 0, 0), Token.ACCENT)


def _rows(sheet: Sheet, ahead: Sequence[Ahead], area: QRect) -> int:
    """A row for each: the countdown, and beside it all of its words."""
    face, pad = sheet.face("wall_label", tabular=True), sheet.space(3)
    left = area.left() + sheet.space(8)
    widest = max(_width(sheet.face("wall_due", BOLD, tabular=True), each.left) for each in ahead)
    figures = min(widest, area.width() // 2) + sheet.space(8)
    room = area.width() - sheet.space(10) - figures
    top = area.top() + sheet.space(1)
    for number, each in enumerate(ahead):
        lines = wrapped(each.text, face, room)
        lines = shortened(lines, _ROW_LINES, face, room)
        height = max((len(lines) + 1) * line_of(face), sheet.line("wall_due")) + 2 * pad
        if number and top + height > area.bottom():
            break
        if number:
            sheet.rule(left, top, area.right() - left)
        box = QRect(left, top + pad, figures - sheet.space(8), height - 2 * pad)
        sheet.write(each.left, _figure(sheet, each.left, box.width()), box, each.token)
        words = QRect(left + figures, top + pad, room, line_of(face))
        words.translate(0, sheet.flow(lines, face, words))
        sheet.write(each.note, face, words, Token.MUTED)
        if each.fresh:
            _new(sheet, QRect(area.left(), top, 0, height), words, _width(face, each.note))
        top += height
    return top + sheet.space(1)


def _fits(sheet: Sheet, each: Ahead, cell: int) -> bool:
    face = sheet.face("wall_label", tabular=True)
    fresh = _width(sheet.face("wall_label", BOLD), _("new")) + sheet.space(3) if each.fresh else 0
    figure = _figure(sheet, each.left, _room(sheet, cell))
    room = _room(sheet, cell)
    return max(_width(face, each.note) + fresh, _width(figure, each.left)) <= room


def _room(sheet: Sheet, cell: int) -> int:
    return cell - sheet.space(11)


def _figure(sheet: Sheet, text: str, room: int) -> QFont:
    """The largest face in which a countdown fits: cut short it would be another one."""
    faces = [sheet.face(name, BOLD, tabular=True) for name in _SIZES]
    return next((face for face in faces if _width(face, text) <= room), faces[-1])


def _width(face: QFont, text: str) -> int:
    return QFontMetrics(face).horizontalAdvance(text)
