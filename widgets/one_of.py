"""A button with a menu of which exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from resources import _
from widgets.plain import plain_button


class OneOf(QPushButton):
    """Shows ``name: choice``; ``changed`` carries the value of another choice."""

    changed = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``options`` are (value, label); the first is chosen."""
        super().__init__(parent)
        self._name = name
        self._menu, self._group = QMenu(self), QActionGroup(self)
        for value, label in options:
            action = QAction(plain_button(label), self._menu, checkable=True)
            action.setData(value)
            self._group.addAction(action)
            self._menu.addAction(action)
        self._group.triggered.connect(self._chose)
        self.setMenu(self._menu)
        self.setProperty("kind", "quiet")
        self.choose(options[0][0])

    def chosen(self) -> str:
        """The value that is chosen."""
        action = self._group.checkedAction()
        return str(action.data()) if action else ""

    def choose(self, value: str) -> None:
        """Choose a value without saying so; one that is not offered changes nothing."""
        for action in self._group.actions():
            if action.data() == value:
                action.setChecked(True)
                said = _("{label}: {text}").format(
                    label=plain_button(self._name), text=action.text()
                )
                self.setText(f"{said} ▾")
                self.setAccessibleName(said)

    def choose_next(self) -> None:
        """Choose what comes after the present choice, or the first, as if it were picked."""
        actions = self._group.actions()
        at = next((n for n, action in enumerate(actions) if action.isChecked()), -1)
        self._chose(actions[(at + 1) % len(actions)])

    def _chose(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.changed.emit(self.chosen())
