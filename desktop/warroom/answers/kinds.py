"""The kinds of the statement desk that are looked for by their words."""

from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.answers.lines import Answer, KeyMessage
from desktop.warroom.answers.press import PressConference, PressQuestion
from desktop.warroom.record import Record
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import Remedy
from desktop.warroom.statements.statement import Statement

FOUND: tuple[type[Record], ...] = (
    *(Answer, Statement, KeyMessage, Release, Remedy),
    *(Inquiry, Correction, PressConference, PressQuestion, Comment),
)
