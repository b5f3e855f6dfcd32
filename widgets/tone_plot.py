"""The drawing of the tone chart with pyqtgraph; imported on a thread, after the first paint.

No menu, no zoom, no QObject at import, and no text of pyqtgraph that could render markup: the
axes draw their labels plainly, and everything else is said by the chart itself.
"""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.theme import Token
from widgets.tone_hours import Heights, HourTone, Mark, labelled, new_days, place, stacked
from widgets.tone_look import looks

FILLED = 0.62  # of an hour's width
LEVELS = 8  # labelled counts at most, that the ground stays calm


class TonePlot:
    """Bars, lines and axes over ``view``; told by ``show`` and ``light``, asked by ``hour_at``."""

    def __init__(self, parent: QWidget) -> None:
        self.view = pg.GraphicsView(parent)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pitch, self._left, self._count = 1, 0, 0
        self._span, self._apart = (0.0, 1.0), 1
        self._bands: list[Any] = []
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._counts, self._hours = pg.AxisItem("left"), pg.AxisItem("bottom")
        self._layout = pg.GraphicsLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for item, row, column in ((self._counts, 0, 0), (self._box, 0, 1), (self._hours, 1, 1)):
            self._layout.addItem(item, row, column)
        for axis in (self._counts, self._hours):
            axis.linkToView(self._box)
            axis.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=60)
        self.view.setCentralItem(self._layout)

    def show(
        self, room: QRect, hours: Sequence[HourTone], marks: Sequence[Mark], *, volume: bool
    ) -> None:
        """Draw these hours into ``room`` of the parent, in the theme in force."""
        self.view.setGeometry(room)
        self.view.setBackground(theme.color(Token.BACKGROUND))
        across, tall = self._dress_axes(room)
        self._count = len(hours)
        self._pitch = max(1, across // max(1, self._count))
        self._left = (across - self._pitch * self._count) // 2
        self._apart = max(theme.space(4), tall // LEVELS)
        head = theme.space(2.5) if marks else theme.space(1)
        heights = Heights.measured(hours, tall, head, theme.space(2.5), volume=volume)
        self._span = heights.span
        self._range(across)
        self._box.clear()
        self._bands.clear()
        self._lines(hours, heights)
        self._tones(hours, heights, volume=volume)
        self._marks(hours, marks)
        self._label(hours, heights)

    def light(self, current: int, hovered: int) -> None:
        """Light the ground behind the current and the hovered hour; -1 is none."""
        while self._bands:
            self._box.removeItem(self._bands.pop())
        for at, token in ((current, Token.SELECTED), (hovered, Token.RAISED)):
            if 0 <= at < self._count:
                low, high = self._span
                band = self._bars([at], [low], [high], 1.0, theme.color(token), None)
                band.setZValue(-1)
                self._bands.append(band)

    def hour_at(self, x: int) -> int:
        """The number of the hour at ``x`` of the parent; -1 when there is none."""
        at = (x - self.view.x() - round(self._counts.width()) - self._left) // self._pitch
        return int(at) if 0 <= at < self._count else -1

    def middle(self, at: int) -> int:
        """The ``x`` of the parent where an hour has its middle."""
        left = self.view.x() + round(self._counts.width()) + self._left
        return int(left + (at + 0.5) * self._pitch)

    def _dress_axes(self, room: QRect) -> tuple[int, int]:
        """Give the axes the faces and colours of the theme; the room that is left, in pixels."""
        face = _face()
        metrics = QFontMetrics(face)
        wide = metrics.horizontalAdvance("+000") + theme.space(1)
        high = metrics.height() + theme.space(1)
        self._counts.setWidth(wide)
        self._hours.setHeight(high)
        for axis in (self._counts, self._hours):
            axis.setTickFont(face)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(_pen(Token.MUTED))
        return max(1, room.width() - wide), max(1, room.height() - high)

    def _range(self, across: int) -> None:
        """Whole pixels to each hour, so that all bars are equally wide."""
        start = -self._left / self._pitch
        span = (start, start + across / self._pitch)
        self._box.setRange(xRange=span, yRange=self._span, padding=0, disableAutoRange=True)

    def _tones(self, hours: Sequence[HourTone], heights: Heights, *, volume: bool) -> None:
        share = max(1, round(self._pitch * FILLED)) / self._pitch
        worn = looks()
        for bars in stacked(hours, heights, volume=volume):
            kept = [at for at in range(self._count) if bars.tops[at] > bars.bottoms[at]]
            bottoms = [bars.bottoms[at] for at in kept]
            tops = [bars.tops[at] for at in kept]
            look = worn[bars.tone]
            if kept:
                self._bars(kept, bottoms, tops, share, look.fill, look.edge)

    def _bars(
        self,
        hours: list[int],
        bottoms: list[float],
        tops: list[float],
        share: float,
        fill: QColor,
        edge: QColor | None,
    ) -> Any:
        inset = int(self._pitch * (1 - share) / 2) / self._pitch
        bars = pg.BarGraphItem(
            x0=[at + inset for at in hours],
            width=share,
            y0=bottoms,
            y1=tops,
            brush=pg.mkBrush(fill),
            pen=pg.mkPen(edge, width=1) if edge else pg.mkPen(None),
        )
        self._box.addItem(bars, ignoreBounds=True)
        return bars

    def _lines(self, hours: Sequence[HourTone], heights: Heights) -> None:
        """Hairlines at the labelled counts and between days; zero is the strongest."""
        low, high = self._span
        start, end = -self._left / self._pitch, self._count + self._left / self._pitch + 1
        ticks = [tick for tick in heights.ticks(self._apart) if tick]
        levels = [*ticks, heights.base] if heights.calm else ticks
        pairs = [point for level in levels for point in ((start, level), (end, level))]
        pairs += [point for at in new_days(hours) if at for point in ((at, low), (at, high))]
        self._curve(pairs, Token.LINE)
        self._curve([(start, 0), (end, 0)], Token.FAINT)

    def _marks(self, hours: Sequence[HourTone], marks: Sequence[Mark]) -> None:
        at = [x for mark in marks if (x := place(hours, mark.ms)) is not None]
        if not at:
            return
        low, high = self._span
        self._curve([point for x in at for point in ((x, low), (x, high))], Token.ACCENT)
        size = theme.space(2)
        top = high - (high - low) * size / 2 / max(1.0, self._box.height())
        accent = pg.mkBrush(theme.color(Token.ACCENT))
        signs = pg.ScatterPlotItem(
            x=at, y=[top] * len(at), symbol="t", size=size, pen=pg.mkPen(None), brush=accent
        )
        self._box.addItem(signs, ignoreBounds=True)

    def _curve(self, pairs: list[tuple[float, float]], token: Token) -> None:
        x, y = [point[0] for point in pairs], [point[1] for point in pairs]
        curve = pg.PlotCurveItem(x, y, pen=_pen(token), connect="pairs", antialias=False)
        self._box.addItem(curve, ignoreBounds=True)

    def _label(self, hours: Sequence[HourTone], heights: Heights) -> None:
        width = QFontMetrics(_face()).horizontalAdvance
        day = max((width(hour.day) for hour in hours), default=0) + theme.space(3)
        labels = labelled(hours, self._pitch, width("00") + theme.space(2), day)
        self._hours.setTicks([[(at + 0.5, text) for at, text in sorted(labels.items())]])
        counts: list[tuple[float, str]] = [
            (tick, _signed(tick, heights)) for tick in heights.ticks(self._apart)
        ]
        if heights.calm:
            counts.append((heights.base + heights.calm / 2, "○"))
        self._counts.setTicks([counts])


def _signed(tick: int, heights: Heights) -> str:
    """A count with the sign of its side; a chart of one side needs none."""
    if not tick or not heights.bottom:
        return str(tick)
    return f"+{tick}" if tick > 0 else f"−{-tick}"


def _face() -> QFont:
    return theme.font(theme.size("label"), tabular=True)


def _pen(token: Token) -> Any:
    return pg.mkPen(theme.color(token), width=1)
