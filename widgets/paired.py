"""Two things beside each other, row by row under one label: what differs is seen across."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.theme import Token

Pair = tuple[str, str, str]  # a label, what stands at the left of it, what at the right


class Paired(Ground):
    """``show_pairs`` puts rows under the names of the two; a row that says nothing has a dash."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self._labels: list[PlainLabel] = []
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(name)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self._sheet = QWidget(self._scroll)
        self._sheet.setAutoFillBackground(False)
        self._grid = QGridLayout(self._sheet)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._scroll.setWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("hairline"), 0, 0)
        column.addWidget(self._scroll)
        self.setFocusProxy(self._scroll)
        self.measure()

    def show_pairs(self, heads: tuple[str, str], pairs: Sequence[Pair]) -> None:
        """Show rows under the two names."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for at, head in enumerate(heads, start=1):
            self._put(head, 0, at, size="title", weight=QFont.Weight.DemiBold)
        for row, (name, left, right) in enumerate(pairs, start=1):
            self._put(name, row, 0, size="label", token=Token.MUTED)
            self._put(left or "–", row, 1, token=Token.TEXT if left else Token.FAINT)
            self._put(right or "–", row, 2, token=Token.TEXT if right else Token.FAINT)
        self._grid.setRowStretch(len(pairs) + 1, 1)
        self._scroll.setAccessibleDescription("\n".join(self.texts()))

    def texts(self) -> list[str]:
        """What is shown, row by row."""
        return [label.text() for label in self._labels]

    def measure(self) -> None:
        space = theme.space
        self._grid.setContentsMargins(space(4), space(2), space(4), space(3))
        self._grid.setHorizontalSpacing(space(5))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnMinimumWidth(0, space(20))

    def _put(
        self,
        text: str,
        row: int,
        column: int,
        *,
        size: str = "body",
        weight: QFont.Weight = QFont.Weight.Normal,
        token: Token = Token.TEXT,
    ) -> None:
        label = PlainLabel(text, self._sheet, size=size, weight=weight, token=token, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(label, row, column)
        self._labels.append(label)
