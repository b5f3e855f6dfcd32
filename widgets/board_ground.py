"""The shown half of a board: it follows a model, lays its cards out and paints those in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from resources import _
from widgets import theme
from widgets.announce import standing, tell
from widgets.board_heads import (
    door_told,
    head_height,
    lane_heads,
    lane_told,
    paint_doors,
    paint_heads,
    paint_lane,
    paint_marks,
    paint_ring,
)
from widgets.board_layout import BoardLayout, Lengths, Spot
from widgets.board_walk import told_place
from widgets.card import Card, CardRole, Column, Lane, Place, PlaceRole
from widgets.card_faces import Faces
from widgets.empty import paint_empty
from widgets.theme import Token

NOWHERE = -1


class BoardGround(QAbstractScrollArea):
    """Cards in columns and lanes. All places are read, but of cards only those in sight."""

    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: QAbstractItemModel | None = None
        self._columns: tuple[Column, ...] = ()
        self._lanes: tuple[Lane, ...] = ()
        self._order: list[Place] = []
        self._rows: dict[str, int] = {}
        self._places: dict[str, Place] = {}
        self._compact, self._mark, self._empty = False, "", ("", "")
        self._current, self._item, self._door = "", NOWHERE, NOWHERE
        self._hovered, self._hovered_door = "", NOWHERE
        self._folded: set[str] = set()
        self._lane: str | None = None  # the folded lane whose head has the keys, by its key
        self._faces = Faces(self._read)
        self._board = BoardLayout((), (), (), self._faces.height_of)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        self.horizontalScrollBar().valueChanged.connect(self._settle)

    # what is shown

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show this model; the view follows its changes."""
        self._model = model
        model.modelReset.connect(self._all_changed)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved_rows)
        model.dataChanged.connect(self._rows_changed)
        self._all_changed()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """The columns from the left; cards of any other stand behind them in one of their own."""
        if self._columns != tuple(columns):
            self._columns = tuple(columns)
            self._renew()

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """The lanes from the top; without any all cards of a column stand together."""
        if self._lanes != tuple(lanes):
            self._lanes = tuple(lanes)
            self._renew()

    def set_compact(self, compact: bool) -> None:
        """Show as a panel: no lanes, no scrolling; of each column what fits, and a door."""
        self._compact = compact
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if compact else on)
        self.setHorizontalScrollBarPolicy(off if compact else on)
        self._renew()

    def set_mark(self, words: str) -> None:
        """What the cards that stand first in a column are called."""
        self._mark = words
        self.viewport().update()

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in the middle when there are no cards."""
        self._empty = (title, sentence)
        self._tell()
        self.viewport().update()

    def count(self) -> int:
        """How many cards there are."""
        return len(self._places)

    def has(self, card: str) -> bool:
        """Whether a card is on the board."""
        return card in self._places

    def card(self, card: str) -> Card:
        """A card as it is shown."""
        return self._faces.card(card)

    def current_id(self) -> str:
        """The card where the keys are; empty when there is none."""
        return self._current

    def visible_cards(self) -> list[Card]:
        """The cards in sight, column by column."""
        return [self.card(card) for card, _box in self._in_sight()]

    def select(self, card: str, item: int = NOWHERE) -> None:
        """Make a card current, or a line of its checklist, and bring it into sight.

        A card that is not on the board makes none current.
        """
        self._current = card if card in self._places else ""
        self._item, self._door, self._lane = item, NOWHERE, None
        self._reveal()
        self._tell()
        self.current_changed.emit(self._current)

    def unfold(self, card: str) -> None:
        """Unfold the checklist of a card, or fold it again."""
        if self._faces.layout(card).folds:
            self._faces.unfolded ^= {card}
            self._item = NOWHERE
            self._settle()
            self._reveal()

    def fold_lane(self, key: str) -> None:
        """Fold a lane, or unfold it again; the keys stay in it, on its head while it is folded."""
        inside, spot = self._lane == key, self._board.spots.get(self._current)
        if spot is not None:
            inside = self._board.lanes[spot.lane].key == key
        self._folded ^= {key}
        self._renew()
        if inside and key in self._folded:
            self._select_lane(key)
        elif inside:
            stacks = self._board.stacks[self._board.lane_of(key)]
            self.select(next((stack.ids[0] for stack in stacks if stack.ids), ""))

    def folded_lanes(self) -> frozenset[str]:
        """The keys of the lanes that are folded."""
        return frozenset(self._folded)

    def unfold_lanes(self) -> None:
        """Unfold every lane, as when lanes stand for something else."""
        self._folded, self._lane = set(), None
        self._renew()

    def _select_lane(self, key: str) -> None:
        self._current, self._item, self._door, self._lane = "", NOWHERE, NOWHERE, key
        start = self._board.lane_span(self._board.lane_of(key))[0]
        self._scroll_to(start, start + self._board.lengths.lane)
        self._tell()
        self.current_changed.emit("")

    # geometry

    def box_of(self, card: str) -> QRect | None:
        """Where a card stands in the viewport; None when it does not stand there at all."""
        box = self._board.box(card) if card else None
        return box.translated(self._offset()) if box is not None else None

    def scroll_by(self, across: int, down: int) -> None:
        """Scroll by pixels."""
        for bar, pixels in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + pixels)

    def _head(self) -> int:
        return head_height(self._board, compact=self._compact)

    def _page(self) -> int:
        """The height in which cards are seen."""
        return max(self.viewport().height() - self._head(), 1)

    def _offset(self) -> QPoint:
        """What to add to a point of the board to have it in the viewport."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPoint(-across, self._head() - down)

    def _in_sight(self) -> list[tuple[str, QRect]]:
        top = self.verticalScrollBar().value()
        return list(self._board.in_sight(top, top + self._page()))

    # following the model

    def _read(self, card: str) -> Card:
        assert self._model is not None
        found: Card = self._model.index(self._rows[card], 0).data(CardRole)
        return found

    def _read_places(self, first: int, last: int) -> list[Place]:
        assert self._model is not None
        return [self._model.index(row, 0).data(PlaceRole) for row in range(first, last + 1)]

    def _all_changed(self) -> None:
        assert self._model is not None
        self._faces.changed(self._places)
        self._order = self._read_places(0, self._model.rowCount() - 1)
        self._renew()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._order[first:first] = self._read_places(first, last)
        self._renew()

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._order[first : last + 1]
        self._renew()

    def _moved_rows(
        self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, ahead_of: int
    ) -> None:
        count = last - first + 1
        to = ahead_of - count if ahead_of > first else ahead_of
        del self._order[first : last + 1]
        self._order[to:to] = moved = self._read_places(to, to + count - 1)
        self._faces.changed(place.id for place in moved)
        self._renew()

    def _rows_changed(self, first: QModelIndex, last: QModelIndex, *_roles: object) -> None:
        """Cards look different; they are dealt anew only if they stand elsewhere."""
        rows = slice(first.row(), last.row() + 1)
        places = self._read_places(first.row(), last.row())
        self._faces.changed(place.id for place in places)
        if self._order[rows] != places:
            self._order[rows] = places
            self._renew()
        elif self._compact:
            self._fit()
        else:
            self._settle()
        self._tell()

    def _renew(self) -> None:
        """Deal the cards anew, the current one staying where the keys are."""
        before, spot = self._board, self._board.spots.get(self._current)
        self._places = {place.id: place for place in self._order}
        self._rows = {place.id: row for row, place in enumerate(self._order)}
        self._faces.keep(self._places)
        height_of = self._faces.measured if self._compact else self._faces.height_of
        folded = self._folded
        self._board = BoardLayout(self._columns, self._lanes, self._order, height_of, folded)
        if self._lane is not None and self._board.lane_of(self._lane) < 0:
            self._lane = None
        if self._current not in self._places:
            self._current = _follower(before, self._board, spot) if spot else ""
            self._item = NOWHERE
        self._fit()
        self._tell()

    def _fit(self) -> None:
        """Lay the board out for the size and the text scale as they are."""
        lengths, width = Lengths.measured(self._compact), self.viewport().width()
        self._faces.fit(self._board.width_of_column(width, lengths), compact=self._compact)
        self._board.fit(width, lengths, self._page() if self._compact else None)
        self._settle()

    def _settle(self, *_value: object) -> None:
        """Measure what is in sight until nothing that was guessed stands there."""
        for _round in range(6):
            learnt = [self._faces.measure(card) for card, _box in self._in_sight()]
            if not any(learnt):
                break
            self._board.renew()
        self._measure_bars()
        self.viewport().update()

    def _measure_bars(self) -> None:
        wide, high = self.viewport().width(), self._page()
        below = 0 if self._compact else max(self._board.height - high, 0)
        for bar, most, page in (
            (self.verticalScrollBar(), below, high),
            (self.horizontalScrollBar(), max(self._board.width - wide, 0), wide),
        ):
            bar.setRange(0, most)
            bar.setPageStep(page)
            bar.setSingleStep(theme.space(6))

    def _reveal(self) -> None:
        """Scroll as little as brings the current card into sight, its lane unfolded."""
        spot = self._board.spots.get(self._current)
        if spot is not None and self._board.folded[spot.lane]:
            self._folded.discard(self._board.lanes[spot.lane].key)
            self._renew()
        for _round in range(3):  # what comes into sight may be higher than was guessed
            box = self._board.box(self._current) if self._current else None
            if box is None:
                break
            lengths = self._board.lengths
            left = self.horizontalScrollBar().value()
            right = box.right() + lengths.side - left - self.viewport().width()
            self.scroll_by(min(box.left() - lengths.side - left, 0) or max(right, 0), 0)
            head = max(lengths.lane if self._board.laned else 0, lengths.mark)
            self._scroll_to(box.top() - head, box.bottom() + lengths.between)
            self._settle()
        self.viewport().update()

    def _scroll_to(self, top: int, bottom: int) -> None:
        """Scroll as little as brings a stretch of the board into sight, its top above all."""
        above = top - self.verticalScrollBar().value()
        below = bottom - self.verticalScrollBar().value() - self._page()
        self.scroll_by(0, min(above, 0) or max(min(below, above), 0))

    def _tell(self) -> None:
        """Say to screen readers what is current."""
        told = standing(len(self._places), self._empty)
        if self._door != NOWHERE:
            told = door_told(self._board.more(self._door))
        elif self._lane is not None:
            told = lane_told(self._board, self._board.lane_of(self._lane), self._mark)
        elif self._current:
            card, place = self.card(self._current), told_place(self._board, self._current)
            whole = _("{card}. {place}").format(card=card.told, place=place)
            told = card.checks[self._item].told() if self._item >= 0 else whole
        tell(self, told)

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.color(Token.BACKGROUND))
        offset, head = self._offset(), self._head()
        if not self._places:
            below = self.viewport().rect().adjusted(0, head, 0, 0)
            paint_empty(painter, below, *self._empty)
        painter.translate(offset)
        self._paint_cards(painter)
        painter.translate(0, -offset.y())
        strip = QRect(-offset.x(), 0, self.viewport().width(), head)
        paint_heads(painter, self._board, strip, self._emphasised())
        painter.resetTransform()
        nowhere = not self._current and self._door == NOWHERE and self._lane is None
        if self.hasFocus() and nowhere:
            paint_ring(painter, self.viewport().rect())

    def _emphasised(self) -> int:
        """The column whose head stands out."""
        return NOWHERE

    def _paint_cards(self, painter: QPainter) -> None:
        paint_marks(painter, self._board, self._mark)
        for card, box in self._in_sight():
            self._paint_card(painter, card, box)
        paint_doors(painter, self._board, self._door, self._hovered_door)
        for lane, box in lane_heads(self._board, self.verticalScrollBar().value()):
            current = self.hasFocus() and self._board.lanes[lane].key == self._lane
            paint_lane(painter, self._board, lane, box, self._mark, current)

    def _paint_card(self, painter: QPainter, card: str, box: QRect) -> None:
        item = self._item if card == self._current and self.hasFocus() else NOWHERE
        if card == self._hovered or item != NOWHERE:
            ratio = painter.device().devicePixelRatioF()
            hovered = card == self._hovered
            picture = self._faces.drawn(card, ratio, hovered=hovered, item=item)
            painter.drawPixmap(box.topLeft(), picture)
        else:
            self._faces.paint(painter, card, box)
        if card == self._current and self._door == NOWHERE:
            paint_ring(painter, box, faint=not self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._faces.forget()
            self._fit()


def _follower(before: BoardLayout, after: BoardLayout, spot: Spot) -> str:
    """The card that took the place of one that is gone, or the one before it."""
    ids = before.stack(spot).ids
    behind = [*ids[spot.at + 1 :], *reversed(ids[: spot.at])]
    return next((card for card in behind if card in after.spots), "")
