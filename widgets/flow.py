"""A layout that sets widgets side by side and goes on in another line where room is short."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from widgets import theme


class Flow(QLayout):
    """Widgets in reading order; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid_out(rect, moving=True)

    def sizeHint(self) -> QSize:
        wide = sum(each.sizeHint().width() + self._gap() for each in self._shown())
        return QSize(wide, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for each in self._shown():
            size = size.expandedTo(each.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _gap(self) -> int:
        return theme.space(1.5)

    def _laid_out(self, rect: QRect, *, moving: bool) -> int:
        """Set the widgets, or only tell the height that they take."""
        x, y, line = rect.x(), rect.y(), list[tuple[QLayoutItem, QRect]]()
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(rect.width(), item.sizeHint().height()))
            if line and x + size.width() > rect.right() + 1:
                y += self._set(line, moving=moving) + self._gap()
                x, line = rect.x(), []
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap()
        return y + self._set(line, moving=moving) - rect.y()

    def _set(self, line: list[tuple[QLayoutItem, QRect]], *, moving: bool) -> int:
        """Centre the widgets of a line on its height, which is told."""
        high = max((box.height() for _item, box in line), default=0)
        for item, box in line if moving else ():
            item.setGeometry(box.translated(0, (high - box.height()) // 2))
        return high
