"""The drawing of the tone chart: bars for, against and neither, over the hours."""

from collections.abc import Collection, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from widgets import theme
from widgets.chart_axis import new_days
from widgets.chart_plot import Plot, pen
from widgets.theme import Token
from widgets.tone_hours import Heights, HourTone, stacked
from widgets.tone_look import looks

FILLED = 0.62  # of an hour's width


class TonePlot(Plot):
    """Bars, lines and axes; told by ``show`` and ``light``, asked by ``point_at``."""

    _count = 0

    def show(
        self,
        room: QRect,
        hours: Sequence[HourTone],
        marks: Sequence[float],
        *,
        volume: bool,
        decided: Collection[float] = (),
    ) -> None:
        """Draw these hours into ``room`` of the parent, and marks at these places among them."""
        across, tall = self.begin(room)
        self._count = len(hours)
        self.pitch = max(1, across // max(1, self._count))  # whole pixels: bars are equally wide
        self.left = (across - int(self.pitch) * self._count) // 2
        head = theme.space(2.5) if marks else theme.space(1)
        heights = Heights.measured(hours, tall, head, theme.space(2.5), volume=volume)
        self.range(across, heights.span)
        self._lines(hours, heights)
        self._tones(hours, heights, volume=volume)
        self.marks(marks, decided)
        self.label_times(hours, inside=0.5)
        self._label_counts(heights)

    def point_at(self, x: int) -> int:
        at = int(self.x_in_box(x) // self.pitch)
        return at if 0 <= at < self._count else -1

    def band_of(self, at: int) -> tuple[float, float] | None:
        return (at, 1.0) if at < self._count else None

    def _tones(self, hours: Sequence[HourTone], heights: Heights, *, volume: bool) -> None:
        share = max(1, round(self.pitch * FILLED)) / self.pitch
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
    ) -> None:
        inset = int(self.pitch * (1 - share) / 2) / self.pitch
        bars = pg.BarGraphItem(
            x0=[at + inset for at in hours],
            width=share,
            y0=bottoms,
            y1=tops,
            brush=pg.mkBrush(fill),
            pen=pg.mkPen(edge, width=1) if edge else pg.mkPen(None),
        )
        self.box.addItem(bars, ignoreBounds=True)

    def _lines(self, hours: Sequence[HourTone], heights: Heights) -> None:
        """Hairlines at the labelled counts and between days; zero is the strongest."""
        low, high = self.span
        start, end = -self.left / self.pitch, self._count + self.left / self.pitch + 1
        ticks = [tick for tick in heights.ticks(self.apart) if tick]
        levels = [*ticks, heights.base] if heights.calm else ticks
        pairs = [point for level in levels for point in ((start, level), (end, level))]
        pairs += [point for at in new_days(hours) if at for point in ((at, low), (at, high))]
        self.curve(pairs, pen(Token.LINE), pairs=True)
        self.curve([(start, 0), (end, 0)], pen(Token.FAINT))

    def _label_counts(self, heights: Heights) -> None:
        counts: list[tuple[float, str]] = [
            (tick, _signed(tick, heights)) for tick in heights.ticks(self.apart)
        ]
        if heights.calm:
            counts.append((heights.base + heights.calm / 2, "○"))
        self.counts.setTicks([counts])


def _signed(tick: int, heights: Heights) -> str:
    """A count with the sign of its side; a chart of one side needs none."""
    if not tick or not heights.bottom:
        return str(tick)
    return f"+{tick}" if tick > 0 else f"−{-tick}"
