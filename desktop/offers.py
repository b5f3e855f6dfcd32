"""What the window offers from anywhere: its commands, their keys, and what each sets going."""

from functools import partial
from operator import attrgetter
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop import tongue
from desktop.commands import Command, Group
from desktop.looks import Looks
from desktop.pages.desk import Desk
from desktop.pages.places import PLACES
from desktop.warroom.papers.sort import Sort
from resources import _, spoken
from widgets import theme


class Offering(Protocol):
    """What a window must be able to do for its commands to be offered."""

    desk: Desk | None

    def ask_new(self) -> None: ...
    def ask_open(self) -> None: ...
    def close_room(self) -> None: ...
    def ask_briefing(self) -> None: ...
    def ask_operator(self) -> None: ...
    def ask_paper(self, sort: str) -> None: ...
    def ask_from_paper(self) -> None: ...
    def ask_import(self) -> None: ...
    def paste_rows(self) -> None: ...
    def ask_export(self) -> None: ...
    def toggle_wall(self) -> None: ...
    def toggle_past(self) -> None: ...
    def ask_anything(self) -> None: ...
    def show_keys(self) -> None: ...
    def ask_guide(self) -> None: ...
    def turn_to(self, name: str) -> None: ...
    def speak(self, language: str) -> None: ...
    def close(self) -> bool: ...


class Offers(QObject):
    """Declares the commands of a window; a new one is a line in a group."""

    def __init__(self, window: Offering, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._looks = window, looks

    def groups(self) -> tuple[Group, ...]:
        """Every command, in the language spoken now."""
        return (
            self._rooms(),
            self._deeds(),
            self._papers(),
            self._pages(),
            self._look(),
            self._themes(),
            self._languages(),
            self._window_itself(),
        )

    def _rooms(self) -> Group:
        window = self._window
        return Group(
            _("Rooms"),
            (
                Command(_("New room"), ("Ctrl+N",), window.ask_new),
                Command(_("Open a room"), ("Ctrl+O",), window.ask_open),
                Command(_("Close the room"), ("Ctrl+W",), window.close_room, in_room=True),
            ),
        )

    def _deeds(self) -> Group:
        window, desk = self._window, self._on_desk
        back, again = ("Ctrl+Z",), ("Ctrl+Shift+Z", "Ctrl+Y")
        return Group(
            _("This room"),
            (
                Command(_("Write the briefing"), ("Ctrl+P",), window.ask_briefing, in_room=True),
                Command(_("Import"), ("Ctrl+I",), window.ask_import, in_room=True),
                Command(_("Paste rows"), ("Ctrl+Shift+V",), window.paste_rows, in_room=True),
                Command(_("Export"), ("Ctrl+E",), window.ask_export, in_room=True),
                Command(_("Incident"), ("Ctrl+Shift+I",), desk, "incidents.edit", in_room=True),
                Command(_("Next incident"), ("Ctrl+J",), desk, "incidents.next", in_room=True),
                Command(_("Incidents"), (), desk, "incidents.show_all", in_room=True),
                Command(_("Time zones"), (), desk, "incidents.edit_zones", in_room=True),
                Command(_("Who is at the keyboard?"), (), window.ask_operator, in_room=True),
                Command(_("Confirm the clock"), (), desk, "ask_clock", in_room=True),
                Command(_("What we knew then"), ("Ctrl+T",), window.toggle_past, in_room=True),
                Command(_("Log"), ("Ctrl+L",), desk, "go_log", in_room=True),
                Command(_("Undo"), back, desk, "undo", in_room=True, text_first=True),
                Command(_("Redo"), again, desk, "redo", in_room=True, text_first=True),
            ),
        )

    def _papers(self) -> Group:
        """The papers beside the briefing, in a menu of their own, and what was written on one."""
        made = [
            Command(each.shown, (), self._write_paper, each.value, in_room=True) for each in Sort
        ]
        typing = Command(_("Type in from paper"), (), self._window.ask_from_paper, in_room=True)
        return Group(_("Papers"), (*made, typing), apart=True)

    def _pages(self) -> Group:
        made = (
            Command(_(place.label), (place.key,), self._go_page, place.name, in_room=True)
            for place in PLACES
        )
        return Group(_("Pages"), tuple(made))

    def _look(self) -> Group:
        looks = self._looks
        return Group(
            _("Display"),
            (
                Command(_("Larger text"), ("Ctrl++", "Ctrl+="), looks.larger),
                Command(_("Smaller text"), ("Ctrl+-",), looks.smaller),
                Command(_("Text as it was"), ("Ctrl+0",), looks.plain),
                Command(_("Dark or light"), ("Ctrl+Shift+L",), looks.other_theme),
                Command(_("Wall"), ("F11",), self._window.toggle_wall, in_room=True),
            ),
        )

    def _themes(self) -> Group:
        """Dark, light or as the system is, in a menu of their own."""
        looks = self._looks
        words = {theme.SYSTEM: _("As the system"), "dark": _("Dark"), "light": _("Light")}
        made = (
            Command(said, (), self._choose_theme, name, partial(looks.wears, name))
            for name, said in words.items()
        )
        return Group(_("Theme"), tuple(made), apart=True)

    def _languages(self) -> Group:
        """The languages, in a menu of their own."""
        made = (
            Command(name, (), self._change_language, language, language == spoken())
            for language, name in tongue.NAMES.items()
        )
        return Group(_("Language"), tuple(made), apart=True)

    def _window_itself(self) -> Group:
        window = self._window
        return Group(
            _("Window"),
            (
                Command(_("Find anything"), ("Ctrl+K",), window.ask_anything),
                Command(_("Keys"), ("Ctrl+/", "Ctrl+?"), window.show_keys),
                Command(_("Guide"), ("F1",), window.ask_guide),
                Command(_("Quit"), ("Ctrl+Q",), window.close),
            ),
        )

    def _on_desk(self) -> None:
        """Do what the command names on the desk."""
        action = self.sender()
        if self._window.desk and isinstance(action, QAction):
            attrgetter(action.data())(self._window.desk)()

    def _write_paper(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.ask_paper(action.data())

    def _go_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.turn_to(action.data())

    def _choose_theme(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._looks.choose(action.data())

    def _change_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.speak(action.data())
