"""The statutory clocks that the program ships as templates: what a law asks, of whom, by when.

Every one is to be verified with counsel; none of them says that a duty is met.
"""

import csv
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Self

from desktop.warroom.choices import Choice, CrisisType, SubType
from desktop.warroom.method.working_days import Calendar
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Incident
from resources import LANGUAGES, N_, _, ngettext, path, spoken

JURISDICTIONS = ("CN", "TW", "HK", "EU", "US")  # where the incident says none
SAME = "same"  # in the table: as in the row above

# what starts a clock that is not known when the incident is: somebody has to say its start
_LATER = (
    *("handling_ended", "defect_confirmed", "established", "order", "order_received"),
    *("notice_served", "determination", "materiality_determination", "72_h_notification"),
    *("consumers_notified", "assessment_made", "recall_considered"),
)
STARTS = {
    "aware": N_("when we became aware"),
    "discovered_or_learned": N_("when it was discovered or learned of"),
    "handling_ended": N_("when the handling has ended"),
    "found": N_("when it was found"),
    "discovered": N_("when it was discovered"),
    "defect_confirmed": N_("when the defect is confirmed"),
    "risk_known": N_("when the risk was known"),
    "event_or_knowledge": N_("with the event or its knowledge"),
    "established": N_("when the facts are established"),
    "known": N_("when it was known"),
    "order": N_("with an order of the authority"),
    "event": N_("with the event"),
    "notice_served": N_("when a notice is served"),
    "recall_considered": N_("when a recall is considered"),
    "72_h_notification": N_("with the 72 h notification"),
    "order_received": N_("when an order is received"),
    "reason_to_believe": N_("when there was reason to believe it"),
    "reportable_information_obtained": N_("when reportable information was obtained"),
    "information_received": N_("when the information was received"),
    "determination": N_("when it is determined"),
    "materiality_determination": N_("when it is determined to be material"),
    "discovery_or_notification": N_("with discovery or notification"),
    "consumers_notified": N_("when consumers are notified"),
    "discovery": N_("with discovery"),
    "reasonable_belief": N_("with reasonable belief"),
    "assessment_made": N_("when the assessment is made"),
}


class Standing(Choice):
    """Whether a template is law."""

    IN_FORCE = "in_force", N_("In force")
    DRAFT = "draft", N_("Draft or not yet in force")
    VOLUNTARY = "voluntary", N_("Voluntary")


class Sureness(Choice):
    """How well a template is founded."""

    A = "A", N_("primary text read")
    B = "B", N_("official page or summary read")
    C = "C", N_("general knowledge, not verified")


class Unit(Choice):
    """In what a law counts; those without a fixed length have an internal target only."""

    HOURS = "hours", N_("hours")
    WORKED_HOURS = "worked_hours", N_("hours on working days")
    DAYS = "calendar_days", N_("calendar days")
    WORKING_DAYS = "business_days", N_("working days")
    MONTHS = "months", N_("months")
    IMMEDIATE = "immediate", N_("immediately")
    AFTER_INVESTIGATION = "after_investigation", N_("after investigation")
    PRACTICABLE = "as_soon_as_practicable", N_("as soon as practicable")
    NO_DELAY = "without_undue_delay", N_("without undue delay")
    ON_NOTICE = "on_notice", N_("on notice")


