"""How far a message to staff had come over time, as lines and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.models.time_axis import local, time_axis
from desktop.warroom import shown
from desktop.warroom.records import Delivery, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff import MessageTold, Reach, reach_over_time
from desktop.warroom.staff_measures import MINUTE, reached, read_curve
from desktop.warroom.staff_people import read_times
from resources import _, ngettext
from widgets.chart_table import ChartRow
from widgets.step_lines import Line, Lines, Step
from widgets.theme import Token

MOST = 200  # readings that a line is made of


def reach_of(room: WarRoom, told: MessageTold) -> list[Reach]:
    """The steps of a message over the groups there are; empty without one or without reports."""
    if told.message is None:
        return []
    groups = tuple(each.group.id for each in told.groups)
    about = (("message", (told.message.id,)), ("group", groups))
    return reach_over_time(room.records(Selection(kind=Delivery, equal=about)))


def read_of(room: WarRoom, told: MessageTold) -> list[tuple[int, int]]:
    """How many had read it by when, where people are known one by one; empty elsewhere.

    Of many readings some are told, the last among them.
    """
    if told.message is None or not read_times(room, told.message):
        return []
    curve = read_curve(room, told.message)
    every = -(-len(curve) // MOST)
    return [*curve[::every], *(curve[-1:] if (len(curve) - 1) % every else [])]


def reach_lines(
    room: WarRoom,
    told: MessageTold,
    steps: Sequence[Reach],
    read: Sequence[tuple[int, int]] = (),
) -> Lines | None:
    """The lines of a message from its sending on; None where nobody says when anything came.

    ``read`` is the line of those who read it; marked is when half of all had, and nine tenths.
    """
    timed = [_step(room, step.at.ms, step, bool(read)) for step in steps if step.at]
    timed = sorted((*timed, *(_read(room, ms, n) for ms, n in read)), key=_at)
    if not timed:
        return None
    sent = told.message.sent_at if told.message else None
    first = min(timed[0].ms, sent.ms) if sent else timed[0].ms
    heads, last = told.heads, steps[-1] if steps else None
    people = ngettext("{n} person", "{n} people", heads).format(n=f"{heads:,}")
    stands = (last.reached, last.confirmed) if last else (None, None)
    return Lines(
        time_axis(first, timed[-1].ms, room.zone),
        _lines(some=bool(read)),
        tuple(timed),
        level=heads or None,
        level_name=people if heads else "",
        moment=sent.ms if sent else None,
        moment_name=_("sent {when}").format(when=shown.when(sent, room.here())) if sent else "",
        standing=(*stands, *([read[-1][1]] if read else [])),
        reached=reached_when(room, told.message),
    )


def reached_when(room: WarRoom, message: StaffMessage | None) -> tuple[tuple[int, str], ...]:
    """When half of all and nine tenths had read it or were briefed, with how long that took."""
    if message is None or message.sent_at is None:
        return ()
    found, sent = reached(room, message, room.now()), message.sent_at.ms
    named = (("t50", found.t50), ("t90", found.t90))
    return tuple(
        (sent + minutes * MINUTE, f"{name} {shown.lasting(minutes * MINUTE)}")
        for name, minutes in named
        if minutes is not None
    )


def reach_heads(*, some: bool = False) -> tuple[str, ...]:
    """The headings of the table; with ``some`` people who are known one by one."""
    return (_("Report"), *(line.name for line in _lines(some=some)))


def reach_rows(
    room: WarRoom, steps: Sequence[Reach], read: Sequence[tuple[int, int]] = ()
) -> list[ChartRow]:
    """The steps as rows, the newest first."""
    blank = (None,) if read else ()
    rows = [
        (step.at.ms if step.at else 0, ChartRow(_key(step), _told(room, step), counts))
        for step in steps
        if (counts := (step.reached, step.confirmed, *blank))
    ]
    more = [
        (ms, ChartRow(_read_key(ms), _when(room, ms), (None, None, count))) for ms, count in read
    ]
    return [row for _ms, row in sorted((*rows, *more), key=_first)][::-1]


def _lines(*, some: bool) -> tuple[Line, ...]:
    lines = (
        Line(_("Told"), Token.ACCENT, sign="s"),
        Line(_("Confirmed"), Token.GOOD, sign="o"),
    )
    read = Line(_("Read or briefed"), Token.VOICE, Qt.PenStyle.SolidLine, "")
    return (*lines, read) if some else lines


def _step(room: WarRoom, ms: int, step: Reach, some: bool) -> Step:
    counts = (step.reached, step.confirmed, *((None,) if some else ()))
    return Step(ms, counts, _told(room, step), _key(step))


def _read(room: WarRoom, ms: int, count: int) -> Step:
    return Step(ms, (None, None, count), _when(room, ms), _read_key(ms))


def _read_key(ms: int) -> str:
    return f"read {ms}"


def _at(step: Step) -> int:
    return step.ms


def _first(row: tuple[int, ChartRow]) -> int:
    return row[0]


def _when(room: WarRoom, ms: int) -> str:
    at = local(ms, room.zone)
    return f"{shown.day(at.date())} {at:%H:%M}"


def _told(room: WarRoom, step: Reach) -> str:
    if step.at is None:
        return _("no time said")
    return f"{shown.day(local(step.at.ms, room.zone).date())} {shown.time(step.at, room.zone)}"


def _key(step: Reach) -> str:
    return step.reports[-1].id
