"""Counts over time that go up in steps, such as how many had been told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from widgets.chart import Chart
from widgets.chart_axis import Axis, Mark
from widgets.chart_legend import LegendItem
from widgets.step_lines import DASHED, DOTTED, Line, Lines, Step, counted

if TYPE_CHECKING:
    from widgets.chart_plot import Plot

__all__ = ["Line", "Lines", "Step", "StepChart"]

NOTHING = Lines(Axis(0, 1, ()), (), ())


class StepChart(Chart):
    """Lines with a sign at every step; a step is named by its key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._lines = NOTHING
        super().__init__(parent)
        self.setAccessibleName(name)

    def show_lines(self, lines: Lines) -> None:
        """Show these lines; the keys stay at the step with the same key."""
        before = self.current_key()
        self._lines = lines
        self.take([step.key for step in lines.steps], before, ())

    # a kind of chart

    def count(self) -> int:
        return len(self._lines.steps)

    def key_of(self, at: int) -> object:
        return self._lines.steps[at].key

    def told(self, at: int) -> list[str]:
        """The moment, every line that has a count there, and what no line shows."""
        step = self._lines.steps[at]
        pairs = zip(self._lines.lines, step.counts, strict=True)
        counts = [line.named(count) for line, count in pairs if count is not None]
        return [step.told, *counts, *filter(None, (step.more,))]

    def legend(self) -> list[LegendItem]:
        """Every line and how it stands now, the level, the moment, and what was reached when."""
        shown = self._lines
        pairs = zip(shown.lines, shown.standing, strict=True)
        items = [LegendItem(line, f"{line.name} {counted(count)}") for line, count in pairs]
        names = (shown.level_name, shown.moment_name)
        dotted = [LegendItem(DOTTED, name) for name in names if name]
        dashed = [LegendItem(DASHED, name) for _ms, name in shown.reached]
        return [*items, *dashed, *dotted]

    def twin(self) -> "StepChart":
        other = StepChart(self.accessibleName())
        other.show_lines(self._lines)
        return other

    def make_plot(self) -> "Plot":
        from widgets.step_plot import StepPlot  # the library is there, so this costs nothing

        return StepPlot(self)

    def show_in(self, plot: "Plot", room: QRect) -> None:
        from widgets.step_plot import StepPlot

        assert isinstance(plot, StepPlot)
        plot.show(room, self._lines)

    def point_of(self, mark: Mark) -> int:
        return self._current  # it shows no marks
