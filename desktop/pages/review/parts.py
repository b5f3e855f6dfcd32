"""The parts of review and recovery: what each is called, and how it is made."""

from desktop.pages.parts.page import PartPlace
from resources import N_

_LOOKING, _WAY = N_("Looking back"), N_("The way back")
PARTS = (
    PartPlace("review", N_("Review"), _LOOKING, "desktop.pages.review.review:ReviewPart"),
    PartPlace("lessons", N_("Lessons"), _LOOKING, "desktop.pages.review.lessons:LessonPart"),
    PartPlace(
        "recovery", N_("Recovery indicators"), _WAY, "desktop.pages.review.recovery:RecoveryPart"
    ),
    PartPlace(
        "improvements",
        N_("Improvements"),
        _WAY,
        "desktop.pages.review.improvements:ImprovementPart",
    ),
    PartPlace("cases", N_("Cases"), N_("The company"), "desktop.pages.review.cases:CasePart"),
)
