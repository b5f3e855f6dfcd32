"""The parts of the statement desk: what each is called, and how it is made when it is asked for."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartPlace
from desktop.pages.parts.part import Part
from desktop.warroom.room import WarRoom
from resources import N_


def _desk(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.desk import StatementPart

    return StatementPart(room, parent)


def _releases(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.releases import ReleasePart

    return ReleasePart(room, parent)


def _promises(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.promises import PromisePart

    return PromisePart(room, parent)


def _house(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.house import HousePart

    return HousePart(room, parent)


def _lines(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.lines import LinePart

    return LinePart(room, parent)


def _inquiries(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.inquiries import InquiryPart

    return InquiryPart(room, parent)


def _press(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.press import PressPart

    return PressPart(room, parent)


def _comments(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.statements.comments import CommentPart

    return CommentPart(room, parent)


_SAID, _ASKED = N_("What we say"), N_("What we are asked")
PARTS = (
    PartPlace("texts", N_("Statements"), _SAID, _desk),
    PartPlace("releases", N_("Releases"), _SAID, _releases),
    PartPlace("promises", N_("Promises and remedies"), _SAID, _promises),
    PartPlace("house", N_("Message house"), _SAID, _house),
    PartPlace("lines", N_("Questions and answers"), _ASKED, _lines),
    PartPlace("inquiries", N_("Inquiries"), _ASKED, _inquiries),
    PartPlace("press", N_("Press conference"), _ASKED, _press),
    PartPlace("comments", N_("Comments"), _ASKED, _comments),
)
