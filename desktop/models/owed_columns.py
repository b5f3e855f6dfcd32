"""What we owe as tables: promises with their time left, remedies, and the people affected."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.method.clock_lines import Alarm, alarm
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import full
from desktop.warroom.statements.caught import Offer
from desktop.warroom.statements.promises import OPEN, PromiseState, place, state
from desktop.warroom.statements.remedies import AffectedCount, Remedy, same_people
from resources import _
from resources.visible import visible
from widgets.table_cell import CellBar
from widgets.theme import Token

_ENDED = {
    PromiseState.KEPT: Token.GOOD,
    PromiseState.KEPT_LATE: Token.WARN,
    PromiseState.BROKEN: Token.BAD,
    PromiseState.DISMISSED: Token.FAINT,
}


def promise_table(room: WarRoom, selection: Selection[Clock], parent: QObject) -> OrderedTable:
    """Promises: late, open, then what is done."""
    return OrderedTable(room, promise_columns(room), selection, _promise_place, parent)


def remedy_table(room: WarRoom, selection: Selection[Remedy], parent: QObject) -> OrderedTable:
    """Remedies: what is open first, each by its due."""
    return OrderedTable(room, remedy_columns(room), selection, _remedy_place, parent)


class AffectedTable(OrderedTable):
    """Counts of people affected: the newest of each group, its earlier ones below it."""

    def __init__(self, room: WarRoom, selection: Selection[AffectedCount], parent: QObject) -> None:
        super().__init__(room, affected_columns(room, self), selection, _count_place, parent)


def promise_columns(room: WarRoom) -> tuple[Column, ...]:
    """Time left, promise, owner, to whom, where it was made, due."""
    names = ("title", "owner", "promised_to", "statement")
    title, owner, to_whom, statement = declared_columns(room, Clock, names, "title")
    return (
        Column("", _("Time left"), partial(_left, room)),
        replace(title, heading=_("Promise")),
        Column("owner", owner.heading, _owner),
        to_whom,
        statement,
        Column("due", _("Due"), partial(_due, room)),
    )


def offer_columns(room: WarRoom) -> tuple[Column, ...]:
    """The sentence, the time in it, and the statement it stands in."""
    return (
        Column("", _("Due"), lambda offer, _now: Cell(shown.when(offer.due, room.here()))),
        Column("", _("Sentence"), _sentence, grows=True),
        Column("", _("Promised in"), _said_in),
    )


def remedy_columns(room: WarRoom) -> tuple[Column, ...]:
    """Remedy, to whom, delivered of promised, amount for each, due, owner."""
    what, to_whom, owner = declared_columns(room, Remedy, ("what", "to_whom", "owner"), "what")
    return (
        what,
        to_whom,
        Column("delivered", _("Delivered"), _delivered),
        Column("", _("Amount for each"), _amount, figures=True),
        Column("due", _("Due"), partial(_remedy_due, room)),
        owner,
    )


def affected_columns(room: WarRoom, model: OrderedTable) -> tuple[Column, ...]:
    """Who, as of, known, notified, helped; the change against the count before in brackets."""

    def before(count: AffectedCount) -> AffectedCount | None:
        row = model.row_of(count) + 1
        below = model.record(row) if 0 < row < model.rowCount() else None
        return below if below and same_people(below) == same_people(count) else None

    def old(count: AffectedCount) -> bool:
        row = model.row_of(count) - 1
        return row >= 0 and same_people(model.record(row)) == same_people(count)

    def who(count: AffectedCount, _now: Moment) -> Cell:
        return Cell(_("earlier"), Token.FAINT) if old(count) else Cell(visible(count.who))

    def as_of(count: AffectedCount, _now: Moment) -> Cell:
        said = shown.when(count.as_of, room.here()) if count.as_of else ""
        return Cell(said, Token.FAINT if old(count) else Token.MUTED)

    def known(count: AffectedCount, _now: Moment) -> Cell:
        return _counted(count.known, _value(before(count), "known"), faint=old(count))

    def part(name: str, count: AffectedCount, _now: Moment) -> Cell:
        return _part(getattr(count, name), count.known, faint=old(count))

    return (
        Column("", _("Group of people"), who, grows=True),
        Column("", _("As of"), as_of),
        Column("", _("Known to be affected"), known, figures=True),
        Column("", _("Notified"), partial(part, "notified")),
        Column("", _("Helped"), partial(part, "helped")),
    )


def _promise_place(clock: Clock, now: Moment) -> tuple[int, int]:
    return place(clock, now.ms)


def _remedy_place(remedy: Remedy, now: Moment) -> tuple[bool, bool, int]:
    due = remedy.due
    return not remedy.open, due is None, due.ms if due else 0


def _count_place(count: AffectedCount, _now: Moment) -> tuple[str, int]:
    return same_people(count), -count.as_of.ms if count.as_of else 0


def _left(room: WarRoom, clock: Clock, now: Moment) -> Cell:
    stands = state(clock, now.ms)
    if stands not in OPEN:
        at = shown.when(clock.filed_at, room.here()) if clock.filed_at else ""
        said = f"{stands.shown} {at}".strip()
        return Cell(said, _ENDED[stands], told=visible(clock.reason or clock.receipt))
    if clock.due is None:
        return Cell(_("no time was said"), Token.WARN)
    time = shown.lasting(clock.due.ms - now.ms)
    if stands is PromiseState.LATE:
        return Cell(_("▲ {time} late").format(time=time), Token.BAD)
    start = clock.starts_at.ms if clock.starts_at else clock.due.ms
    near = alarm(start, clock.due.ms, now.ms) >= Alarm.THREE_QUARTERS
    said = _("{time} left").format(time=time)
    return Cell(f"▲ {said}" if near else said, Token.WARN if near else Token.TEXT)


def _due(room: WarRoom, clock: Clock, _now: Moment) -> Cell:
    if clock.due is None:
        return Cell("")
    return Cell(shown.when(clock.due, room.here()), Token.MUTED, told=full(clock.due, room.zone))


def _owner(clock: Clock, _now: Moment) -> Cell:
    return Cell(visible(clock.owner)) if clock.owner else Cell(_("▲ nobody yet"), Token.WARN)


def _sentence(offer: Offer, _now: Moment) -> Cell:
    return Cell(visible(" ".join(offer.text.split())), told=visible(offer.text))


def _said_in(offer: Offer, _now: Moment) -> Cell:
    return Cell(visible(offer.statement.title), Token.MUTED)


def _delivered(remedy: Remedy, _now: Moment) -> Cell:
    done, of = remedy.delivered, remedy.promised
    if of is None:
        return Cell(f"{done:,}") if done is not None else Cell(_("not known"), Token.FAINT)
    share = remedy.share or 0.0
    said = _("{n} of {total}").format(n=f"{done or 0:,}", total=f"{of:,}")
    return Cell(said, bar=CellBar(share, Token.GOOD if share == 1.0 else Token.ACCENT))


def _amount(remedy: Remedy, _now: Moment) -> Cell:
    if not remedy.amount.strip():
        return Cell("")
    return Cell(visible(f"{remedy.currency.upper()} {remedy.amount}".strip()))


def _remedy_due(room: WarRoom, remedy: Remedy, now: Moment) -> Cell:
    if not remedy.open:
        at = shown.when(remedy.done_at, room.here()) if remedy.done_at else ""
        return Cell(f"{_('Done')} {at}".strip(), Token.GOOD)
    if remedy.due is None:
        return Cell(_("no time was said"), Token.FAINT)
    said = shown.when(remedy.due, room.here())
    if remedy.late(now.ms):
        return Cell(f"▲ {said}", Token.BAD, told=full(remedy.due, room.zone))
    return Cell(said, Token.MUTED, told=full(remedy.due, room.zone))


def _counted(count: int | None, was: int | None, *, faint: bool) -> Cell:
    if count is None:
        return Cell(_("not known"), Token.FAINT)
    said, token = f"{count:,}", Token.FAINT if faint else None
    if was is not None and was != count:
        said = f"{said} ({'+' if count > was else '−'}{abs(count - was):,})"
    return Cell(said, token)


def _part(count: int | None, known: int | None, *, faint: bool) -> Cell:
    """So many of those who are known; more than these is no share, and said as it is."""
    if count is None:
        return Cell(_("not known"), Token.FAINT)
    token = Token.FAINT if faint else None
    if not known:
        return Cell(f"{count:,}", token)
    share = count / known
    said = f"{count:,} · {shown.percent(share)}"
    if share > 1:
        return Cell(f"▲ {count:,}", Token.WARN, told=_("More than are known to be affected"))
    bar = CellBar(share, Token.FAINT if faint else Token.GOOD if share == 1 else Token.ACCENT)
    return Cell(said, token, bar=bar)


def _value(count: AffectedCount | None, name: str) -> int | None:
    found: int | None = getattr(count, name, None)
    return found
