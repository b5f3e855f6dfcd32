"""Press conferences as tables: when, with which checks; the run sheet by the clock; questions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine
from desktop.warroom.answers.press_checks import Check, checks
from desktop.warroom.answers.run_sheet import at_minute
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import full
from resources import _
from resources.visible import visible
from widgets.check_tiles import Tile
from widgets.theme import Token


def conference_table(
    room: WarRoom, selection: Selection[PressConference], parent: QObject
) -> OrderedTable:
    """What is still to come first, by its start; then what is over."""
    return OrderedTable(room, conference_columns(room), selection, _to_come, parent)


def run_table(room: WarRoom, selection: Selection[RunLine], parent: QObject) -> OrderedTable:
    """The run sheet in order of its minutes."""
    return OrderedTable(room, run_columns(room), selection, _minute, parent)


def question_table(
    room: WarRoom, selection: Selection[PressQuestion], parent: QObject
) -> OrderedTable:
    """The questions of a conference, the last on top."""
    return OrderedTable(room, question_columns(room), selection, _last_first, parent)


def conference_columns(room: WarRoom) -> tuple[Column, ...]:
    """Start, title, host, venue, and how it stands."""
    return (
        Column("starts_at", _("Begins at"), partial(_starts, room)),
        *declared_columns(room, PressConference, ("title", "host", "venue"), "title"),
        Column("", _("State"), partial(_standing, room)),
    )


def run_columns(room: WarRoom) -> tuple[Column, ...]:
    """The time by the clock, minute, length, speaker, content."""
    minute, lasts, speaker, content = declared_columns(
        room, RunLine, ("minute", "lasts", "speaker", "content"), "content"
    )
    return (Column("", _("Time"), _clock(room)), minute, lasts, speaker, content)


def question_columns(room: WarRoom) -> tuple[Column, ...]:
    """When, who asked what, what was answered by whom, and whether something was promised."""
    outlet, question, answer = declared_columns(
        room, PressQuestion, ("outlet", "question", "answer"), "question"
    )
    return (
        Column("at", _("Time"), partial(_asked, room)),
        outlet,
        question,
        Column(answer.field, answer.heading, _answer),
        Column("promise", _("Promise"), partial(_promise, room)),
    )


def tile(check: Check) -> Tile:
    """A check as a tile; where the timing is explained, the reason stands there."""
    note = shown.labelled(_("Held all the same"), check.why) if check.why else ""
    mend = "" if check.ok else _("Mend it")
    said = tuple(visible(each) for each in check.said)
    return Tile(check.name, check.label, check.ok, said, visible(note), mend)


def _starts(room: WarRoom, conference: PressConference, now: Moment) -> Cell:
    start = conference.starts_at
    if start is None:
        return Cell(_("no time yet"), Token.WARN)
    late = conference.began_at is None and start.ms < now.ms
    said = shown.when(start, room.here())
    return Cell(said, Token.BAD if late else Token.MUTED, told=full(start, room.zone))


def _standing(room: WarRoom, conference: PressConference, _now: Moment) -> Cell:
    if conference.ended_at:
        said = shown.when(conference.ended_at, room.here())
        return Cell(_("ended {time}").format(time=said), Token.MUTED)
    if conference.began_at:
        return Cell(_("● on now"), Token.BAD)
    found = checks(room, conference)
    green = sum(check.ok for check in found)
    said = _("{n} of {all} checks green").format(n=green, all=len(found))
    told = shown.listed(check.label for check in found if not check.ok)
    return Cell(said, Token.GOOD if green == len(found) else Token.WARN, told=told)


def _clock(room: WarRoom) -> Callable[[RunLine, Moment], Cell]:
    def cell(line: RunLine, _now: Moment) -> Cell:
        conference = room.find(PressConference, line.conference)
        at = at_minute(conference, line.minute) if conference else None
        if at is None:
            return Cell("–", Token.FAINT)
        return Cell(shown.short_time(at, room.zone), told=full(at, room.zone))

    return cell


def _asked(room: WarRoom, question: PressQuestion, _now: Moment) -> Cell:
    if question.at is None:
        return Cell("")
    return Cell(
        shown.short_time(question.at, room.zone), Token.MUTED, told=full(question.at, room.zone)
    )


def _answer(question: PressQuestion, _now: Moment) -> Cell:
    if not question.answer.strip():
        return Cell(_("no answer yet"), Token.WARN)
    said = " ".join(visible(question.answer).split())
    said = shown.labelled(visible(question.answered_by), said) if question.answered_by else said
    if question.off_line:
        told = _("Said otherwise than the line")
        return Cell(f"≠ {said}", Token.WARN, told=f"{told}\n{visible(question.answer)}")
    return Cell(f"✓ {said}" if question.line else said, told=visible(question.answer))


def _promise(room: WarRoom, question: PressQuestion, _now: Moment) -> Cell:
    clock = room.find(Clock, question.promise) if question.promise else None
    if clock is None or clock.due is None:
        return Cell("")
    said = shown.when(clock.due, room.here())
    return Cell(_("by {time}").format(time=said), Token.VOICE, told=visible(clock.title))


def _to_come(conference: PressConference, _now: Moment) -> tuple[bool, int]:
    start = conference.starts_at
    return (conference.ended_at is not None, start.ms if start else 0)


def _minute(line: RunLine, _now: Moment) -> int:
    return line.minute or 0


def _last_first(question: PressQuestion, _now: Moment) -> int:
    return -question.at.ms if question.at else 0
