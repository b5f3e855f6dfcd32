"""The run sheet of a press conference: its lines by the minute, by the clock, and what is amiss."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.warroom.answers.press import PressConference, RunLine, WhatIf
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.selection import Selection
from resources import _, ngettext

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

MINUTE = 60_000


def run_sheet(room: "Reading", conference: PressConference) -> list[RunLine]:
    """The lines of a conference in the order in which they come."""
    mine = Selection(kind=RunLine, equal=(("conference", (conference.id,)),))
    return sorted(room.records(mine), key=lambda line: (line.minute or 0, line.id))


def what_ifs(room: "Reading", conference: PressConference) -> list[WhatIf]:
    """What may go wrong at a conference."""
    return room.records(Selection(kind=WhatIf, equal=(("conference", (conference.id,)),)))


def begins(conference: PressConference) -> Moment | None:
    """From when its minutes count: when it began or, before that, when it is to."""
    return conference.began_at or conference.starts_at


def at_minute(conference: PressConference, minute: int | None) -> Moment | None:
    """The time of a minute of the run sheet; None where no start is known."""
    start = begins(conference)
    if start is None:
        return None
    return Moment(start.ms + (minute or 0) * MINUTE, start.offset, Precision.MINUTE)


def left(conference: PressConference, now: Moment) -> int | None:
    """Milliseconds until its planned end, below nought when it runs over; None without one."""
    start = begins(conference)
    if start is None or conference.minutes is None:
        return None
    return start.ms + conference.minutes * MINUTE - now.ms


def minute_of(conference: PressConference, now: Moment) -> int | None:
    """The minute that it is in; None while it does not run."""
    if conference.began_at is None or conference.ended_at is not None:
        return None
    return max(now.ms - conference.began_at.ms, 0) // MINUTE


def present(lines: Sequence[RunLine], minute: int) -> RunLine | None:
    """The line that is on at a minute: the last that has begun and is not over."""
    begun = [line for line in lines if (line.minute or 0) <= minute]
    on = begun[-1] if begun else None
    return on if on and (on.lasts is None or minute < _end(on)) else None


def following(lines: Sequence[RunLine], minute: int) -> RunLine | None:
    """The line that comes next after a minute."""
    return next((line for line in lines if (line.minute or 0) > minute), None)


def faults(lines: Sequence[RunLine], minutes: int | None) -> list[str]:
    """What is amiss with a run sheet for so many minutes, as sentences that say where."""
    if not lines:
        return [_("The run sheet is empty. Write down who speaks from which minute.")]
    found = [
        _("Minute {minute}: say how long it lasts.").format(minute=line.minute or 0)
        for line in lines
        if not line.lasts
    ]
    if first := lines[0].minute or 0:
        found.append(_("Nothing is planned before minute {minute}.").format(minute=first))
    found += [said for one, other in pairwise(lines) if (said := _between(one, other))]
    over = max(map(_end, lines)) - (minutes or 0)
    if minutes is not None and over > 0:
        said = ngettext(
            "The run sheet is {n} minute longer than the conference.",
            "The run sheet is {n} minutes longer than the conference.",
            over,
        )
        found.append(said.format(n=over))
    return found


def _between(one: RunLine, other: RunLine) -> str:
    """The gap between two lines, or how they overlap; empty where one follows the other."""
    if not one.lasts:
        return ""
    end, begin = _end(one), other.minute or 0
    if end < begin:
        return _("Nothing is planned from minute {a} to {b}.").format(a=end, b=begin)
    if end > begin:
        return _("Two lines overlap from minute {a} to {b}.").format(
            a=begin, b=min(end, _last(other, end))
        )
    return ""


def _last(line: RunLine, end: int) -> int:
    return _end(line) if line.lasts else end


def _end(line: RunLine) -> int:
    return (line.minute or 0) + (line.lasts or 0)
