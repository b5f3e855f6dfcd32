"""Media items on a wall: when, who and what, the tone with its sign, and whether we must answer."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from resources import _
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of, shortened, wrapped
from widgets.wall_state import Item

_LINES = 3
_PAD = 3.5  # steps above and below an item


def put_items(sheet: Sheet, items: Sequence[Item], area: QRect) -> int:
    """Write items from the top of an area, as many as there is room for; how many stand there."""
    face, small = sheet.face("wall_body"), sheet.line("wall_label")
    bold = QFontMetrics(sheet.face("wall_label", BOLD, tabular=True))
    said = {text for item in items for text in (item.time, item.day)}
    times = max(map(bold.horizontalAdvance, said)) + sheet.space(7)
    top, room = area.top() + sheet.space(1), area.width() - times
    for number, item in enumerate(items):
        lines = shortened(wrapped(item.text, face, room), _LINES, face, room)
        height = len(lines) * line_of(face) + small + 2 * sheet.space(_PAD)
        if top + height > area.bottom():
            return number
        if number:
            sheet.rule(area.left(), top, area.width())
        _item(sheet, item, lines, QRect(area.left(), top, area.width(), height), times)
        top += height
    return len(items)


def _item(sheet: Sheet, item: Item, lines: list[str], row: QRect, times: int) -> None:
    face, pad = sheet.face("wall_body"), sheet.space(_PAD)
    if item.fresh:
        sheet.mark(QRect(row.left() - sheet.space(5), row.top() + pad, 0, row.height() - 2 * pad))
    box = row.adjusted(0, pad, 0, 0)
    bold = sheet.face("wall_label", BOLD, tabular=True)
    drop = line_of(face) - line_of(bold)
    sheet.write(item.time, bold, box.translated(0, drop // 2), Token.MUTED)
    under = box.translated(0, line_of(face))
    sheet.write(item.day, sheet.face("wall_label"), under, Token.MUTED)
    box.adjust(times, 0, 0, 0)
    box.adjust(0, sheet.flow(lines, face, box), 0, 0)
    words = [(item.tone, item.tone_token), (item.note, item.note_token)]
    words += [(_("new"), Token.ACCENT)] if item.fresh else []
    for text, token in words:
        used = sheet.write(text, bold, box, token)
        box.adjust(used + sheet.space(5) if used else 0, 0, 0, 0)
