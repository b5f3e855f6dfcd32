"""How a page is laid out is remembered: named splitters and columns, and how its room looks."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget

from desktop.pages.page import Page
from desktop.settings import Settings


@runtime_checkable
class _Columns(Protocol):
    """A table; its module is not imported here, since the first page paints without one."""

    def objectName(self) -> str: ...
    def arranged(self) -> bool: ...
    def state(self) -> QByteArray: ...
    def restore(self, state: QByteArray) -> None: ...


def remember(page: QWidget, settings: Settings) -> None:
    """Keep where the splitters of a page stand and how wide the columns of its tables are."""
    for part in _named(page):
        if isinstance(part, QSplitter):
            settings.remember_bytes(f"layout/{part.objectName()}", part.saveState())
        elif part.arranged():
            settings.remember_bytes(f"layout/{part.objectName()}", part.state())


def restore(page: QWidget, settings: Settings) -> None:
    """Lay a page out as it was left; what was never left stays as it is made."""
    for part in _named(page):
        state = settings.bytes(f"layout/{part.objectName()}")
        if state.isEmpty():
            continue
        if isinstance(part, QSplitter):
            part.restoreState(state)
        else:
            part.restore(state)


def remember_look(page: Page, name: str, settings: Settings, room: str) -> None:
    """Keep how a page of a room, which is told by its id, was looked at."""
    kept = f"look/{name}/{room}"
    if page.look() != settings.text(kept):
        settings.remember(kept, page.look())


def restore_look(page: Page, name: str, settings: Settings, room: str) -> None:
    """Look at a page as it was left in this room."""
    if look := settings.text(f"look/{name}/{room}"):
        page.take_look(look)


def _named(page: QWidget) -> Iterator[QSplitter | _Columns]:
    views = page.findChildren(QAbstractScrollArea)
    tables = [view for view in views if isinstance(view, _Columns)]
    parts: list[QSplitter | _Columns] = [*page.findChildren(QSplitter), *tables]
    for part in parts:
        if part.objectName() and not part.objectName().startswith("qt_"):
            yield part
