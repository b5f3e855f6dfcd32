"""How parts of a page are laid out is remembered: splitters and columns that have a name."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget

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


def _named(page: QWidget) -> Iterator[QSplitter | _Columns]:
    views = page.findChildren(QAbstractScrollArea)
    tables = [view for view in views if isinstance(view, _Columns)]
    parts: list[QSplitter | _Columns] = [*page.findChildren(QSplitter), *tables]
    for part in parts:
        if part.objectName() and not part.objectName().startswith("qt_"):
            yield part
