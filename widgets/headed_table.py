"""A table below its heading: a title, how many rows there are, and buttons at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.table_view import TableView
from widgets.theme import Token


class HeadedTable(Ground):
    """``name`` is that of the table, under which its columns are remembered."""

    indent = 4  # spaces of the theme before the title

    def __init__(self, title: str, name: str, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self.title = PlainLabel(title, self, size="title", weight=QFont.Weight.DemiBold)
        self.count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.buttons: list[PlainButton] = []
        self.table, self.model = TableView(self), model
        self.table.set_model(model)
        self.table.setAccessibleName(title)
        self.table.setObjectName(name)
        self.head = QHBoxLayout()
        fill(self.head, self.title, self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("hairline"), 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._say_count)
        self._say_count()
        self.measure()

    def add_deeds(self, deeds: Sequence[tuple[str, Callable[[], None]]]) -> list[PlainButton]:
        """Put a button for each deed at the right of the heading."""
        for words, slot in deeds:
            button = PlainButton(words, self)
            button.clicked.connect(slot)
            self.head.addWidget(button)
            self.buttons.append(button)
        return self.buttons

    def row(self) -> int | None:
        """The row that is chosen; None where there is none."""
        return next(iter(self.table.rows()), None)

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        self.head.setContentsMargins(space(self.indent), space(2), space(3), space(2))
        self.head.setSpacing(space(2))

    def _say_count(self) -> None:
        n = self.model.rowCount()
        self.count.setText(f"{n:,}" if n else "")
