"""The tone of coverage on a wall: counts with their signs, one bar of all, and bars by hour."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from widgets import theme
from widgets.chart_axis import labelled
from widgets.theme import Token
from widgets.tone_hours import Heights, HourTone, stacked
from widgets.tone_look import Look, looks
from widgets.wall_sheet import BOLD, Block, Sheet, line_of
from widgets.wall_state import ToneCount, Tones

_FILLED = 0.68  # of an hour's width
_WIDEST = 16  # steps of an hour at most, so that two hours are no walls
_LEAST = 24  # steps below which hours say nothing


def put_tones(sheet: Sheet, tones: Tones, area: QRect) -> None:
    """Write the tone into an area; the hours only where they have room."""
    face, bold = sheet.face("wall_label"), sheet.face("wall_label", BOLD, tabular=True)
    row = QRect(area.left(), area.top(), area.width(), line_of(face))
    taken = _counts(sheet, tones.counts, row, bold)
    row.setWidth(row.width() - taken - sheet.space(4))
    if QFontMetrics(face).horizontalAdvance(tones.title) > row.width() and taken:
        row = _below(row, area, sheet)
    sheet.write(tones.title, face, row, Token.MUTED)
    if not tones.counts:
        sheet.write(tones.empty, face, row.translated(0, line_of(face)), Token.MUTED)
        return
    bar = QRect(area.left(), row.bottom() + sheet.space(3), area.width(), sheet.space(4))
    _share(sheet, tones.counts, bar)
    top = bar.bottom() + sheet.space(5)
    if area.bottom() - top >= sheet.space(_LEAST) and tones.hours:
        room = QRect(area.left(), top, area.width(), area.bottom() - top)
        _hours(sheet, tones.hours, room)


def _below(row: QRect, area: QRect, sheet: Sheet) -> QRect:
    return QRect(area.left(), row.bottom() + sheet.space(1), area.width(), row.height())


def _counts(sheet: Sheet, counts: tuple[ToneCount, ...], row: QRect, face: QFont) -> int:
    """Each count with its sign, from the right; the pixels they take."""
    right = row.left() + row.width()
    for each in reversed(counts):
        width = QFontMetrics(face).horizontalAdvance(each.said)
        sheet.write(each.said, face, QRect(right - width, row.top(), width, 0), each.token)
        right -= width + sheet.space(6)
    return row.left() + row.width() - right if counts else 0


def _share(sheet: Sheet, counts: tuple[ToneCount, ...], bar: QRect) -> None:
    """One bar of all items, a part for each tone in the order of the counts."""
    whole, worn, gap = sum(each.count for each in counts), looks(), sheet.space(0.5)
    left = float(bar.left())
    for each in counts:
        width = bar.width() * each.count / whole
        box = QRect(round(left), bar.top(), max(gap, round(width) - gap), bar.height())
        _bar(sheet, box, worn[each.tone])
        left += width


def _bar(sheet: Sheet, box: QRect, look: Look) -> None:
    sheet.panel(box, look.fill, look.edge, radius=0.5 if look.edge else 0)


def _hours(sheet: Sheet, hours: tuple[HourTone, ...], area: QRect) -> None:
    face = sheet.face("wall_label", tabular=True)
    axis = line_of(face) + sheet.space(1)
    room = QRect(area.left(), area.top(), area.width(), area.height() - axis)
    heights = Heights.measured(hours, room.height(), 0, sheet.space(3), volume=False)
    high = heights.span[1]
    pitch = min(room.width() / len(hours), sheet.space(_WIDEST))

    def at(value: float) -> int:
        return room.top() + round((high - value) * heights.item)

    for bars in stacked(hours, heights, volume=False):
        look = looks()[bars.tone]
        for n, (low, top) in enumerate(zip(bars.bottoms, bars.tops)):
            if top > low:
                left = room.left() + round(n * pitch + pitch * (1 - _FILLED) / 2)
                box = QRect(left, at(top), max(1, round(pitch * _FILLED)), at(low) - at(top))
                _bar(sheet, box, look)
    sheet.blocks.append(_level(sheet, room, at(0), Token.FAINT))
    if heights.calm:
        sheet.blocks.append(_level(sheet, room, at(heights.base), Token.LINE))
    _axis(sheet, hours, pitch, room)


def _level(sheet: Sheet, room: QRect, top: int, token: Token) -> Block:
    thick = sheet.length("hairline")
    return Block(QRect(room.left(), top - thick // 2, room.width(), thick), theme.color(token))


def _axis(sheet: Sheet, hours: tuple[HourTone, ...], pitch: float, room: QRect) -> None:
    """Hours of the day below the bars, as many as leave room for each other."""
    face = sheet.face("wall_label", tabular=True)
    metrics = QFontMetrics(face)
    wide = metrics.horizontalAdvance("00")
    labels = labelled([_undated(hour) for hour in hours], pitch, wide + sheet.space(4), 0)
    for at, text in labels.items():
        used = metrics.horizontalAdvance(text)
        left = room.left() + round((at + 0.5) * pitch - used / 2)
        left = max(room.left(), min(left, room.left() + room.width() - used))
        box = QRect(left, room.bottom() + sheet.space(1), used, line_of(face))
        sheet.write(text, face, box, Token.MUTED)


def _undated(hour: HourTone) -> HourTone:
    return HourTone(hour.start_ms, hour.label)
