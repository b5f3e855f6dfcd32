"""A board over any model: columns of cards that are moved with mouse or keys.

The model gives a ``Place`` for every row and a ``Card`` for those in sight (``widgets.card``).
"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget

from resources import _
from widgets import board_walk
from widgets.board_drag import Drag
from widgets.board_ground import NOWHERE
from widgets.board_heads import lane_heads, paint_carried
from widgets.board_keys import BoardKeys
from widgets.board_layout import Drop
from widgets.card_ask import CardAsk
from widgets.plain import plain_tooltip

LIFTED = 0.4  # how much is seen of a card in its place while it is carried


class BoardView(BoardKeys):
    """Says what is wanted of the cards; whoever owns it changes the model or does not.

    What keys do is told by ``BoardKeys``; with the mouse cards are carried and lanes folded.
    """

    answered = Signal(str, str)  # card, what was typed when ``ask`` asked
    menu_asked = Signal(str, QPoint)  # card, where on the screen the menu belongs

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drop: Drop | None = None
        self._drag = Drag(self.viewport())
        self._ask = CardAsk(self.viewport())
        self._drag.scroll.connect(self._scroll_at_edge)
        self._ask.answered.connect(self.answered)
        self._ask.left.connect(self.put_away_question)
        self.viewport().setMouseTracking(True)

    def ask(self, card: str, question: str, text: str = "") -> None:
        """Ask for a few words in the place of a card; ``answered`` brings them."""
        self.select(card)
        self._ask.ask(card, question, text)
        self._place_question()

    def put_away_question(self) -> None:
        """Ask no longer, as when the answer was taken."""
        self._ask.put_away()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> bool:
        """Let a carried card go first."""
        if not self._drag.carried:
            return super()._escape()
        self._let_go()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        card = self._under(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            self._let_go()
        elif (lane := self._lane_under(at)) != NOWHERE:
            self.fold_lane(self._board.lanes[lane].key)
        elif card:
            self.select(card)
            box = self.box_of(card)
            assert box is not None
            self._drag.press(card, at, at - box.topLeft())
        elif (door := self._door_under(at)) != NOWHERE:
            self.count_asked.emit(self._board.columns[door].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag.move(at):
            self._aim()
        else:
            self._hover(self._under(at), self._door_under(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        card, drop, carried = self._drag.card, self._drop, self._drag.carried
        self._let_go()
        if event.button() is not Qt.MouseButton.LeftButton or not card:
            return
        if carried:
            self._want(card, drop)
        else:
            self._click(card, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        card = self._under(at)
        if not card or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self._click(card, at):
            self.opened.emit(card)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("", NOWHERE)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._let_go()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.select(self._under(event.pos()))
            at = event.globalPos()
        else:
            box = self.box_of(self._current) or QRect()
            at = self.viewport().mapToGlobal(box.center())
        if self._current:
            self.menu_asked.emit(self._current, at)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tooltip(self._tip(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _click(self, card: str, at: QPoint) -> bool:
        """A click inside a card: on its checklist it ticks or folds; whether it did."""
        box, face = self.box_of(card), self._faces.layout(card)
        inside = at - box.topLeft() if box else QPoint()
        line = face.check_at(inside.x(), inside.y())
        if line != NOWHERE:
            self.ticked.emit(card, line)
        elif face.folds_at(inside.x(), inside.y()):
            self.unfold(card)
        else:
            return False
        return True

    def _tip(self, at: QPoint) -> str:
        card = self._under(at)
        if card:
            return self.card(card).tooltip
        if (lane := self._lane_under(at)) != NOWHERE:
            shown = self._board.lanes[lane]
            return "\n".join(filter(None, (shown.label, shown.hint, _("Fold or unfold: F"))))
        column = self._board.column_at((at - self._offset()).x())
        if at.y() < self._head() and column is not None:
            return "\n".join(filter(None, (column.label, column.hint)))
        return ""

    def _under(self, at: QPoint) -> str:
        if at.y() < self._head() or self._lane_under(at) != NOWHERE:
            return ""
        on_board = at - self._offset()
        return next((card for card, box in self._in_sight() if box.contains(on_board)), "")

    def _lane_under(self, at: QPoint) -> int:
        """The lane whose head is at a point, where it stays in sight over cards."""
        on_board = at - self._offset()
        heads = lane_heads(self._board, self.verticalScrollBar().value())
        over = at.y() < self._head()
        return next((n for n, box in heads if box.contains(on_board) and not over), NOWHERE)

    def _door_under(self, at: QPoint) -> int:
        on_board = at - self._offset()
        doors = self._board.doors()
        return next((column for column, _more, box in doors if box.contains(on_board)), NOWHERE)

    def _hover(self, card: str, door: int) -> None:
        if (card, door) != (self._hovered, self._hovered_door):
            self._hovered, self._hovered_door = card, door
            self.viewport().update()

    # carrying

    def _aim(self) -> None:
        """Show where the carried card would come to stand."""
        first = self._places[self._drag.card].first
        at = self._drag.at - self._offset()
        self._drop = board_walk.drop_at(self._board, at, self._drag.card, first=first)
        inside = self.viewport().rect().contains(self._drag.at)
        if not inside or not board_walk.changes(self._board, self._drag.card, self._drop):
            self._drop = None
        shape = Qt.CursorShape.ClosedHandCursor if self._drop else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _let_go(self) -> None:
        self._drag.end()
        self._drop = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_at_edge(self, across: int, down: int) -> None:
        self.scroll_by(across, down)
        self._aim()

    def _settle(self, *value: object) -> None:
        super()._settle(*value)
        self._place_question()

    def _place_question(self) -> None:
        if card := self._ask.card:
            below = self._faces.layout(card).title_bottom if self.has(card) else 0
            self._ask.stand(self.box_of(card), below)

    def _renew(self) -> None:
        super()._renew()
        if self._drag.card not in self._places:
            self._let_go()

    def _emphasised(self) -> int:
        return self._drop.column if self._drop else NOWHERE

    def _paint_card(self, painter: QPainter, card: str, box: QRect) -> None:
        painter.setOpacity(LIFTED if self._drag.carried and card == self._drag.card else 1)
        super()._paint_card(painter, card, box)
        painter.setOpacity(1)

    def _paint_cards(self, painter: QPainter) -> None:
        super()._paint_cards(painter)
        if self._drag.carried:
            ratio = painter.device().devicePixelRatioF()
            picture = self._faces.drawn(self._drag.card, ratio, hovered=True)
            at = self._drag.at - self._drag.grip - self._offset()
            paint_carried(painter, picture, at, self._drop.line if self._drop else None)
