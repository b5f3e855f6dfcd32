"""The example room open in the window, page by page, for tests that walk all that is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop import tongue
from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.demo import write_demo
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Coverage, Entry, Record, StaffGroup, Task
from desktop.window import MainWindow
from tests.rooms import HONG_KONG

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=HONG_KONG)
PAGES = ("dashboard", "timeline", "tasks", "media", "staff", "clocks", "review")
PANELS: dict[str, type[Record]] = {
    "timeline": Entry,
    "tasks": Task,
    "media": Coverage,
    "staff": StaffGroup,
}
PLACES = (
    *PAGES,
    *(f"{page} record" for page in PANELS),
    "import",
    "export",
    "welcome",
    "new room",
    "wall",
)
LANGUAGES = ("en", "zh_TW", "zh_CN")


@cache
def example(language: str) -> Path:
    """The example room in a language, written once in a run of tests."""
    path = Path(mkdtemp(prefix="example-")) / f"{language}.warroom"
    write_demo(path, FixedClock(NOW), language)
    return path


@contextmanager
def window_of(language: str, size: tuple[int, int] = (1_440, 900)) -> Iterator[MainWindow]:
    """The window with the example room; English is spoken again behind it."""
    app = application()
    tongue.speak(app, language)
    with TemporaryDirectory() as folder:
        window = MainWindow(FixedClock(NOW), Settings(Path(folder) / "settings.ini"), "Lin Xia")
        try:
            window.resize(*size)
            assert window.open_room(example(language)), window.fault()
            window.show()
            window.desk.examine("Lin Xia")
            settle()
            yield window
        finally:
            window.close()
            window.deleteLater()
            tongue.speak(app, "en")
            settle()


def go(window: MainWindow, place: str) -> QWidget:
    """Show a place of the window; returns what is to be looked at."""
    assert window.desk is not None
    page, _space, record = place.partition(" ")
    window.close_form()
    if page in PAGES:
        window._go_back()
        window._rail.show()  # which the welcome page hid
        shown = window.desk.show_page(page)
        if record:
            shown.show_record(window.desk.room.all(PANELS[page])[0])
        elif page in PANELS:
            getattr(shown, "reach", shown).beside.panel.hide()
    elif place == "wall":
        window.second_screen.show(window.desk.room)
        settle()
        wall = window.second_screen.wall()
        assert wall is not None
        return wall
    else:
        deeds = {
            "import": window.ask_import,
            "export": window.ask_export,
            "welcome": window.show_welcome,
            "new room": window.ask_new,
        }
        deeds[place]()
    settle()
    return window


def settle() -> None:
    """Let what follows an event come, and what is done with go."""
    for _round in range(3):
        QCoreApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
