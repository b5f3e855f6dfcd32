"""The tone of coverage by hour: for above the line, against below, the rest on its own line.

The drawing library takes a third of a second to import, so that happens on a thread once the
window stands; until then the ground is calm and the keys already work.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from resources import _
from widgets import theme
from widgets.plain import plain_tooltip
from widgets.theme import Token
from widgets.tone_hours import HOUR_MS, TONES, VISIBLE, HourTone, Mark
from widgets.tone_legend import legend_height, paint_legend
from widgets.tone_look import named

if TYPE_CHECKING:
    from widgets.tone_plot import TonePlot

__all__ = ["HourTone", "Mark", "ToneChart"]

LOOK_MS = 15  # between looks whether the library is there
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ToneChart(QWidget):
    """A bar for every hour; a click or Enter on one asks for the items behind it."""

    hour_asked = Signal(object)  # start_ms, an int too long for Qt's own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours: tuple[HourTone, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._current, self._hovered, self._pressed = -1, -1, -1
        self._volume = self._asked = False
        self._plot: TonePlot | None = None
        self._pulse = QTimer(self)
        self._pulse.setInterval(LOOK_MS)
        self._pulse.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tell()

    # the door

    def show_hours(self, hours: Sequence[HourTone], marks: Sequence[Mark]) -> None:
        """Show hours in their order, the last 72 at most, and our own statements among them."""
        before = self._hours[self._current].start_ms if self._current >= 0 else None
        self._hours, self._marks = tuple(hours[-VISIBLE:]), tuple(marks)
        starts = [hour.start_ms for hour in self._hours]
        self._current = starts.index(before) if before in starts else -1
        self._hovered = self._pressed = -1
        self._draw()

    def set_volume(self, volume: bool) -> None:
        """Show how many items each hour had instead of their tone."""
        self._volume = volume
        self._draw()

    def start(self) -> None:
        """Fetch the drawing library now; without this it comes after the first paint."""
        if not self._asked:
            self._asked = True
            self._pulse.start()

    def drawn(self) -> bool:
        """Whether the drawing library is there and the bars are shown."""
        return self._plot is not None

    def current_hour(self) -> int:
        """The ``start_ms`` of the hour the keys act on; -1 when there is none."""
        return self._hours[self._current].start_ms if self._current >= 0 else -1

    # drawing

    def _look(self) -> None:
        if not _library().is_alive():
            self._pulse.stop()
            self._build()

    def _build(self) -> None:
        from widgets.tone_plot import TonePlot  # imported by the thread, so this costs nothing

        self._plot = TonePlot(self)
        self._plot.view.show()
        self._draw()

    def _draw(self) -> None:
        if self._plot is not None and self.isVisible():
            room = self._room()
            self._plot.show(room, self._hours, self._marks, volume=self._volume)
        self._light()

    def _light(self) -> None:
        """Show and tell where the keys and the pointer are."""
        if self._plot is not None:
            self._plot.light(self._current if self.hasFocus() else -1, self._hovered)
        self._tell()
        self.update()

    def _room(self) -> QRect:
        ring = theme.px(2)
        return self.rect().adjusted(ring, ring + legend_height(self.height()), -ring, -ring)

    def _tell(self) -> None:
        self.setAccessibleName(_("Items by hour") if self._volume else _("Tone by hour"))
        told = _(", ").join(self._told(self._current)) if self._current >= 0 else ""
        self.setAccessibleDescription(told)

    def _told(self, at: int) -> list[str]:
        """The hour and its counts in words, and what we said in it."""
        hour = self._hours[at]
        name = hour.told or f"{hour.day} {hour.label}".strip()
        counts = [named(tone, hour.count(tone)) for tone in TONES]
        counts = [named("total", hour.total)] if self._volume else counts
        end = hour.start_ms + HOUR_MS
        said = [mark.text for mark in self._marks if hour.start_ms <= mark.ms < end]
        return [name, *counts, *said]

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Token.BACKGROUND))
        if height := legend_height(self.height()):
            room = self.rect().adjusted(theme.space(2), theme.px(2), -theme.space(2), 0)
            room.setHeight(height)
            paint_legend(painter, room, self._hours, volume=self._volume)
        if self.hasFocus():
            painter.setPen(QPen(theme.color(Token.ACCENT), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0:
            self._current = len(self._hours) - 1
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._hours) - 1,
        }
        if not self._hours:
            super().keyPressEvent(event)
        elif event.key() in moves:
            self._current = max(0, min(moves[Qt.Key(event.key())], len(self._hours) - 1))
            self._light()
        elif event.key() in _OPENS and self._current >= 0:
            self.hour_asked.emit(self.current_hour())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._hour_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, self._pressed = self._pressed, -1
        if at >= 0 and at == self._hour_at(event.position().toPoint()):
            self._current = at
            self._light()
            self.hour_asked.emit(self.current_hour())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._hour_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._hour_at(event.pos())
            told = plain_tooltip("\n".join(self._told(at))) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self._light()

    def _hour_at(self, point: QPoint) -> int:
        inside = self._plot is not None and self._room().contains(point)
        return self._plot.hour_at(point.x()) if inside and self._plot else -1


@cache
def _library() -> Thread:
    """The thread that imports the drawing, one for all charts; it creates nothing of Qt's.

    It knows no widget, so a chart may go while it runs; what fails in it fails again, and is
    reported, where the chart imports the drawing itself.
    """
    thread = Thread(target=import_module, args=("widgets.tone_plot",), name="drawing library")
    thread.start()
    return thread
