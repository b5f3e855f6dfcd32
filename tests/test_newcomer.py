"""A newcomer's path through the real window, in few keys and clicks, which the test counts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.choices import PaperState
from desktop.warroom.records import Coverage, Delivery, Entry, Paper, StaffGroup, Task
from desktop.window import MainWindow
from tests.rooms import clock
from widgets import theme
from widgets.board_view import BoardView

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
FEW = 40


class Counter(QObject):
    """Counts keys and clicks as they reach a window; a run of typed text is one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count, self._typing = 0, False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow):
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                typed = event.text().isprintable() and bool(event.text())
                self.count += not (typed and self._typing)
                self._typing = typed
            elif event.type() is QEvent.Type.MouseButtonPress:
                self.count, self._typing = self.count + 1, False
        return False

    def dialog_answered(self) -> None:
        """A system dialog is answered with Enter, which no window of ours sees."""
        self.count, self._typing = self.count + 1, False


@pytest.fixture
def counter(monkeypatch, tmp_path):
    app = application()
    theme.apply("dark")
    counter = Counter(app)

    def answer(*given: object, **_named: object) -> tuple[str, str]:
        counter.dialog_answered()
        return str(tmp_path / Path(str(given[2])).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    yield counter
    app.removeEventFilter(counter)
    counter.deleteLater()


@pytest.fixture
def window(qtbot, tmp_path) -> MainWindow:
    window = MainWindow(clock(), Settings(tmp_path / "settings.ini"), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


class Newcomer:
    """Presses, clicks and types; keys go to the window, which gives them to what has the focus."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window.windowHandle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._window, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for char in text:
            QTest.keyClick(self._window, char)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        at = widget.mapTo(widget.window(), widget.rect().center())
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, NONE, at)
        QApplication.processEvents()


def button(window: MainWindow, words: str) -> QPushButton:
    [found] = [b for b in window.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    return found


def test_a_run_of_text_counts_once_and_every_other_key_and_click_once(qtbot, window, counter):
    newcomer = Newcomer(window)
    newcomer.type("City TV")
    assert counter.count == 1
    newcomer.press(KEY.Key_Tab)
    newcomer.type("calls")
    assert counter.count == 3
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(5, 300))
    assert counter.count == 4


def test_from_the_example_to_the_briefing_in_few_steps(qtbot, window, counter, tmp_path):
    newcomer = Newcomer(window)

    # open the example
    with qtbot.waitSignal(window.room_ready, timeout=10_000):
        newcomer.click(button(window, "Try the example"))
    assert window.desk is not None
    room = window.desk.room
    before = {kind: len(room.all(kind)) for kind in (Entry, Coverage, Delivery, Paper)}

    # log an entry
    newcomer.type("City TV asks about refunds")
    newcomer.press(KEY.Key_Return)
    assert len(room.all(Entry)) == before[Entry] + 1
    assert room.all(Entry)[-1].text == "City TV asks about refunds"

    # add coverage
    newcomer.press(KEY.Key_4, CTRL)
    newcomer.press(KEY.Key_N)
    newcomer.type("City TV")
    for _outlet_kind_channel_headline in range(3):
        newcomer.press(KEY.Key_Tab)
    newcomer.type("Refunds begin")
    newcomer.press(KEY.Key_Return)
    assert len(room.all(Coverage)) == before[Coverage] + 1
    added = room.all(Coverage)[-1]
    assert (added.outlet, added.headline) == ("City TV", "Refunds begin")

    # move a task
    newcomer.press(KEY.Key_3, CTRL)
    board = QApplication.focusWidget()
    assert isinstance(board, BoardView)
    newcomer.press(KEY.Key_Down)
    card = board.current_id()
    stood = room.get(Task, card).status
    newcomer.press(KEY.Key_Right, CTRL)
    assert room.get(Task, card).status is not stood

    # record who was told
    newcomer.press(KEY.Key_5, CTRL)
    newcomer.press(KEY.Key_R)
    newcomer.type(f"told 5 of {room.all(StaffGroup)[0].name}")
    newcomer.press(KEY.Key_Return)
    assert len(room.all(Delivery)) == before[Delivery] + 1

    # export the briefing
    newcomer.press(KEY.Key_P, CTRL)
    newcomer.press(KEY.Key_S, CTRL)
    pdf = tmp_path / "briefing.pdf"
    qtbot.waitUntil(lambda: room.all(Paper)[-1].state is PaperState.WRITTEN, timeout=60_000)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len(room.all(Paper)) == before[Paper] + 1

    assert counter.count < FEW, f"{counter.count} keys and clicks"
