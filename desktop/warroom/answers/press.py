"""A press conference: its four checks, its run sheet, and the questions as they come (seed 14)."""

from dataclasses import dataclass

from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Items
from resources import N_


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PressConference(Record):
    """When and where, who leads it, and what is ready. ``materials`` is a checklist like a card's.

    ``timing_why`` says why it is held although the timing is not green (seed 14.1).
    """

    kind_name = "press_conference"
    shown_name = N_("Press conference")

    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True)
    starts_at: Moment | None = declare(Shape.MOMENT, N_("Begins at"), ahead=True)
    minutes: int | None = declare(Shape.NUMBER, N_("Length (minutes)"), 45)
    timing_why: str = declare(Shape.TEXT, N_("Why at this time"), "")
    host: str = declare(Shape.TEXT, N_("Host"), "")
    question_rules: str = declare(Shape.PROSE, N_("Rules for questions"), "")
    statement: str = declare(Shape.LINK, N_("Opening statement"), "", target="statement")
    materials: Items = declare(Shape.ITEMS, N_("Materials"), ())
    venue: str = declare(Shape.TEXT, N_("Venue"), "")
    capacity: int | None = declare(Shape.NUMBER, N_("Seats"))
    access: str = declare(Shape.TEXT, N_("Access"), "")
    network: str = declare(Shape.TEXT, N_("Network"), "")
    stream: str = declare(Shape.TEXT, N_("Live stream"), "")
    security: str = declare(Shape.TEXT, N_("Security"), "")
    began_at: Moment | None = declare(Shape.MOMENT, N_("Began at"), form=False)
    ended_at: Moment | None = declare(Shape.MOMENT, N_("Ended at"), form=False)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RunLine(Record):
    """A line of the run sheet: from which minute, how long, who speaks, of what."""

    kind_name = "run_line"
    shown_name = N_("Line of the run sheet")

    conference: str = declare(
        Shape.LINK, N_("Press conference"), "", target="press_conference", needed=True
    )
    minute: int | None = declare(Shape.NUMBER, N_("Minute"), 0)
    lasts: int | None = declare(Shape.NUMBER, N_("Lasts (minutes)"))
    speaker: str = declare(Shape.TEXT, N_("Speaker"), "")
    content: str = declare(Shape.TEXT, N_("Content"), "", needed=True)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WhatIf(Record):
    """Something that may go wrong in the hall, and what we do then (seed 14.2)."""

    kind_name = "what_if"
    shown_name = N_("What if")

    conference: str = declare(
        Shape.LINK, N_("Press conference"), "", target="press_conference", needed=True
    )
    happens: str = declare(Shape.TEXT, N_("If this happens"), "", needed=True)
    then: str = declare(Shape.TEXT, N_("Then"), "", needed=True)
    who: str = declare(Shape.TEXT, N_("Who"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PressQuestion(Record):
    """A question in the hall and what was answered; ``promise`` is what was promised with it."""

    kind_name = "press_question"
    shown_name = N_("Question at a press conference")

    conference: str = declare(
        Shape.LINK, N_("Press conference"), "", target="press_conference", needed=True
    )
    at: Moment | None = declare(Shape.MOMENT, N_("Asked at"), starts=Start.NOW)
    outlet: str = declare(Shape.TEXT, N_("Outlet"), "")
    question: str = declare(Shape.PROSE, N_("Question"), "", needed=True)
    answered_by: str = declare(Shape.TEXT, N_("Answered by"), "")
    answer: str = declare(Shape.PROSE, N_("Answer"), "")
    line: str = declare(Shape.LINK, N_("Line used"), "", target="answer")
    off_line: bool = declare(Shape.FLAG, N_("Said otherwise than the line"), False)
    promise: str = declare(Shape.LINK, N_("Promise"), "", target="clock")


KINDS = (PressConference, RunLine, WhatIf, PressQuestion)
