"""A register with a line above it that takes what was heard, and a question beside it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.parts.asking import Asking
from desktop.pages.parts.register import Listed, Register
from desktop.warroom.faults import WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.form import FormField
from widgets.plain import set_tip
from widgets.quick_line import QuickLine

Offered = tuple[str, str, Callable[[], None]]  # its key, its words, what is done


class VoicePart(Register):
    """What comes in is typed above; ``take`` and ``answer`` do it and say what was done."""

    def __init__(self, room: WarRoom, listed: tuple[str, Listed], parent: QWidget) -> None:
        super().__init__(room, [listed], parent)
        self.table = self.lists[0].table
        self.asking, self._about = Asking(room, self.beside), Record()
        self.beside.take_questions(self.asking)
        self.asking.answered.connect(self._answer)
        self.line.submitted.connect(self._take)
        self.line.left.connect(self.table.setFocus)
        self.line.undo_asked.connect(self.undo_asked)

    def take(self, text: str) -> tuple[Record, str]:
        """Note what was typed: its row, and the sentence that says so."""
        raise NotImplementedError

    def answer(self, asked: Any, said: dict[str, str]) -> str:
        """Do what was answered about a record; the sentence that says so."""
        raise NotImplementedError

    def offer(self, *deeds: Offered) -> None:
        """Give deeds their keys, buttons and places in the menu."""
        buttons = self.lists[0].offer(*((words, key, deed) for key, words, deed in deeds))
        for button, (key, words, _deed) in zip(buttons, deeds):
            set_tip(button, _("{words} ({key})").format(words=words, key=key.upper()))

    def one(self) -> Any:
        """The chosen record; where none is, that is said."""
        chosen = next(iter(self.lists[0].chosen()), None)
        if chosen is None:
            self.told.emit(_("Choose a row first."))
        return chosen

    def begin(
        self,
        record: Record,
        title: str,
        fields: Sequence[FormField],
        submit: str,
        words: str = "",
    ) -> None:
        """Ask beside the list about a record, whose ``words`` stand above the form."""
        self._about = record
        key = f"{record.kind_name},{fields[0].name},{record.id}"
        self.asking.ask(key, title, fields, submit, about=words)

    # what the page asks

    def top(self) -> QWidget:
        kind = self.lists[0].listed.kind
        above = QWidget(self._main)
        self.line = QuickLine(_(kind.shown_name), _("What was said? Enter notes it."), above)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.addWidget(self.line)
        return above

    # inside

    def _take(self, text: str) -> None:
        if not text.strip():
            return
        try:
            record, did = self.take(text.strip())
        except WarRoomError as fault:
            self.line.refuse(str(fault))
        else:
            self.line.accepted()
            self.lists[0].show_record(record)
            self.did.emit(did)

    def _answer(self) -> None:
        self.asking.settle(partial(self.answer, self._about))
