"""What can be done from anywhere in the window: words, keys, and the menu that shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from widgets.plain import plain_button


@dataclass(frozen=True, slots=True)
class Command:
    """A deed with its keys; ``data`` tells a slot of several which it is, ``on`` ticks it, and may
    be asked anew for every menu.

    ``in_room`` says that it needs an open room, ``text_first`` that a field of text in which
    the keys mean something, such as Undo, comes before it.
    """

    words: str
    keys: tuple[str, ...]
    slot: Callable[[], object]
    data: Any = None
    on: bool | Callable[[], bool] | None = None
    in_room: bool = False
    text_first: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that stand together under a title; ``apart`` puts them in a menu of their own."""

    title: str
    commands: Sequence[Command]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A command as it is offered now: what it is, the title it stands under, and its action."""

    title: str
    command: Command
    action: QAction


class Commands(QObject):
    """Gives a window its actions and shows them in a menu; ``renew`` says them again.

    Of its own accord a field of text keeps keys such as Ctrl+K and Ctrl+E for itself where the
    platform moves or deletes with them; here the commands come first.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._groups: list[tuple[Group, list[Offered]]] = []
        self._ours: frozenset[str] = frozenset()
        self._done: list[QAction] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def renew(self, groups: Sequence[Group]) -> None:
        """Take the actions of the window away and make them anew."""
        for each in self.offered():
            self._window.removeAction(each.action)
            each.action.deleteLater()
        self._done = []
        self._groups = [(group, self._made(group)) for group in groups]
        plain = [each.action for each in self.offered() if not each.command.text_first]
        self._ours = frozenset(key.toString() for action in plain for key in action.shortcuts())

    def offered(self) -> list[Offered]:
        """Every command, in the order of the menu."""
        return [each for _group, made in self._groups for each in made]

    def recent(self) -> list[Offered]:
        """The commands that were given since the last ``renew``, the last one first."""
        by_action = {each.action: each for each in self.offered()}
        return [by_action[action] for action in self._done]

    def menu(self) -> QMenu:
        """All commands, those that stand apart in menus of their own."""
        menu = QMenu(self._window)
        for group, made in self._groups:
            inner = menu.addMenu(plain_button(group.title)) if group.apart else menu
            inner.addActions([each.action for each in made])
            for each in made:
                if callable(each.command.on):
                    each.action.setChecked(each.command.on())
            if not group.apart:
                menu.addSeparator()
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        return QKeySequence(event.keyCombination()).toString() in self._ours

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old:
            old.removeEventFilter(self)
        if new and new.window() is self._window:
            new.installEventFilter(self)

    def _note(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._done = [action, *(each for each in self._done if each is not action)]

    def _made(self, group: Group) -> list[Offered]:
        made = []
        for command in group.commands:
            action = QAction(plain_button(command.words), self._window)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setData(command.data)
            if command.on is not None:
                action.setCheckable(True)
                action.setChecked(command.on() if callable(command.on) else command.on)
            action.triggered.connect(command.slot)
            action.triggered.connect(self._note)
            self._window.addAction(action)
            made.append(Offered(group.title, command, action))
        return made
