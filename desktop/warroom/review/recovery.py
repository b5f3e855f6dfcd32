"""The way back: indicators against their level before the crisis, and what is improved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import Progress
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from desktop.warroom.review.words import Area, Better, IndicatorKind
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

# 12, -1,250.5, 3.4 %: as figures are written in tables; a comma is never the point
_VALUE = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)\s*%?", re.ASCII)


def decimal(text: str) -> Decimal:
    """The figure of a text. Raises RuleBroken where it is none."""
    found = _VALUE.fullmatch(str(text).replace("−", "-").replace("％", "%").strip())
    if found is None:
        raise RuleBroken(_('"{text}" is no figure. Write it like 12 or 1,250.5.').format(text=text))
    return Decimal(found[1].replace(",", ""))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Indicator(Record):
    """What shows whether we are back; ``baseline`` is its level before the crisis, as a text."""

    kind_name = "indicator"
    shown_name = N_("Recovery indicator")

    what: IndicatorKind | str = declare(
        Shape.CHOICE, N_("Kind"), IndicatorKind.TRUST, choices=IndicatorKind, also=("type",)
    )
    name: str = declare(
        Shape.TEXT, N_("Indicator"), "", needed=True, also=("name", "metric", "名稱", "名称")
    )
    unit: str = declare(Shape.TEXT, N_("Unit"), "")
    better: Better | str = declare(Shape.CHOICE, N_("Better"), Better.UP, choices=Better)
    baseline: str = declare(
        Shape.TEXT, N_("Level before the crisis"), "", also=("baseline", "before")
    )
    source: str = declare(Shape.TEXT, N_("Source"), "")
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def check(self) -> None:
        """Raises RuleBroken for a level that is no figure."""
        super().check()
        if self.baseline.strip():
            decimal(self.baseline)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IndicatorReading(Record):
    """What an indicator read at a time; ``value`` is the text of a decimal, as it was reported."""

    kind_name = "indicator_reading"
    shown_name = N_("Reading of an indicator")

    indicator: str = declare(
        Shape.LINK,
        N_("Recovery indicator"),
        "",
        target="indicator",
        needed=True,
        also=("indicator", "name", "metric"),
    )
    at: Moment | None = declare(
        Shape.MOMENT, N_("Read at"), needed=True, starts=Start.NOW, also=("date", "time", "day")
    )
    value: str = declare(Shape.TEXT, N_("Value"), "", needed=True, also=("reading", "figure"))
    source: str = declare(Shape.TEXT, N_("Source"), "")

    def check(self) -> None:
        """Raises RuleBroken for a value that is no figure."""
        super().check()
        decimal(self.value)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Improvement(Record):
    """An action for brand, quality, service or responsibility, and its effect (seed 16)."""

    kind_name = "improvement"
    shown_name = N_("Improvement action")

    area: Area | str = declare(Shape.CHOICE, N_("Area"), Area.QUALITY, choices=Area)
    action: str = declare(
        Shape.TEXT, N_("Action"), "", needed=True, also=("title", "text", "improvement")
    )
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    state: Progress | str = declare(Shape.CHOICE, N_("State"), Progress.PLANNED, choices=Progress)
    done_at: Moment | None = declare(Shape.MOMENT, N_("Done at"), form=False)
    indicator: str = declare(Shape.LINK, N_("Recovery indicator"), "", target="indicator")
    effect: str = declare(Shape.PROSE, N_("Effect"), "")

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state not in (Progress.DONE, Progress.DROPPED)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What is done was done at a time."""
        state = values.get("state", self.state)
        if state == self.state:
            return {}
        return {"done_at": saying.at if state == Progress.DONE else None}


@dataclass(frozen=True, slots=True)
class Way:
    """An indicator with its readings in order of time, and the level it had before."""

    indicator: Indicator
    points: tuple[tuple[Moment, Decimal], ...]
    baseline: Decimal | None

    @property
    def latest(self) -> Decimal | None:
        """The last reading; None without any."""
        return self.points[-1][1] if self.points else None

    @property
    def back(self) -> bool | None:
        """Whether the last reading is as good as before; None where that cannot be said."""
        if self.latest is None or self.baseline is None:
            return None
        return self._as_good(self.latest)

    @property
    def back_since(self) -> Moment | None:
        """Since when all readings are as good as before; None while the last is not."""
        since = None
        for at, value in reversed(self.points if self.baseline is not None else ()):
            if not self._as_good(value):
                break
            since = at
        return since

    @property
    def worst(self) -> Decimal | None:
        """The reading that was farthest from what is good."""
        values = [value for _at, value in self.points]
        down = self.indicator.better == Better.DOWN
        return (max(values) if down else min(values)) if values else None

    def _as_good(self, value: Decimal) -> bool:
        assert self.baseline is not None
        down = self.indicator.better == Better.DOWN
        return value <= self.baseline if down else value >= self.baseline


def ways(room: "Reading") -> list[Way]:
    """Every indicator of the incident on screen with its readings."""
    readings = room.all(IndicatorReading)
    return [_way(each, readings) for each in room.all(Indicator)]


def _way(indicator: Indicator, readings: Iterable[IndicatorReading]) -> Way:
    mine = [each for each in readings if each.indicator == indicator.id and each.at]
    points = sorted(
        ((each.at, decimal(each.value)) for each in mine if each.at and _is_figure(each.value)),
        key=lambda point: point[0].ms,
    )
    level = decimal(indicator.baseline) if _is_figure(indicator.baseline) else None
    return Way(indicator, tuple(points), level)


def _is_figure(text: str) -> bool:
    """Another program may have written what is none."""
    try:
        decimal(text)
    except RuleBroken:
        return False
    return True


KINDS = (Indicator, IndicatorReading, Improvement)
