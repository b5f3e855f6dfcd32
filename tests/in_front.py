"""A widget in front, with the keys, as tests that press keys need it."""

from PySide6.QtWidgets import QWidget


def in_front(qtbot, widget: QWidget, width: int, height: int) -> None:
    """Show ``widget`` in this size and wait until it is the active window."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
