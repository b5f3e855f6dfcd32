"""The line above a view: which one is shown, and what is done with the whole."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets import theme
from widgets.flow import Flow
from widgets.ground import Ground
from widgets.plain import PlainButton
from widgets.theme import Token


class ViewRow(Ground):
    """Quiet buttons of which one is in force, then others; they go on in another line.

    ``chosen`` carries the name of the view that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, views: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.setAccessibleName(name)
        self.buttons = {view: PlainButton(label, self, "quiet") for view, label in views.items()}
        self._line = QWidget(self)
        self._flow = Flow(self._line)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        for each in (self, self._line):
            each.setSizePolicy(policy)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._press)
            self._flow.addWidget(button)
        self.measure()

    def add(self, *buttons: PlainButton) -> None:
        """Put further buttons behind those of the views."""
        for button in buttons:
            self._flow.addWidget(button)

    def mark(self, view: str) -> None:
        """Show which one is in force."""
        for each, button in self.buttons.items():
            button.setChecked(each == view)

    def measure(self) -> None:
        """Set the margins from the theme."""
        space = theme.space
        self._column.setContentsMargins(space(3), space(1), space(3), space(1))

    def _press(self) -> None:
        button = self.sender()
        view = next(view for view, each in self.buttons.items() if each is button)
        self.mark(view)
        self.chosen.emit(view)
