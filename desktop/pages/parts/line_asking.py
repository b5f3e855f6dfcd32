"""One line asked before a deed, such as a reason or a receipt."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.asking import Asking
from desktop.warroom.faults import RuleBroken
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets.form import FormField

LINE = "line"


class LineAsking(Asking):
    """Asks for one line about a record and does the deed with it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self.answered.connect(self._answer)

    def ask_line(
        self,
        name: str,
        about: Record,
        title: str,
        question: str,
        deed: Callable[[Any, str], object],
        done: str,
        *,
        words: str = "",
        needed: bool = True,
    ) -> None:
        """Ask; ``deed`` gets the record as it is then and the line, ``done`` says that it is done.

        ``name`` tells the question from others about the record, ``words`` stand above it.
        """
        self._record, self._deed, self._done, self._needed = about, deed, done, needed
        fields = (FormField(LINE, question, needed=needed),)
        self.ask(f"{name},{about.kind_name},{about.id}", title, fields, title, about=words)

    # inside

    def _answer(self) -> None:
        self.settle(self._do)

    def _do(self, said: dict[str, str]) -> str:
        line = said[LINE].strip()
        if self._needed and not line:
            raise RuleBroken(_("Write an answer, or press Esc."))
        then = self._record
        self._deed(self._room.find(type(then), then.id) or then, line)
        return self._done
