"""What stands around the cards of a board: heads of columns, lanes and groups, and doors."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap

from resources import _, ngettext
from widgets import theme
from widgets.board_layout import BoardLayout
from widgets.plain import visible
from widgets.theme import Token

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def head_height(board: BoardLayout, *, compact: bool) -> int:
    """The height of the strip with the column heads; a hint takes a second line."""
    line = QFontMetrics(_label()).height()
    hints = any(column.hint for column in board.columns)
    return line * (2 if hints else 1) + theme.space(1.5 if compact else 4)


def paint_heads(painter: QPainter, board: BoardLayout, strip: QRect, over: int = -1) -> None:
    """Paint the column heads into ``strip``, scrolled as the painter is; ``over`` is emphasised."""
    painter.fillRect(strip, theme.color(Token.BACKGROUND))
    line = QFontMetrics(_label()).height()
    bottom = strip.bottom() - theme.space(1)
    for number, column in enumerate(board.columns):
        box = QRect(board.left(number), bottom - line, board.column_width, line)
        if column.hint:
            _words(painter, box, visible(column.hint), Token.WARN)
            box.translate(0, -line)
        count = f"{board.count(number):,}"
        painter.setFont(theme.font(theme.size("label"), tabular=True))
        painter.setPen(theme.color(Token.MUTED))
        painter.drawText(box, _RIGHT, count)
        room = QFontMetrics(painter.font()).horizontalAdvance(count) + theme.space(2)
        token = Token.ACCENT if number == over else Token.MUTED
        _words(painter, box.adjusted(0, 0, -room, 0), visible(column.label), token)


def paint_marks(painter: QPainter, board: BoardLayout, mark: str) -> None:
    """Paint the heads of the groups that stand first, and the hairline that ends them."""
    for spot, count, box in board.marks():
        _words(painter, box, f"▲ {mark} {count}", Token.BAD, QFont.Weight.DemiBold)
        stack = board.stack(spot)
        if stack.first < len(stack.tops):
            top = stack.tops[stack.first] - round(board.lengths.between * 1.5)
            painter.fillRect(
                box.left(), top, box.width(), theme.size("hairline"), theme.color(Token.LINE)
            )


def lane_heads(board: BoardLayout, top: int) -> list[tuple[int, QRect]]:
    """The heads of the lanes below ``top``; the one that is scrolled through stays in sight."""
    found = []
    for lane in range(len(board.lanes) if board.laned else 0):
        start, end = board.lane_span(lane)
        height = board.lengths.lane
        at = min(max(start, top), max(end - height - board.lengths.gap, start))
        found.append((lane, QRect(0, at, board.width, height)))
    return found


def paint_lane(
    painter: QPainter, board: BoardLayout, lane: int, box: QRect, mark: str, current: bool
) -> None:
    """Paint the head of a lane: its name, how many cards and marked ones, and a hairline."""
    painter.fillRect(box, theme.color(Token.BACKGROUND))
    inner = box.adjusted(board.lengths.side, 0, -board.lengths.side, 0)
    shown = board.lanes[lane]
    sign, first = "▸" if board.folded[lane] else "▾", board.lane_first(lane)
    pieces = [
        (sign, Token.MUTED, QFont.Weight.Normal),
        (visible(shown.label), Token.TEXT, QFont.Weight.DemiBold),
        (f"{board.lane_count(lane):,}", Token.MUTED, QFont.Weight.Normal),
        (f"▲ {mark} {first:,}" if first else "", Token.BAD, QFont.Weight.DemiBold),
        (visible(shown.hint), Token.WARN, QFont.Weight.Normal),
    ]
    rest = QRect(inner)
    for words, token, weight in pieces:
        if words:
            rest.setLeft(rest.left() + _words(painter, rest, words, token, weight))
            rest.setLeft(rest.left() + theme.space(2))
    line, middle = theme.size("hairline"), box.center().y()
    painter.fillRect(rest.left(), middle, rest.width(), line, theme.color(Token.LINE))
    if current:
        side = theme.space(1.5)
        words_end = rest.left() - theme.space(2) + side
        ring = QRect(inner.left() - side, box.top(), words_end - inner.left() + side, box.height())
        paint_ring(painter, ring)


def lane_told(board: BoardLayout, lane: int, mark: str) -> str:
    """What a screen reader says of the head of a folded lane."""
    n, first = board.lane_count(lane), board.lane_first(lane)
    parts = [visible(board.lanes[lane].label), ngettext("{n} card", "{n} cards", n).format(n=n)]
    if first:
        parts.append(f"{mark} {first:,}")
    return _("{lane}, folded. Enter unfolds it.").format(lane=", ".join(parts))


def paint_doors(painter: QPainter, board: BoardLayout, current: int, hovered: int) -> None:
    """Paint ``n more`` where a column holds more than is shown."""
    for column, more, box in board.doors():
        token = Token.TEXT if column == hovered else Token.MUTED
        words = ngettext("{n} more", "{n} more", more).format(n=f"{more:,}")
        inner = box.adjusted(theme.space(2.5), 0, 0, 0)
        width = _words(painter, inner, words + " ▸", token)
        if column == current:
            ring = QRect(box.left(), box.top(), width + theme.space(5), box.height())
            paint_ring(painter, ring)


def paint_carried(painter: QPainter, picture: QPixmap, at: QPoint, line: QRect | None) -> None:
    """Paint a card in the hand of the mouse, and the line where it would come to stand."""
    if line is not None:
        painter.fillRect(line, theme.color(Token.ACCENT))
    painter.setOpacity(0.85)
    painter.drawPixmap(at, picture)
    painter.setOpacity(1)


def paint_ring(painter: QPainter, box: QRect, *, faint: bool = False) -> None:
    """The ring around the current card or door; ``faint`` while the keys are elsewhere."""
    radius, wide = theme.length("card_radius"), 1.0 if faint else max(1.5, theme.px(1.5))
    painter.setPen(QPen(theme.color(Token.ACCENT), wide))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = wide / 2
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)


def door_told(more: int) -> str:
    """What a screen reader says of a door."""
    form = ngettext("{n} more card. Enter shows all.", "{n} more cards. Enter shows all.", more)
    return form.format(n=more)


def _words(
    painter: QPainter,
    box: QRect,
    words: str,
    token: Token,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> int:
    """Words of one line at the left of a box, cut with …; the width they take."""
    painter.setFont(_label(weight))
    painter.setPen(theme.color(token))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.drawText(box, _LEFT | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def _label(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return theme.font(theme.size("label"), weight)
