"""Where the cards of a board stand: columns side by side, lanes below each other, stacks in both.

All lengths are pixels from the board's top left corner, which lies below the column heads.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect

from widgets import theme
from widgets.card import Column, Lane, Place


@dataclass(frozen=True, slots=True)
class Lengths:
    """The gaps of a board at the present text scale."""

    side: int  # at the left and right of all columns
    gap: int  # from column to column
    between: int  # from card to card
    lane: int  # the head of a lane
    mark: int  # the head of a marked group
    door: int  # "n more"
    least: int  # width of a column

    @classmethod
    def measured(cls, compact: bool) -> "Lengths":
        """The gaps of a full board, or of a compact one without margins."""
        return cls(
            side=0 if compact else theme.space(4),
            gap=theme.space(2.5 if compact else 3),
            between=theme.space(1.5),
            lane=0 if compact else theme.length("control"),
            mark=0 if compact else theme.space(5.5),
            door=theme.space(6),
            least=theme.space(10 if compact else 36),
        )


@dataclass(slots=True)
class Stack:
    """The cards of one column in one lane; the first ``first`` of them are a marked group."""

    ids: list[str] = field(default_factory=list)
    first: int = 0
    tops: list[int] = field(default_factory=list)  # of those shown
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the board, counted from its left, its top, and the top of its stack."""

    column: int
    lane: int
    at: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a card would come to stand: ahead of another, or (empty) at the end."""

    column: int
    lane: int
    ahead: str
    line: QRect  # drawn between the cards


class BoardLayout:
    """The stacks of a board and their geometry; ``height_of`` tells or guesses a card's height.

    With ``room`` (a height) it is compact: each column shows what fits and then a door. Of the
    lanes whose keys are ``folded`` only the heads are seen.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        lanes: Sequence[Lane],
        places: Sequence[Place],
        height_of: Callable[[str], int],
        folded: Collection[str] = (),
    ) -> None:
        self.columns = with_strangers(columns, [place.column for place in places])
        self.lanes = with_lanes(lanes, [place.lane for place in places])
        self.laned = bool(lanes)
        self.folded = [self.laned and lane.key in folded for lane in self.lanes]
        self.stacks = [[Stack() for _column in self.columns] for _lane in self.lanes]
        self.spots: dict[str, Spot] = {}
        self._height_of = height_of
        self._tops = [0] * (len(self.lanes) + 1)
        self._deal(places)
        self.fit(0, Lengths.measured(False))

    def fit(self, width: int, lengths: Lengths, room: int | None = None) -> None:
        """Lay everything out for a width."""
        if self.laned:  # the heads of lanes say how many are marked
            lengths = replace(lengths, mark=0)
        self.lengths, self.room = lengths, room
        self.column_width = self.width_of_column(width, lengths)
        count = max(len(self.columns), 1)
        self.width = 2 * lengths.side + count * (self.column_width + lengths.gap) - lengths.gap
        self.renew()

    def renew(self) -> None:
        """Stack everything up again, as after a card's height became known."""
        top = 0
        for number, stacks in enumerate(self.stacks):
            self._tops[number] = top
            start = top + (self.lengths.lane if self.laned else 0)
            for stack in stacks:
                self._stack_up(stack, start, folded=self.folded[number])
            top = max((stack.bottom for stack in stacks), default=start) + self.lengths.gap
        self._tops[-1] = top
        self.height = top

    # asking

    def width_of_column(self, width: int, lengths: Lengths) -> int:
        """How wide each column is on a board of a width."""
        count = max(len(self.columns), 1)
        free = width - 2 * lengths.side - (count - 1) * lengths.gap
        return max(free // count, lengths.least)

    def column_at(self, x: int) -> Column | None:
        """The column at a distance from the left; None in the gaps."""
        columns = enumerate(self.columns)
        return next((c for n, c in columns if 0 <= x - self.left(n) < self.column_width), None)

    def more(self, column: int) -> int:
        """How many cards of a column a compact board does not show."""
        return sum(more for each, more, _box in self.doors() if each == column)

    def left(self, column: int) -> int:
        """The left side of a column."""
        return self.lengths.side + column * (self.column_width + self.lengths.gap)

    def lane_span(self, lane: int) -> tuple[int, int]:
        """Top and bottom of a lane, its head included."""
        return self._tops[lane], self._tops[lane + 1]

    def count(self, column: int) -> int:
        """How many cards a column holds, seen or not."""
        return sum(len(stacks[column].ids) for stacks in self.stacks)

    def lane_count(self, lane: int) -> int:
        """How many cards a lane holds."""
        return sum(len(stack.ids) for stack in self.stacks[lane])

    def lane_first(self, lane: int) -> int:
        """How many cards of a lane stand in marked groups."""
        return sum(stack.first for stack in self.stacks[lane])

    def lane_of(self, key: str) -> int:
        """The number of the lane of a key; -1 when there is none."""
        return next((n for n, lane in enumerate(self.lanes) if lane.key == key), -1)

    def stack(self, spot: Spot) -> Stack:
        """The stack of a place."""
        return self.stacks[spot.lane][spot.column]

    def box(self, card: str) -> QRect | None:
        """Where a card stands; None when it is not on the board or behind a door."""
        spot = self.spots.get(card)
        if spot is None or spot.at >= len(self.stack(spot).tops):
            return None
        top = self.stack(spot).tops[spot.at]
        return QRect(self.left(spot.column), top, self.column_width, self._height_of(card))

    def in_sight(self, top: int, bottom: int) -> Iterator[tuple[str, QRect]]:
        """The cards that touch a stretch of the board, and where they stand."""
        for lane, stacks in enumerate(self.stacks):
            if self._tops[lane + 1] <= top or self._tops[lane] >= bottom:
                continue
            for column, stack in enumerate(stacks):
                at = max(bisect_right(stack.tops, top) - 1, 0)
                while at < len(stack.tops) and stack.tops[at] < bottom:
                    height = self._height_of(stack.ids[at])
                    box = QRect(self.left(column), stack.tops[at], self.column_width, height)
                    if box.bottom() >= top:
                        yield stack.ids[at], box
                    at += 1

    def marks(self) -> Iterator[tuple[Spot, int, QRect]]:
        """The heads of marked groups: where, of how many cards, and their box."""
        for lane, stacks in enumerate(self.stacks):
            for column, stack in enumerate(stacks):
                if stack.first and stack.tops and self.lengths.mark:
                    top = stack.tops[0] - self.lengths.mark
                    box = QRect(self.left(column), top, self.column_width, self.lengths.mark)
                    yield Spot(column, lane, 0), stack.first, box

    def doors(self) -> Iterator[tuple[int, int, QRect]]:
        """In compact form: the column, how many cards are not shown, and the door to them."""
        for column, stack in enumerate(self.stacks[0] if self.room is not None else ()):
            if (more := len(stack.ids) - len(stack.tops)) > 0:
                box = QRect(self.left(column), stack.bottom, self.column_width, self.lengths.door)
                yield column, more, box

    # stacking

    def _deal(self, places: Sequence[Place]) -> None:
        columns = {column.key: number for number, column in enumerate(self.columns)}
        lanes = {lane.key: number for number, lane in enumerate(self.lanes)}
        rest: list[Place] = []
        for place in places:
            column = columns[place.column]
            if place.first and not self.columns[column].settled:
                stack = self.stacks[lanes.get(place.lane, 0)][column]
                stack.ids.append(place.id)
                stack.first += 1
            else:
                rest.append(place)
        for place in rest:
            self.stacks[lanes.get(place.lane, 0)][columns[place.column]].ids.append(place.id)
        for lane, stacks in enumerate(self.stacks):
            for column, stack in enumerate(stacks):
                for at, card in enumerate(stack.ids):
                    self.spots[card] = Spot(column, lane, at)

    def _stack_up(self, stack: Stack, top: int, *, folded: bool) -> None:
        stack.tops, stack.bottom = [], top
        if folded:
            return
        if stack.first:
            top += self.lengths.mark
        for number, card in enumerate(stack.ids):
            if number == stack.first and number and self.lengths.mark:
                top += self.lengths.between * 2  # room for the hairline below a marked group
            height = self._height_of(card)
            last = number == len(stack.ids) - 1
            needed = top + height + (0 if last else self.lengths.between + self.lengths.door)
            if self.room is not None and needed > self.room:
                break
            stack.tops.append(top)
            top += height + self.lengths.between
        stack.bottom = top


def with_strangers(columns: Sequence[Column], keys: Sequence[str]) -> tuple[Column, ...]:
    """The columns, and behind them one for each key that none of them has."""
    known = {column.key for column in columns}
    strange = dict.fromkeys(key for key in keys if key not in known)
    return (*columns, *(Column(key, key, takes=False) for key in sorted(strange)))


def with_lanes(lanes: Sequence[Lane], keys: Sequence[str]) -> tuple[Lane, ...]:
    """The lanes, and below them one for each key that none has; a single one if there are none."""
    if not lanes:
        return (Lane("", ""),)
    known = {lane.key for lane in lanes}
    strange = dict.fromkeys(key for key in keys if key not in known)
    return (*lanes, *(Lane(key, key, takes=False) for key in sorted(strange)))
