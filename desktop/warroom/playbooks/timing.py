"""When a task of a playbook is due: so long after T0, and again after an interval."""

from desktop.warroom.choices import Severity
from desktop.warroom.moment import Moment, Precision

MINUTE = 60_000


def due_at(t0: Moment, minutes: int) -> Moment:
    """The minute that lies ``minutes`` after T0, in the offset that T0 is said in."""
    whole = t0.ms // MINUTE * MINUTE
    return Moment(whole + minutes * MINUTE, t0.offset, Precision.MINUTE)


def interval(every: int | None, every_level_1: int | None, severity: str) -> int | None:
    """After how many minutes a repeating task is due again at a severity; None: not at all."""
    if every and every_level_1 and severity == Severity.CRITICAL:
        return every_level_1
    return every or None
