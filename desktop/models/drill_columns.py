"""The answers that a drill expects as columns of a table, and the warnings that came."""

from collections.abc import Callable

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.drills.result import Response, figure
from desktop.warroom.drills.script import MINUTE
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.rules import rules
from resources import _
from widgets.theme import Token


def response_columns(chosen: Callable[[Response], bool]) -> tuple[Column, ...]:
    """Each answer against its target; ``chosen`` says whether it is to be a finding."""

    def finding(each: Response, _now: Moment) -> Cell:
        return Cell("✓" if chosen(each) else "", Token.ACCENT)

    return (
        Column("minute", _("Minute"), _minute, figures=True),
        Column("event", _("Event"), _event),
        Column("wanted", _("Expected"), _wanted, grows=True),
        Column("target", _("Target"), _target, figures=True),
        Column("took", _("Took"), _took, figures=True),
        Column("finding", _("Finding"), finding),
    )


def fired_columns(room: WarRoom) -> tuple[Column, ...]:
    """Which warnings came when, and whether they hold still."""

    def raised(each: Alarm, _now: Moment) -> Cell:
        return Cell(shown.when(each.raised_at, room.here()) if each.raised_at else "", Token.MUTED)

    return (
        Column("raised_at", _("Raised at"), raised),
        Column("rule", _("Rule"), _rule),
        Column("said", _("Why"), _said, grows=True),
        Column("state", _("State"), _ended),
    )


def _minute(each: Response, _now: Moment) -> Cell:
    return Cell(shown.span(each.inject.minute * MINUTE), Token.MUTED)


def _event(each: Response, _now: Moment) -> Cell:
    said = each.inject.kind.shown
    told = shown.labelled(each.inject.who, each.inject.text) if each.inject.who else ""
    return Cell(said, told=told or each.inject.text)


def _wanted(each: Response, _now: Moment) -> Cell:
    return Cell(each.wanted, told=each.wanted)


def _target(each: Response, _now: Moment) -> Cell:
    within = each.inject.within
    return Cell("–" if within is None else shown.lasting(within * MINUTE), Token.MUTED)


def _took(each: Response, _now: Moment) -> Cell:
    if each.late:
        return Cell(f"▲ {figure(each)}", Token.BAD)
    return Cell(figure(each), Token.MUTED if each.missing else Token.GOOD)


def _rule(each: Alarm, _now: Moment) -> Cell:
    rule = rules().get(each.rule)
    return Cell(rule.shown if rule else each.rule)


def _said(each: Alarm, _now: Moment) -> Cell:
    return Cell(each.said, told=each.said)


def _ended(each: Alarm, _now: Moment) -> Cell:
    return Cell(_("Cleared") if each.cleared_at else _("Holds"), Token.MUTED)
