"""The main window: the welcome page, or an open room with its rail."""

from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)

from desktop.asking import Asking
from desktop.pages.desk import Desk
from desktop.pages.places import PLACES
from desktop.settings import Recent, Settings
from desktop.warroom import shown
from desktop.warroom.faults import WarRoomError
from desktop.warroom.now import Clock
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.after_paint import AfterPaint
from widgets.notice import Notice
from widgets.plain import plain_button, visible
from widgets.rail import Rail, RailItem
from widgets.welcome import RecentRoom, Welcome

SMALLEST = (1_100, 640)


class MainWindow(QMainWindow):
    """One window, one room at a time; ``room_ready`` says that Enter in the log bar saves."""

    room_ready = Signal()

    def __init__(self, clock: Clock, settings: Settings, operator: str) -> None:
        super().__init__()
        self._clock, self._settings = clock, settings
        self._operator = settings.text("operator", operator)
        self._asking = Asking(self, settings)
        self.desk: Desk | None = None
        self._new: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._rail = Rail(_pages(), RailItem("settings", _("Settings"), "settings"), self)
        self._notice = Notice(self._stack)
        self._lay_out()
        self._connect()
        self._make_actions()

    @cached_property
    def welcome(self) -> Welcome:
        """The page without a room, made when it is first shown: a room is opened without it."""
        made = Welcome(self._stack)
        made.new_asked.connect(self.ask_new)
        made.open_asked.connect(self.ask_open)
        made.example_asked.connect(self.ask_example)
        made.room_chosen.connect(self._open_chosen)
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
            self._say_fault(str(fault))
            return False
        self._show_room(room, posing=posing)
        return True

    def fault(self) -> str:
        """The sentence of the fault that is shown; empty when there is none."""
        return self._notices().sentence()

    def _say_fault(self, sentence: str) -> None:
        self._notices().fault(sentence)

    def _notices(self) -> Notice:
        """Where notices are said: above the log bar when a room is in sight."""
        in_room = self.desk is not None and self._stack.currentWidget() is self.desk
        return self.desk.notice if self.desk and in_room else self._notice

    def show_welcome(self) -> None:
        """Show the welcome page with the rooms opened last."""
        self._rail.hide()
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.show_rooms([_recent(room) for room in self._settings.recent()])
        self.setWindowTitle(_("War Room"))
        self.welcome.setFocus()

    def _show_room(self, room: WarRoom, *, posing: bool) -> None:
        self._leave_room()
        self._close_form()
        self.desk = Desk(room, self._settings, self._stack)
        self.desk.operator_asked.connect(self._ask_operator)
        self.desk.page_shown.connect(self._rail.show_page)
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self._rail.show()
        self.setWindowTitle(_("{title} – War Room").format(title=visible(room.incident.title)))
        self.desk.bar.line.setFocus()
        if posing:
            room.operator = room.tail().said().by
            self.desk.pose()
        else:
            self._remember(room)
            AfterPaint(self.desk).seen.connect(self._examine)

    def _examine(self) -> None:
        if self.desk:
            self.desk.ready.connect(self.room_ready)
            self.desk.examine(self._operator)

    def _leave_room(self) -> None:
        if self.desk:
            self.desk.leave()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def close_room(self) -> None:
        """Let go of the room and go back to the welcome page."""
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

        self._close_form()
        self._new = form = NewRoom(self._clock, self._operator, self._stack)
        form.made.connect(self._make)
        form.cancelled.connect(self._go_back)
        self._stack.addWidget(self._new)
        self._stack.setCurrentWidget(self._new)
        self._new.setFocus()

    def _make(self, incident: Incident, operator: str) -> None:
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in incident.title).strip()
        path = self._asking.to_write(_("Keep the room as"), f"{name[:60]}.warroom")
        if path is None:
            return
        try:
            WarRoom.create(path, incident, operator=operator, clock=self._clock).close()
        except WarRoomError as fault:
            self._say_fault(str(fault))
            return
        self._seat(operator)
        self.open_room(path)

    def _go_back(self) -> None:
        self._close_form()
        if self.desk:
            self._stack.setCurrentWidget(self.desk)
        else:
            self.show_welcome()

    def _close_form(self) -> None:
        if self._new:
            self._stack.removeWidget(self._new)
            self._new.deleteLater()
            self._new = None

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
            write_demo(path, self._clock)
        except WarRoomError as fault:
            self._say_fault(str(fault))
            return
        self.open_room(path)

    def ask_briefing(self) -> None:
        """Ask where the briefing goes, and write it."""
        from desktop import paper  # takes 40 ms to import: never before the first paint

        if self.desk is None:
            return
        path = self._asking.to_write(_("Write the briefing as"), "briefing.pdf", _("PDF (*.pdf)"))
        if path is None:
            return
        try:
            issued = paper.issue(self.desk.room, path)
        except WarRoomError as fault:
            self._say_fault(str(fault))
            return
        self.desk.say(
            _("Briefing {n} was written to {file}.").format(n=issued.number, file=path.name)
        )

    def _ask_operator(self) -> None:
        assert self.desk is not None
        menu = QMenu(self)
        for name in self.desk.room.people():
            menu.addAction(plain_button(visible(name))).setData(name)
        menu.addSeparator()
        menu.addAction(_("Somebody else…")).setData("")
        menu.triggered.connect(self._hand_over)
        menu.popup(self.desk.header.mapToGlobal(self.desk.header.rect().bottomLeft()))

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

    # frame

    def _lay_out(self) -> None:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*SMALLEST)
        self.resize(1_440, 900)
        self.restoreGeometry(self._settings.bytes("geometry"))

    def _connect(self) -> None:
        self._rail.opened.connect(self._turn_to)

    def _open_chosen(self, path: str) -> None:
        self.open_room(Path(path))

    def _make_actions(self) -> None:
        for words, keys, slot in (
            (_("New room"), ["Ctrl+N"], self.ask_new),
            (_("Open a room"), ["Ctrl+O"], self.ask_open),
            (_("Close the room"), ["Ctrl+W"], self.close_room),
            (_("Write the briefing"), ["Ctrl+P"], self.ask_briefing),
            (_("Log"), ["Ctrl+L"], self._go_log),
            (_("Undo"), ["Ctrl+Z"], self._undo),
            (_("Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], self._redo),
            (_("Larger text"), ["Ctrl++", "Ctrl+="], self._larger),
            (_("Smaller text"), ["Ctrl+-"], self._smaller),
            (_("Text as it was"), ["Ctrl+0"], self._plain_size),
            (_("Dark or light"), ["Ctrl+Shift+L"], self._other_theme),
            (_("Quit"), ["Ctrl+Q"], self.close),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(slot)
            self.addAction(action)
        for place in PLACES:
            action = QAction(_(place.label), self)
            action.setShortcut(QKeySequence(place.key))
            action.setData(place.name)
            action.triggered.connect(self._go_page)
            self.addAction(action)

    def _go_page(self) -> None:
        action = self.sender()
        if self.desk and isinstance(action, QAction):
            self.desk.show_page(action.data()).setFocus()

    def _turn_to(self, name: str) -> None:
        if self.desk and name != "settings":
            self.desk.show_page(name).setFocus()
            return
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.popup(self._rail.mapToGlobal(self._rail.rect().bottomRight()))
        if self.desk:
            self._rail.show_page(self.desk.current())

    def _go_log(self) -> None:
        if self.desk:
            self.desk.bar.line.setFocus()

    def _undo(self) -> None:
        if self.desk:
            self.desk.undo()

    def _redo(self) -> None:
        if self.desk:
            self.desk.redo()

    def _larger(self) -> None:
        self._scale(min(2.0, theme.scale() + 0.1))

    def _smaller(self) -> None:
        self._scale(max(0.8, theme.scale() - 0.1))

    def _plain_size(self) -> None:
        self._scale(1.0)

    def _scale(self, scale: float) -> None:
        theme.set_scale(round(scale, 1))
        self._settings.remember("scale", str(theme.scale()))

    def _other_theme(self) -> None:
        theme.apply("light" if theme.current() == "dark" else "dark")
        self._settings.remember("theme", theme.current())

    def showEvent(self, event: QShowEvent) -> None:
        if self._stack.currentWidget() is None:
            self.show_welcome()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.remember_bytes("geometry", self.saveGeometry())
        self._leave_room()
        super().closeEvent(event)


def _pages() -> tuple[RailItem, ...]:
    return tuple(RailItem(p.name, _(p.label), p.icon, p.key) for p in PLACES)


def _recent(room: Recent) -> RecentRoom:
    path = Path(room.path)
    try:
        opened = shown.long_day(date.fromisoformat(room.opened))
    except ValueError:
        opened = room.opened
    return RecentRoom(room.title, room.path, opened, missing=not path.exists())


def _may_write(path: Path) -> bool:
    """Whether the file's rights allow writing; the disk itself is asked when it is examined."""
    try:
        with path.open("rb+"):
            return True
    except FileNotFoundError:
        return True  # opening it says that it is not there
    except OSError:
        return False
