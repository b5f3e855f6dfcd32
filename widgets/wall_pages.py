"""The pages of a wall: overview, log, board, media and staff, each put onto a sheet."""

from PySide6.QtCore import QRect

from widgets.wall_ahead import put_ahead
from widgets.wall_board import put_board
from widgets.wall_figures import put_figures
from widgets.wall_frame import MARGIN, put_closed, put_foot, put_head
from widgets.wall_log import put_empty, put_log
from widgets.wall_media import put_items
from widgets.wall_sheet import Sheet
from widgets.wall_staff import put_staff
from widgets.wall_state import Board, Log, Media, Overview, Page, Staff, WallState
from widgets.wall_tone import put_tones

_LEFT = 0.528  # of the width, for the log beside the figures
_DUES = 0.4  # of the height, for deadlines at most


def put(sheet: Sheet, state: WallState) -> None:
    """Put everything of a state onto a sheet."""
    top, bottom = put_head(sheet, state.head), sheet.size.height()
    if state.head.closed:
        put_closed(sheet, state.head.closed, top, bottom)
        return
    bottom = put_foot(sheet, state.head, state.place)
    whole = QRect(0, top, sheet.size.width(), bottom - top)
    if state.page is not None:
        _put_page(sheet, state.page, whole)


def _put_page(sheet: Sheet, page: Page, whole: QRect) -> None:
    match page:
        case Overview():
            _overview(sheet, page, whole)
        case Log():
            _log(sheet, page, whole)
        case Board():
            put_board(sheet, page, _inset(sheet, whole))
        case Media():
            _media(sheet, page, whole)
        case Staff():
            put_staff(sheet, page, _inset(sheet, whole))


def _overview(sheet: Sheet, page: Overview, whole: QRect) -> None:
    left, right = _halves(sheet, whole)
    put_log(sheet, page.log, left) if page.log else put_empty(sheet, page.empty, left)
    dues = QRect(right.left(), right.top(), right.width(), round(right.height() * _DUES))
    at = put_ahead(sheet, page.ahead, page.nothing_due, dues)
    sheet.rule(right.left(), at, right.width())
    at = put_figures(sheet, page.figures, QRect(right.left(), at, right.width(), 0))
    sheet.rule(right.left(), at, right.width())
    rest = QRect(right.left(), at, right.width(), right.bottom() - at)
    put_tones(sheet, page.tones, _padded(sheet, rest))


def _log(sheet: Sheet, page: Log, whole: QRect) -> None:
    area = _inset(sheet, whole)
    if not page.log:
        put_empty(sheet, page.empty, area)
        return
    gap = sheet.space(MARGIN)
    half = (area.width() - 2 * gap) // 2
    left = QRect(area.left(), area.top(), half, area.height())
    put_log(sheet, page.log, left, left.translated(half + 2 * gap, 0))


def _media(sheet: Sheet, page: Media, whole: QRect) -> None:
    left, right = _halves(sheet, whole)
    put_items(sheet, page.items, left) if page.items else put_empty(sheet, page.empty, left)
    put_tones(sheet, page.tones, _padded(sheet, right))


def _halves(sheet: Sheet, whole: QRect) -> tuple[QRect, QRect]:
    """The place at the left and the one at the right of the hairline between."""
    at = round(whole.width() * _LEFT)
    sheet.stroke(at, whole.top(), whole.height())
    margin = sheet.space(MARGIN)
    left = QRect(margin, whole.top(), at - margin - sheet.space(10), whole.height())
    return left, QRect(at, whole.top(), whole.width() - at, whole.height())


def _inset(sheet: Sheet, whole: QRect) -> QRect:
    margin = sheet.space(MARGIN)
    return whole.adjusted(margin, 0, -margin, 0)


def _padded(sheet: Sheet, area: QRect) -> QRect:
    return area.adjusted(sheet.space(8), sheet.space(5), -sheet.space(8), -sheet.space(4))
