"""The parts of employee communication: what each is called, and how it is made when asked for."""

from desktop.pages.parts.page import PartPlace
from resources import N_

TOLD = "told"


_KNOWN, _SAID = N_("Who knows what"), N_("What we tell them")
_HEARD, _PEOPLE = N_("What we hear"), N_("People")
PARTS = (
    PartPlace(TOLD, N_("Who has been told"), _KNOWN, "desktop.pages.staff.told:ToldPart"),
    PartPlace("missing", N_("Not told"), _KNOWN, "desktop.pages.staff.missing:MissingPart"),
    PartPlace("matrix", N_("Matrix"), _KNOWN, "desktop.pages.staff.matrix:MatrixPart"),
    PartPlace("messages", N_("Messages"), _SAID, "desktop.pages.staff.messages:MessagePart"),
    PartPlace("questions", N_("Questions"), _HEARD, "desktop.pages.staff.questions:QuestionPart"),
    PartPlace("rumours", N_("Rumours"), _HEARD, "desktop.pages.staff.rumours:RumourPart"),
    PartPlace("mood", N_("Mood"), _HEARD, "desktop.pages.staff.mood:MoodPart"),
    PartPlace("roster", N_("Staff roster"), _PEOPLE, "desktop.pages.staff.roster:RosterPart"),
    PartPlace(
        "support", N_("Training and support"), _PEOPLE, "desktop.pages.staff.support:SupportPart"
    ),
)
