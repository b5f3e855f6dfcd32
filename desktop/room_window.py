"""A window that shows the welcome page or an open room, one room at a time."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from desktop import tongue
from desktop.frame import Frame
from desktop.pages.desk import Desk
from desktop.second_screen import SecondScreen
from desktop.settings import Recent, Settings
from desktop.warroom.faults import WarRoomError
from desktop.warroom.now import Clock
from desktop.warroom.room import WarRoom
from resources import _
from widgets.after_paint import AfterPaint
from widgets.notice import Notice
from widgets.plain import visible

if TYPE_CHECKING:
    from desktop.pages.drilling import DrillDuty
    from widgets.welcome import Welcome


class RoomWindow(Frame):
    """Opens, seats and leaves rooms; ``room_ready`` says that Enter in the log bar saves."""

    room_ready = Signal()

    def __init__(self, clock: Clock, settings: Settings, operator: str) -> None:
        super().__init__(settings)
        self._clock = clock
        self._operator = settings.text("operator", operator)
        self.second_screen = SecondScreen(settings, self)
        self.desk: Desk | None = None
        self.drill: DrillDuty | None = None

    @cached_property
    def welcome(self) -> "Welcome":
        """The page without a room, made when it is first shown: a room is opened without it."""
        from widgets.welcome import Welcome

        made = Welcome(self._stack, tongue.NAMES)
        self._greet(made)
        self._stack.addWidget(made)
        self._notice.raise_()
        return made

    def open_room(self, path: Path, *, posing: bool = False) -> bool:
        """Open a room file in this window; a fault is said and changes nothing."""
        if self.desk and self.desk.room.path == path:
            self._go_back()
            return True
        try:
            room = WarRoom.open(
                path,
                clock=self._clock,
                operator=self._operator,
                writing=not posing and _may_write(path),
                examine=False,
            )
        except WarRoomError as fault:
            self.say_fault(str(fault))
            return False
        self._show_room(room, posing=posing)
        return True

    def notices(self) -> Notice:
        in_room = self.desk is not None and self._stack.currentWidget() is self.desk
        return self.desk.notice if self.desk and in_room else self._notice

    def open_named(self, path: str) -> None:
        """Open the room of a path, as the welcome page names it."""
        self.open_room(Path(path))

    def show_welcome(self) -> None:
        """Show the welcome page with the rooms opened last."""
        from desktop.recent import recent_rooms

        self._rail.hide()
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.show_rooms(recent_rooms(self._settings))
        self.setWindowTitle(_("War Room"))
        self.welcome.setFocus()

    def _show_room(self, room: WarRoom, *, posing: bool) -> None:
        self.close_form()
        self._leave_room()
        desk = self._seat_desk(room)
        self._rail.show()
        self.setWindowTitle(_("{title} – War Room").format(title=visible(room.incident.title)))
        desk.bar.line.setFocus()
        if posing:
            room.operator = room.tail().said().by
            desk.pose()
        else:
            self._remember(room)
            AfterPaint(desk).seen.connect(self._examine)

    def _seat_desk(self, room: WarRoom) -> Desk:
        self.desk = desk = Desk(room, self._settings, self._stack)
        self._serve(desk)
        desk.page_shown.connect(self._rail.show_page)
        desk.ready.connect(self.room_ready)
        desk.incident_turned.connect(self._turn)
        desk.watch.changed.connect(self._warn)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self.drill = self._drill_on(desk)
        return desk

    def _drill_on(self, desk: Desk) -> "DrillDuty | None":
        """What marks a drill on every screen and plays it; nothing in a real incident."""
        if not desk.room.incident.drill:
            return None
        from desktop.pages.drilling import DrillDuty

        return DrillDuty(desk, self.centralWidget() or desk)

    def _stop_drill(self) -> str:
        """Pause the drill before its desk is left; its id if it was running."""
        drill, self.drill = self.drill, None
        return drill.stop() if drill else ""

    def _examine(self) -> None:
        if self.desk:
            self.desk.examine(self._operator)
            self.second_screen.resume(self.desk.room)

    def _warn(self) -> None:
        if self.desk:
            self.second_screen.warn(self.desk.watch.titles())

    def _leave_room(self) -> None:
        self.second_screen.leave()
        if self.desk:
            self._stop_drill()
            self.desk.leave()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def close_room(self) -> None:
        """Let go of the room and go back to the welcome page."""
        self.close_form()
        self._leave_room()
        self.show_welcome()

    def _go_back(self) -> None:
        self.close_form()
        if self.desk:
            self._stack.setCurrentWidget(self.desk)
        else:
            self.show_welcome()

    def _greet(self, welcome: "Welcome") -> None:
        """Do what the welcome page asks."""
        raise NotImplementedError

    def _serve(self, desk: Desk) -> None:
        """Do what the desk asks of the window."""
        raise NotImplementedError

    def _remember(self, room: WarRoom) -> None:
        assert room.path is not None
        title = room.incident.title
        today = self._clock.now().date().isoformat()
        self._settings.opened(Recent(title, str(room.path.absolute()), today))

    def speak(self, language: str) -> None:
        """Say everything in another language at once; what stands in the log bar stays."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        tongue.speak(app, language)
        self._settings.remember("language", language)
        self.close_form()
        self.renew()
        if welcome := self.__dict__.pop("welcome", None):
            self._stack.removeWidget(welcome)
            welcome.deleteLater()
        if self.desk:
            self._renew_desk(self.desk)
        else:
            self.show_welcome()

    def _turn(self) -> None:
        """Show the incident that is on screen now."""
        if self.desk:
            self.close_form()
            self._renew_desk(self.desk)

    def _renew_desk(self, old: Desk) -> None:
        old.put_away()
        ran = self._stop_drill()
        old.room.hush()
        desk = self._seat_desk(old.room)
        desk.take_over(old)
        if self.drill:
            self.drill.begin(resumes=ran)
        self.second_screen.renew(desk.room)
        desk.bar.line.setFocus()
        self._stack.removeWidget(old)
        old.deleteLater()
        self.setWindowTitle(_("{title} – War Room").format(title=visible(desk.room.incident.title)))

    def turn_to(self, name: str) -> None:
        if self.desk:
            self.desk.show_page(name).setFocus()

    def current_page(self) -> str:
        return self.desk.current() if self.desk else ""

    def showEvent(self, event: QShowEvent) -> None:
        if self._stack.currentWidget() is None:
            self.show_welcome()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_form()
        self._leave_room()
        super().closeEvent(event)


def _may_write(path: Path) -> bool:
    """Whether the file's rights allow writing; the disk itself is asked when it is examined."""
    try:
        with path.open("rb+"):
            return True
    except FileNotFoundError:
        return True  # opening it says that it is not there
    except OSError:
        return False
