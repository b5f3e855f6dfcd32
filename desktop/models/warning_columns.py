"""Warnings as columns of a table, and what one says in full below it."""

from collections import Counter
from collections.abc import Iterator

from desktop.models.cells import Cell, Column
from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.keeping import Standing
from resources import _
from widgets.theme import Token

SIGNS = {1: Token.BAD, 2: Token.WARN}
MOST = 12  # rows that are named below the table


def warning_columns(room: WarRoom) -> tuple[Column, ...]:
    """How grave, which mistake, what and why, since when, and what somebody said to it."""

    def since(each: Standing, _now: Moment) -> Cell:
        at = each.alarm.raised_at if each.alarm else None
        return Cell(shown.when(at, room.here()) if at else "", Token.MUTED)

    return (
        Column("severity", _("Grave"), _severity, figures=True),
        Column("rule", _("Rule"), _rule),
        Column("said", _("Why"), _said, grows=True),
        Column("raised_at", _("Since"), since),
        Column("state", _("State"), _state),
    )


def told(each: Standing) -> Iterator[str]:
    """What a warning rests on, what would end it, and what was said to it."""
    raised, alarm = each.warned.raised, each.alarm
    yield shown.labelled(_("Ends when"), raised.clears)
    if raised.numbers:
        figures = shown.listed(f"{_(name)} {value}" for name, value in raised.numbers)
        yield shown.labelled(_("Figures"), figures)
    if raised.rows:
        named = Counter(shown.short(name_of(row)) for row in raised.rows[:MOST])
        names = (f"{name} × {n}" if n > 1 else name for name, n in named.items())
        yield shown.labelled(_("Raised by"), shown.listed(names))
    if alarm and alarm.reason:
        by = alarm.acknowledged_by or alarm.author
        yield shown.labelled(by, alarm.reason)
    yield shown.labelled(_("Rule"), f"{each.warned.rule.id} · {each.warned.rule.reference}")


def _severity(each: Standing, _now: Moment) -> Cell:
    grave = each.severity
    sign = "▲ " if grave <= 2 else ""
    return Cell(f"{sign}{grave}", SIGNS.get(grave, Token.MUTED))


def _rule(each: Standing, _now: Moment) -> Cell:
    rule = each.warned.rule
    return Cell(rule.shown, told=rule.pitfall.shown)


def _said(each: Standing, now: Moment) -> Cell:
    said = each.warned.raised.said
    return Cell(said, Token.FAINT if each.rests(now) else None, told=said)


def _state(each: Standing, now: Moment) -> Cell:
    return Cell(state(each.alarm, now) if each.alarm else "", Token.MUTED)


def state(alarm: Alarm, now: Moment) -> str:
    """How an alarm stands, in a word."""
    if alarm.cleared_at:
        return _("Cleared")
    if alarm.snoozed_until and alarm.snoozed_until.ms > now.ms:
        return _("Put off until {time}").format(time=shown.when(alarm.snoozed_until, now.local))
    return _("Acknowledged") if alarm.acknowledged_at else _("Raised")
