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


def _messages(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.messages import MessagePart

    return MessagePart(room, parent)


def _matrix(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.matrix import MatrixPart

    return MatrixPart(room, parent)


def _roster(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.roster import RosterPart

    return RosterPart(room, parent)


def _questions(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.questions import QuestionPart

    return QuestionPart(room, parent)


def _rumours(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.rumours import RumourPart

    return RumourPart(room, parent)


def _mood(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.mood import MoodPart

    return MoodPart(room, parent)


def _support(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.staff.support import SupportPart

    return SupportPart(room, parent)


_KNOWN, _SAID = N_("Who knows what"), N_("What we tell them")
_HEARD, _PEOPLE = N_("What we hear"), N_("People")
PARTS = (
    PartPlace(TOLD, N_("Who has been told"), _KNOWN, _told),
    PartPlace("missing", N_("Not told"), _KNOWN, _missing),
    PartPlace("matrix", N_("Matrix"), _KNOWN, _matrix),
    PartPlace("messages", N_("Messages"), _SAID, _messages),
    PartPlace("questions", N_("Questions"), _HEARD, _questions),
    PartPlace("rumours", N_("Rumours"), _HEARD, _rumours),
    PartPlace("mood", N_("Mood"), _HEARD, _mood),
    PartPlace("roster", N_("Staff roster"), _PEOPLE, _roster),
    PartPlace("support", N_("Training and support"), _PEOPLE, _support),
)
