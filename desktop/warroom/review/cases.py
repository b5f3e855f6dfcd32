"""Cases to learn from: the course's five, the company's own closed incidents, and further ones."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.warroom import shown
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.fields import Shape, declare
from desktop.warroom.method.plan import Measure
from desktop.warroom.playbooks.plan import said
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.review.records import Review
from desktop.warroom.selection import Selection
from resources import N_, _, path

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Case(Record):
    """A crisis of some company: what caused it, what was done, how it ended (seed 21)."""

    kind_name = "case"
    shown_name = N_("Case")
    company_wide = True

    company: str = declare(Shape.TEXT, N_("Company"), "", needed=True)
    year: str = declare(Shape.TEXT, N_("Year"), "", also=("date",))
    type: CrisisType | str = declare(Shape.CHOICE, N_("Crisis type"), "", choices=CrisisType)
    cause: str = declare(Shape.PROSE, N_("Cause"), "", also=("causes",))
    measures: str = declare(Shape.PROSE, N_("Measures"), "", also=("measure",))
    result: str = declare(Shape.PROSE, N_("Result"), "", also=("outcome",))
    source: str = declare(Shape.TEXT, N_("Source"), "")
    verified: bool = declare(Shape.FLAG, N_("Verified"), False)


@dataclass(frozen=True, slots=True)
class Shown:
    """A case in the list, where it comes from, and the incident or record behind it, if any."""

    case: Case
    origin: str
    behind: Incident | Case | None = None


def course_cases() -> list[Case]:
    """The five of the course, in the language spoken now; they are examples and not verified."""
    note = _("Course example, not verified")
    return [
        Case(
            company=said(each["company"]),
            year=each["year"],
            type=CrisisType(each["type"]),
            cause=said(each["cause"]),
            measures=said(each["measures"]),
            result=said(each["result"]),
            source=shown.labelled(note, f"{_('Course')} {each['seed']}"),
        )
        for each in _shipped()
    ]


def own_case(room: "Reading", incident: Incident) -> Case:
    """An incident of this room as a case, from its reviews and measures."""
    reviews = _of(room, Review, incident)
    measures = [each.text for each in _of(room, Measure, incident)]
    at = incident.began_at or incident.t0
    return Case(
        company=incident.title,
        year=str(at.local.year) if at else "",
        type=incident.type,
        cause="\n".join(filter(None, (each.causes for each in reviews))),
        measures="\n".join(measures),
        result="\n".join(filter(None, (each.summary for each in reviews))),
        source=_("This room"),
        verified=True,
    )


def cases(room: "Reading", words: str = "") -> list[Shown]:
    """All cases that hold every word: our own first, then those noted, then the course's."""
    return [each for each in _every(room) if _says(each.case, words.casefold().split())]


def _every(room: "Reading") -> Iterator[Shown]:
    for incident in room.incidents():
        if incident.closed_at and not incident.drill:
            yield Shown(own_case(room, incident), _("Our own"), incident)
    for case in room.all(Case):
        origin = _("Verified") if case.verified else _("Not verified")
        yield Shown(case, origin, case)
    for case in course_cases():
        yield Shown(case, _("Course example, not verified"))


def _says(case: Case, words: Iterable[str]) -> bool:
    """Whether company, year, type, cause, measures and result hold every one of the words."""
    parts = (case.company, case.year, word(case.type), case.cause, case.measures, case.result)
    text = "\n".join(parts).casefold()
    return all(each in text for each in words)


def _of(room: "Reading", kind: type[Any], incident: Incident) -> list[Any]:
    """The records of a kind that belong to an incident, on screen or not."""
    held = "" if incident.id == room.incidents()[0].id else incident.id
    mine = (("incident", (held,)),)
    return room.records(Selection(kind=kind, equal=mine, everywhere=True))


@cache
def _shipped() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path("method", "cases.json").read_bytes())
    return found


KINDS = (Case,)
