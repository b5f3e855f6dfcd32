"""Who among the staff was told, on a wall: a row for each group with its counts and a bar."""

from PySide6.QtCore import QRect, Qt

from resources import _, ngettext
from widgets import theme
from widgets.group_columns import GroupRow
from widgets.theme import Token
from widgets.wall_log import put_empty, put_log
from widgets.wall_sheet import BOLD, Sheet, line_of, shortened, wrapped
from widgets.wall_state import Staff

_PAD = 4.5  # steps above and below a row
_SPARE = 30  # steps of room from which on rumours stand below
_NAME, _COUNTS, _BAR = 0.27, 0.33, 0.2  # of the width; the rest is for what must be known


def put_staff(sheet: Sheet, staff: Staff, area: QRect) -> None:
    """Write the message that counts and its groups, those not told first, then what they say."""
    if not staff.groups:
        put_empty(sheet, staff.empty, area)
        return
    face = sheet.face("wall_body", BOLD)
    lines = shortened(wrapped(staff.title, face, area.width()), 2, face, area.width())
    top = area.top() + sheet.space(5)
    top += sheet.flow(lines, face, QRect(area.left(), top, area.width(), 0)) + sheet.space(3)
    small = line_of(sheet.face("wall_label"))
    for number, group in enumerate(staff.groups):
        name, counts = _words(sheet, group, area.width())
        lines_high = max(len(name), len(counts), 1) * sheet.line("wall_body")
        height = lines_high + 2 * sheet.space(_PAD)
        last = number == len(staff.groups) - 1
        if top + height > area.bottom() - (0 if last else small):
            n = len(staff.groups) - number
            row = QRect(area.left(), top, area.width(), small)
            more = ngettext("{n} more", "{n} more", n).format(n=n)
            sheet.write(more, sheet.face("wall_label"), row, Token.MUTED)
            return
        sheet.rule(area.left(), top, area.width())
        _row(sheet, group, QRect(area.left(), top, area.width(), height), group.id in staff.fresh)
        top += height
    sheet.rule(area.left(), top, area.width())
    rest = QRect(area.left(), top, area.width(), area.bottom() - top)
    if rest.height() >= sheet.space(_SPARE):
        put_log(sheet, staff.log, rest)


def _row(sheet: Sheet, group: GroupRow, row: QRect, fresh: bool) -> None:
    face, pad, width = sheet.face("wall_body", tabular=True), sheet.space(_PAD), row.width()
    if fresh:
        sheet.mark(QRect(row.left() - sheet.space(5), row.top() + pad, 0, row.height() - 2 * pad))
    box = QRect(row.left(), row.top() + pad, round(width * _NAME) - sheet.space(4), 0)
    name, counts = _words(sheet, group, width)
    sheet.flow(name, face, box)
    box = QRect(row.left() + round(width * _NAME), box.top(), round(width * _COUNTS), 0)
    sheet.flow(counts, face, box, Token.MUTED)
    left = row.left() + round(width * (_NAME + _COUNTS))
    _bar(sheet, group, QRect(left, box.top(), round(width * _BAR), line_of(face)))
    left += round(width * _BAR) + sheet.space(6)
    rest = QRect(left, box.top(), row.left() + width - left, line_of(face))
    _badge(sheet, group, rest, fresh)


def _badge(sheet: Sheet, group: GroupRow, box: QRect, fresh: bool) -> None:
    text, token = group.badge()
    if fresh:
        bold = sheet.face("wall_label", BOLD)
        drop = (box.height() - line_of(bold)) // 2
        right = Qt.AlignmentFlag.AlignRight
        used = sheet.write(_("new"), bold, box.translated(0, drop), Token.ACCENT, right)
        box = box.adjusted(0, 0, -used - sheet.space(3), 0)
    if text:
        sheet.chip(text, token, box.left(), box.top(), box.width())


def _bar(sheet: Sheet, group: GroupRow, box: QRect) -> None:
    """The part that confirmed, over the part that was reached, over all."""
    parts = ((1.0, Token.LINE), (group.reached, Token.FAINT), (group.confirmed, group.token))
    if not group.track and group.reached is None and group.confirmed is None:
        return
    height = sheet.space(3)
    top = box.top() + (box.height() - height) // 2
    for part, token in parts:
        if part:
            width = round(box.width() * min(part, 1.0))
            bar = QRect(box.left(), top, max(1, width), height)
            sheet.panel(bar, theme.color(token), radius=1.5)


def _words(sheet: Sheet, group: GroupRow, width: int) -> tuple[list[str], list[str]]:
    face = sheet.face("wall_body", tabular=True)
    room = round(width * _NAME) - sheet.space(4)
    name = shortened(wrapped(group.name, face, room), 2, face, room)
    room = round(width * _COUNTS) - sheet.space(4)
    return name, shortened(wrapped(group.counts, face, room), 2, face, room)
