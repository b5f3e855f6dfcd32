"""What can be done from anywhere in the window: words, keys, and the menu that shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from widgets.plain import plain_button


@dataclass(frozen=True, slots=True)
class Command:
    """A deed with its keys; ``data`` tells a slot of several which it is, ``on`` ticks it."""

    words: str
    keys: tuple[str, ...]
    slot: Callable[[], object]
    data: Any = None
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that stand together; with a ``title`` they stand in a menu of their own."""

    commands: Sequence[Command]
    title: str = ""


class Commands(QObject):
    """Gives a window its actions and shows them in a menu; ``renew`` says them again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._groups: list[tuple[str, list[QAction]]] = []

    def renew(self, groups: Sequence[Group]) -> None:
        """Take the actions of the window away and make them anew."""
        for _title, actions in self._groups:
            for action in actions:
                self._window.removeAction(action)
                action.deleteLater()
        self._groups = [(group.title, self._made(group)) for group in groups]

    def menu(self) -> QMenu:
        """All commands, those with a title in menus of their own."""
        menu = QMenu(self._window)
        for title, actions in self._groups:
            inner = menu.addMenu(plain_button(title)) if title else menu
            inner.addActions(actions)
            if not title:
                menu.addSeparator()
        return menu

    def _made(self, group: Group) -> list[QAction]:
        actions = []
        for command in group.commands:
            action = QAction(plain_button(command.words), self._window)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setData(command.data)
            if command.on is not None:
                action.setCheckable(True)
                action.setChecked(command.on)
            action.triggered.connect(command.slot)
            self._window.addAction(action)
            actions.append(action)
        return actions
