"""How parts of a page are laid out is remembered: splitters and columns that have a name."""

from collections.abc import Iterator

from PySide6.QtWidgets import QSplitter, QWidget

from desktop.settings import Settings
from widgets.table_view import TableView

_Part = QSplitter | TableView


def remember(page: QWidget, settings: Settings) -> None:
    """Keep where the splitters of a page stand and how wide the columns of its tables are."""
    for part in _named(page):
        if isinstance(part, TableView) and not part.arranged():
            continue
        state = part.state() if isinstance(part, TableView) else part.saveState()
        settings.remember_bytes(f"layout/{part.objectName()}", state)


def restore(page: QWidget, settings: Settings) -> None:
    """Lay a page out as it was left; what was never left stays as it is made."""
    for part in _named(page):
        state = settings.bytes(f"layout/{part.objectName()}")
        if state.isEmpty():
            continue
        if isinstance(part, TableView):
            part.restore(state)
        else:
            part.restoreState(state)


def _named(page: QWidget) -> Iterator[_Part]:
    for kind in (QSplitter, TableView):
        for part in page.findChildren(kind):
            if part.objectName() and not part.objectName().startswith("qt_"):
                yield part
