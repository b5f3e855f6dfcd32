"""The tone of coverage by hour above the table of items: bars, volume, or the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.coverage import hour_rows
from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import ElidedLabel, PlainButton
from widgets.table_view import TableView
from widgets.theme import Token
from widgets.tone_chart import HourTone, Mark, ToneChart

_ACROSS = Qt.Orientation.Horizontal
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CoverageChart(Ground):
    """Says the counts in words and draws them; ``hour_asked`` wants the rows behind a bar."""

    hour_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._hours: tuple[HourTone, ...] = ()
        self._summary = ElidedLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self._volume = _toggle(_("Volume"), self)
        self._as_table = _toggle(_("As a table"), self)
        self.chart, self._table = ToneChart(self), TableView(self)
        self._table.set_model(QStandardItemModel(0, 7, self))
        self._table.setAccessibleName(_("Tone by hour"))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.chart.point_asked.connect(self.hour_asked)
        self._table.opened.connect(self._ask_row)
        self._volume.toggled.connect(self.chart.set_volume)
        self._as_table.toggled.connect(self._turn)
        self.measure()

    def show_coverage(self, told: str, hours: Sequence[HourTone], marks: Sequence[Mark]) -> None:
        """Show the counts in words, and the hours with our own statements among them."""
        self._hours = tuple(hours)
        self._summary.setText(told)
        self.setVisible(bool(hours))
        self.chart.show_hours(hours, marks)
        if self._as_table.isChecked():
            self._fill()

    def measure(self) -> None:
        side, gap = theme.space(4), theme.space(2)
        self._column.setContentsMargins(0, gap, 0, theme.size("hairline"))
        self._column.setSpacing(gap)
        self._head.setContentsMargins(side, 0, side, 0)
        self._inner.setContentsMargins(theme.space(2), 0, theme.space(2), gap)
        self._stack.setMinimumHeight(theme.space(34))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._summary, 1)
        self._head.addWidget(self._volume)
        self._head.addWidget(self._as_table)
        self._inner = QHBoxLayout()
        self._inner.addWidget(self._stack)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._table)
        self._column.addLayout(self._head)
        self._column.addLayout(self._inner, 1)

    def _turn(self, table: bool) -> None:
        if table:
            self._fill()
        self._volume.setEnabled(not table)
        self._stack.setCurrentWidget(self._table if table else self.chart)

    def _fill(self) -> None:
        model = self._table.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        tones = (_("− Negative"), _("○ Neutral"), _("+ Positive"), _("± Mixed"), _("Not rated"))
        model.setHorizontalHeaderLabels([_("Hour"), *tones, _("All")])
        for column in range(1, model.columnCount()):
            model.setHeaderData(column, _ACROSS, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        for row in hour_rows(self._hours):
            model.appendRow([_item(text, figure=at > 0) for at, text in enumerate(row)])

    def _ask_row(self) -> None:
        full = [hour for hour in reversed(self._hours) if hour.total]
        self.hour_asked.emit(full[self._table.current_row()].start_ms)


def _item(text: str, *, figure: bool) -> QStandardItem:
    item = QStandardItem(text)
    if figure:
        item.setTextAlignment(_RIGHT)
    return item


def _toggle(text: str, parent: QWidget) -> PlainButton:
    button = PlainButton(text, parent, "quiet")
    button.setCheckable(True)
    return button
