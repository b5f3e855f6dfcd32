"""The program put together: faces, theme, window, and what happens to a fault of our own."""

import desktop.startup  # noqa: F401

# isort: split

import getpass
import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop import tongue
from desktop.settings import Settings
from desktop.warroom.device import home
from desktop.warroom.faults import StoreFailed
from desktop.warroom.now import Clock
from desktop.warroom.targets import refuse_rooms
from desktop.window import MainWindow
from resources import _
from widgets import theme


def run(room: Path | None, clock: Clock, *, wall: bool = False) -> int:
    """Open the window, with a room and its wall if they are named; returns the exit code."""
    app = application()
    settings = Settings()
    tongue.speak(app, tongue.remembered(settings))
    theme.apply(settings.text("theme", "dark"))
    theme.set_scale(float(settings.text("scale", "1.0")))
    window = MainWindow(clock, settings, _account())
    sys.excepthook = partial(report, window)
    if wall:
        settings.remember("wall/open", "yes")
    if room is not None:
        window.open_room(room)
    window.show()
    return app.exec()


def take_picture(
    room: Path,
    page: str,
    size: tuple[int, int],
    look: str,
    language: str,
    out: Path,
    clock: Clock,
) -> None:
    """Write a picture of a page as PNG; the room is only read.

    Raises StoreFailed when the room cannot be opened or the picture not written, RuleBroken when
    a room stands where it should go.
    """
    from tempfile import TemporaryDirectory  # brings archives with it, which no start needs

    refuse_rooms(out, room)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tongue.speak(application(), language)
    theme.apply(look)
    with TemporaryDirectory() as folder:  # a picture shows no habits of whoever takes it
        window = MainWindow(clock, Settings(Path(folder) / "settings.ini"), "")
        _picture(window, room, page, size, out)


def _picture(window: MainWindow, room: Path, page: str, size: tuple[int, int], out: Path) -> None:
    try:
        window.resize(*size)
        if page != "welcome" and not window.open_room(room, posing=True):
            raise StoreFailed(window.fault())
        if window.desk and page not in ("welcome", "wall"):
            window.desk.show_page(page)
        window.show()
        _settle(window)
        if not _shown(window, page, size).grab().save(str(out), "PNG"):
            raise StoreFailed(_("{file} cannot be written here.").format(file=out.name))
    finally:
        window.close()


def _shown(window: MainWindow, page: str, size: tuple[int, int]) -> QWidget:
    """The window, or its wall at the size that is asked for."""
    if page != "wall" or window.desk is None:
        return window
    window.second_screen.show(window.desk.room)
    wall = window.second_screen.wall()
    assert wall is not None
    wall.showNormal()
    wall.resize(*size)
    QCoreApplication.processEvents()
    return wall


def _settle(window: MainWindow) -> None:
    """Wait for what comes after the first paint: the drawing library and the figures."""
    from widgets.chart import Chart

    QCoreApplication.processEvents()
    charts = [chart for chart in window.findChildren(Chart) if chart.isVisible()]
    deadline = QDeadlineTimer(10_000)
    while not all(chart.drawn() for chart in charts) and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    QCoreApplication.processEvents()


def application() -> QApplication:
    """The one application object, with the bundled faces."""
    app = QApplication.instance()
    if app is None:
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(theme.FUSION, True)
    assert isinstance(app, QApplication)
    app.setApplicationName("War Room")
    theme.load_fonts()
    return app


def report(
    window: MainWindow,
    kind: type[BaseException],
    fault: BaseException,
    trace: TracebackType | None,
) -> None:
    """Write a fault of our own to a report and say so; what was saved is saved."""
    import traceback

    folder = home() / "reports"
    folder.mkdir(exist_ok=True)
    file = folder / f"{datetime.now():%Y-%m-%d-%H%M%S}.txt"
    file.write_text("".join(traceback.format_exception(kind, fault, trace)), encoding="utf-8")
    said = _("A fault of the program was written to {file}.").format(file=file)
    print(said, file=sys.stderr)
    window.say_fault(said)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
