"""What all charts have in common: a cursor for keys and pointer, words for every point, marks.

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
    QContextMenuEvent,
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
from widgets.announce import announce
from widgets.chart_axis import Mark
from widgets.chart_legend import LegendItem, legend_height, paint_legend
from widgets.empty import paint_empty
from widgets.menu_key import offers_menu
from widgets.plain import plain_tooltip
from widgets.theme import Token

if TYPE_CHECKING:
    from widgets.chart_plot import Plot

LOOK_MS = 15  # between looks whether the library is there
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Chart(QWidget):
    """Points in time; a click or Enter on one, or on a mark, asks for what is behind it.

    Left, Right, Home and End walk the points; Up goes to the marks above them, where the same
    keys walk, and Down goes back.  A kind of chart says how many points it has and what they are.
    """

    point_asked = Signal(object)  # the key of a point
    mark_asked = Signal(str)  # the id of a mark
    menu_asked = Signal(QPoint)  # where on the screen a menu belongs

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._current, self._hovered, self._pressed = -1, -1, -1
        self._mark, self._walked = -1, False
        self._asked = False
        self._plot: Plot | None = None
        self._essence, self._empty = "", ("", "")
        self._pulse = QTimer(self)
        self._pulse.setInterval(LOOK_MS)
        self._pulse.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # what a kind of chart says

    def count(self) -> int:
        """How many points there are."""
        raise NotImplementedError

    def key_of(self, at: int) -> object:
        """What names a point, to whoever fills the chart."""
        raise NotImplementedError

    def told(self, at: int) -> list[str]:
        """A point in words: its time and its numbers."""
        raise NotImplementedError

    def legend(self) -> Sequence[LegendItem]:
        """What looks how."""
        raise NotImplementedError

    def twin(self) -> "Chart":
        """A new chart of the same."""
        raise NotImplementedError

    def make_plot(self) -> "Plot":
        """The drawing; the library is there when this is called."""
        raise NotImplementedError

    def show_in(self, plot: "Plot", room: QRect) -> None:
        """Draw what the chart has."""
        raise NotImplementedError

    def point_of(self, mark: Mark) -> int:
        """The point at which a mark stands, or the nearest one."""
        raise NotImplementedError

    # the door

    def start(self) -> None:
        """Fetch the drawing library now; without this it comes after the first paint."""
        if not self._asked:
            self._asked = True
            self._pulse.start()

    def drawn(self) -> bool:
        """Whether the drawing library is there and the points are shown."""
        return self._plot is not None

    def set_essence(self, sentence: str) -> None:
        """What a chart says in one sentence, for people who hear it."""
        self._essence = sentence
        self._tell()

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in the middle while there is no point."""
        self._empty = title, sentence
        self.draw()

    def essence(self) -> str:
        """The sentence of ``set_essence``."""
        return self._essence

    def current_key(self) -> object | None:
        """What the keys act on; None when there is nothing."""
        return self.key_of(self._current) if self._current >= 0 else None

    def current_mark(self) -> Mark | None:
        """The mark the keys act on, while they are among the marks."""
        return self._marks[self._mark] if self._mark >= 0 else None

    def draw_now(self) -> None:
        """Draw in the theme in force, waiting for the library, as for a picture."""
        _library().join()
        self._look()

    # for the kinds of charts

    def take(self, keys: Sequence[object], before: object | None, marks: Sequence[Mark]) -> None:
        """Points and marks are others now; the keys stay where they were, if it is still there."""
        mark = self.current_mark()
        self._marks = tuple(marks)
        self._mark = self._marks.index(mark) if mark in self._marks else -1
        self._current = list(keys).index(before) if before in keys else -1
        self._hovered = self._pressed = -1
        self.draw()

    def draw(self) -> None:
        """Draw anew, if the drawing is there."""
        if self._plot is not None and self.isVisible():
            self._plot.view.setVisible(bool(self.count() or not self._empty[0]))
            self.show_in(self._plot, self._room())
        self._light()

    # drawing

    def _look(self) -> None:
        if _library().is_alive():
            return
        self._pulse.stop()
        if self.isVisible():  # one that was closed meanwhile may go any moment
            self._build()
        else:
            self._asked = False

    def _build(self) -> None:
        if self._plot is None:
            self._plot = self.make_plot()
            self._plot.view.show()
        self.draw()

    def _light(self) -> None:
        """Show and tell where the keys and the pointer are."""
        if self._plot is not None:
            here = self.hasFocus()
            self._plot.light(
                self._current if here else -1, self._hovered, self._mark if here else -1
            )
        self._tell()
        self.update()

    def _room(self) -> QRect:
        ring = theme.px(2)
        return self.rect().adjusted(ring, ring + legend_height(self.height()), -ring, -ring)

    def _tell(self) -> None:
        """A point alone while the keys walk, else with what the whole chart says."""
        mark = self.current_mark()
        point = _(", ").join(self.told(self._current)) if self._current >= 0 else ""
        here = mark.said if mark else point
        if not self.count():
            here = ". ".join(filter(None, self._empty)).rstrip(".") + "." if self._empty[0] else ""
        parts = (here,) if self._walked else (self._essence, here)
        self.setAccessibleDescription("\n".join(filter(None, parts)))

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Token.BACKGROUND))
        if not self.count() and self._empty[0]:
            paint_empty(painter, self.rect(), *self._empty)
        elif height := legend_height(self.height()):
            room = self.rect().adjusted(theme.space(2), theme.px(2), -theme.space(2), 0)
            room.setHeight(height)
            paint_legend(painter, room, self.legend())
        if self.hasFocus():
            painter.setPen(QPen(theme.color(Token.ACCENT), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.draw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0:
            self._current = self.count() - 1
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._walked = False
        self._light()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if offers_menu(self, event):
            return
        if not (self.count() and self._walk(key)):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> bool:
        """Follow a key; False for one that is not the chart's."""
        among = self._mark >= 0
        at, last = (self._mark, len(self._marks)) if among else (self._current, self.count())
        steps = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1}
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last - 1}
        if key in steps:
            self._go(max(0, min(steps[key], last - 1)), among=among)
        elif key is Qt.Key.Key_Up and not among and self._marks:
            self._go(self._nearest_mark(), among=True)
        elif key is Qt.Key.Key_Down and among:
            self._go(self._current, among=False)
        elif key in _OPENS and self._current >= 0:
            self._open()
        else:
            return False
        return True

    def _go(self, at: int, *, among: bool) -> None:
        self._mark = at if among else -1
        self._current = self.point_of(self._marks[at]) if among else at
        self._walked = True
        self._light()
        announce(self, self.accessibleDescription())

    def _nearest_mark(self) -> int:
        apart = [abs(self.point_of(mark) - self._current) for mark in self._marks]
        return apart.index(min(apart))

    def _open(self) -> None:
        mark = self.current_mark()
        if mark is None:
            self.point_asked.emit(self.current_key())
        elif mark.id:
            self.mark_asked.emit(mark.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self.mapToGlobal(self.rect().center()))
        else:
            self.menu_asked.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point, at = event.position().toPoint(), self._pressed
        self._pressed = -1
        if at >= 0 and at == self._point_at(point):
            self._current, self._mark = at, self._mark_at(point)
            self._light()
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._point_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tooltip(self._tip(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, point: QPoint) -> str:
        mark, at = self._mark_at(point), self._point_at(point)
        if mark >= 0:
            return self._marks[mark].said
        return "\n".join(self.told(at)) if at >= 0 else ""

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self._light()

    def _point_at(self, point: QPoint) -> int:
        inside = self._plot is not None and self._room().contains(point)
        return self._plot.point_at(point.x()) if inside and self._plot else -1

    def _mark_at(self, point: QPoint) -> int:
        inside = self._plot is not None and self._room().contains(point)
        return self._plot.mark_at(point.x(), point.y()) if inside and self._plot else -1


@cache
def _library() -> Thread:
    """The thread that imports the drawing, one for all charts; it creates nothing of Qt's.

    It knows no widget, so a chart may go while it runs; what fails in it fails again, and is
    reported, where a chart imports the drawing itself.
    """
    thread = Thread(target=import_module, args=("widgets.chart_plot",), name="drawing library")
    thread.start()
    return thread
