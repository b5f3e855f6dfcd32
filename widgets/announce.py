"""Sentences that a screen reader says at once, such as why a line was not taken."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say ``sentence`` for this widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # no first paint needs them

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
