"""Start the real window on the example under a real display, log a line, and look at the screen."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Fails with a traceback unless the line is saved and the screen shows a window."""
    os.environ["WARROOM_HOME"] = tempfile.mkdtemp()
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest

    from desktop.app import application
    from desktop.settings import Settings
    from desktop.warroom.demo import write_demo
    from desktop.warroom.now import WallClock
    from desktop.window import MainWindow
    from widgets import theme

    app = application()
    assert app.platformName() == "xcb", app.platformName()
    theme.apply("dark")
    room = Path(tempfile.mkdtemp()) / "example.warroom"
    write_demo(room, WallClock())
    window = MainWindow(WallClock(), Settings(), "CI")
    loop = QEventLoop()
    window.room_ready.connect(loop.quit)
    QTimer.singleShot(20_000, loop.quit)
    window.show()
    assert window.open_room(room)
    loop.exec()
    QTest.keyClicks(window.desk.bar.line, "/note a real window logs a line")
    QTest.keyClick(window.desk.bar.line, Qt.Key.Key_Return)
    app.processEvents()
    image = window.screen().grabWindow(0).toImage()
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    colours = {image.pixel(x, y) for x, y in points}
    print(f"{image.width()} x {image.height()}, {len(colours)} colours")
    assert len(colours) > 20
    assert window.desk.timeline.view.row_at(0).text == "a real window logs a line"
    window.close()


if __name__ == "__main__":
    main()
