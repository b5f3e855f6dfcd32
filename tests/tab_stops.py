"""Walking a window by Tab, for tests of its order."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MANY = 200  # more stops than any page has: beyond them the walk is a trap


def walked(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """The widgets that Tab comes to, from the one that has the keys until it comes round."""
    start = QApplication.focusWidget()
    assert start is not None
    stops = [start]
    key, held = (
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        if back
        else (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    )
    for _step in range(MANY):
        QTest.keyClick(QApplication.focusWidget(), key, held)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return stops
        assert now is not stops[-1], f"Tab does not leave {named(now)}"
        stops.append(now)
    raise AssertionError(f"Tab does not come round: {[named(each) for each in stops[-6:]]}")


def focusable(window: QWidget) -> set[QWidget]:
    """The widgets that Tab should come to."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    }


def named(widget: QWidget) -> str:
    """A widget by its kind, its name for people, and where it stands."""
    at = place(widget)
    return f"{type(widget).__name__} {widget.accessibleName()!r} at {at.x()},{at.y()}"


def place(widget: QWidget) -> QPoint:
    """Where a widget stands in its window."""
    return widget.mapTo(widget.window(), QPoint(0, 0))
