"""What is known of a laptop's clock: who confirmed it at opening, and when it was found to jump."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.choices import Certainty, Choice, EntryKind
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, Sitting
from resources import N_, _, ngettext

PROGRAM = "War Room"  # the author of what no person says
HANDED_OVER = 5_000  # milliseconds at most between two sittings of which one hands over
SECONDS_ALONE = 600  # a longer time is told in minutes and hours


class CheckKind(Choice):
    """What was found about the clock."""

    CONFIRMED = "confirmed", N_("Clock confirmed")
    JUMP = "jump", N_("Clock jumped")
    JUMP_OR_SLEEP = "jump_or_sleep", N_("Clock jumped, or the laptop slept")
    EARLY = "early", N_("Clock before the last line")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClockCheck(Record):
    """A finding about the clock; no time of any record is ever altered for it.

    ``at`` is what the laptop said. ``seconds`` are, of a confirmed clock, how far it was behind
    what it was held ``against`` (negative: ahead); of a jump, how far it went (negative: back);
    of an early one, how far before the last line it was.
    """

    kind_name = "clock_check"
    shown_name = N_("Check of the clock")
    company_wide = True

    what: CheckKind | str = declare(
        Shape.CHOICE, N_("Finding"), CheckKind.CONFIRMED, choices=CheckKind, form=False
    )
    at: Moment | None = declare(Shape.MOMENT, N_("Time on the laptop"), form=False)
    seconds: int | None = declare(Shape.NUMBER, N_("Seconds"), form=False)
    against: str = declare(Shape.TEXT, N_("Compared with"), "", form=False)
    sitting: str = declare(Shape.TEXT, N_("Sitting"), "", form=False)


KINDS: tuple[type[Record], ...] = (ClockCheck,)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the clock since the room was last opened: who confirmed it, and jumps."""

    confirmed: ClockCheck | None = None
    jumps: tuple[ClockCheck, ...] = ()


NOTHING_KNOWN = Standing()


def standing(sittings: Sequence[Sitting], checks: Sequence[ClockCheck]) -> Standing:
    """What the checks say of the run of sittings that was written last.

    Ids tell the order of writing, whatever the clock said then. A clock is confirmed for the
    sittings that were handed over to, until the room is closed; a jump behind the confirmation
    takes nothing from it but is told.
    """
    run = _last_run(sittings)
    here = [check for check in sorted(checks, key=_id) if check.sitting in run]
    confirmed = [check for check in here if check.what == CheckKind.CONFIRMED]
    return Standing(
        confirmed[-1] if confirmed else None,
        tuple(check for check in here if check.what != CheckKind.CONFIRMED),
    )


def _last_run(sittings: Sequence[Sitting]) -> set[str]:
    """The ids of the last sitting and of those that were handed over to it."""
    run: set[str] = set()
    after: Sitting | None = None
    for sitting in sorted(sittings, key=_id, reverse=True):
        if after and not _handed_over(sitting, after):
            break
        run.add(sitting.id)
        after = sitting
    return run


def _id(record: Record) -> str:
    return record.id


def _handed_over(sitting: Sitting, after: Sitting) -> bool:
    if sitting.closed_at is None or after.opened_at is None:
        return False
    return abs(after.opened_at.ms - sitting.closed_at.ms) <= HANDED_OVER


def told(standing: Standing, now: datetime) -> str:
    """The standing of the clock in sentences, times in the zone of ``now``."""
    n = len(standing.jumps)
    jumped = ngettext(
        "The clock was found wrong {n} time since the room was opened.",
        "The clock was found wrong {n} times since the room was opened.",
        n,
    ).format(n=n)
    return shown.sentences((_confirmed(standing.confirmed, now), jumped if n else ""))


def _confirmed(check: ClockCheck | None, now: datetime) -> str:
    if check is None or check.at is None:
        return _("Nobody has confirmed the clock of this laptop since the room was opened.")
    off = off_by(check.seconds or 0)
    if check.against:
        off = _("{off}, compared with {what}").format(off=off, what=check.against)
    return _("Clock confirmed at {time} by {name}; {off}.").format(
        time=shown.when(check.at, now), name=check.author or "–", off=off
    )


def off_by(seconds: int) -> str:
    """How a laptop's clock stands that is so many seconds behind (negative: ahead)."""
    if seconds == 0:
        return _("the laptop was right")
    form = (
        _("the laptop was {length} behind") if seconds > 0 else _("the laptop was {length} ahead")
    )
    return form.format(length=length(seconds))


def length(seconds: int) -> str:
    """A length of time in seconds, or as longer times are told: ``95 s``, ``1 h 00``."""
    whole = abs(seconds)
    return _("{n} s").format(n=whole) if whole < SECONDS_ALONE else shown.lasting(whole * 1_000)


def notes(check: ClockCheck, now: datetime) -> tuple[Entry, ...]:
    """The line of the timeline that a finding makes; a confirmed clock makes none."""
    if check.what == CheckKind.CONFIRMED:
        return ()
    said = found(check, now)
    note = EntryKind.NOTE
    sure = Certainty.CONFIRMED
    return (Entry(kind=note, text=said, happened_at=check.at, certainty=sure, author=PROGRAM),)


def found(check: ClockCheck, now: datetime) -> str:
    """What was found about the clock, as the notice and the timeline tell it."""
    seconds = check.seconds or 0
    time = shown.day_and_time(check.at, now) if check.at else "–"
    match check.what:
        case CheckKind.EARLY:
            form = _("The laptop's clock says {time}, {length} before the last line of the room.")
        case CheckKind.JUMP_OR_SLEEP:
            form = _("The laptop slept, or its clock went forward by {length}, to {time}.")
        case CheckKind.JUMP if seconds < 0:
            form = _("The laptop's clock went back by {length}, to {time}.")
        case CheckKind.JUMP:
            form = _("The laptop's clock went forward by {length}, to {time}.")
        case _:
            return _confirmed(check, now)
    return form.format(time=time, length=length(seconds))
