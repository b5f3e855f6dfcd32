"""A row of quiet buttons of which one is in force, such as the languages in their own words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets import theme
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token


class ChoiceRow(QWidget):
    """Shows a name and its choices; ``chosen`` carries the value of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons = {
            value: PlainButton(label, self, "quiet") for value, label in choices.items()
        }
        self._name = PlainLabel(name, self, token=Token.MUTED)
        self._name.setVisible(bool(name))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        fill(self._row, self._name, *self._buttons.values(), 1)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.clicked.connect(self._press)
        self.measure()

    def mark(self, value: str) -> None:
        """Show which one is in force."""
        for each, button in self._buttons.items():
            button.setChecked(each == value)

    def measure(self) -> None:
        """Set the gaps from the theme; names of rows above each other are of one width."""
        self._row.setSpacing(theme.space(1))
        self._name.setMinimumWidth(theme.space(20))

    def _press(self) -> None:
        button = self.sender()
        value = next(value for value, each in self._buttons.items() if each is button)
        self.mark(value)
        self.chosen.emit(value)
