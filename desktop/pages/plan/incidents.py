"""The incidents of the room: which are open, which is on screen, and opening a further one."""

from PySide6.QtWidgets import QWidget

from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.warroom.choices import Phase
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _
from widgets.plain import PlainButton
from widgets.theme import Token


class IncidentPart(Register):
    """A further incident is opened like any record; one of them is put on screen."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Incident,
            ("title", "type", "severity", "phase", "t0", "drill"),
            "title",
            "recorded_at",
            (_("No incident"), _("N opens one.")),
            given={"t0": room.minute(), "phase": Phase.EMERGENCY},
        )
        super().__init__(room, [(_("Incidents"), listed)], parent)
        self.turn = PlainButton(_("Put on screen"), self)
        self.turn.clicked.connect(self.put_on_screen)
        self.lists[0].add_buttons(self.turn)
        act(self.lists[0].table, (_("Put on screen") + "\tT", "", self.put_on_screen))
        self.lists[0].table.set_keys("t")
        self.lists[0].table.pressed.connect(self.put_on_screen)
        self.look_again()

    def put_on_screen(self) -> None:
        """Show the chosen incident in place of the present one."""
        chosen = self.lists[0].chosen()
        if not chosen or chosen[0].id == self._room.incident.id:
            self.told.emit(_("This incident is on screen already."))
            return
        self.turn_asked.emit(chosen[0])

    def look_again(self) -> None:
        said = _("On screen: {title}").format(title=self._room.incident.title)
        self.advice.say(said)

    def mark(self) -> tuple[str, Token]:
        n = len(self._room.incidents())
        return (str(n) if n > 1 else "", Token.MUTED)
