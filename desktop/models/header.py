"""The header's words: what the incident is, where it stands, and what time it is."""

from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.choices import Phase, Severity
from desktop.warroom.choices import shown as word
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets.header import HeaderState
from widgets.phases import Phase as Segment
from widgets.theme import Token

LEVELS = {Severity.CRITICAL: Token.BAD, Severity.MAJOR: Token.WARN}


def header_state(room: WarRoom, clock_known: str = "") -> HeaderState:
    """The header for a room at its clock's time, with what is known of that clock."""
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
        elsewhere=elsewhere(incident, room.here()),
        clock_known=visible(clock_known),
    )


def elsewhere(incident: Incident, now: datetime) -> tuple[str, ...]:
    """The clocks of the further zones of a room, as its people asked for them."""
    if not incident.zones:
        return ()
    from desktop.warroom import zones  # most rooms have but one

    return tuple(visible(zones.clock(zone, now)) for zone in zones.zones(incident.zones))


def _segments(current: str) -> tuple[Segment, ...]:
    order = list(Phase)
    at = order.index(Phase(current)) if current in order else -1
    return tuple(
        Segment(phase.value, phase.shown, done=number < at, current=number == at)
        for number, phase in enumerate(order)
    )
