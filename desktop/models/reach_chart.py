"""How far a message to staff had come after each report, as lines and as a table."""

from collections.abc import Sequence

from desktop.models.time_axis import local, time_axis
from desktop.warroom import shown
from desktop.warroom.records import Delivery
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff import MessageTold, Reach, reach_over_time
from resources import _, ngettext
from widgets.chart_table import ChartRow
from widgets.step_lines import Line, Lines, Step
from widgets.theme import Token


def reach_of(room: WarRoom, told: MessageTold) -> list[Reach]:
    """The steps of a message over the groups there are; empty without one or without reports."""
    if told.message is None:
        return []
    groups = tuple(each.group.id for each in told.groups)
    about = (("message", (told.message.id,)), ("group", groups))
    return reach_over_time(room.records(Selection(kind=Delivery, equal=about)))


def reach_lines(room: WarRoom, told: MessageTold, steps: Sequence[Reach]) -> Lines | None:
    """The lines of a message from its sending on; None where no report says when it came."""
    timed = [(step.at.ms, step) for step in steps if step.at]
    if not timed:
        return None
    sent = told.message.sent_at if told.message else None
    first = min(timed[0][0], sent.ms) if sent else timed[0][0]
    heads, last = told.heads, timed[-1][1]
    people = ngettext("{n} person", "{n} people", heads).format(n=f"{heads:,}")
    return Lines(
        time_axis(first, timed[-1][0], room.zone),
        _lines(),
        tuple(_step(room, ms, step) for ms, step in timed),
        level=heads or None,
        level_name=people if heads else "",
        moment=sent.ms if sent else None,
        moment_name=_("sent {when}").format(when=shown.when(sent, room.here())) if sent else "",
        standing=(last.reached, last.confirmed),
    )


def reach_heads() -> tuple[str, ...]:
    """The headings of the table."""
    return (_("Report"), *(line.name for line in _lines()))


def reach_rows(room: WarRoom, steps: Sequence[Reach]) -> list[ChartRow]:
    """The steps as rows, the newest first."""
    rows = [ChartRow(_key(s), _told(room, s), (s.reached, s.confirmed)) for s in steps]
    return rows[::-1]


def _lines() -> tuple[Line, ...]:
    return (
        Line(_("Told"), Token.ACCENT, sign="s"),
        Line(_("Confirmed"), Token.GOOD, sign="o"),
    )


def _step(room: WarRoom, ms: int, step: Reach) -> Step:
    return Step(ms, (step.reached, step.confirmed), _told(room, step), _key(step))


def _told(room: WarRoom, step: Reach) -> str:
    if step.at is None:
        return _("no time said")
    return f"{shown.day(local(step.at.ms, room.zone).date())} {shown.time(step.at, room.zone)}"


def _key(step: Reach) -> str:
    return step.reports[-1].id
