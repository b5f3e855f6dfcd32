"""The tone of coverage by hour: for above the line, against below, the rest on its own line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from resources import _
from widgets.chart import Chart
from widgets.chart_axis import Mark
from widgets.chart_legend import LegendItem, MarkSwatch
from widgets.tone_hours import HOUR_MS, TONES, VISIBLE, HourTone, place
from widgets.tone_look import looks, named

if TYPE_CHECKING:
    from widgets.chart_plot import Plot

__all__ = ["HourTone", "Mark", "ToneChart"]


class ToneChart(Chart):
    """A bar for every hour, named by its ``start_ms``; marks are what we said or decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._hours: tuple[HourTone, ...] = ()
        self._volume = False
        super().__init__(parent)
        self._name()

    def show_hours(self, hours: Sequence[HourTone], marks: Sequence[Mark]) -> None:
        """Show hours in their order, the last 72 at most, and our marks among them."""
        before = self.current_key()
        self._hours = tuple(hours[-VISIBLE:])
        seen = [mark for mark in marks if place(self._hours, mark.ms) is not None]
        self.take([hour.start_ms for hour in self._hours], before, seen)

    def set_volume(self, volume: bool) -> None:
        """Show how many items each hour had instead of their tone."""
        self._volume = volume
        self._name()
        self.draw()

    # a kind of chart

    def count(self) -> int:
        return len(self._hours)

    def key_of(self, at: int) -> int:
        return self._hours[at].start_ms

    def told(self, at: int) -> list[str]:
        """The hour and its counts in words, and what we said in it."""
        hour = self._hours[at]
        name = hour.told or f"{hour.day} {hour.label}".strip()
        counts = [named(tone, hour.count(tone)) for tone in TONES]
        counts = [named("total", hour.total)] if self._volume else counts
        end = hour.start_ms + HOUR_MS
        said = [mark.said for mark in self._marks if hour.start_ms <= mark.ms < end]
        return [name, *counts, *said]

    def legend(self) -> list[LegendItem]:
        """A swatch and the sum of every tone, and the signs of our marks if there are any."""
        sums = {tone: sum(hour.count(tone) for hour in self._hours) for tone in TONES}
        shown = {"total": sum(sums.values())} if self._volume else sums
        worn = looks()
        items = [LegendItem(worn[tone], named(tone, count)) for tone, count in shown.items()]
        if any(not mark.decided for mark in self._marks):
            items.append(LegendItem(MarkSwatch(), _("Our statement")))
        if any(mark.decided for mark in self._marks):
            items.append(LegendItem(MarkSwatch(decided=True), _("Our decision")))
        return items

    def twin(self) -> "ToneChart":
        other = ToneChart()
        other.show_hours(self._hours, self._marks)
        other.set_volume(self._volume)
        return other

    def make_plot(self) -> "Plot":
        from widgets.tone_plot import TonePlot  # the library is there, so this costs nothing

        return TonePlot(self)

    def show_in(self, plot: "Plot", room: QRect) -> None:
        from widgets.tone_plot import TonePlot

        assert isinstance(plot, TonePlot)
        found = [(place(self._hours, mark.ms), mark.decided) for mark in self._marks]
        places = [at for at, _decided in found if at is not None]
        decided = [at for at, decided in found if at is not None and decided]
        plot.show(room, self._hours, places, volume=self._volume, decided=decided)

    def point_of(self, mark: Mark) -> int:
        return int(place(self._hours, mark.ms) or 0)

    def _name(self) -> None:
        self.setAccessibleName(_("Items by hour") if self._volume else _("Tone by hour"))
