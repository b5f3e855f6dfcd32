"""The queue of comments and the log of removals as tables."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.answers.comment_queue import before, first_reply, replied_late
from desktop.warroom.answers.comments import (
    MINUTE,
    Comment,
    Removal,
    minutes_allowed,
    reply_due,
)
from desktop.warroom.answers.words import Fairness
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import full
from resources import _
from resources.visible import visible
from widgets.theme import Token

FLAG = "PF4-7"  # the warning about criticism that was removed
_FAIR = {
    Fairness.YES: Token.WARN,
    Fairness.PARTLY: Token.WARN,
    Fairness.NO: Token.MUTED,
    Fairness.UNKNOWN: Token.FAINT,
}


def queue_table(room: WarRoom, selection: Selection[Comment], parent: QObject) -> OrderedTable:
    """The queue: what is late first, then by reach and age."""
    return OrderedTable(room, comment_columns(room), selection, before, parent)


def removal_table(room: WarRoom, selection: Selection[Removal], parent: QObject) -> OrderedTable:
    """The log of removals, the newest first."""
    return OrderedTable(room, removal_columns(room), selection, _newest, parent)


def comment_columns(room: WarRoom) -> tuple[Column, ...]:
    """Time left, platform, text, reach, fairness and state."""
    platform, text, state = declared_columns(room, Comment, ("platform", "text", "state"), "text")
    return (
        Column("posted_at", _("First reply"), partial(_left, room)),
        platform,
        text,
        Column("reach", _("Reach"), _reach, figures=True),
        Column("fair", _("Fair or not"), _fair),
        state,
    )


def removal_columns(room: WarRoom) -> tuple[Column, ...]:
    """When, which comment, why, by whom, and the flag that stays."""
    names = ("at", "comment", "reason", "by")
    return (*declared_columns(room, Removal, names, "reason"), Column("fair", _("Flag"), _flag))


def allowed(comment: Comment) -> str:
    """The time that a comment's reach gives the first reply, in words."""
    time = shown.lasting(minutes_allowed(comment.reach) * MINUTE)
    if comment.reach is None:
        return _("Reach not known: the first reply is taken to be due within {time}.").format(
            time=time
        )
    reach = f"{comment.reach:,}"
    return _("Reach {n}: the first reply is due within {time}.").format(n=reach, time=time)


def _left(room: WarRoom, comment: Comment, now: Moment) -> Cell:
    due, took = reply_due(comment), first_reply(comment)
    if not comment.open or due is None:
        return _answered(comment, took)
    left, told = due.ms - now.ms, f"{allowed(comment)}\n{full(due, room.zone)}"
    if left < 0:
        return Cell(_("▲ {time} late").format(time=shown.lasting(left)), Token.BAD, told=told)
    near = left < minutes_allowed(comment.reach) * MINUTE / 4
    said = _("{time} left").format(time=shown.lasting(left))
    return Cell(f"▲ {said}" if near else said, Token.WARN if near else Token.TEXT, told=told)


def _answered(comment: Comment, took: int | None) -> Cell:
    if took is None:
        return Cell("")
    said = _("after {time}").format(time=shown.lasting(took))
    late = _("later than its reach allowed") if replied_late(comment) else ""
    return Cell(said, Token.MUTED, told=late)


def _reach(comment: Comment, _now: Moment) -> Cell:
    if comment.reach is None:
        return Cell(_("not known"), Token.FAINT, told=allowed(comment))
    return Cell(f"{comment.reach:,}", told=allowed(comment))


def _fair(comment: Comment, _now: Moment) -> Cell:
    token = _FAIR[comment.fair] if isinstance(comment.fair, Fairness) else None
    return Cell(visible(word(comment.fair)), token)


def _flag(removal: Removal, _now: Moment) -> Cell:
    if not removal.flagged:
        return Cell("")
    judged = visible(word(removal.fair))
    told = _("Judged when removed: {judged}. The flag stays.").format(judged=judged)
    return Cell(f"▲ {FLAG} · {judged}", Token.BAD, told=told)


def _newest(removal: Removal, _now: Moment) -> int:
    return -removal.at.ms if removal.at else 0
