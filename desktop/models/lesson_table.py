"""Lessons as a table: the open ones first, the one due first before the others."""

from typing import Any

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.review import told
from desktop.warroom.review.records import Lesson
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.theme import Token


def lesson_table(room: WarRoom, selection: Selection[Any], parent: QObject) -> OrderedTable:
    """The lessons of a room."""
    return OrderedTable(room, _columns(room), selection, _place, parent)


def _place(lesson: Lesson, _now: Moment) -> tuple[bool, bool, int]:
    due = lesson.due or lesson.closed_at
    return (not lesson.open, due is None, due.ms if due else 0)


def _columns(room: WarRoom) -> tuple[Column, ...]:
    def due(each: Lesson, now: Moment) -> Cell:
        if each.due is None:
            return Cell("")
        late = each.open and each.due.ms < now.ms
        return Cell(shown.when(each.due, room.here()), Token.BAD if late else Token.MUTED)

    def ended(each: Lesson, _now: Moment) -> Cell:
        said = told.ended_with(room, each)
        return Cell(said or _("Still open"), None if said else Token.WARN, told=said)

    return (
        Column("text", _("Lesson"), _text, grows=True),
        Column("cause", _("Cause"), lambda each, _now: Cell(each.cause, told=each.cause)),
        Column("owner", _("Owner"), lambda each, _now: Cell(each.owner)),
        Column("due", _("Due"), due),
        Column("ended_by", _("Closed with"), ended),
    )


def _text(each: Lesson, _now: Moment) -> Cell:
    return Cell(" ".join(each.text.split()), told=each.text)