@dataclass(frozen=True, slots=True)
class Template:
    """A row of the table. ``texts`` holds rule, trigger, to_whom and notes by language.

    ``target`` is our own target in hours where the law has no fixed length, else None.
    """

    id: str
    jurisdiction: str
    types: frozenset[CrisisType]
    who: str
    value: int
    unit: Unit
    starts: str
    standing: Standing
    sureness: Sureness
    source: str
    default: str
    texts: dict[str, dict[str, str]]
    target: int | None

    @classmethod
    def of(cls, row: dict[str, str]) -> Self:
        """The template of a row in which nothing is said to be the same as above."""
        named = row["crisis_type"]
        types = CrisisType if named == "all" else map(CrisisType, named.split(";"))
        worked = row["deadline_unit"] == Unit.HOURS and "excluded" in row["day_count"]
        return cls(
            id=row["id"],
            jurisdiction=row["jurisdiction"].removesuffix(" (extra)"),
            types=frozenset(types),
            who=row["who_reports"],
            value=int(row["deadline_value"]),
            unit=Unit.WORKED_HOURS if worked else Unit(row["deadline_unit"]),
            starts=row["clock_starts_at"].replace(" ", "_"),
            standing=Standing(row["status"]),
            sureness=Sureness(row["certainty"]),
            source=row["source"],
            default=row["template_default"],
            texts={language: _texts(row, language) for language in LANGUAGES},
            target=int(row["internal_target_hours"]) if row["internal_target_hours"] else None,
        )

    def text(self, name: str) -> str:
        """Rule, trigger, to_whom or notes in the language spoken now."""
        return self.texts[spoken()][name]

    @property
    def fixed(self) -> bool:
        """Whether the law itself says a length of time."""
        return self.target is None

    @property
    def waits(self) -> bool:
        """Whether somebody has to say when it starts; knowing of the incident does not."""
        return self.starts in _LATER

    @property
    def offered(self) -> bool:
        """Whether it is proposed of its own accord."""
        return self.default.startswith("on")

    @property
    def for_food(self) -> bool:
        """Whether it is for food alone."""
        return "(food)" in self.default or self.id == "CN-FOOD-ACC"

    def fits(self, incident: Incident) -> bool:
        """Whether it is for an incident of this type, sub-type and place."""
        return (
            incident.type in self.types
            and self.jurisdiction in jurisdictions(incident)
            and (not self.for_food or incident.subtype == SubType.FOOD_SAFETY)
        )

    def due(self, start: Moment, calendar: Calendar) -> Moment:
        """When the law's time is up, or our own target is, in the offset of the start."""
        hours = self.target if self.target is not None else self.value
        unit = self.unit if self.fixed else Unit.HOURS
        when = _counted(start.local, unit, hours, calendar)
        exact = start.precision in (Precision.SECOND, Precision.MILLISECOND)
        return Moment.of(when, start.precision if exact else Precision.MINUTE, start.about)

    @property
    def length(self) -> str:
        """The time that the law gives, in its own unit."""
        n = self.value
        match self.unit:
            case Unit.HOURS:
                return ngettext("{n} hour", "{n} hours", n).format(n=n)
            case Unit.WORKED_HOURS:
                form = ngettext("{n} hour on working days", "{n} hours on working days", n)
                return form.format(n=n)
            case Unit.DAYS:
                return ngettext("{n} calendar day", "{n} calendar days", n).format(n=n)
            case Unit.WORKING_DAYS:
                return ngettext("{n} working day", "{n} working days", n).format(n=n)
            case Unit.MONTHS:
                return ngettext("{n} month", "{n} months", n).format(n=n)
        return self.unit.shown

    @property
    def start_said(self) -> str:
        """What starts it, in words."""
        return _(STARTS.get(self.starts, self.starts))


@cache
def templates() -> dict[str, Template]:
    """The shipped templates by their ids, in the order of the table."""
    with path("method", "statutory_clocks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for above, row in pairwise(rows):
        row.update({n: above[n] for n in ("rule", "trigger", "who_reports") if row[n] == SAME})
        row.update({n: above[n] for n in ("to_whom", "source") if row[n] == SAME})
    return {row["id"]: Template.of(row) for row in rows}


def jurisdictions(incident: Incident) -> tuple[str, ...]:
    """The codes of the places that an incident touches; the five of the course if it says none.

    ``CN`` is found in ``China (CN)``, too.
    """
    found = (re.findall(r"\b[A-Z]{2}\b", word.upper()) for word in incident.jurisdictions)
    codes = tuple(dict.fromkeys(code for each in found for code in each))
    return codes or JURISDICTIONS


def _texts(row: dict[str, str], language: str) -> dict[str, str]:
    end = f"_{language}"  # English has columns of its own only where the row says "same"
    names = ("rule", "trigger", "to_whom", "notes")
    return {name: row.get(name + end) or row[name] for name in names}


def _counted(start: datetime, unit: Unit, value: int, calendar: Calendar) -> datetime:
    match unit:
        case Unit.DAYS:
            return start + timedelta(days=value)
        case Unit.WORKING_DAYS:
            return calendar.days_after(start, value)
        case Unit.WORKED_HOURS:
            return calendar.hours_after(start, value)
        case Unit.MONTHS:
            years, month = divmod(start.month - 1 + value, 12)
            year = start.year + years
            day = min(start.day, monthrange(year, month + 1)[1])
            return start.replace(year=year, month=month + 1, day=day)
    return start + timedelta(hours=value)
