"""The program put together: faces, theme, window, and what happens to a fault of our own."""

import desktop.startup  # noqa: F401

# isort: split

import getpass
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop import tongue
from desktop.settings import Settings
from desktop.warroom.device import home
from desktop.warroom.now import Clock
from desktop.window import MainWindow
from resources import _
from widgets import spoken_roles, theme


def run(room: Path | None, clock: Clock, *, wall: bool = False) -> int:
    """Open the window, with a room and its wall if they are named; returns the exit code."""
    app = application()
    settings = Settings()
    tongue.speak(app, tongue.remembered(settings))
    theme.apply(settings.text("theme", theme.SYSTEM))
    theme.set_scale(float(settings.text("scale", "1.0")))
    window = MainWindow(clock, settings, _account())
    sys.excepthook = partial(report, window)
    if wall:
        settings.remember("wall/open", "yes")
    if room is not None:
        window.open_room(room)
    window.show()
    return app.exec()


def application() -> QApplication:
    """The one application object, with the bundled faces."""
    app = QApplication.instance()
    if app is None:
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(theme.FUSION, True)
    assert isinstance(app, QApplication)
    app.setApplicationName("War Room")
    _still(app)
    theme.load_fonts()
    spoken_roles.install()
    return app


def _still(app: QApplication) -> None:
    """Nothing of ours moves by itself; let menus and tooltips not fade or slide in either."""
    for effect in Qt.UIEffect:
        app.setEffectEnabled(effect, False)


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
