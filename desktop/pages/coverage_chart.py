"""The tone of coverage by hour above the table of items: bars, volume, or the same as a table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.coverage import hour_rows, peak
from desktop.warroom import shown
from resources import _
from widgets.chart_axis import Mark
from widgets.chart_frame import ChartFrame, toggle
from widgets.tone_chart import HourTone, ToneChart


class CoverageChart(ChartFrame):
    """The frame of a tone chart; ``asked`` carries the start of an hour in UTC milliseconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tones = ToneChart()
        super().__init__(self._tones, parent)
        self._volume = toggle(_("Volume"), self)
        self.add_trailing(self._volume)
        self._volume.toggled.connect(self._tones.set_volume)
        self.as_table.toggled.connect(self._volume.setDisabled)

    def show_coverage(self, told: str, hours: Sequence[HourTone], marks: Sequence[Mark]) -> None:
        """Show the counts in words, and the hours with our own statements among them."""
        tones = (_("− Negative"), _("○ Neutral"), _("+ Positive"), _("± Mixed"), _("Not rated"))
        self.setVisible(bool(hours))
        self._tones.show_hours(hours, marks)
        essence = shown.sentences((told, peak(hours)))
        self.show_rows(told, essence, (_("Hour"), *tones, _("All")), hour_rows(hours))
