"""Sentences that a screen reader says at once, such as why a line was not taken."""

from PySide6.QtWidgets import QWidget

from resources import ngettext


def standing(count: int, empty: tuple[str, str]) -> str:
    """What a painted list says while no row is current: how many there are, or what is missing."""
    if not count:
        return ". ".join(filter(None, empty))
    return ngettext("{n} row", "{n} rows", count).format(n=count)


def tell(rows: QWidget, told: str) -> None:
    """Keep what the current row of a painted list says; it is said at once where the keys are."""
    if told != rows.accessibleDescription():
        rows.setAccessibleDescription(told)
        if told and rows.hasFocus():
            announce(rows, told)


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say ``sentence`` for this widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # no first paint needs them

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
