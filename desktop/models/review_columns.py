"""The review as columns of tables: times, warnings, decisions, and what was known at each."""

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from desktop.warroom.review import told
from desktop.warroom.review.decided import Decided, Known
from desktop.warroom.review.fired import Fired
from desktop.warroom.review.response import Took
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.rule import Pitfall
from resources import _
from widgets.table_cell import CellBar
from widgets.theme import Token


def time_columns() -> tuple[Column, ...]:
    """What, how much of it in time, how long it took, what was allowed, and how late it was."""
    return (
        Column("topic", _("What"), lambda each, _now: Cell(each.topic.shown), grows=True),
        Column("n", _("In time"), _in_time),
        Column("minutes", _("Took"), _took, figures=True),
        Column("target", _("Allowed"), _allowed, figures=True),
        Column("worst", _("Late by at most"), _worst, figures=True),
        Column("open", _("Not done"), _open, figures=True),
    )


def fired_columns(room: WarRoom) -> tuple[Column, ...]:
    """How grave, which rule, how often, since when, how long in all, and seen after how long."""

    def first(each: Fired, _now: Moment) -> Cell:
        return Cell(shown.when(each.first, room.here()) if each.first else "", Token.MUTED)

    return (
        Column("severity", _("Grave"), _grave, figures=True),
        Column("title", _("Rule"), _rule, grows=True),
        Column("times", _("Times"), lambda each, _now: Cell(f"{len(each.alarms):,}"), figures=True),
        Column("first", _("First at"), first),
        Column(
            "minutes", _("Held in all"), lambda e, _n: Cell(told.lasting(e.minutes)), figures=True
        ),
        Column("longest", _("Longest"), lambda e, _n: Cell(told.lasting(e.longest)), figures=True),
        Column("seen", _("Seen after"), _seen, figures=True),
    )


def decision_columns(room: WarRoom) -> tuple[Column, ...]:
    """When, what, why, how many facts were known then, and how many stand otherwise now."""

    def at(each: Decided, _now: Moment) -> Cell:
        moment = each.entry.happened_at
        return Cell(shown.when(moment, room.here()) if moment else "", Token.MUTED)

    return (
        Column("at", _("Time"), at),
        Column("text", _("Decision"), lambda each, _n: _line(each.entry.text), grows=True),
        Column("reason", _("Reason"), _reason),
        Column("known", _("Facts known"), lambda e, _n: Cell(f"{len(e.known):,}"), figures=True),
        Column("learned", _("Otherwise today"), _learned, figures=True),
    )


def written_columns() -> tuple[Column, ...]:
    """What people wrote in their reviews, label by label."""
    return (
        Column("label", _("What"), lambda each, _n: Cell(each[1], Token.MUTED)),
        Column("text", _("Text"), lambda each, _n: _line(each[2]), grows=True),
    )


def known_columns() -> tuple[Column, ...]:
    """A fact as it stood at a decision, beside how it stands today."""
    return (
        Column("subject", _("Fact"), lambda each, _n: Cell(each.then.subject)),
        Column("then", _("At that time"), lambda each, _n: _line(told.fact(each.then)), grows=True),
        Column("now", _("Today"), _today),
    )


def entry_columns(room: WarRoom) -> tuple[Column, ...]:
    """The chronology: when, what kind, and what happened."""

    def at(each: Entry, _now: Moment) -> Cell:
        moment = each.happened_at
        return Cell(shown.when(moment, room.here()) if moment else "", Token.MUTED)

    return (
        Column("at", _("Time"), at),
        Column("kind", _("Kind"), lambda each, _n: Cell(word(each.kind), Token.MUTED)),
        Column("text", _("Text"), lambda each, _n: _line(each.text), grows=True),
        Column("author", _("Author"), lambda each, _n: Cell(each.author, Token.MUTED)),
    )


# cells


def _in_time(each: Took, _now: Moment) -> Cell:
    said = told.in_time(each)
    if each.in_time is None:
        return Cell(said, Token.FAINT)
    token = Token.GOOD if each.in_time else Token.BAD
    return Cell(said, token, bar=CellBar(each.n / each.of, token) if each.of > 1 else None)


def _took(each: Took, _now: Moment) -> Cell:
    if each.minutes is None:
        return Cell(told.NOTHING, Token.FAINT)
    return Cell(told.lasting(each.minutes), told=_("Median") if each.target is None else "")


def _allowed(each: Took, _now: Moment) -> Cell:
    return Cell(told.allowed(each), Token.FAINT if each.target is None else Token.MUTED)


def _worst(each: Took, _now: Moment) -> Cell:
    return Cell(told.lasting(each.worst), Token.BAD if each.worst else Token.FAINT)


def _open(each: Took, _now: Moment) -> Cell:
    return Cell(f"{each.open:,}", Token.WARN) if each.open else Cell("")


def _grave(each: Fired, _now: Moment) -> Cell:
    token = {1: Token.BAD, 2: Token.WARN}.get(each.severity, Token.MUTED)
    return Cell(f"{'▲ ' if each.severity <= 2 else ''}{each.severity}", token)


def _rule(each: Fired, _now: Moment) -> Cell:
    pitfall = each.rule.partition("-")[0]
    mistake = Pitfall(pitfall).shown if pitfall in set(Pitfall) else ""
    return Cell(told.rule(each), told=mistake)


def _seen(each: Fired, _now: Moment) -> Cell:
    return Cell(told.lasting(each.seen_after), Token.FAINT if each.seen_after is None else None)


def _reason(each: Decided, _now: Moment) -> Cell:
    if each.entry.reason_missing:
        return Cell(_("reason missing"), Token.WARN)
    return _line(each.entry.reason)


def _learned(each: Decided, _now: Moment) -> Cell:
    return Cell(f"{each.learned:,}", Token.WARN) if each.learned else Cell("")


def _today(each: Known, _now: Moment) -> Cell:
    return _line(told.today(each), Token.FAINT if each.same else Token.WARN)


def _line(text: str, token: Token | None = None) -> Cell:
    return Cell(" ".join(text.split()), token, told=text if "\n" in text or len(text) > 60 else "")
