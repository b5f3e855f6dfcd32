"""Steps on a board: which card is beside another, and where one would come to stand."""

from PySide6.QtCore import QPoint, QRect

from resources import _
from widgets import theme
from widgets.board_layout import BoardLayout, Drop, Spot, Stack
from widgets.plain import visible

Stop = str | int  # a card by its id, or the head of a folded lane by its number


def along(board: BoardLayout, stop: Stop, column: int, step: int) -> Stop:
    """Where the keys stop next down a column (up when negative), or where they are at its end."""
    stops = _stops(board, column)
    if stop not in stops:
        return next(iter(stops), stop)
    return stops[max(0, min(stops.index(stop) + step, len(stops) - 1))]


def column_end(board: BoardLayout, card: str, *, last: bool) -> str:
    """The first or last card of the column of a card."""
    return _shown(board, board.spots[card].column)[-1 if last else 0]


def across(board: BoardLayout, card: str, step: int) -> str:
    """The card beside another in the next column that has any, the nearest by height."""
    here, box = board.spots[card], board.box(card)
    column = here.column + step
    while box is not None and 0 <= column < len(board.columns):
        stack = board.stacks[here.lane][column]
        near = stack.ids[: len(stack.tops)] or _shown(board, column)
        if near:
            return min(near, key=lambda each: abs(_top(board, each) - box.top()))
        column += step
    return card


def paged(board: BoardLayout, card: str, pixels: int) -> str:
    """The card of the column about some pixels below (above when negative)."""
    column, wanted = _shown(board, board.spots[card].column), _top(board, card) + pixels
    return min(column, key=lambda each: abs(_top(board, each) - wanted))


def first_stop(board: BoardLayout) -> Stop:
    """The first card or folded lane that is shown at all, or nothing."""
    for column in range(len(board.columns)):
        if stops := _stops(board, column):
            return stops[0]
    return ""


def told_place(board: BoardLayout, card: str) -> str:
    """Where a card stands, as a screen reader says it."""
    spot = board.spots[card]
    form = _("{at} of {n} in {column}, {lane}") if board.laned else _("{at} of {n} in {column}")
    return form.format(
        at=spot.at + 1,
        n=len(board.stack(spot).ids),
        column=visible(board.columns[spot.column].label),
        lane=visible(board.lanes[spot.lane].label),
    )


def shifted(board: BoardLayout, card: str, step: int) -> Drop | None:
    """Where a card comes to stand when it changes places with its neighbour; None: it has none.

    A marked group and the cards below it do not mix.
    """
    spot = board.spots[card]
    stack = board.stack(spot)
    start, end = _part(stack, spot.at < stack.first)
    if not board.columns[spot.column].takes or not start <= spot.at + step < end:
        return None
    behind = spot.at + step + (1 if step > 0 else 0)
    return Drop(spot.column, spot.lane, stack.ids[behind] if behind < end else "", QRect())


def into_lane(board: BoardLayout, card: str, step: int) -> Drop | None:
    """Where a card comes to stand in the next lane that takes any: on top below, last above."""
    spot = board.spots[card]
    lane = spot.lane + step
    while 0 <= lane < len(board.lanes) and not board.lanes[lane].takes:
        lane += step
    if not board.columns[spot.column].takes or not 0 <= lane < len(board.lanes):
        return None
    stack = board.stacks[lane][spot.column]
    start, end = _part(stack, spot.at < board.stack(spot).first)
    ahead = stack.ids[start] if step > 0 and start < end else ""
    return Drop(spot.column, lane, ahead, QRect())


def beside(board: BoardLayout, card: str, step: int) -> Drop | None:
    """Where a card comes to stand in the next column that takes any: last, or first if settled."""
    spot = board.spots[card]
    column = spot.column + step
    while 0 <= column < len(board.columns) and not board.columns[column].takes:
        column += step
    if not 0 <= column < len(board.columns):
        return None
    ids = board.stacks[spot.lane][column].ids
    ahead = ids[0] if ids and board.columns[column].settled else ""
    return Drop(column, spot.lane, ahead, QRect())


def drop_at(board: BoardLayout, at: QPoint, card: str, *, first: bool) -> Drop | None:
    """Where ``card`` comes to stand when it is dropped at a point; ``first``: in a marked group.

    None where nothing can be dropped.
    """
    column, lane = _nearest_column(board, at.x()), _nearest_lane(board, at.y())
    if not board.columns[column].takes or not board.lanes[lane].takes:
        return None
    stack = board.stacks[lane][column]
    marked = first and not board.columns[column].settled
    start, end = _part(stack, marked)
    if board.folded[lane]:
        behind_all = _line(board, Spot(column, lane, 0), behind=False)
        return Drop(column, lane, "", behind_all)
    place, shown = start, min(end, len(stack.tops))
    while place < shown and _middle(board, stack, place) < at.y():
        place += 1
    ahead = next((each for each in stack.ids[place:end] if each != card), "")
    behind = place > start and place >= shown
    return Drop(column, lane, ahead, _line(board, Spot(column, lane, place), behind=behind))


def changes(board: BoardLayout, card: str, drop: Drop | None) -> bool:
    """Whether a drop would put a card anywhere else than where it stands."""
    if drop is None:
        return False
    spot = board.spots[card]
    if (spot.column, spot.lane) != (drop.column, drop.lane):
        return True
    stack = board.stack(spot)
    _start, end = _part(stack, spot.at < stack.first)
    return drop.ahead != (stack.ids[spot.at + 1] if spot.at + 1 < end else "")


def _shown(board: BoardLayout, column: int) -> list[str]:
    stacks = (stacks[column] for stacks in board.stacks)
    return [card for stack in stacks for card in stack.ids[: len(stack.tops)]]


def _stops(board: BoardLayout, column: int) -> list[Stop]:
    """The cards of a column, and the heads of folded lanes between them."""
    found: list[Stop] = []
    for lane, stacks in enumerate(board.stacks):
        stack = stacks[column]
        found += [lane] if board.folded[lane] else stack.ids[: len(stack.tops)]
    return found


def _top(board: BoardLayout, card: str) -> int:
    box = board.box(card)
    return box.top() if box else 0


def _part(stack: Stack, marked: bool) -> tuple[int, int]:
    """Start and end of the marked group of a stack, or of the cards below it."""
    return (0, stack.first) if marked else (stack.first, len(stack.ids))


def _middle(board: BoardLayout, stack: Stack, at: int) -> int:
    box = board.box(stack.ids[at])
    return box.center().y() if box else 0


def _nearest_column(board: BoardLayout, x: int) -> int:
    pitch = board.column_width + board.lengths.gap
    return max(0, min((x - board.lengths.side) // pitch, len(board.columns) - 1))


def _nearest_lane(board: BoardLayout, y: int) -> int:
    lanes = range(len(board.lanes))
    return next((lane for lane in lanes if y < board.lane_span(lane)[1]), lanes[-1])


def _line(board: BoardLayout, spot: Spot, *, behind: bool) -> QRect:
    """The line above the card at a place, or ``behind`` the one before it."""
    stack, half = board.stack(spot), board.lengths.between // 2
    if behind:
        before = board.box(stack.ids[spot.at - 1])
        top = before.bottom() + half if before else stack.bottom
    elif spot.at < len(stack.tops):
        top = stack.tops[spot.at] - half - 1
    else:
        top = board.lane_span(spot.lane)[0] + (board.lengths.lane if board.laned else 0)
    return QRect(board.left(spot.column), top, board.column_width, theme.px(2))
