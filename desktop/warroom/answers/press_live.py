"""A press conference while it is on: begun, questions, answers and promises as they come, ended."""

from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.called import who_and_what
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.method.clocks import Clock
from desktop.warroom.method.team import Post
from desktop.warroom.records import Entry
from desktop.warroom.selection import Selection
from desktop.warroom.statements.statement import Statement
from resources import _, ngettext

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


def questions(room: "Reading", conference: PressConference) -> list[PressQuestion]:
    """The questions of a conference in the order in which they were asked."""
    return room.records(asked_at(conference))


def asked_at(conference: PressConference) -> Selection[PressQuestion]:
    """The questions of a conference."""
    mine = (("conference", (conference.id,)),)
    return Selection(kind=PressQuestion, equal=mine, order="at")


def begin(room: "WarRoom", conference: PressConference) -> None:
    """Note that it begins now; the timeline says so. Raises RuleBroken when it has begun."""
    if conference.began_at is not None:
        raise RuleBroken(_("It has begun already."))
    said = _("Press conference begins: {title}").format(title=conference.title)
    _note(room, conference, said, began_at=room.now())


def end(room: "WarRoom", conference: PressConference) -> None:
    """Note that it ends now; the timeline says so. Raises RuleBroken when it is not on."""
    if conference.began_at is None:
        raise RuleBroken(_("It has not begun yet."))
    if conference.ended_at is not None:
        raise RuleBroken(_("It has ended already."))
    n = len(questions(room, conference))
    asked = ngettext("{n} question", "{n} questions", n).format(n=n)
    said = _("Press conference ends: {title}, {asked}").format(title=conference.title, asked=asked)
    _note(room, conference, said, ended_at=room.now())


def ask(room: "WarRoom", conference: PressConference, text: str) -> PressQuestion:
    """Log a question that is asked now, as ``City TV: why?`` or without the outlet."""
    outlet, question = who_and_what(text)
    if not question:
        raise RuleBroken(_("Write the question."))
    return room.add(
        PressQuestion(conference=conference.id, at=room.now(), outlet=outlet, question=question)
    )


def answer(room: "WarRoom", question: PressQuestion, text: str, speaker: str = "") -> None:
    """Log what was answered, as ``Chen: we tested it`` or without the name.

    What stands before a colon is a name only where it is one of those who speak; else ``speaker``
    is said to have answered.
    """
    if not text.strip():
        raise RuleBroken(_("Write what was answered."))
    named, said = who_and_what(text)
    known = {each.casefold(): each for each in speakers(room, question)}
    by = known.get(named.casefold(), "")
    values = {"answer": said if by else text.strip(), "answered_by": by or speaker}
    room.change(question, **values)


def speakers(room: "Reading", question: PressQuestion) -> set[str]:
    """All who may answer: those of the run sheet, of the team, and the people of the room."""
    mine = Selection(kind=RunLine, equal=(("conference", (question.conference,)),))
    team = (name for post in room.all(Post) for name in (post.person, post.deputy))
    named = {line.speaker for line in room.records(mine)} | set(team) | set(room.people())
    return named - {""}


def used(room: "WarRoom", question: PressQuestion, line: Answer) -> None:
    """Note that a question was answered with a line of the bank, where it was asked once more."""
    if question.line == line.id:
        raise RuleBroken(_("This line is noted already."))
    asked = {"asked": (line.asked or 0) + 1}
    room.together(changed=[(question, {"line": line.id, "off_line": False}), (line, asked)])


def promise(
    room: "WarRoom", conference: PressConference, question: PressQuestion | None, text: str
) -> Clock:
    """Log a promise, as ``The list of shops @Wu !18:00``: a clock of whom it names, else of ours.

    It belongs to the question that it was made with. Raises RuleBroken without a time.
    """
    from desktop.warroom.statements.promises import promised

    reading = room.reading(text, EntryKind.MEDIA)
    if not reading.text.strip():
        raise RuleBroken(_("Write what is promised."))
    owner = reading.people[0] if reading.people else room.operator
    opening = room.find(Statement, conference.statement) if conference.statement else None
    clock = promised(
        _without_names(reading.text, reading.people),
        reading.deadline,
        owner,
        question.outlet if question else "",
        opening,
        conference.title,
        room.minute(),
    )
    clock = Clock.from_plain({**clock.plain(), "id": new_id(room.now().ms)})
    changed = [(question, {"promise": clock.id})] if question else []
    room.together([clock], changed)
    return room.get(Clock, clock.id)


def _without_names(text: str, people: tuple[str, ...]) -> str:
    for name in people:
        text = text.replace(f"@{name}", "")
    return " ".join(text.split())


def _note(room: "WarRoom", conference: PressConference, said: str, **values: Any) -> None:
    entry = Entry(
        kind=EntryKind.MEDIA, text=said, happened_at=room.minute(), incident=conference.incident
    )
    room.together([entry], [(conference, values)])
