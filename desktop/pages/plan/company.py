"""Registers of the company: exercises with their findings, and relations to the media."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.media import MediaContact, MediaMeeting, PressKit
from desktop.warroom.room import WarRoom
from resources import _


def exercise_part(room: WarRoom, parent: QWidget) -> Register:
    """Exercises that were held, and what they showed."""
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
    return Register(room, lists, parent, linked="exercise")


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
