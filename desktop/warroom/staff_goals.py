"""What a message to staff should achieve by when, and whether it has (practice 2.10, defaults)."""

from dataclasses import dataclass

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff_measures import (
    MINUTE,
    Share,
    briefed_at,
    read_by,
    read_curve,
    targeted,
)
from desktop.warroom.staff_messages import addressed
from desktop.warroom.staff_shifts import ShiftTold, shifts_told
from resources import N_, _

HOUR = 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Goal:
    """A share that should be so large by a moment, in UTC milliseconds, and how large it is.

    ``met`` is None while there is time left, or where there is nothing to count.
    """

    key: str
    label: str
    share: Share
    percent: int
    by: int | None
    now: int

    @property
    def met(self) -> bool | None:
        """Whether it is reached; False only when the time is over."""
        if self.share.of and 100 * self.share.part >= self.percent * self.share.of:
            return True
        open_ = not self.share.of or (self.by is not None and self.now < self.by)
        return None if open_ else False

    @property
    def shown(self) -> str:
        """What the goal is, in the language spoken now."""
        return _(self.label)


def goals(room: Reading, message: StaffMessage, now: Moment) -> list[Goal]:
    """The four goals of a message that was sent; none for one that was not.

    Managers 90 % in 60 minutes, all staff 80 % in 4 hours and 95 % in 24 hours, and every shift of
    the frontline within 30 minutes of its start.
    """
    sent = message.sent_at
    if sent is None:
        return []
    groups, curve, of = addressed(room, message), read_curve(room, message), targeted(room, message)
    hour, four, day = (sent.ms + hours * HOUR for hours in (1, 4, 24))
    briefed = [at for at in briefed_at(room, message).values() if at <= hour]
    front = [each for each in shifts_told(room, message, now) if each.group.frontline]
    return [
        Goal("managers_60", _MANAGERS, Share(len(briefed), len(groups)), 90, hour, now.ms),
        Goal("read_240", _FOUR_HOURS, Share(read_by(curve, four), of), 80, four, now.ms),
        Goal("read_1440", _A_DAY, Share(read_by(curve, day), of), 95, day, now.ms),
        Goal("frontline", _SHIFTS, _covered(front), 100, None, now.ms),
    ]


def _covered(found: list[ShiftTold]) -> Share:
    return Share(sum(each.covered for each in found), len(found))


_MANAGERS = N_("Managers briefed in 60 minutes: 90 %")
_FOUR_HOURS = N_("Read in 4 hours: 80 %")
_A_DAY = N_("Read in 24 hours: 95 %")
_SHIFTS = N_("Shifts of the frontline covered: all")
