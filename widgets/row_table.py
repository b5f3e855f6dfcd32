"""A table whose smallest part is the row: what is current and what is selected are rows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

_THIS_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class RowTable(QTableView):
    """Qt's table for reading: rows of one height, no grid, several selected at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def count(self) -> int:
        """How many rows there are."""
        model = self.model()
        return model.rowCount() if model else 0

    def rows(self) -> list[int]:
        """The selected rows, by their numbers in the model, from the top."""
        if self.selectionModel() is None:
            return []
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.size())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def current_row(self) -> int:
        """The row the keys act on; -1 when there is none."""
        return self.currentIndex().row()

    def select(self, row: int) -> None:
        """Select this row alone, make it current and bring it into sight."""
        if self.count():
            index = self.model().index(max(0, min(row, self.count() - 1)), 0)
            self.selectionModel().setCurrentIndex(index, _THIS_ROW)
            self.scrollTo(index)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, as in every list of rows."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.count() - 1,
        }
        if action in ends and self.count():
            return self.model().index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)
