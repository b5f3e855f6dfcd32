"""Journalists' questions as a table: how urgent, how long still, who asks what, what answers it."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.answers.called import Call
from desktop.warroom.answers.inquiries import Correction, Inquiry, place, priority
from desktop.warroom.answers.words import CorrectionState, InquiryState
from desktop.warroom.choices import Tier
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import full
from resources import _
from resources.visible import visible
from widgets.log_field import ChipText, Side
from widgets.table_cell import CellChip
from widgets.theme import Token

NEAR = 30 * 60_000  # milliseconds before a deadline from which it is marked
_URGENT = 4  # the priority from which it is marked
_ENDS = {InquiryState.ANSWERED: Token.GOOD, InquiryState.DECLINED: Token.MUTED}
_MADE = {
    CorrectionState.REQUESTED: Token.WARN,
    CorrectionState.CORRECTED: Token.GOOD,
    CorrectionState.REFUSED: Token.BAD,
}


def inquiry_table(room: WarRoom, selection: Selection[Inquiry], parent: QObject) -> OrderedTable:
    """The most urgent first, then by deadline; what is answered stands below."""
    return OrderedTable(room, inquiry_columns(room), selection, place, parent)


def correction_table(
    room: WarRoom, selection: Selection[Correction], parent: QObject
) -> OrderedTable:
    """What is still requested first, the oldest before others."""
    return OrderedTable(room, correction_columns(room), selection, _waiting, parent)


def inquiry_columns(room: WarRoom) -> tuple[Column, ...]:
    """Priority, time left, outlet with its tier, journalist, question, state."""
    outlet, journalist, question = declared_columns(
        room, Inquiry, ("outlet", "journalist", "question"), "question"
    )
    return (
        Column("", _("Priority"), _priority, figures=True),
        Column("deadline", _("Time left"), partial(_left, room)),
        outlet,
        journalist,
        question,
        Column("tier", _("Tier"), _tier),
        Column("state", _("State"), _state),
    )


def correction_columns(room: WarRoom) -> tuple[Column, ...]:
    """When, of which outlet and media item, what is wrong, and what came of it."""
    asked, outlet, item, wrong = declared_columns(
        room, Correction, ("asked_at", "outlet", "coverage", "wrong"), "wrong"
    )
    return (
        asked,
        outlet,
        Column(item.field, item.heading, partial(_item, room)),
        wrong,
        Column("state", _("State"), _correction),
    )


def call_chips(call: Call, room: WarRoom) -> tuple[ChipText, ...]:
    """What was understood of a call that is being typed."""
    chips = [
        ChipText(visible(each), Token.ACCENT) for each in (call.outlet, call.journalist) if each
    ]
    if call.outlet:
        chips.append(ChipText(tier_said(call.tier), Token.MUTED, Side.RIGHT))
    if due := call.reading.deadline:
        said = shown.deadline(shown.when(due, room.here()), answer=True)
        chips.append(ChipText(said, Token.WARN, Side.RIGHT))
    return tuple(chips)


def tier_said(tier: Tier | str) -> str:
    """The tier of an outlet in words; one not known counts as the first, and that is said."""
    if tier == Tier.UNKNOWN:
        return _("not known, counts as first tier")
    return visible(word(tier))


def _priority(inquiry: Inquiry, now: Moment) -> Cell:
    if not inquiry.open:
        return Cell("")
    n = priority(inquiry, now)
    parts = [shown.labelled(_("Tier"), tier_said(inquiry.tier))]
    parts += [_("already published")] if inquiry.published else []
    return Cell(str(n), Token.BAD if n >= _URGENT else Token.TEXT, told=shown.listed(parts))


def _left(room: WarRoom, inquiry: Inquiry, now: Moment) -> Cell:
    if not inquiry.open:
        at = inquiry.answered_at
        return Cell(shown.when(at, room.here()) if at else "", Token.MUTED)
    if inquiry.due is None:
        return Cell("")
    left, told = inquiry.due.ms - now.ms, full(inquiry.due, room.zone)
    ours = "" if inquiry.deadline else _("ours")
    told = (
        told
        if inquiry.deadline
        else _("No deadline was given; ours by the tier: {time}").format(time=told)
    )
    if left < 0:
        said = _("▲ {time} late").format(time=shown.lasting(left))
        return Cell(_aside(said, ours), Token.BAD, told=told)
    said = _("{time} left").format(time=shown.lasting(left))
    token = Token.VOICE if ours else Token.TEXT
    near = left < NEAR
    said = f"▲ {said}" if near else said
    return Cell(_aside(said, ours), Token.WARN if near else token, told=told)


def _aside(said: str, note: str) -> str:
    return f"{said} · {note}" if note else said


def _tier(inquiry: Inquiry, _now: Moment) -> Cell:
    short = {Tier.FIRST: "1", Tier.SECOND: "2", Tier.NONE: "3"}
    known = short.get(inquiry.tier) if isinstance(inquiry.tier, Tier) else None
    told = tier_said(inquiry.tier)
    return Cell(known or _("1, assumed"), Token.MUTED if known else Token.WARN, told=told)


def _state(inquiry: Inquiry, _now: Moment) -> Cell:
    said = visible(word(inquiry.state))
    if inquiry.open and inquiry.answer.strip():
        return Cell(_("Answer ready"), chip=CellChip(_("Answer ready"), Token.ACCENT))
    token = _ENDS.get(inquiry.state)  # type: ignore[call-overload]
    return Cell(said, token, told=visible(inquiry.reason or inquiry.answer))


def _correction(correction: Correction, _now: Moment) -> Cell:
    said = visible(word(correction.state))
    return Cell(said, _MADE.get(correction.state, Token.MUTED))  # type: ignore[call-overload]


def _item(room: WarRoom, correction: Correction, _now: Moment) -> Cell:
    item = room.find(Coverage, correction.coverage) if correction.coverage else None
    if item is None:
        return Cell("")
    told = _("The media item is marked as holding an error.") if item.error else ""
    said = visible(item.headline)
    return Cell(f"✗ {said}" if item.error else said, Token.BAD if item.error else None, told=told)


def _waiting(correction: Correction, _now: Moment) -> tuple[bool, int]:
    at = correction.asked_at.ms if correction.asked_at else 0
    return (correction.state != CorrectionState.REQUESTED, at)
