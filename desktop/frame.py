"""The frame of the window: rail, pages or a form, notices, commands, and its place on screen."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop.commands import Commands, Group
from desktop.pages.places import PLACES
from desktop.settings import Settings
from resources import _
from widgets.notice import Notice
from widgets.rail import Rail, RailItem
from widgets.reading_order import move_focus

SMALLEST = (1_100, 640)
ROUND_IT = (16, 48)  # what a window system puts round a window


@runtime_checkable
class Running(Protocol):
    """A form in which something may run, such as an import."""

    def stop(self) -> None:
        """Stop it; nothing of it remains."""


class Frame(QMainWindow):
    """A window with a rail; whoever fills it says what its commands and pages are."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._commands = Commands(self)
        self._form: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._rail = self._made_rail()
        self._notice = Notice(self._stack)
        self._lay_out()

    def groups(self) -> Sequence[Group]:
        """The commands of the window, in the language spoken now."""
        raise NotImplementedError

    def turn_to(self, name: str) -> None:
        """Show a page of the room."""
        raise NotImplementedError

    def current_page(self) -> str:
        """The page that is shown; empty without a room."""
        raise NotImplementedError

    def notices(self) -> Notice:
        """Where notices are said: above the log bar when a room is in sight."""
        return self._notice

    def fault(self) -> str:
        """The sentence of the fault that is shown; empty when there is none."""
        return self.notices().sentence()

    def say_fault(self, sentence: str) -> None:
        """Say what went wrong, on the page that is shown."""
        self.notices().fault(sentence)

    def renew(self) -> None:
        """Say rail and commands again, in the language spoken now."""
        self._commands.renew(self.groups())
        rail, self._rail = self._rail, self._made_rail()
        self._rail.setVisible(rail.isVisible())
        self._row.replaceWidget(rail, self._rail)
        rail.hide()
        rail.deleteLater()

    def show_form(self, form: QWidget) -> None:
        """Show a form in place of the page; it goes when it is done or cancelled."""
        self.close_form()
        self._form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self._notice.raise_()
        form.setFocus()

    def close_form(self) -> None:
        """Put the form away that is shown."""
        if self._form:
            if isinstance(self._form, Running):
                self._form.stop()
            self._stack.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None

    def _lay_out(self) -> None:
        whole = QWidget(self)
        self._row = QHBoxLayout(whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._rail)
        self._row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*SMALLEST)
        free = self.screen().availableGeometry().size() - QSize(*ROUND_IT)
        self.resize(QSize(1_440, 900).boundedTo(free))
        self.restoreGeometry(self._settings.bytes("geometry"))

    def _made_rail(self) -> Rail:
        pages = tuple(RailItem(p.name, _(p.label), p.icon, p.key) for p in PLACES)
        rail = Rail(pages, RailItem("settings", _("Settings"), "settings"), self)
        rail.opened.connect(self._pressed)
        return rail

    def _pressed(self, name: str) -> None:
        if name != "settings":
            self.turn_to(name)
            return
        menu = self._commands.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._rail.mapToGlobal(self._rail.rect().bottomRight()))
        self._rail.show_page(self.current_page() or PLACES[0].name)

    def focusNextPrevChild(self, on: bool) -> bool:
        return move_focus(self, on=on)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.remember_bytes("geometry", self.saveGeometry())
        super().closeEvent(event)
