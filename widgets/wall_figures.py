"""Figures on a wall: a few cells in rows, each with its name, its value and a note below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from resources import _
from widgets.figures import NOTHING
from widgets.theme import Token
from widgets.wall_sheet import BOLD, Sheet, line_of
from widgets.wall_state import Value

_ACROSS = (3, 2, 1)  # cells in a row, the first in which every name and value fits
_PAD = 4  # steps above and below a cell
_SIZES = ("wall_figure", "wall_body", "wall_label")  # of a value


def put_figures(sheet: Sheet, values: Sequence[Value], area: QRect) -> int:
    """Write figures from the top of an area; where they end."""
    across = next((n for n in _ACROSS if _fit(sheet, values, area.width() // n)), 1)
    height = cell_height(sheet)
    for number, value in enumerate(values):
        row, column = divmod(number, across)
        left = area.left() + column * (area.width() // across)
        box = QRect(left, area.top() + row * height, area.width() // across, height)
        if column:
            sheet.stroke(box.left(), box.top(), box.height())
        elif row:
            sheet.rule(box.left(), box.top(), area.width())
        _cell(sheet, value, box)
    return area.top() + height * -(-len(values) // across)


def cell_height(sheet: Sheet) -> int:
    """The pixels that a row of figures takes."""
    return 2 * sheet.line("wall_label") + sheet.line("wall_figure") + 2 * sheet.space(_PAD)


def _cell(sheet: Sheet, value: Value, box: QRect) -> None:
    figure, small = value.figure, sheet.face("wall_label", tabular=True)
    room = box.adjusted(sheet.space(8), sheet.space(_PAD), -sheet.space(2), 0)
    sheet.write(figure.label, sheet.face("wall_label"), room, Token.MUTED)
    room.translate(0, line_of(small))
    said = figure.value or NOTHING
    token = figure.token if figure.value not in ("", NOTHING) else Token.FAINT
    used = sheet.write(said, _face(sheet, said, room.width()), room, token)
    if value.fresh:
        _new(sheet, box, room, used)
    room.translate(0, sheet.line("wall_figure"))
    sheet.write(_note(figure.note, small, room.width()), small, room, Token.MUTED)


def _new(sheet: Sheet, box: QRect, row: QRect, used: int) -> None:
    pad = sheet.space(_PAD)
    sheet.mark(QRect(box.left(), box.top() + pad, 0, box.height() - 2 * pad))
    drop = sheet.line("wall_figure") - sheet.line("wall_label") - sheet.space(1)
    beside = row.adjusted(used + sheet.space(3), drop, 0, drop)
    sheet.write(_("new"), sheet.face("wall_label", BOLD), beside, Token.ACCENT)


def _note(note: str, face: QFont, room: int) -> str:
    """As many parts of a note as fit: a part cut short would be another figure."""
    parts = note.split(" · ")
    for count in range(len(parts), 0, -1):
        said = " · ".join(parts[:count])
        if QFontMetrics(face).horizontalAdvance(said) <= room:
            return said
    return ""


def _fit(sheet: Sheet, values: Sequence[Value], cell: int) -> bool:
    room, label = cell - sheet.space(10), QFontMetrics(sheet.face("wall_label"))
    fresh = QFontMetrics(sheet.face("wall_label", BOLD)).horizontalAdvance(_("new"))
    largest = QFontMetrics(sheet.face(_SIZES[0], BOLD, tabular=True))
    return all(
        label.horizontalAdvance(value.figure.label) <= room
        and largest.horizontalAdvance(value.figure.value)
        + (fresh + sheet.space(3) if value.fresh else 0)
        <= room
        for value in values
    )


def _face(sheet: Sheet, text: str, room: int) -> QFont:
    faces = [sheet.face(name, BOLD, tabular=True) for name in _SIZES]
    fitting = (f for f in faces if QFontMetrics(f).horizontalAdvance(text) <= room)
    return next(fitting, faces[-1])
