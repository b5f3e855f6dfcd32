"""A closed incident: what may still be written in it, and what is refused until it is reopened."""

from collections.abc import Iterable

from desktop.warroom.faults import RuleBroken
from desktop.warroom.incident import Incident
from desktop.warroom.record import Record
from resources import _

# kinds of an incident that go on after it: what is learned, improved, measured and printed
AFTER = frozenset(
    (
        *("review", "lesson", "indicator", "indicator_reading", "improvement"),
        *("paper", "distribution", "alarm", "attachment", "clock_check"),
    )
)


def refuse(kinds: Iterable[type[Record]], *, drill: bool = False) -> None:
    """Raises RuleBroken for kinds of record that would write on in a closed incident.

    An act that changes the incident itself may open it again, and the company goes on.
    """
    kinds = set(kinds)
    if Incident in kinds:
        return
    if any(not kind.company_wide and kind.kind_name not in AFTER for kind in kinds):
        ended = _("This exercise has ended. Ctrl+J goes on to the next incident of the room.")
        closed = _("This incident is closed. Open it again with a reason, on the page Review.")
        raise RuleBroken(ended if drill else closed)
