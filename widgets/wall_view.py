"""The face of a wall: it paints a state, says it to a screen reader, and hides an idle pointer."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from resources import _
from widgets.wall_pages import put
from widgets.wall_sheet import Sheet, Words
from widgets.wall_state import WallState

MARK = 10  # lines of a watermark that would fill the height
IDLE_MS = 3_000  # after which the pointer is hidden


class WallView(QWidget):
    """Shows a ``WallState``; it takes no focus, and keys belong to the window around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: WallState | None = None
        self._sheet = Sheet(self.size())
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._hide_pointer)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._idle.start()

    def show_state(self, state: WallState) -> bool:
        """Show a state at once; False when it is the one that is shown."""
        if state == self._state:
            return False
        self._state = state
        before, self._sheet = self._sheet, self._placed()
        self.repaint(self._sheet.changed(before))  # now: nobody waits for the next turn
        return True

    def words(self) -> tuple[Words, ...]:
        """Every line that is painted, with its box."""
        return tuple(self._sheet.words)

    def _placed(self) -> Sheet:
        sheet = Sheet(self.size())
        if self._state is not None:
            put(sheet, self._state)
        self.setAccessibleDescription("\n".join(sheet.texts()))
        return sheet

    def _place(self) -> None:
        self._sheet = self._placed()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._sheet.paint(painter, event.region())
        if self._state is not None and self._state.head.drill:
            from widgets.watermark import paint_watermark  # walls seldom show a drill

            painter.setClipRegion(event.region())
            paint_watermark(painter, self.rect(), _("DRILL"), self.height() // MARK)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._idle.start()
        super().mouseMoveEvent(event)

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
