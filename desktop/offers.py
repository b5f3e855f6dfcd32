"""What the window offers from anywhere: its commands, their keys, and what each sets going."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.commands import Command, Group
from desktop.looks import Looks
from desktop.pages.desk import Desk
from desktop.pages.places import PLACES
from resources import _, spoken

LANGUAGES = {"en": "English", "zh_TW": "繁體中文", "zh_CN": "简体中文"}  # in their own words


class Offering(Protocol):
    """What a window must be able to do for its commands to be offered."""

    desk: Desk | None

    def ask_new(self) -> None: ...
    def ask_open(self) -> None: ...
    def close_room(self) -> None: ...
    def ask_briefing(self) -> None: ...
    def ask_import(self) -> None: ...
    def paste_rows(self) -> None: ...
    def ask_export(self) -> None: ...
    def toggle_wall(self) -> None: ...
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
            Group(tuple(Command(_(p.label), (p.key,), self._go_page, p.name) for p in PLACES)),
            self._look(),
            self._languages(),
            Group((Command(_("Quit"), ("Ctrl+Q",), self._window.close),)),
        )

    def _rooms(self) -> Group:
        window = self._window
        return Group(
            (
                Command(_("New room"), ("Ctrl+N",), window.ask_new),
                Command(_("Open a room"), ("Ctrl+O",), window.ask_open),
                Command(_("Close the room"), ("Ctrl+W",), window.close_room),
            )
        )

    def _deeds(self) -> Group:
        window = self._window
        return Group(
            (
                Command(_("Write the briefing"), ("Ctrl+P",), window.ask_briefing),
                Command(_("Import"), ("Ctrl+I",), window.ask_import),
                Command(_("Paste rows"), ("Ctrl+Shift+V",), window.paste_rows),
                Command(_("Export"), ("Ctrl+E",), window.ask_export),
                Command(_("Incident"), ("Ctrl+Shift+I",), self._on_desk, "edit_incident"),
                Command(_("Log"), ("Ctrl+L",), self._on_desk, "go_log"),
                Command(_("Undo"), ("Ctrl+Z",), self._on_desk, "undo"),
                Command(_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._on_desk, "redo"),
            )
        )

    def _look(self) -> Group:
        looks = self._looks
        return Group(
            (
                Command(_("Larger text"), ("Ctrl++", "Ctrl+="), looks.larger),
                Command(_("Smaller text"), ("Ctrl+-",), looks.smaller),
                Command(_("Text as it was"), ("Ctrl+0",), looks.plain),
                Command(_("Dark or light"), ("Ctrl+Shift+L",), looks.other_theme),
                Command(_("Wall"), ("F11",), self._window.toggle_wall),
            )
        )

    def _languages(self) -> Group:
        """The languages, in a menu of their own."""
        made = (
            Command(name, (), self._change_language, language, language == spoken())
            for language, name in LANGUAGES.items()
        )
        return Group(tuple(made), _("Language"))

    def _on_desk(self) -> None:
        """Do what the command names on the desk."""
        action = self.sender()
        if self._window.desk and isinstance(action, QAction):
            getattr(self._window.desk, action.data())()

    def _go_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.turn_to(action.data())

    def _change_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.speak(action.data())
