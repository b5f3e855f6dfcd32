"""Clocks in a briefing: how long is left, whose they are, and that counsel must check them."""

from collections.abc import Iterable, Sequence

from desktop.warroom import shown
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import shown as word
from desktop.warroom.method.clocks import Clock, ClockKind
from desktop.warroom.moment import Moment
from resources import _


def legal(clocks: Sequence[Clock]) -> list[Clock]:
    """The clocks of the law, those that run first, by when they end."""
    return _ordered(each for each in clocks if each.what == ClockKind.STATUTORY)


def others(clocks: Sequence[Clock]) -> list[Clock]:
    """All other clocks but promises, which stand with what the desk owes."""
    apart = (ClockKind.STATUTORY, ClockKind.PROMISE)
    return _ordered(each for each in clocks if each.what not in apart)


def clocks(title: str, found: Sequence[Clock], as_of: Moment, changes: Changes) -> Plain:
    """Some clocks with what is left of each at the instant of the paper."""
    rows = [
        [
            each.title,
            each.authority,
            said(each.due),
            left(each, as_of),
            word(each.state),
            each.owner or (word(each.role) if each.role else _("nobody")),
        ]
        for each in found
    ]
    head = [_("Clock"), _("Authority to notify"), _("Due"), _("Left"), _("State"), _("Owner")]
    law = any(each.what == ClockKind.STATUTORY for each in found)
    note = _("Verify with counsel") if law else ""
    widths = ["2fr", "1.5fr", "auto", "auto", "auto", "1fr"]
    return table(title, head, widths, rows, note, changes.marks(found))


def left(clock: Clock, as_of: Moment) -> str:
    """How long a clock has still to run, or for how long it is over; nothing once it ended."""
    return remaining(clock.due, as_of) if clock.running else ""


def remaining(due: Moment | None, as_of: Moment) -> str:
    """The time from the instant of the paper to a deadline: ``1 h 58``, ``32 min over``."""
    if due is None:
        return ""
    span = shown.lasting(due.ms - as_of.ms)
    return _("{span} over").format(span=span) if due.ms < as_of.ms else span


def _ordered(found: Iterable[Clock]) -> list[Clock]:
    return sorted(
        found,
        key=lambda each: (not each.running, each.due is None, each.due.ms if each.due else 0),
    )
