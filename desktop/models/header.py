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
        elapsed=_since(incident, room) + shown.zone_name(now.offset),
        elsewhere=elsewhere(incident, room.here()),
        clock_known=visible(clock_known),
    )


def _since(incident: Incident, room: WarRoom) -> str:
    """How long the incident goes on; of a closed one since when it is closed."""
    if incident.closed_at:
        return _("closed {time}").format(time=shown.when(incident.closed_at, room.here())) + " · "
    t0 = incident.t0
    return f"T+{shown.elapsed(room.now().ms - t0.ms)} · " if t0 else ""


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
