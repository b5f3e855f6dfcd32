"""Keys for the headings of a table: everything that the pointer does with them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from widgets import theme

KEY = Qt.Key
STEP = 4  # steps of space that a key widens or narrows a column
_SORTS = (KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter)
_SIDES = {KEY.Key_Left: -1, KEY.Key_Right: 1}
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class HeaderKeys:
    """Knows the current heading; arrows go on, with Shift they widen, with Ctrl they carry.

    Space and Enter sort by it, turn the order round, and go back to the model's own order.
    """

    def __init__(self, header: QHeaderView) -> None:
        self._header = header
        self._column = -1

    def current(self) -> int:
        """The column of the current heading: the first in sight until another is gone to."""
        if 0 <= self._column < self._header.count():
            return self._column
        return self._header.logicalIndex(0)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks; False where it asks nothing of headings."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _SORTS:
            self._sort()
        elif key not in _SIDES:
            return False
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._widen(_SIDES[key])
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._carry(_SIDES[key])
        else:
            self._go(_SIDES[key])
        self._header.viewport().update()
        return True

    def _sort(self) -> None:
        header, column = self._header, self.current()
        if header.sortIndicatorSection() != column:
            header.setSortIndicator(column, _UP)
        elif header.sortIndicatorOrder() is _UP:
            header.setSortIndicator(column, _DOWN)
        else:
            header.setSortIndicator(-1, _UP)

    def _widen(self, side: int) -> None:
        column, step = self.current(), side * theme.space(STEP)
        width = max(self._header.minimumSectionSize(), self._header.sectionSize(column) + step)
        self._header.resizeSection(column, width)

    def _carry(self, side: int) -> None:
        self._column = self.current()
        place = self._beyond(side)
        self._header.moveSection(self._header.visualIndex(self._column), place)

    def _go(self, side: int) -> None:
        self._column = self._header.logicalIndex(self._beyond(side))

    def _beyond(self, side: int) -> int:
        """The place of the next column in sight; the same one at the ends."""
        at = self._header.visualIndex(self.current())
        place = at + side
        while 0 <= place < self._header.count():
            if not self._header.isSectionHidden(self._header.logicalIndex(place)):
                return place
            place += side
        return at
