"""What keys do on a board: walk its cards and lanes, move cards, fold, tick and open them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets import board_walk
from widgets.board_ground import NOWHERE, BoardGround
from widgets.board_layout import Drop
from widgets.menu_key import offers_menu

KEY = Qt.Key
_ENTER = (KEY.Key_Return, KEY.Key_Enter, KEY.Key_F2)
_CARRYING = (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right)
_WALKING = (*_CARRYING, KEY.Key_Home, KEY.Key_End, KEY.Key_PageUp, KEY.Key_PageDown)


class BoardKeys(BoardGround):
    """Says by its signals what is wanted; the model decides.

    Arrows walk, with Ctrl they move the card, up and down through its lane and then into the
    next. Enter opens, Space is done or no longer, C unfolds the checklist, whose lines arrows then
    reach and Space ticks. F folds a lane, whose head then takes the keys; there Enter, Space or F
    unfolds it. Escape leaves what was begun.
    """

    opened = Signal(str)
    moved = Signal(str, str, str, str)  # card, column, lane, ahead of which card (empty: last)
    toggled = Signal(str)  # done, or no longer
    ticked = Signal(str, int)  # card, line of its checklist
    count_asked = Signal(str)  # the column of a "n more" door

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 0  # where arrows go on from the head of a folded lane
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def copy(self) -> None:
        """Put the current card on the clipboard as text."""
        if self._current:
            QGuiApplication.clipboard().setText(self.card(self._current).plain())

    def select_door(self, column: int) -> None:
        """Make the door below a column of a compact board current."""
        self._door, self._item = column, NOWHERE
        self._tell()
        self.viewport().update()

    def fold_current(self) -> None:
        """Fold the lane where the keys are, or unfold it."""
        spot = self._board.spots.get(self._current)
        if self._lane is not None:
            self.fold_lane(self._lane)
        elif spot is not None and self._board.laned:
            self.fold_lane(self._board.lanes[spot.lane].key)

    # intents

    def _want(self, card: str, drop: Drop | None) -> None:
        """Ask for a card to stand elsewhere, if that is elsewhere at all."""
        if drop and board_walk.changes(self._board, card, drop):
            column, lane = self._board.columns[drop.column], self._board.lanes[drop.lane]
            self.moved.emit(card, column.key, lane.key, drop.ahead)
            self._reveal()

    def _enter(self) -> None:
        if self._door != NOWHERE:
            self.count_asked.emit(self._board.columns[self._door].key)
        elif self._lane is not None:
            self.fold_current()
        elif self._current:
            self.opened.emit(self._current)

    def _tick(self) -> None:
        if self._door != NOWHERE or self._lane is not None:
            self._enter()
        elif self._item != NOWHERE:
            self.ticked.emit(self._current, self._item)
        elif self._current:
            self.toggled.emit(self._current)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is KEY.Key_Escape and self._escape():
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if offers_menu(self, event):
            return
        if not (self._carry(key) if control else self._press(key)):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        """What a key without Ctrl does; False: nothing here."""
        if key in _ENTER:
            self._enter()
        elif key is KEY.Key_Space:
            self._tick()
        elif key is KEY.Key_C and self._current:
            self.unfold(self._current)
        else:
            return self._walk(key)
        return True

    def _walk(self, key: Qt.Key) -> bool:
        if key not in _WALKING or not self.count():
            return key in _WALKING
        if self._lane is not None:
            if key in (KEY.Key_Up, KEY.Key_Down):
                self._stop_along(self._board.lane_of(self._lane), key is KEY.Key_Down)
        elif self.box_of(self._current) is None:
            self._stop(board_walk.first_stop(self._board))
        elif key in (KEY.Key_Up, KEY.Key_Down):
            self._step(1 if key is KEY.Key_Down else -1)
        elif key in (KEY.Key_Left, KEY.Key_Right):
            step = 1 if key is KEY.Key_Right else -1
            self.select(board_walk.across(self._board, self._current, step))
        elif key in (KEY.Key_Home, KEY.Key_End):
            last = key is KEY.Key_End
            self.select(board_walk.column_end(self._board, self._current, last=last))
        else:
            pixels = self._page() * (1 if key is KEY.Key_PageDown else -1)
            self.select(board_walk.paged(self._board, self._current, pixels))
        return True

    def _step(self, step: int) -> None:
        """Up or down: through the lines of an unfolded checklist, to the next card, to a door."""
        board, card = self._board, self._current
        lines = len(self.card(card).checks) if card in self._faces.unfolded else 0
        if self._door != NOWHERE:
            self.select(card) if step < 0 else None
        elif NOWHERE <= self._item + step < lines and (step > 0 or self._item > NOWHERE):
            self.select(card, self._item + step)
        elif self._stop_along(card, step > 0):
            pass
        elif step > 0 and board.more(board.spots[card].column):
            self.select_door(board.spots[card].column)

    def _stop_along(self, stop: board_walk.Stop, down: bool) -> bool:
        """Go on to the next card or folded lane of the column; whether there is any."""
        if isinstance(stop, str):
            self._column = self._board.spots[stop].column
        to = board_walk.along(self._board, stop, self._column, 1 if down else -1)
        if to != stop:
            self._stop(to)
        return to != stop

    def _stop(self, stop: board_walk.Stop) -> None:
        if isinstance(stop, str):
            self.select(stop)
        else:
            self._select_lane(self._board.lanes[stop].key)

    def _carry(self, key: Qt.Key) -> bool:
        """What an arrow with Ctrl does: the current card goes there."""
        card, step = self._current, 1 if key in (KEY.Key_Down, KEY.Key_Right) else -1
        if key not in _CARRYING or self.box_of(card) is None:
            return key in _CARRYING
        board = self._board
        if key in (KEY.Key_Left, KEY.Key_Right):
            drop = board_walk.beside(board, card, step)
        else:
            drop = board_walk.shifted(board, card, step)
            if drop is None and board.laned:
                drop = board_walk.into_lane(board, card, step)
        self._want(card, drop)
        return True

    def _escape(self) -> bool:
        """Leave the lines of a checklist; whether the keys were there."""
        if self._item == NOWHERE:
            return False
        self.select(self._current)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        nowhere = not self._current and self._lane is None
        if event.reason() is not Qt.FocusReason.MouseFocusReason and nowhere:
            self._stop(board_walk.first_stop(self._board))
        self.viewport().update()
