"""Working days of a jurisdiction: weekends are free, and days that somebody has said otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_

DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CalendarDay(Record):
    """A day on which a jurisdiction does not do what its weekday says: a holiday, or a make-up day.

    Nothing is shipped: without such days only weekends are free.
    """

    kind_name = "calendar_day"
    shown_name = N_("Day of a calendar")
    company_wide = True

    jurisdiction: str = declare(Shape.TEXT, N_("Jurisdiction"), "", needed=True)
    day: Moment | None = declare(Shape.MOMENT, N_("Day"), needed=True)
    works: bool = declare(Shape.FLAG, N_("Working day"), False)
    name: str = declare(Shape.TEXT, N_("Name"), "")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days of a jurisdiction are worked, where that is not what the weekday says.

    ``weekends_only`` says that nobody has entered any day: holidays are then not known.
    """

    works: frozenset[date] = frozenset()
    free: frozenset[date] = frozenset()

    @classmethod
    def of(cls, days: Iterable[CalendarDay], jurisdiction: str) -> Self:
        """The calendar of one jurisdiction; of two words on a day the later counts."""
        said: dict[date, bool] = {}
        for each in days:
            if each.day and each.jurisdiction.strip().upper() == jurisdiction:
                said[each.day.local.date()] = each.works
        return cls(
            frozenset(day for day, works in said.items() if works),
            frozenset(day for day, works in said.items() if not works),
        )

    @property
    def weekends_only(self) -> bool:
        """Whether nothing but the weekends is known to be free."""
        return not self.works and not self.free

    def is_worked(self, day: date) -> bool:
        """Whether a day is a working day."""
        if day in self.works:
            return True
        return day.weekday() < _SATURDAY and day not in self.free

    def days_after(self, start: datetime, count: int) -> datetime:
        """The same time of day ``count`` working days later, the next one being the first.

        Raises OverflowError behind the year 9999.
        """
        when = start
        while count:
            when += DAY
            count -= self.is_worked(when.date())
        return when

    def hours_after(self, start: datetime, hours: int) -> datetime:
        """``hours`` later, where none run on days that are not worked."""
        left, when = timedelta(hours=hours), start
        while True:
            midnight = when.replace(hour=0, minute=0, second=0, microsecond=0) + DAY
            if self.is_worked(when.date()):
                if left <= midnight - when:
                    return when + left
                left -= midnight - when
            when = midnight
