"""Sentences of advice above a list, each with a sign; nothing is shown when all is well."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel, visible
from widgets.theme import Token


class Advice(Ground):
    """``say`` shows sentences under a lead line; the sign and the words say more than colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.lead = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self._lines: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lead)
        self.setAccessibleName(_("Advice"))
        self.measure()

    def say(self, lead: str, sentences: Sequence[str] = (), token: Token = Token.WARN) -> None:
        """Show a lead line and sentences below it, each with ▲ before it."""
        self.lead.setText(visible(lead))
        self.lead.setVisible(bool(lead))
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [
            PlainLabel(f"▲ {visible(sentence)}", self, token=token, wrap=True)
            for sentence in sentences
        ]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(lead or sentences))

    def texts(self) -> list[str]:
        """The sentences that are shown, without their signs."""
        return [line.text().removeprefix("▲ ") for line in self._lines]

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2), space(4), space(2))
        self._column.setSpacing(space(1))
