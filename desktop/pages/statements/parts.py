"""The parts of the statement desk: what each is called, and how it is made when it is asked for."""

from desktop.pages.parts.page import PartPlace
from resources import N_

_SAID, _ASKED = N_("What we say"), N_("What we are asked")
PARTS = (
    PartPlace("texts", N_("Statements"), _SAID, "desktop.pages.statements.desk:StatementPart"),
    PartPlace("releases", N_("Releases"), _SAID, "desktop.pages.statements.releases:ReleasePart"),
    PartPlace(
        "promises",
        N_("Promises and remedies"),
        _SAID,
        "desktop.pages.statements.promises:PromisePart",
    ),
    PartPlace("house", N_("Message house"), _SAID, "desktop.pages.statements.house:HousePart"),
    PartPlace(
        "lines", N_("Questions and answers"), _ASKED, "desktop.pages.statements.lines:LinePart"
    ),
    PartPlace(
        "inquiries", N_("Inquiries"), _ASKED, "desktop.pages.statements.inquiries:InquiryPart"
    ),
    PartPlace("press", N_("Press conference"), _ASKED, "desktop.pages.statements.press:PressPart"),
    PartPlace("comments", N_("Comments"), _ASKED, "desktop.pages.statements.comments:CommentPart"),
)
