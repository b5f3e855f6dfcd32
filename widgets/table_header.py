"""The headings of a table: small muted words, an arrow where it is sorted, a memory of columns."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from resources import _
from widgets import theme
from widgets.header_keys import HeaderKeys
from widgets.plain import plain_tooltip, visible
from widgets.table_cell import GrowsRole
from widgets.theme import Token

YIELDS_AT_LAST = 16  # steps of space, before a table scrolls sideways
YIELDS_TO = 30  # steps of space; a wider column holds sentences
_RIGHT = Qt.AlignmentFlag.AlignRight


class TableHeader(QHeaderView):
    """Headings that move, resize and sort; a third click goes back to the model's own order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.settled = False  # once someone has chosen a width
        self._scale = theme.scale()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(theme.space(8))
        self.sectionCountChanged.connect(self._counted)
        self.setAccessibleName(_("Columns"))
        self.setAccessibleDescription(
            _("Arrow keys go on, with Shift they widen, with Ctrl they move; Space sorts.")
        )
        self._keys = HeaderKeys(self)

    def _counted(self, _before: int, count: int) -> None:
        """Without a column Tab has nothing to stop at."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if count else Qt.FocusPolicy.NoFocus)

    def measure(self) -> None:
        """Take the lengths of the theme; widths that someone chose grow with the text."""
        grown, self._scale = theme.scale() / self._scale, theme.scale()
        self.setMinimumSectionSize(theme.space(8))
        if self.settled and grown != 1.0:
            for section in self.order():
                self.resizeSection(section, round(self.sectionSize(section) * grown))
        self.headerDataChanged(self.orientation(), 0, max(self.count() - 1, 0))
        self.updateGeometry()

    def order(self) -> list[int]:
        """The columns in sight, from the left."""
        columns = (self.logicalIndex(place) for place in range(self.count()))
        return [column for column in columns if not self.isSectionHidden(column)]

    def fit(self, wished: dict[int, int], room: int) -> None:
        """Give each column the width it wishes; sentences yield what lacks or take what is left."""
        if self.settled:
            return
        heads = {column: self.sectionSizeFromContents(column).width() for column in wished}
        widths = {column: max(heads[column], width) for column, width in wished.items()}
        least, growing = theme.space(YIELDS_TO), self._growing(widths)
        left = room - sum(widths.values())
        widths[growing] += max(left, min(0, least - widths[growing]))
        while (over := sum(widths.values()) - room) > 0:
            widest = max(widths, key=widths.__getitem__)
            if widths[widest] <= least:
                break
            widths[widest] -= min(over, theme.space(1), widths[widest] - least)
        if over > 0 and self._named(widths) == growing:
            widths[growing] = max(theme.space(YIELDS_AT_LAST), widths[growing] - over)
        for column, width in widths.items():
            self.resizeSection(column, width)

    def _growing(self, widths: dict[int, int]) -> int:
        """The column that takes what is left: the one the model names, else the widest."""
        named = self._named(widths)
        return max(widths, key=widths.__getitem__) if named is None else named

    def _named(self, widths: dict[int, int]) -> int | None:
        model, across = self.model(), Qt.Orientation.Horizontal
        named = (column for column in widths if model.headerData(column, across, GrowsRole))
        return next(named, None)

    def saved(self) -> QByteArray:
        """Order, widths at 100 % (0 is hidden), whether someone chose them, and the sorting."""
        places = [self.logicalIndex(place) for place in range(self.count())]
        widths = [round(self.sectionSize(column) / theme.scale()) for column in places]
        descending = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        said = {
            "columns": [*zip(places, widths, strict=True)],
            "sort": [self.sortIndicatorSection(), descending],
            "settled": self.settled,
        }
        return QByteArray(json.dumps(said).encode())

    def restored(self, state: QByteArray) -> bool:
        """Take up what ``saved`` gave; False, with nothing changed, if it is of other columns."""
        said = _read(state, self.count())
        if said is None:
            return False
        for place, (column, width) in enumerate(said["columns"]):
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, not width)
            if width and said["settled"]:
                self.resizeSection(column, theme.px(width))
        self.settled = said["settled"]
        column, descending = said["sort"]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(column, order)
        return True

    def sectionSizeFromContents(self, section: int) -> QSize:
        width = QFontMetrics(_face()).horizontalAdvance(self._words(section))
        return QSize(width + 2 * theme.space(2) + theme.space(4), theme.length("control"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        line = theme.size("hairline")
        painter.fillRect(rect, theme.color(Token.BACKGROUND))
        painter.fillRect(
            rect.left(), rect.bottom() + 1 - line, rect.width(), line, theme.color(Token.LINE)
        )
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.setPen(theme.color(Token.TEXT if sorted_by else Token.MUTED))
        painter.setFont(_face())
        box = rect.adjusted(theme.space(2), 0, -theme.space(2), -line)
        self._paint_words(painter, box, section, theme.space(4) if sorted_by else 0)
        if self.hasFocus() and section == self._keys.current():
            self._paint_ring(painter, rect)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.settled = True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.cursor().shape() is Qt.CursorShape.SplitHCursor:
            self.settled = True

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell a heading that is cut."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            cut = section >= 0 and (
                self.sectionSizeFromContents(section).width() > self.sectionSize(section)
            )
            told = plain_tooltip(self._words(section)) if cut else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    def _paint_words(self, painter: QPainter, box: QRect, section: int, arrow: int) -> None:
        metrics, room = painter.fontMetrics(), box.width() - arrow
        words = metrics.elidedText(self._words(section), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = box.left() + (room - width if self._side(section) & _RIGHT else 0)
        painter.drawText(
            QRect(left, box.top(), width + 1, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            words,
        )
        if arrow:
            self._paint_arrow(painter, QPointF(left + width + arrow / 2, box.center().y() + 1))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        half, rise = theme.px(3.5), theme.px(2) * (1 if up else -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        corners = (QPointF(-half, rise), QPointF(half, rise), QPointF(0, -rise))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def _words(self, section: int) -> str:
        said = self.model().headerData(section, self.orientation()) if self.model() else None
        return visible(str(said)) if said is not None else ""

    def _side(self, section: int) -> Qt.AlignmentFlag:
        role = Qt.ItemDataRole.TextAlignmentRole
        said = self.model().headerData(section, self.orientation(), role)
        return Qt.AlignmentFlag(said) if said else self.defaultAlignment()


def _face() -> QFont:
    return theme.font(theme.size("label"))


def _read(state: QByteArray, count: int) -> dict[str, Any] | None:
    """The state when it is one of ``count`` columns."""
    try:
        said = json.loads(bytes(state.data()))
        columns = [column for column, width in said["columns"] if width >= 0]
        column, _descending = said["sort"]
        said.setdefault("settled", True)  # as it was when nothing said so
    except (ValueError, KeyError, TypeError):
        return None
    fits = sorted(columns) == list(range(count)) and -1 <= column < count
    return said if fits else None
