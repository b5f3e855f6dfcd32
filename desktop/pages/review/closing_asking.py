"""What is asked before an incident is closed, and before it is opened again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.parts.asking import Asking
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.review import closing
from desktop.warroom.room import WarRoom
from resources import _
from widgets.form import FormField


class ClosingAsking(Asking):
    """Asks once and does what was answered; what is open is a warning, never a refusal."""

    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self.answered.connect(self._answer)

    def ask_close(self) -> None:
        """Ask for a note, with what is still open above it."""
        found = closing.before_closing(self._room)
        warning = "\n".join(f"▲ {sentence}" for sentence in found.sentences)
        about = _("What is closed is read, not written: lessons and indicators go on.")
        fields = (FormField("note", _("Note"), "prose"),)
        self.ask(
            "close-incident",
            _("Close the incident"),
            fields,
            _("Close it all the same") if warning else _("Close"),
            about=about,
            warning=warning,
        )

    def ask_reopen(self) -> None:
        """Ask why the incident is opened again."""
        fields = (FormField("why", _("Why"), "prose", needed=True),)
        self.ask("reopen-incident", _("Open the incident again"), fields, _("Open again"))

    def _answer(self) -> None:
        said = self.values()
        try:
            if "why" in said:
                closing.reopen(self._room, said["why"])
                did = _("The incident is open again.")
            else:
                closing.close(self._room, said["note"])
                did = _("The incident is closed.")
        except RuleBroken as fault:
            self.refuse(next(iter(said)), str(fault))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.done()
            self.left.emit()
            self.did.emit(did)
