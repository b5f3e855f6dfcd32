"""The task board on a wall: a column for each state, cards as long as there is room."""

from PySide6.QtCore import QRect, Qt

from resources import _, ngettext
from widgets import theme
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of, shortened, wrapped
from widgets.wall_state import Board, Card, Column

_LINES = 4  # of a title
_PAD = 3.5  # steps inside a card


def put_board(sheet: Sheet, board: Board, area: QRect) -> None:
    """Write the columns side by side."""
    gap, count = sheet.space(6), len(board.columns)
    width = (area.width() - gap * (count - 1)) // max(count, 1)
    for number, column in enumerate(board.columns):
        left = area.left() + number * (width + gap)
        _column(sheet, column, QRect(left, area.top(), width, area.height()))


def _column(sheet: Sheet, column: Column, area: QRect) -> None:
    face = sheet.face("wall_label", BOLD, tabular=True)
    head = QRect(area.left(), area.top() + sheet.space(5), area.width(), line_of(face))
    used = sheet.write(column.count, face, head, Token.MUTED, Qt.AlignmentFlag.AlignRight)
    sheet.write(column.title, face, head.adjusted(0, 0, -used - sheet.space(2), 0), Token.MUTED)
    top, bottom = head.bottom() + sheet.space(3), area.bottom() - sheet.space(3)
    foot = bottom - line_of(face)  # where "more" stands, if some are left out
    for number, card in enumerate(column.cards):
        last = number == len(column.cards) - 1
        height = _height(sheet, card, area.width())
        if top + height > (bottom if last else foot):
            n = len(column.cards) - number
            more = ngettext("{n} more", "{n} more", n).format(n=n)
            row = QRect(area.left(), top, area.width(), line_of(face))
            sheet.write(more, sheet.face("wall_label"), row, Token.MUTED)
            return
        _card(sheet, card, QRect(area.left(), top, area.width(), height))
        top += height + sheet.space(3)


def _card(sheet: Sheet, card: Card, box: QRect) -> None:
    sheet.panel(box, theme.color(Token.SURFACE), theme.color(Token.LINE), radius=1.5)
    if card.fresh:
        sheet.mark(box)
    pad = sheet.space(_PAD)
    room = box.adjusted(pad + sheet.space(1), pad, -pad, 0)
    face = sheet.face("wall_body")
    room.translate(0, sheet.flow(_lines(sheet, card, box.width()), face, room))
    small, bold = sheet.face("wall_label", tabular=True), sheet.face("wall_label", BOLD)
    if card.fresh:
        used = sheet.write(_("new"), bold, room, Token.ACCENT, Qt.AlignmentFlag.AlignRight)
        room.setWidth(room.width() - used - sheet.space(2))
    sheet.write(card.note, small, room, card.token)


def _height(sheet: Sheet, card: Card, width: int) -> int:
    lines = len(_lines(sheet, card, width)) * sheet.line("wall_body")
    notes = sheet.line("wall_label") if card.note or card.fresh else 0
    return lines + notes + 2 * sheet.space(_PAD)


def _lines(sheet: Sheet, card: Card, width: int) -> list[str]:
    room = width - 2 * sheet.space(_PAD) - sheet.space(1)
    face = sheet.face("wall_body")
    return shortened(wrapped(card.title, face, room), _LINES, face, room)
