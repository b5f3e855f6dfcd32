"""Where live releases differ: one line for each difference, with the way to its releases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.warroom.statements.consistency import Inconsistency
from resources import _, ngettext
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token

SHARE = 3  # the warnings take a third of the height at most, the rest is scrolled to


class ReleaseWarnings(Ground):
    """``asked`` carries the number of the difference whose releases are to be shown."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.lead = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.buttons: list[PlainButton] = []
        self._rows: list[QWidget] = []
        self.area = QScrollArea(self, widgetResizable=True)
        self._list = QWidget(self.area)
        self._lines = QVBoxLayout(self._list)
        self._column = QVBoxLayout(self)
        self._lay_out()
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
        for sentence in said:
            self._rows.append(self._row(sentence))
            self._lines.addWidget(self._rows[-1])
        self.setVisible(bool(found))
        self._fit()

    def texts(self) -> list[str]:
        """The warnings that are shown."""
        return [button.accessibleDescription() for button in self.buttons]

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2), space(3), space(2))
        self._column.setSpacing(space(1.5))
        self._lines.setSpacing(space(1.5))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # inside

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.area)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the button with the keys
        self.area.setWidget(self._list)
        self._list.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)

    def _fit(self) -> None:
        """As high as the sentences are, up to a share of the part."""
        part = self.parentWidget()
        most = part.height() // SHARE if part else 0
        wanted = self._lines.heightForWidth(self.area.viewport().width())
        least = theme.length("control")
        self.area.setFixedHeight(max(least, min(wanted, most)))

    def _drop(self) -> None:
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], []

    def _row(self, sentence: str) -> QWidget:
        row = QWidget(self._list)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, theme.space(2), 0)
        line.setSpacing(theme.space(3))
        button = PlainButton(_("Show them"), row)
        set_tip(button, sentence)
        button.clicked.connect(self._ask)
        self.buttons.append(button)
        line.addWidget(PlainLabel(f"▲ {sentence}", row, token=Token.BAD, wrap=True), 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask(self) -> None:
        self.asked.emit(next(n for n, each in enumerate(self.buttons) if each is self.sender()))
