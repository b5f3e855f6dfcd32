"""Deeds as actions of a view: their words for its menu, and keys that work while it has them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


def act(view: QWidget, *deeds: tuple[str, str, Callable[[], None]]) -> None:
    """Give a view its actions: the words, a key or none, and what is done."""
    for words, key, slot in deeds:
        action = QAction(words, view)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        view.addAction(action)


def passing_menu(parent: QWidget) -> QMenu:
    """An empty menu that is thrown away when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
