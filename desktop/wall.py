"""The wall: a second window over the same room, for a projector; it only shows, and takes no keys.

Nobody types into it, so it never takes the keyboard from the laptop: only who clicks it may turn
its pages with the arrow keys, let them turn by themselves with R, and close it with Escape.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.models.wall import PageName, WallModel
from desktop.settings import Settings
from desktop.warroom.acts import Change
from desktop.warroom.room import WarRoom
from resources import _
from widgets.wall_state import WallState
from widgets.wall_view import WallView

TURNS_MS = 20_000
FIGURES_AFTER = 60  # milliseconds after a change, in which the entry itself comes first
WINDOW = (1_280, 720)  # on the only screen
SMALLEST = (960, 540)
_SHY = Qt.WindowType.WindowDoesNotAcceptFocus


class Wall(QWidget):
    """Follows a room until it is put away; ``closed`` says that somebody closed it."""

    closed = Signal()

    def __init__(self, room: WarRoom, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | _SHY)
        self._room, self._settings = room, settings
        self._model = WallModel(room)
        self._view = WallView(self)
        self._minute = -1
        self._clicked = False
        self._before: QWidget | None = None
        self._tick = QTimer(self, interval=1_000)
        self._turns = QTimer(self, interval=TURNS_MS)
        self._count = QTimer(self, singleShot=True, interval=FIGURES_AFTER)
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.refresh()

    def show_on_its_screen(self) -> None:
        """Show it, on a second screen in full, else as a window; the keyboard stays where it is."""
        self._note_window()
        self._settings.remember("wall/open", "yes")
        self._place()
        self.show()
        self._tick.start()
        self.set_turning(self._settings.text("wall/turning") == "yes")
        self.refresh()

    def put_away(self) -> None:
        """Close it with its room; it is remembered as open."""
        self._stop()
        self.hide()

    def state(self) -> WallState:
        """What is shown, in words."""
        return self._model.state()

    def view(self) -> WallView:
        """The painted face."""
        return self._view

    def page(self) -> PageName:
        """The page that is shown."""
        return self._model.page

    def turn(self, step: int = 1) -> None:
        """Show the next page, or one that many further on."""
        self._model.turn(step)
        if self._turns.isActive():
            self._turns.start()
        self._say()

    def turning(self) -> bool:
        """Whether the pages turn by themselves."""
        return self._turns.isActive()

    def set_turning(self, turning: bool) -> None:
        """Let the pages turn by themselves, or stop that; it is remembered."""
        self._turns.start() if turning else self._turns.stop()
        self._settings.remember("wall/turning", "yes" if turning else "no")

    def show_warnings(self, warnings: tuple[str, ...]) -> None:
        """Show sentences in the watch strip, which is there only while there are any."""
        self._model.head.warnings = warnings
        self._say()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._minute = self._room.now().ms // 60_000
        self._model.read()
        self._say()

    # inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setWindowTitle(_("Wall – War Room"))
        self._view.setAccessibleName(_("Wall"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*WINDOW)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self._tick.timeout.connect(self._second)
        self._turns.timeout.connect(self._turn_on)
        self._count.timeout.connect(self.refresh)
        self._moved.timeout.connect(self._place_again)
        self._room.on_change(self._follow)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)

    def _say(self) -> None:
        self._view.show_state(self._model.state())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if not self._tick.isActive():
            return
        self._model.follow(changes)
        self._say()
        self._count.start()

    def _second(self) -> None:
        if self._room.now().ms // 60_000 != self._minute:
            self.refresh()
        else:
            self._say()

    def _turn_on(self) -> None:
        self.turn()

    def _stop(self) -> None:
        for timer in (self._tick, self._turns, self._count):
            timer.stop()

    # its screen

    def _place(self) -> None:
        """Take the remembered screen, or another second one, in full; else be a window."""
        screen = self._second_screen()
        if screen is None:
            if self.isFullScreen():
                self.setWindowState(Qt.WindowState.WindowNoState)
                self.resize(*WINDOW)
            return
        self._settings.remember("wall/screen", _name(screen))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would activate

    def _second_screen(self) -> QScreen | None:
        before = self._window_before()
        here = before.screen() if before else QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        wanted = self._settings.text("wall/screen")
        return next((s for s in others if _name(s) == wanted), next(iter(others), None))

    def _screens_changed(self, _screen: QScreen) -> None:
        self._moved.start()  # once Qt has moved the windows of a screen that went

    def _place_again(self) -> None:
        if self.isVisible():
            self._place()
            self.show()

    # keys, for who clicked it

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and not self._clicked:
            self._give_back()
        elif event.type() is QEvent.Type.WindowDeactivate and self._clicked:
            self._clicked = False
            self.windowHandle().setFlag(_SHY, True)
        return super().event(event)

    def _give_back(self) -> None:
        """Return the keyboard where a window system has given it to this window all the same."""
        before = self._window_before()
        if before and before.isVisible():
            before.activateWindow()

    def _window_before(self) -> QWidget | None:
        """The window that had the keyboard, as long as there is one."""
        return self._before if self._before and isValid(self._before) else None

    def _note_window(self) -> None:
        active = QApplication.activeWindow()
        if active is not None and not active.windowFlags() & _SHY:  # this one, and other walls
            self._before = active

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._note_window()
        self._clicked = True
        self.windowHandle().setFlag(_SHY, False)
        self.activateWindow()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.turn(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_R:
                self.set_turning(not self.turning())
            case Qt.Key.Key_Escape | Qt.Key.Key_F11:
                self.close()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        self._settings.remember("wall/open", "no")
        super().closeEvent(event)
        self.closed.emit()


def _name(screen: QScreen) -> str:
    """A screen by its connector and its serial number, where it tells one."""
    return f"{screen.name()} {screen.serialNumber()}".strip()
