"""Arrow keys in a row of buttons: one stop for Tab, arrows, Home and End inside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_ON = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_KEYS = (*_BACK, *_ON, Qt.Key.Key_Home, Qt.Key.Key_End)


class RovingButton(QAbstractButton):
    """A painted button that leaves the arrow keys to its row; Enter presses it as Space does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def rove(buttons: Sequence[QAbstractButton], event: QKeyEvent) -> bool:
    """Move the focus among ``buttons`` as ``event`` asks, round at the ends; whether it did."""
    at = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
    if at is None or event.key() not in _KEYS:
        return False
    match event.key():
        case Qt.Key.Key_Home:
            to = 0
        case Qt.Key.Key_End:
            to = len(buttons) - 1
        case key:
            to = (at + (1 if key in _ON else -1)) % len(buttons)
    buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
    return True


def one_stop(buttons: Sequence[QAbstractButton], stop: QAbstractButton) -> None:
    """Let Tab stop at ``stop`` alone; a click focuses any of them."""
    for button in buttons:
        strong = button is stop
        policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
