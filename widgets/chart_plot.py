"""What every chart draws with pyqtgraph: its ground, axes, marks, and the point that is current.

Imported on a thread, after the first paint.  No menu, no zoom, no QObject at import, and no text
of pyqtgraph that could render markup: the axes draw their labels plainly, and everything else is
said by the chart itself.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.chart_axis import Labelled, labelled
from widgets.theme import Token

LEVELS = 8  # labelled counts at most, that the ground stays calm


class Plot(ABC):
    """Axes over ``view``; x counts ticks of the axis from the left, y counts what is shown.

    A kind of chart draws itself between ``begin`` and the first ``light``.
    """

    def __init__(self, parent: QWidget) -> None:
        self.view = pg.GraphicsView(parent)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pitch, self.left = 1.0, 0.0  # pixels of a tick, and before the first
        self.span = (0.0, 1.0)
        self.apart = 1
        self._lit: list[Any] = []
        self._marked: tuple[float, ...] = ()
        self._decided: frozenset[float] = frozenset()
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.counts, self.times = pg.AxisItem("left"), pg.AxisItem("bottom")
        self._layout = pg.GraphicsLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for item, row, column in ((self.counts, 0, 0), (self.box, 0, 1), (self.times, 1, 1)):
            self._layout.addItem(item, row, column)
        for axis in (self.counts, self.times):
            axis.linkToView(self.box)
            axis.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=60)
        self.view.setCentralItem(self._layout)

    @abstractmethod
    def point_at(self, x: int) -> int:
        """The number of the point at ``x`` of the parent; -1 when there is none."""

    @abstractmethod
    def band_of(self, at: int) -> tuple[float, float] | None:
        """Where the ground behind a point begins, and how wide it is; None without such a point."""

    def light(self, current: int, hovered: int, mark: int = -1) -> None:
        """Light the ground behind the current and the hovered point, and a mark; -1 is none."""
        while self._lit:
            self.box.removeItem(self._lit.pop())
        low, high = self.span
        for at, token in ((current, Token.SELECTED), (hovered, Token.RAISED)):
            if at >= 0 and (band := self.band_of(at)):
                lit = pg.BarGraphItem(
                    x0=[band[0]],
                    width=band[1],
                    y0=[low],
                    y1=[high],
                    brush=pg.mkBrush(theme.color(token)),
                    pen=pg.mkPen(None),
                )
                self.box.addItem(lit, ignoreBounds=True)
                lit.setZValue(-1)
                self._lit.append(lit)
        if 0 <= mark < len(self._marked):
            self._light_mark(self._marked[mark])

    def mark_at(self, x: int, y: int) -> int:
        """The number of the mark whose sign is at a point of the parent; -1 when there is none."""
        reach = theme.space(2)
        if y - self.view.y() > 2 * reach:
            return -1
        apart = [abs(x - self._pixel(place)) for place in self._marked]
        nearest = min(apart, default=reach + 1)
        return apart.index(nearest) if nearest <= reach else -1

    # for the kinds of charts

    def begin(self, room: QRect, widest: str = "+00") -> tuple[int, int]:
        """Empty ``room`` of the parent and dress it; the pixels that are left for the box.

        ``widest`` is the longest label of a count.
        """
        self.view.setGeometry(room)
        self.view.setBackground(theme.color(Token.BACKGROUND))
        self.box.clear()
        self._lit.clear()
        self._marked = ()
        across, tall = self._dress_axes(room, widest)
        self._layout.layout.activate()  # the box has its size now and not with the next event
        self.apart = max(theme.space(4), tall // LEVELS)
        return across, tall

    def range(self, across: int, span: tuple[float, float]) -> None:
        """See the ticks from ``left`` pixels on, ``pitch`` pixels each, and counts of ``span``."""
        self.span = span
        start = -self.left / self.pitch
        seen = (start, start + across / self.pitch)
        self.box.setRange(xRange=seen, yRange=span, padding=0, disableAutoRange=True)

    def x_in_box(self, x: int) -> float:
        """Where ``x`` of the parent is, in pixels right of the first tick."""
        return float(x - self.view.x() - round(self.counts.width()) - self.left)

    def curve(
        self, points: Sequence[tuple[float, float]], pen: Any, *, pairs: bool = False
    ) -> None:
        """A line through points, or separate lines between pairs of them."""
        x, y = [point[0] for point in points], [point[1] for point in points]
        connect = "pairs" if pairs else "all"
        curve = pg.PlotCurveItem(x, y, pen=pen, connect=connect, antialias=False)
        self.box.addItem(curve, ignoreBounds=True)

    def marks(self, places: Sequence[float], decided: Collection[float] = ()) -> None:
        """A thin line in the accent with a sign at its top, at each of these places.

        Where something was ``decided`` there is a sign of its own, without the line.
        """
        self._marked, self._decided = tuple(places), frozenset(decided)
        if places:
            low, high = self.span
            said = [x for x in places if x not in self._decided]
            lines = [point for x in said for point in ((x, low), (x, high))]
            self.curve(lines, pen(Token.ACCENT), pairs=True)
            self.box.addItem(self._signs(places, theme.space(2)), ignoreBounds=True)

    def label_times(self, ticks: Sequence[Labelled], *, inside: float) -> None:
        """Label days and hours; ``inside`` is where in its tick a label stands, 0.5 the middle."""
        width = QFontMetrics(face()).horizontalAdvance
        day = max((width(tick.day) for tick in ticks), default=0) + theme.space(3)
        hour = max((width(tick.label) for tick in ticks), default=0) + theme.space(2)
        labels = labelled(ticks, self.pitch, hour, day)
        self.times.setTicks([[(at + inside, text) for at, text in sorted(labels.items())]])

    # inside

    def _pixel(self, place: float) -> float:
        left: int = self.view.x() + round(self.counts.width())
        return left + self.left + place * self.pitch

    def _signs(self, places: Sequence[float], size: int) -> Any:
        low, high = self.span
        top = high - (high - low) * size / 2 / max(1.0, self.box.height())
        accent = pg.mkBrush(theme.color(Token.ACCENT))
        tops, signs = [top] * len(places), ["d" if x in self._decided else "t" for x in places]
        return pg.ScatterPlotItem(
            x=list(places), y=tops, symbol=signs, size=size, pen=pg.mkPen(None), brush=accent
        )

    def _light_mark(self, place: float) -> None:
        low, high = self.span
        thick = pg.PlotCurveItem(
            [place, place], [low, high], pen=pg.mkPen(theme.color(Token.ACCENT), width=3)
        )
        for lit in (thick, self._signs([place], theme.space(3.5))):
            self.box.addItem(lit, ignoreBounds=True)
            self._lit.append(lit)

    def _dress_axes(self, room: QRect, widest: str) -> tuple[int, int]:
        """Give the axes the faces and colours of the theme; the room that is left, in pixels."""
        metrics = QFontMetrics(face())
        wide = max(map(metrics.horizontalAdvance, (widest, "+00"))) + theme.space(3)
        high = metrics.height() + theme.space(1)
        self.counts.setWidth(wide)
        self.times.setHeight(high)
        for axis in (self.counts, self.times):
            axis.setTickFont(face())
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pen(Token.MUTED))
        return max(1, room.width() - wide), max(1, room.height() - high)


def face() -> QFont:
    """The face of the labels."""
    return theme.font(theme.size("label"), tabular=True)


def pen(token: Token) -> Any:
    """A hairline in a colour of the theme."""
    return pg.mkPen(theme.color(token), width=1)
