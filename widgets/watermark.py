"""A watermark over everything that is shown: words across the screen that no one can take away."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.theme import Token

STRENGTH = {"dark": 0.10, "light": 0.10}  # of the ink: what is below stays readable
ANGLE = -24  # degrees
BETWEEN = (2.6, 4.4)  # widths and heights of the words from one to the next


class Watermark(QWidget):
    """Lies over its parent, lets every click through, and follows its size."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def words(self) -> str:
        """What it says."""
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if parent and event.type() is QEvent.Type.Resize:
            self.setGeometry(parent.rect())
        elif event.type() is QEvent.Type.ChildAdded:
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        paint_watermark(painter, self.rect(), self._words)


def paint_watermark(painter: QPainter, rect: QRect, words: str, size: int = 0) -> None:
    """Paint the words across a rectangle again and again, in pixels of ``size`` or as a figure."""
    painter.save()
    size = size or theme.px(2 * theme.size("figure"))
    painter.setFont(theme.face(size, QFont.Weight.Bold))
    ink = theme.color(Token.WARN)
    ink.setAlphaF(STRENGTH[theme.current()])
    painter.setPen(ink)
    across = round(painter.fontMetrics().horizontalAdvance(words) * BETWEEN[0])
    down = round(painter.fontMetrics().height() * BETWEEN[1])
    painter.translate(rect.center())
    painter.rotate(ANGLE)
    reach = (rect.width() + rect.height()) // 2
    for line in range(-ceil(reach / down), ceil(reach / down) + 1):
        shift = across // 2 if line % 2 else 0
        for place in range(-ceil(reach / across) - 1, ceil(reach / across) + 1):
            painter.drawText(QPoint(place * across + shift, line * down), words)
    painter.restore()
