"""Shift+F10 as a key for the context menu, which not every window system makes of it."""

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent


class _Offers(Protocol):
    def mapToGlobal(self, at: QPoint, /) -> QPoint: ...

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None: ...


def offers_menu(view: _Offers, event: QKeyEvent) -> bool:
    """Let ``view`` offer its menu if this is the key for it; whether it was."""
    if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
        return False
    at = QPoint(0, 0)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.mapToGlobal(at))
    view.contextMenuEvent(asked)
    event.accept()
    return True
