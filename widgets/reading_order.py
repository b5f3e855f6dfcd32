"""Tab in the order in which a window is read, whatever order its widgets were made in.

Qt's own chain follows the making, and focus proxies, splitters and widgets that come later tear it:
parts of a page are then never reached.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_stops(window: QWidget) -> list[QWidget]:
    """The widgets of a window that Tab stops at, row by row and in a row from the left.

    What stands beside something is read as a column of its own where no row is shared.
    """
    stops = []
    for part in _in_order(_parts(window)):
        if _stops(part):
            stops.append(part)
        stops += tab_stops(part)
    return stops


def move_focus(window: QWidget, *, on: bool) -> bool:
    """Give the keys to the next stop, or to the one before; round at the ends."""
    stops = tab_stops(window)
    if not stops:
        return False
    now = QApplication.focusWidget()
    step = 1 if on else -1
    at = stops.index(now) + step if now in stops else _beside(stops, now, on=on)
    reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _beside(stops: Sequence[QWidget], now: QWidget | None, *, on: bool) -> int:
    """Where Tab goes from what is no stop, such as a button of a row that was clicked."""
    held = [each for each in stops if now and each.parentWidget() is now.parentWidget()]
    if not held:
        return 0 if on else -1
    return stops.index(held[-1]) + 1 if on else stops.index(held[0]) - 1


def _parts(widget: QWidget) -> list[QWidget]:
    return [
        each
        for each in widget.children()
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
    ]


def _stops(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return bool(
        widget.isEnabled() and widget.focusPolicy() & tab == tab and widget.focusProxy() is None
    )


def _in_order(parts: Sequence[QWidget]) -> list[QWidget]:
    """Cut into rows where nothing crosses the cut, then each into columns, and so on."""
    for low, high in ((QRect.top, QRect.bottom), (QRect.left, QRect.right)):
        pieces = _cut(parts, low, high)
        if len(pieces) > 1:
            return [each for piece in pieces for each in _in_order(piece)]
    return sorted(parts, key=_corner)


def _cut(
    parts: Sequence[QWidget], low: Callable[[QRect], int], high: Callable[[QRect], int]
) -> list[list[QWidget]]:
    pieces: list[list[QWidget]] = []
    reached = -1
    for low_edge, _number, part in sorted(
        (low(part.geometry()), number, part) for number, part in enumerate(parts)
    ):
        if pieces and low_edge <= reached:
            pieces[-1].append(part)
        else:
            pieces.append([part])
        reached = max(reached, high(part.geometry()))
    return pieces


def _corner(part: QWidget) -> tuple[int, int]:
    return part.y(), part.x()
