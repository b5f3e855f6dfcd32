"""The parts of review and recovery: what each is called, and how it is made."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartPlace
from desktop.pages.parts.part import Part
from desktop.warroom.room import WarRoom
from resources import N_


def _review(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.review.review import ReviewPart

    return ReviewPart(room, parent)


def _lessons(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.review.lessons import LessonPart

    return LessonPart(room, parent)


def _recovery(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.review.recovery import RecoveryPart

    return RecoveryPart(room, parent)


def _improvements(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.review.improvements import ImprovementPart

    return ImprovementPart(room, parent)


def _cases(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.review.cases import CasePart

    return CasePart(room, parent)


_LOOKING, _WAY = N_("Looking back"), N_("The way back")
PARTS = (
    PartPlace("review", N_("Review"), _LOOKING, _review),
    PartPlace("lessons", N_("Lessons"), _LOOKING, _lessons),
    PartPlace("recovery", N_("Recovery indicators"), _WAY, _recovery),
    PartPlace("improvements", N_("Improvements"), _WAY, _improvements),
    PartPlace("cases", N_("Cases"), N_("The company"), _cases),
)
