"""A chart below a line of words, and the same numbers as a table in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.chart import Chart
from widgets.chart_picture import Words, picture
from widgets.chart_table import ChartRow, ChartTable
from widgets.ground import Ground
from widgets.plain import ElidedLabel, PlainButton, set_tip
from widgets.table_copy import copied
from widgets.table_view import TableView
from widgets.theme import Token

TALL = 34  # steps of space that a chart takes at least
MOST = 160  # pixels it may ask for: with large text the rows below it need some too


class ChartFrame(Ground):
    """Says the numbers in words, draws them, and shows them as a table; T turns it over.

    ``asked`` carries the key of a point or of a row that was opened; ``picture_asked`` whether
    the picture is to be light, for paper.
    """

    asked = Signal(object)
    picture_asked = Signal(bool)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.chart, self.table = chart, TableView(self)
        self._model = ChartTable(self)
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[ChartRow, ...] = ()
        self._summary = ElidedLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.as_table = toggle(_("As a table"), self)
        set_tip(self.as_table, _("Chart or table (T)"))
        self.table.set_model(self._model)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._act()
        self.chart.point_asked.connect(self.asked)
        self.table.opened.connect(self._ask_row)
        self.as_table.toggled.connect(self._turn)
        for view in (self.chart, self.table):
            view.menu_asked.connect(self._menu)
        self.setFocusProxy(self._stack)
        self.measure()

    def add_trailing(self, widget: QWidget) -> None:
        """Put something before the button that turns the chart over."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def show_rows(
        self, told: str, essence: str, heads: Sequence[str], rows: Sequence[ChartRow]
    ) -> None:
        """Show the words above the chart, what is told of it, and its numbers, newest first."""
        self._summary.setText(told)
        self._heads, self._rows = tuple(heads), tuple(rows)
        self.chart.set_essence(essence)
        self.table.setAccessibleName(self.chart.accessibleName())
        if self.as_table.isChecked():
            self._model.show(self._heads, self._rows)

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands in place of a chart, or of a table, without any number."""
        self.chart.set_empty(title, sentence)
        self.table.set_empty(title, sentence)

    def summary(self) -> str:
        """The words above the chart."""
        return self._summary.text()

    def picture(self, words: Words, *, light: bool) -> QImage:
        """The chart as a picture, light for paper or as it is on the screen."""
        return picture(self.chart, words, "light" if light else theme.current())

    def copy(self) -> None:
        """Put all numbers with their headings on the clipboard, as text and as a table."""
        self._model.show(self._heads, self._rows)
        rows, columns = range(self._model.rowCount()), range(self._model.columnCount())
        QGuiApplication.clipboard().setMimeData(copied(self._model, rows, columns))

    def measure(self) -> None:
        side, gap = theme.space(4), theme.space(2)
        self._column.setContentsMargins(0, gap, 0, theme.size("hairline"))
        self._column.setSpacing(gap)
        self._head.setContentsMargins(side, 0, side, 0)
        self._inner.setContentsMargins(theme.space(2), 0, theme.space(2), gap)
        least = min(theme.space(TALL), MOST)
        self._stack.setMinimumHeight(least)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._summary, 1)
        self._head.addWidget(self.as_table)
        self._inner = QHBoxLayout()
        self._inner.addWidget(self._stack)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self._column.addLayout(self._head)
        self._column.addLayout(self._inner, 1)

    def _act(self) -> None:
        """The deeds of the menu, with keys that work while chart or table has them."""
        deeds = (
            (_("Chart or table"), "T", self.as_table.toggle),
            (_("Copy all numbers"), "Ctrl+Shift+C", self.copy),
            (_("Save as PNG, as on the screen…"), "Ctrl+S", self._ask_screen),
            (_("Save as PNG, light for paper…"), "Ctrl+Shift+S", self._ask_paper),
        )
        for words, key, slot in deeds:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            for view in (self.chart, self.table):
                view.addAction(action)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.chart.actions())
        menu.popup(at)

    def _ask_screen(self) -> None:
        self.picture_asked.emit(False)

    def _ask_paper(self) -> None:
        self.picture_asked.emit(True)

    def _turn(self, table: bool) -> None:
        """Show the other side; the keys go with it, to the same point."""
        had_keys = self.chart.hasFocus() or self.table.hasFocus()
        if table:
            self._model.show(self._heads, self._rows)
        view = self.table if table else self.chart
        self._stack.setCurrentWidget(view)
        if had_keys:
            view.setFocus()
        if table and (row := self._model.row_of(self.chart.current_key())) >= 0:
            self.table.select(row)

    def _ask_row(self) -> None:
        self.asked.emit(self._model.key_of(self.table.current_row()))


def toggle(text: str, parent: QWidget) -> PlainButton:
    """A quiet button that stays pressed."""
    button = PlainButton(text, parent, "quiet")
    button.setCheckable(True)
    return button
