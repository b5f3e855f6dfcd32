"""The main window: the welcome page, or an open room with its rail."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from desktop import tongue
from desktop.asking import Asking
from desktop.commands import Command, Group
from desktop.frame import Frame
from desktop.looks import Looks
from desktop.pages.desk import Desk
from desktop.pages.places import PLACES
from desktop.second_screen import SecondScreen
from desktop.settings import Recent, Settings
from desktop.traffic import Traffic
from desktop.warroom.faults import WarRoomError
from desktop.warroom.now import Clock
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _, spoken
from widgets.after_paint import AfterPaint
from widgets.notice import Notice
from widgets.plain import plain_button, visible

if TYPE_CHECKING:
    from widgets.welcome import Welcome

LANGUAGES = {"en": "English", "zh_TW": "繁體中文", "zh_CN": "简体中文"}  # in their own words


class MainWindow(Frame):
    """One window, one room at a time; ``room_ready`` says that Enter in the log bar saves."""

    room_ready = Signal()

    def __init__(self, clock: Clock, settings: Settings, operator: str) -> None:
        super().__init__(settings)
        self._clock = clock
        self._operator = settings.text("operator", operator)
        self._asking, self._looks = Asking(self, settings), Looks(settings)
        self._traffic = Traffic(self, settings, self._asking)
        self._traffic.brought.connect(self._brought)
        self._traffic.taken.connect(self._taken)
        self._traffic.failed.connect(self.say_fault)
        self._traffic.left.connect(self._go_back)
        self.second_screen = SecondScreen(settings, self)
        self.setAcceptDrops(True)
        self.desk: Desk | None = None
        self._commands.renew(self.groups())

    @cached_property
    def welcome(self) -> "Welcome":
        """The page without a room, made when it is first shown: a room is opened without it."""
        from widgets.welcome import Welcome

        made = Welcome(self._stack)
        made.new_asked.connect(self.ask_new)
        made.open_asked.connect(self.ask_open)
        made.example_asked.connect(self.ask_example)
        made.room_chosen.connect(self.open_named)
        self._stack.addWidget(made)
        self._notice.raise_()
        return made

    # rooms

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
        desk.operator_asked.connect(self._ask_operator)
        desk.page_shown.connect(self._rail.show_page)
        desk.ready.connect(self.room_ready)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        return desk

    def _examine(self) -> None:
        if self.desk:
            self.desk.examine(self._operator)
            self.second_screen.resume(self.desk.room)

    def _leave_room(self) -> None:
        self.second_screen.leave()
        if self.desk:
            self.desk.leave()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def close_room(self) -> None:
        """Let go of the room and go back to the welcome page."""
        self.close_form()
        self._leave_room()
        self.show_welcome()

    def _remember(self, room: WarRoom) -> None:
        assert room.path is not None
        title = room.incident.title
        today = self._clock.now().date().isoformat()
        self._settings.opened(Recent(title, str(room.path.absolute()), today))

    # asking

    def ask_new(self) -> None:
        """Ask what a new room is for."""
        from desktop.pages.new_room import NewRoom  # forms take 10 ms to import; a room has none

        form = NewRoom(self._clock, self._operator, self._stack)
        form.made.connect(self._make)
        form.cancelled.connect(self._go_back)
        self.show_form(form)

    def _make(self, incident: Incident, operator: str) -> None:
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in incident.title).strip()
        path = self._asking.to_write(_("Keep the room as"), f"{name[:60]}.warroom")
        if path is None:
            return
        try:
            WarRoom.create(path, incident, operator=operator, clock=self._clock).close()
        except WarRoomError as fault:
            self.say_fault(str(fault))
            return
        self._seat(operator)
        self.open_room(path)

    def _go_back(self) -> None:
        self.close_form()
        if self.desk:
            self._stack.setCurrentWidget(self.desk)
        else:
            self.show_welcome()

    def ask_open(self) -> None:
        """Ask for a room file and open it."""
        if path := self._asking.to_open(_("Open a room")):
            self.open_room(path)

    def ask_example(self) -> None:
        """Ask where the example may be written, write it, and open it."""
        from desktop.warroom.demo import write_demo

        path = self._asking.to_write(_("Write the example as"), "example.warroom")
        if path is None:
            return
        try:
            write_demo(path, self._clock, spoken())
        except WarRoomError as fault:
            self.say_fault(str(fault))
            return
        self.open_room(path)

    def ask_briefing(self) -> None:
        """Ask where the briefing goes, and write it."""
        if self.desk:
            self._traffic.brief(self.desk.room)

    def ask_import(self) -> None:
        """Show the form that brings a file in."""
        self._bring_in(None)

    def ask_export(self) -> None:
        """Show the form that takes records out."""
        if self.desk:
            self.show_form(self._traffic.take_out(self.desk, self._stack))

    def paste_rows(self) -> None:
        """Bring in the rows that a spreadsheet put on the clipboard."""
        if self.desk is None:
            return
        if form := self._traffic.paste(self.desk, self._stack):
            self.show_form(form)
        else:
            self.say_fault(_("There are no rows of a spreadsheet to paste; copy some first."))

    def _bring_in(self, file: Path | None) -> None:
        if self.desk is None:
            return
        if self.desk.room.why_read_only:
            self.say_fault(self.desk.room.why_read_only)
            return
        self.show_form(self._traffic.bring_in(self.desk, file, self._stack))

    def _brought(self, sentence: str) -> None:
        self._go_back()
        if self.desk:
            self.desk.say(sentence)

    def _taken(self, sentence: str) -> None:
        self._go_back()
        if self.desk:
            self.desk.tell(sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if (self.desk and self._traffic.takes(event.mimeData())) or self._traffic.room_in(
            event.mimeData()
        ):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if room := self._traffic.room_in(event.mimeData()):
            self.open_room(room)
        elif file := self._traffic.takes(event.mimeData()):
            self._bring_in(file)

    def _ask_operator(self) -> None:
        assert self.desk is not None
        menu = QMenu(self)
        for name in self.desk.room.people():
            menu.addAction(plain_button(visible(name))).setData(name)
        menu.addSeparator()
        menu.addAction(_("Somebody else…")).setData("")
        menu.triggered.connect(self._hand_over)
        menu.popup(self.desk.header.below_operator())

    def _hand_over(self, action: QAction) -> None:
        name = action.data()
        if not name:
            name, sure = QInputDialog.getText(self, _("Hand over"), _("Who is at the keyboard?"))
            if not sure or not name.strip():
                return
        self._seat(name.strip())
        if self.desk:
            self.desk.hand_over(self._operator)

    def _seat(self, operator: str) -> None:
        if operator:
            self._operator = operator
            self._settings.remember("operator", operator)

    def groups(self) -> tuple[Group, ...]:
        looks = self._looks
        return (
            Group(
                (
                    Command(_("New room"), ("Ctrl+N",), self.ask_new),
                    Command(_("Open a room"), ("Ctrl+O",), self.ask_open),
                    Command(_("Close the room"), ("Ctrl+W",), self.close_room),
                )
            ),
            Group(
                (
                    Command(_("Write the briefing"), ("Ctrl+P",), self.ask_briefing),
                    Command(_("Import"), ("Ctrl+I",), self.ask_import),
                    Command(_("Paste rows"), ("Ctrl+Shift+V",), self.paste_rows),
                    Command(_("Export"), ("Ctrl+E",), self.ask_export),
                    Command(_("Incident"), ("Ctrl+Shift+I",), self._on_desk, "edit_incident"),
                    Command(_("Log"), ("Ctrl+L",), self._on_desk, "go_log"),
                    Command(_("Undo"), ("Ctrl+Z",), self._on_desk, "undo"),
                    Command(_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._on_desk, "redo"),
                )
            ),
            Group(tuple(Command(_(p.label), (p.key,), self._go_page, p.name) for p in PLACES)),
            Group(
                (
                    Command(_("Larger text"), ("Ctrl++", "Ctrl+="), looks.larger),
                    Command(_("Smaller text"), ("Ctrl+-",), looks.smaller),
                    Command(_("Text as it was"), ("Ctrl+0",), looks.plain),
                    Command(_("Dark or light"), ("Ctrl+Shift+L",), looks.other_theme),
                    Command(_("Wall"), ("F11",), self._toggle_wall),
                )
            ),
            Group(
                tuple(
                    Command(name, (), self._change_language, language, language == spoken())
                    for language, name in LANGUAGES.items()
                ),
                _("Language"),
            ),
            Group((Command(_("Quit"), ("Ctrl+Q",), self.close),)),
        )

    def _change_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.speak(action.data())

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

    def _renew_desk(self, old: Desk) -> None:
        old.put_away()
        old.room.hush()
        desk = self._seat_desk(old.room)
        desk.take_over(old)
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

    def _toggle_wall(self) -> None:
        if self.desk:
            self.second_screen.toggle(self.desk.room)

    def _on_desk(self) -> None:
        """Do what the command names on the desk."""
        action = self.sender()
        if self.desk and isinstance(action, QAction):
            getattr(self.desk, action.data())()

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
