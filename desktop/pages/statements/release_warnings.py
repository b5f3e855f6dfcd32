"""Where live releases differ: one line for each difference, with the way to its releases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.warroom.statements.consistency import Inconsistency
from resources import _, ngettext
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token

MOST = 3  # warnings in sight until all are asked for


class ReleaseWarnings(Ground):
    """``asked`` carries the number of the difference whose releases are to be shown."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.lead = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.more = PlainButton("", self, "link")
        self.buttons: list[PlainButton] = []
        self._labels: list[PlainLabel] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_all)
        self.setAccessibleName(_("Differences between what is live"))
        self.hide()
        self.measure()

    def show_differences(self, found: Sequence[Inconsistency]) -> None:
        """Say where what is live differs; nothing is shown where it does not."""
        said = [each.said for each in found]
        if said == self.texts():
            return
        n = len(found)
        lead = ngettext(
            "What is live differs in {n} place.", "What is live differs in {n} places.", n
        )
        self.lead.setText(lead.format(n=n))
        self._drop()
        for place, sentence in enumerate(said):
            self._rows.append(self._row(sentence))
            self._column.insertWidget(1 + place, self._rows[-1])
            self._rows[-1].setVisible(place < MOST)
        beyond = n - MOST
        self.more.setText(ngettext("{n} more", "{n} more", beyond).format(n=beyond))
        self.more.setVisible(beyond > 0)
        self.setVisible(bool(found))

    def texts(self) -> list[str]:
        """The warnings that are shown."""
        return [button.accessibleDescription() for button in self.buttons]

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2), space(3), space(2))
        self._column.setSpacing(space(1.5))

    def _drop(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons, self._labels = [], [], []

    def _row(self, sentence: str) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(3))
        button = PlainButton(_("Show them"), row)
        set_tip(button, sentence)
        button.clicked.connect(self._ask)
        self._labels.append(PlainLabel(f"▲ {sentence}", row, token=Token.BAD, wrap=True))
        self.buttons.append(button)
        line.addWidget(self._labels[-1], 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_all(self) -> None:
        for row in self._rows:
            row.show()
        self.more.hide()

    def _ask(self) -> None:
        self.asked.emit(next(n for n, each in enumerate(self.buttons) if each is self.sender()))
