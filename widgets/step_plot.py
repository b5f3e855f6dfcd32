"""The drawing of a step chart: lines of counts that go up in steps, with a sign at each."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRect

from widgets import theme
from widgets.chart_axis import new_days
from widgets.chart_plot import Plot, pen
from widgets.step_lines import DASHED, DOTTED, Line, Lines
from widgets.theme import Token
from widgets.tone_hours import whole_step

SIGN = 1.75  # steps of space of a sign
REACH = 4  # steps of space on both sides of a step within which it is pointed at


class StepPlot(Plot):
    """Lines and axes; told by ``show`` and ``light``, asked by ``point_at``."""

    _places: tuple[float, ...] = ()

    def show(self, room: QRect, lines: Lines) -> None:
        """Draw these lines into ``room`` of the parent."""
        across, tall = self.begin(room, f"{lines.highest:,}")
        self._places = tuple(lines.axis.place(step.ms) for step in lines.steps)
        self.left = theme.space(3)
        wide = max(1, across - self.left - theme.space(5))
        self.pitch = wide / max(max(self._places, default=1), 0.25)
        head = theme.space(3) / max(1, tall)
        self.range(across, (0.0, lines.highest * (1 + head) / (1 - head)))
        self._ground(lines, across, tall)
        for number, line in enumerate(lines.lines):
            self._line(line, lines.path(number))
        for number, line in enumerate(lines.lines):
            self._signs_of(line, number, lines)
        self.label_times(lines.axis.ticks, inside=0)

    def point_at(self, x: int) -> int:
        at = self.x_in_box(x) / self.pitch
        apart = [abs(place - at) for place in self._places]
        nearest = min(apart, default=0.0)
        near = apart and nearest * self.pitch <= theme.space(REACH)
        return apart.index(nearest) if near else -1

    def band_of(self, at: int) -> tuple[float, float] | None:
        if at >= len(self._places):
            return None
        half = theme.space(1.5) / self.pitch
        return self._places[at] - half, 2 * half

    def _ground(self, lines: Lines, across: int, tall: int) -> None:
        """Hairlines at the labelled counts and between days, the level and the moment."""
        start, end = -self.left / self.pitch, (across - self.left) / self.pitch
        step = whole_step(self.apart * lines.highest / max(1, tall))
        ticks = range(0, lines.highest + 1, step)
        self.counts.setTicks([[(tick, f"{tick:,}") for tick in ticks]])
        high = self.span[1]
        pairs: list[tuple[float, float]] = []
        for tick in ticks:
            pairs += [(start, tick), (end, tick)] if tick else []
        days = [at for at in new_days(lines.axis.ticks) if at] if _by_hours(lines) else []
        pairs += [point for at in days for point in ((at, 0), (at, high))]
        self.curve(pairs, pen(Token.LINE), pairs=True)
        self.curve([(start, 0), (end, 0)], pen(Token.FAINT))
        if lines.level is not None:
            self.curve([(start, lines.level), (end, lines.level)], DOTTED.pen(1))
        if lines.moment is not None:
            at = lines.axis.place(lines.moment)
            self.curve([(at, 0), (at, high)], DOTTED.pen(1))
        for ms, _name in lines.reached:
            at = lines.axis.place(ms)
            self.curve([(at, 0), (at, high)], DASHED.pen(1))

    def _line(self, line: Line, path: list[tuple[float, float]]) -> None:
        if path:
            self.curve(path, line.pen())

    def _signs_of(self, line: Line, number: int, lines: Lines) -> None:
        if not line.sign:
            return
        kept = [
            (at, count)
            for at, step in zip(self._places, lines.steps, strict=True)
            if (count := step.counts[number]) is not None
        ]
        size = theme.space(SIGN)
        fill, ground = theme.color(line.token), theme.color(Token.BACKGROUND)
        signs: Any = pg.ScatterPlotItem(
            x=[at for at, _count in kept],
            y=[count for _at, count in kept],
            symbol=line.sign,
            size=size,
            pen=pg.mkPen(ground, width=1),
            brush=pg.mkBrush(fill),
        )
        self.box.addItem(signs, ignoreBounds=True)


def _by_hours(lines: Lines) -> bool:
    return any(tick.label for tick in lines.axis.ticks)
