"""The inbox of early warnings: what came in, what was decided, and the incident it opened."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.pages.actions import act_by_letter
from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.escalation import escalate
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import Triage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.plain import PlainButton
from widgets.theme import Token


class SignalPart(Register):
    """Signals, newest first; one key decides, one button opens an incident."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Signal,
            ("received_at", "what", "text", "source", "topic", "severity", "triage", "owner"),
            "text",
            "received_at",
            (
                _("No signal yet"),
                _("Complaints, comments, reports and industry news: N types one, Ctrl+I imports."),
            ),
            newest_first=True,
        )
        super().__init__(room, [(_("Signals"), listed)], parent)
        self.open = PlainButton(_("Open an incident"), self)
        self.open.clicked.connect(self.open_incident)
        self.lists[0].add_buttons(self.open)
        act_by_letter(
            self.lists[0].table,
            (_("Watch it"), "w", partial(self.decide, Triage.WATCHED)),
            (_("Answered"), "a", partial(self.decide, Triage.ANSWERED)),
            (_("Open an incident"), "i", self.open_incident),
        )

    def decide(self, triage: Triage) -> None:
        """Note what was decided about the chosen signals."""
        said = _("Decided: {triage}").format(triage=triage.shown)
        self.deeds.change(self.lists[0].chosen(), said, triage=triage)

    def open_incident(self) -> None:
        """Open an incident from the chosen signal, which becomes its first entry."""
        chosen = self.lists[0].chosen()
        if not chosen:
            self.told.emit(_("Choose the signal that the incident is about first."))
        elif chosen[0].opened:
            self.told.emit(_("This signal has opened an incident already."))
        elif self.deeds.attempt(partial(escalate, self._room, chosen[0]), ""):
            self.incident_turned.emit()

    def mark(self) -> tuple[str, Token]:
        waiting = Selection(kind=Signal, equal=(("triage", (Triage.NEW,)),))
        n = self._room.count(waiting)
        return (str(n), Token.WARN) if n else ("", Token.MUTED)
