"""Registers of the company: exercises with their findings, and relations to the media."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.media import MediaContact, MediaMeeting, PressKit
from desktop.warroom.room import WarRoom
from resources import _
from widgets.plain import PlainButton


class ExercisePart(Register):
    """Exercises that were held, and what they showed; a drill is started from here."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        held = Listed(
            Exercise,
            ("held_at", "scenario", "type", "participants"),
            "scenario",
            "held_at",
            (_("No exercise yet"), _("N writes one down: when, which scenario, who took part.")),
            newest_first=True,
        )
        findings = Listed(
            Finding,
            ("text", "owner", "due", "closed_at"),
            "text",
            "recorded_at",
            (_("No finding"), _("What the chosen exercise showed that must be mended.")),
        )
        lists = [(_("Exercises"), held), (_("Findings of the chosen exercise"), findings)]
        super().__init__(room, lists, parent, linked="exercise")
        self.start = PlainButton(_("Start an exercise"), self)
        self.start.clicked.connect(self.go_start)
        self.lists[0].add_buttons(self.start)

    def go_start(self) -> None:
        """Go where an exercise is started."""
        self.go_asked.emit("drill")


def media_part(room: WarRoom, parent: QWidget) -> Register:
    """Journalists we know, material for them, and meetings that come round."""
    contacts = Listed(
        MediaContact,
        ("name", "outlet", "beat", "stance", "phone", "last_contact"),
        "beat",
        "name",
        (_("No contact yet"), _("N adds the first, or import a list of contacts with Ctrl+I.")),
    )
    kits = Listed(
        PressKit,
        ("title", "language", "version", "rights", "checked_at"),
        "title",
        "title",
        (_("No press kit yet"), _("Texts, pictures and films for the media, with their rights.")),
    )
    meetings = Listed(
        MediaMeeting,
        ("title", "owner", "every_days", "last_held"),
        "title",
        "title",
        (_("No meeting yet"), _("Meetings with the media that come round.")),
    )
    lists = [
        (_("Media contacts"), contacts),
        (_("Press kits"), kits),
        (_("Media briefings"), meetings),
    ]
    return Register(room, lists, parent)
