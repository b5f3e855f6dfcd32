"""The main window: a room or the welcome page, and everything that is asked of the user."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.asking import Asking
from desktop.commands import Group
from desktop.looks import Looks
from desktop.offers import Offers
from desktop.pages.desk import Desk
from desktop.past_window import PastWindow
from desktop.settings import Settings
from desktop.traffic import Traffic
from desktop.warroom.faults import WarRoomError
from desktop.warroom.now import Clock
from desktop.warroom.records import Incident
from resources import _, spoken
from widgets.plain import plain_button, visible

if TYPE_CHECKING:
    from desktop.guide import Guide
    from widgets.welcome import Welcome


class MainWindow(PastWindow):
    """Asks what a room needs: its name, a file, an operator; the commands lead here."""

    def __init__(self, clock: Clock, settings: Settings, operator: str) -> None:
        super().__init__(clock, settings, operator)
        self._asking = Asking(self, settings)
        self._looks = Looks(settings)
        self._offers = Offers(self, self._looks, self)
        self._traffic = Traffic(self, settings, self._asking)
        self._traffic.brought.connect(self._brought)
        self._traffic.taken.connect(self._taken)
        self._traffic.told.connect(self._say_done)
        self._traffic.failed.connect(self.say_fault)
        self._traffic.left.connect(self._go_back)
        self.setAcceptDrops(True)
        self._commands.renew(self.groups())

    @cached_property
    def guide(self) -> "Guide":
        """What leads a newcomer through the window, made when it is asked for."""
        from desktop.guide import Guide

        return Guide(self, self, self._settings)

    def groups(self) -> Sequence[Group]:
        return self._offers.groups()

    def _greet(self, welcome: "Welcome") -> None:
        welcome.new_asked.connect(self.ask_new)
        welcome.open_asked.connect(self.ask_open)
        welcome.example_asked.connect(self.ask_example)
        welcome.guide_asked.connect(self.ask_guide)
        welcome.language_chosen.connect(self.speak)
        welcome.theme_chosen.connect(self._looks.choose)
        welcome.room_chosen.connect(self.open_named)

    def _serve(self, desk: Desk) -> None:
        desk.operator_asked.connect(self.ask_operator)

    def ask_new(self) -> None:
        """Ask what a new room is for."""
        from desktop.pages.new_room import NewRoom  # forms take 10 ms to import; a room has none

        form = NewRoom(self._clock, self._operator, self._stack)
        form.made.connect(self._make)
        form.cancelled.connect(self._go_back)
        self.show_form(form)

    def _make(self, incident: Incident, operator: str, with_playbook: bool) -> None:
        from desktop.warroom.playbooks.new_room import new_room

        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in incident.title).strip()
        path = self._asking.to_write(_("Keep the room as"), f"{name[:60] or 'room'}.warroom")
        if path is None:
            return
        try:
            new_room(path, incident, operator=operator, clock=self._clock, playbook=with_playbook)
        except WarRoomError as fault:
            self.say_fault(str(fault))
            return
        self._seat(operator)
        self.open_room(path)

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

    def ask_guide(self) -> None:
        """Lead through the open room, or through the example when there is none."""
        if self._form is not None:
            self._say_done(_("Finish or close the form first; the guide leads through the room."))
            return
        self._go_back() if self.desk else self.ask_example()
        if self.desk:
            self.guide.start()

    def ask_briefing(self) -> None:
        """Show the page that asks what the briefing is to be."""
        if self.desk:
            self.show_form(self._traffic.brief(self.desk, self._stack))

    def ask_paper(self, sort: str) -> None:
        """Ask where a paper beside the briefing goes, and write it."""
        if self.desk:
            self._traffic.write_paper(self.desk, sort)

    def ask_from_paper(self) -> None:
        """Show the form for what was written by hand in a power cut."""
        if desk := self._written():
            self.show_form(self._traffic.from_paper(desk, self._stack))

    def ask_import(self) -> None:
        """Show the form that brings a file in."""
        self._bring_in(None)

    def ask_export(self) -> None:
        """Show the form that takes records out."""
        if self.desk:
            self.show_form(self._traffic.take_out(self.desk, self._stack))

    def paste_rows(self) -> None:
        """Bring in the rows that a spreadsheet put on the clipboard."""
        if (desk := self._written()) is None:
            return
        if form := self._traffic.paste(desk, self._stack):
            self.show_form(form)
        else:
            self.say_fault(_("There are no rows of a spreadsheet to paste; copy some first."))

    def _bring_in(self, file: Path | None) -> None:
        if desk := self._written():
            self.show_form(self._traffic.bring_in(desk, file, self._stack))

    def _written(self) -> Desk | None:
        """The desk, if its room can be written; else the reason why not is said."""
        if self.desk and self.desk.room.why_read_only:
            self.say_fault(self.desk.room.why_read_only)
            return None
        return self.desk

    def _brought(self, sentence: str) -> None:
        self._go_back()
        if self.desk:
            self.desk.say(sentence)

    def _say_done(self, sentence: str) -> None:
        self.notices().done(sentence)

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

    def ask_operator(self) -> None:
        """Let somebody be chosen or named who is at the keyboard from now on."""
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

    def ask_anything(self) -> None:
        """Let commands, pages, people and entries be found by their words."""
        from desktop.finding import ask_anything  # comes when it is first asked for

        ask_anything(self, self._commands, self.desk)

    def show_keys(self) -> None:
        """Show every key there is, by the place where it works."""
        from desktop.finding import show_keys

        show_keys(self, self._commands, self.desk)

    def toggle_wall(self) -> None:
        """Show the wall on the second screen, or take it away."""
        if live := self.present or self.desk:
            self.second_screen.toggle(live.room)
