"""Deeds as actions of a view: their words for its menu, and keys that work while it has them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from widgets.table_view import TableView

Deed = tuple[str, str, Callable[[], None]]  # its words, a key, what is done


def act(view: QWidget, *deeds: Deed) -> None:
    """Give a view its actions: the words, a key or none, and what is done."""
    for words, key, slot in deeds:
        action = QAction(words, view)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        view.addAction(action)


def act_by_letter(table: TableView, *deeds: Deed) -> None:
    """Give a table deeds that single keys do while it has the keys; its menu names them."""
    act(table, *((f"{words}\t{key.upper()}", "", slot) for words, key, slot in deeds))
    _Letters(table, {key: slot for _words, key, slot in deeds})


class _Letters(QObject):
    """What single keys do in a table; it lives as long as the table."""

    def __init__(self, table: TableView, slots: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(table)
        self._slots = slots
        table.set_keys("".join(slots))
        table.pressed.connect(self._press)

    def _press(self, key: str) -> None:
        self._slots[key]()


def passing_menu(parent: QWidget) -> QMenu:
    """An empty menu that is thrown away when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
