"""The header's words: what the incident is, where it stands, and what time it is."""

from desktop.warroom import shown
from desktop.warroom.choices import Phase, Severity
from desktop.warroom.choices import shown as word
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets.header import HeaderState
from widgets.phases import Phase as Segment
from widgets.theme import Token

LEVELS = {Severity.CRITICAL: Token.BAD, Severity.MAJOR: Token.WARN}


def header_state(room: WarRoom) -> HeaderState:
    """The header for a room at its clock's time."""
    incident, now = room.incident, room.now()
    elapsed = f"T+{shown.elapsed(now.ms - incident.t0.ms)} · " if incident.t0 else ""
    severity = incident.severity
    return HeaderState(
        title=visible(incident.title),
        level=_("SEV {n}").format(n=severity),
        level_token=LEVELS.get(Severity(severity), Token.MUTED),
        kind=word(incident.type),
        classification=word(incident.classification),
        drill=incident.drill,
        operator=visible(room.operator),
        phases=_segments(incident.phase),
        clock=f"{now.local:%H:%M}",
        elapsed=elapsed + shown.zone_name(now.offset),
    )


def _segments(current: str) -> tuple[Segment, ...]:
    order = list(Phase)
    at = order.index(Phase(current)) if current in order else -1
    return tuple(
        Segment(phase.value, phase.shown, done=number < at, current=number == at)
        for number, phase in enumerate(order)
    )
