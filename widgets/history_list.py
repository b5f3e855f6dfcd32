"""Versions of a record below each other, the newest first, each but the present to bring back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _, ngettext
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

SHOWN = 12  # versions seen before the rest is asked for


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A version: who, when and how in ``head``, what changed in ``lines``."""

    number: int
    head: str
    lines: tuple[str, ...] = ()
    past: bool = True


class HistoryList(Ground):
    """Shows versions; ``brought_back`` carries the number of the one that is wanted again."""

    brought_back = Signal(int)

    def __init__(self, rows: Sequence[HistoryRow], parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._rows = list(rows)
        self._column = QVBoxLayout(self)
        bold = QFont.Weight.DemiBold
        self._column.addWidget(PlainLabel(_("History"), self, size="title", weight=bold))
        self._show(self._rows[:SHOWN])
        self._more = PlainButton(self._told_more(), self, "link")
        self._more.setVisible(len(self._rows) > SHOWN)
        self._more.clicked.connect(self._show_all)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.measure()

    def measure(self) -> None:
        self._column.setContentsMargins(0, theme.space(2), 0, theme.space(3))
        self._column.setSpacing(theme.space(2))

    def _told_more(self) -> str:
        more = len(self._rows) - SHOWN
        return ngettext("{n} earlier version", "{n} earlier versions", more).format(n=more)

    def _show(self, rows: Sequence[HistoryRow]) -> None:
        for row in rows:
            version = _Version(row, self)
            version.brought_back.connect(self.brought_back)
            self._column.addWidget(version)

    def _show_all(self) -> None:
        self._more.hide()
        self._show(self._rows[SHOWN:])


class _Version(QWidget):
    brought_back = Signal(int)

    def __init__(self, row: HistoryRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = row.number
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(row.head, self, size="label", token=Token.MUTED, wrap=True), 1)
        if row.past:
            head.addWidget(self._button(row), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        fill(column, *(PlainLabel(line, self, size="label", wrap=True) for line in row.lines))

    def _button(self, row: HistoryRow) -> PlainButton:
        button = PlainButton(_("Bring back"), self, "link")
        button.setAccessibleName(_("Bring back: {version}").format(version=row.head))
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        self.brought_back.emit(self._number)
