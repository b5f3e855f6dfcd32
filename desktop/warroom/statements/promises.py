"""Promises: anything promised in public with a time is a clock with an owner, kept or not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import Choice, Role
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method import clocks
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.selection import Selection
from desktop.warroom.statements.statement import Statement
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom

Changed = list[tuple[Record, dict[str, Any]]]


class PromiseState(Choice):
    """How a promise stands; what was kept after its time was kept late."""

    LATE = "late", N_("Late")
    OPEN = "open", N_("Still open")
    BROKEN = "broken", N_("Not kept")
    KEPT_LATE = "kept_late", N_("Kept late")
    KEPT = "kept", N_("Kept")
    DISMISSED = "dismissed", N_("Dismissed")


OPEN = (PromiseState.LATE, PromiseState.OPEN)
_ORDER = list(PromiseState)


def promise(
    room: "WarRoom",
    text: str,
    due: Moment | None,
    owner: str,
    to_whom: str = "",
    statement: Record | None = None,
    said: str = "",
) -> Clock:
    """Note a promise; ``statement`` is where it was made, ``said`` the sentence it was made in.

    Raises RuleBroken without a time or an owner.
    """
    return room.add(promised(text, due, owner, to_whom, statement, said, room.minute()))


def promised(
    text: str,
    due: Moment | None,
    owner: str,
    to_whom: str = "",
    statement: Record | None = None,
    said: str = "",
    at: Moment | None = None,
) -> Clock:
    """The clock of a promise, not stored yet, for an act that does more than this."""
    if due is None:
        raise RuleBroken(_("Say by when it is promised."))
    if not owner.strip():
        raise RuleBroken(_("Say who sees to it that the promise is kept."))
    return Clock(
        what=ClockKind.PROMISE,
        title=text.strip(),
        due=due,
        starts_at=at,
        start_reason=said,
        owner=owner.strip(),
        promised_to=to_whom.strip(),
        statement=statement.id if statement else "",
    )


def promises(room: "Reading") -> list[Clock]:
    """All promises of the incident on screen: late, open, then what is done, each by its due."""
    now = room.now().ms
    return sorted(room.records(_of(ClockKind.PROMISE)), key=lambda each: place(each, now))


def state(clock: Clock, now_ms: int) -> PromiseState:
    """How a promise stands at ``now_ms`` (UTC milliseconds)."""
    due = clock.due.ms if clock.due else None
    match clock.state:
        case ClockState.BROKEN:
            return PromiseState.BROKEN
        case ClockState.DISMISSED:
            return PromiseState.DISMISSED
        case ClockState.KEPT:
            late = due is not None and clock.filed_at is not None and clock.filed_at.ms > due
            return PromiseState.KEPT_LATE if late else PromiseState.KEPT
    return PromiseState.LATE if due is not None and due < now_ms else PromiseState.OPEN


def place(clock: Clock, now_ms: int) -> tuple[int, int]:
    """Where a promise stands in a list: late, open, then done, each by its due."""
    return _ORDER.index(state(clock, now_ms)), clock.due.ms if clock.due else 0


def open_promises(room: "Reading") -> list[Clock]:
    """The promises that are neither kept nor broken, in order of due."""
    now = room.now().ms
    return [each for each in promises(room) if state(each, now) in OPEN]


def keep(room: "WarRoom", clock: Clock, how: str = "") -> None:
    """Record that a promise is kept now; ``how`` says what shows it."""
    _refuse_done(clock)
    clocks.file(room, clock, how)


def break_(room: "WarRoom", clock: Clock, reason: str) -> None:
    """Record that a promise is not kept. Raises RuleBroken without a reason."""
    _refuse_done(clock)
    why = reason.strip()
    room.change(clock, why=why, state=ClockState.BROKEN, reason=why)


def wave_away(room: "WarRoom", text: str, due: Moment, statement: Record) -> Clock:
    """Record that a sentence of a statement, offered as a promise, is none."""
    return room.add(
        Clock(
            what=ClockKind.PROMISE,
            title=text,
            due=due,
            statement=statement.id,
            start_reason=text,
            state=ClockState.DISMISSED,
            reason=_("Not a promise"),
        )
    )


def next_updates(room: "Reading", statement: Statement, at: Moment) -> tuple[list[Clock], Changed]:
    """What the release of a statement does to the clocks of the next public update.

    Those that ran before are kept by it, and its own ``next_update_at`` begins a new one; another
    language of the same version, or the same time, begins none. The new ones and the changed ones.
    """
    due, new, changed, stands = statement.next_update_at, list[Clock](), Changed(), False
    for clock in room.records(_of(ClockKind.UPDATE, running=True)):
        if _same_update(room, clock, statement):
            stands = True
        elif clock.starts_at is None or clock.starts_at.ms <= at.ms:
            changed.append((clock, _kept_by(statement, at)))
    if due and not stands:
        new.append(_update(statement, due, at))
    return new, changed


def _same_update(room: "Reading", clock: Clock, statement: Statement) -> bool:
    due = statement.next_update_at
    if due and clock.due and clock.due.ms == due.ms:
        return True
    said = room.find(Statement, clock.statement) if clock.statement else None
    return bool(
        said and said.of_series == statement.of_series and said.version == statement.version
    )


def _kept_by(statement: Statement, at: Moment) -> dict[str, Any]:
    return {"state": ClockState.KEPT, "filed_at": at, "receipt": statement.title}


def _update(statement: Statement, due: Moment, at: Moment) -> Clock:
    return Clock(
        what=ClockKind.UPDATE,
        title=_("Next public update"),
        due=due,
        starts_at=at,
        start_reason=statement.title,
        owner=statement.owner,
        role=Role.COMMS_LEAD,
        statement=statement.id,
    )


def _refuse_done(clock: Clock) -> None:
    if not clock.running:
        raise RuleBroken(_("This promise is done with: {title}").format(title=clock.title))


def _of(what: ClockKind, *, running: bool = False) -> Selection[Clock]:
    equal: Iterable[tuple[str, tuple[Any, ...]]] = [("what", (what,))]
    if running:
        equal = [*equal, ("state", (ClockState.RUNNING,))]
    return Selection(kind=Clock, equal=tuple(equal), order="due")
