"""A signal becomes an incident: opened in one step, with the signal as its first entry."""

from dataclasses import replace

from desktop.warroom.choices import Certainty, CrisisType, EntryKind, Phase, Severity
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.records import Entry, Incident
from desktop.warroom.room import WarRoom
from resources import _

LONGEST_TITLE = 80  # characters of the signal that become the title
_TYPES = {
    SignalKind.COMPLAINT: CrisisType.PRODUCT_QUALITY,
    SignalKind.COMMENT: CrisisType.NEGATIVE_OPINION,
    SignalKind.MEDIA: CrisisType.NEGATIVE_OPINION,
    SignalKind.INDUSTRY: CrisisType.PRODUCT_QUALITY,
}


def escalate(room: WarRoom, signal: Signal) -> Incident:
    """Open an incident from a signal and put it on screen (seed 4.1, one click).

    Its playbook is on the board, as with any incident that is opened; undo takes that off again.
    T0 is now, when the company knows; the first entry stands at the time the signal came. Raises
    RuleBroken when the signal has opened one already.
    """
    if signal.opened:
        raise RuleBroken(_("This signal has opened an incident already."))
    first = " ".join(signal.text.split())
    incident = Incident(
        title=first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1].rstrip()}…",
        type=_TYPES.get(SignalKind(signal.what), CrisisType.PRODUCT_QUALITY)
        if signal.what in set(SignalKind)
        else CrisisType.PRODUCT_QUALITY,
        severity=signal.severity or Severity.CRITICAL,
        phase=Phase.EMERGENCY,
        t0=room.minute(),
        began_at=signal.received_at,
    )
    entry = Entry(
        kind=EntryKind.SIGNAL,
        text=signal.text,
        happened_at=signal.received_at,
        source=signal.source,
        source_url=signal.url,
        certainty=Certainty.UNCONFIRMED,
        key=True,
    )
    incident = replace(incident, id=new_id(room.now().ms))
    escalated = {"triage": Triage.ESCALATED, "opened": incident.id}
    opened = room.open_incident(incident, [entry], [(signal, escalated)])
    load_playbook(room)
    return opened
