"""The parts of employee communication: what each is called, and how it is made when asked for."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartPlace
from desktop.pages.parts.part import Part
from desktop.warroom.room import WarRoom
from resources import N_

TOLD = "told"


def _told(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.told import ToldPart

    return ToldPart(room, parent)


def _missing(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.missing import MissingPart

    return MissingPart(room, parent)


_KNOWN = N_("Who knows what")
PARTS = (
    PartPlace(TOLD, N_("Who has been told"), _KNOWN, _told),
    PartPlace("missing", N_("Not told"), _KNOWN, _missing),
)
