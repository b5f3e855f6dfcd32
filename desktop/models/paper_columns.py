"""Briefings that were issued, and the rows that one would tell, as columns of tables."""

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.briefing.reveals import Row
from desktop.warroom.choices import PaperState
from desktop.warroom.choices import shown as word
from desktop.warroom.distribution import Issued
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from resources import _
from widgets.theme import Token


def issued_columns(room: WarRoom) -> tuple[Column, ...]:
    """Each numbered briefing: when, by whom, for whom, and to whom it was given."""

    def at(each: Issued, _now: Moment) -> Cell:
        moment = each.paper.issued_at
        return Cell(shown.when(moment, room.here()) if moment else "", Token.MUTED)

    return (
        Column("number", _("Number"), _number, figures=True),
        Column("edition", _("Edition"), _edition),
        Column("issued_at", _("Issued at"), at),
        Column("author", _("Author"), _author),
        Column("state", _("State"), _state),
        Column("sent", _("Sent to"), _sent, grows=True),
    )


def revealed_columns() -> tuple[Column, ...]:
    """Each row that a paper would tell."""
    return (
        Column("section", _("Section"), _section),
        Column("part", _("Part"), _part),
        Column("text", _("What it tells"), _text, grows=True),
    )


def _number(each: Issued, _now: Moment) -> Cell:
    return Cell(f"{each.paper.number or 0}")


def _edition(each: Issued, _now: Moment) -> Cell:
    return Cell(word(each.paper.edition))


def _author(each: Issued, _now: Moment) -> Cell:
    return Cell(each.paper.author)


def _state(each: Issued, _now: Moment) -> Cell:
    good = each.paper.state == PaperState.WRITTEN
    return Cell(word(each.paper.state), Token.GOOD if good else Token.WARN)


def _sent(each: Issued, _now: Moment) -> Cell:
    return Cell(each.whom or _("nobody yet"), None if each.sent else Token.FAINT, told=each.whom)


def _section(each: Row, _now: Moment) -> Cell:
    return Cell(each.section, Token.MUTED)


def _part(each: Row, _now: Moment) -> Cell:
    return Cell(each.part)


def _text(each: Row, _now: Moment) -> Cell:
    return Cell(each.text, told=each.text)
