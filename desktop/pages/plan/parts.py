"""The parts of plan and readiness: what each is called, and how it is made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.pages.plan.part import Part
from desktop.warroom.room import WarRoom
from resources import N_

Maker = Callable[[WarRoom, QWidget], Part]


@dataclass(frozen=True, slots=True)
class Place:
    """A part; ``label`` and ``group`` are message keys."""

    name: str
    label: str
    group: str
    make: Maker


def _facts(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.facts import FactSheet

    return FactSheet(room, parent)


def _plan(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.plan import PlanPart

    return PlanPart(room, parent)


def _assessment(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.assessment import AssessmentPart

    return AssessmentPart(room, parent)


def _audiences(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.plan import AudiencePart

    return AudiencePart(room, parent)


def _media(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.company import media_part

    return media_part(room, parent)


def _exercises(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.company import exercise_part

    return exercise_part(room, parent)


def _team(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.team import TeamPart

    return TeamPart(room, parent)


def _signals(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.signals import SignalPart

    return SignalPart(room, parent)


def _risks(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.risks import RiskPart

    return RiskPart(room, parent)


def _incidents(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.incidents import IncidentPart

    return IncidentPart(room, parent)


def _playbooks(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.playbooks import PlaybookPart

    return PlaybookPart(room, parent)


def _phases(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.phases import PhasesPart

    return PhasesPart(room, parent)


def _readiness(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.readiness import ReadinessPart

    return ReadinessPart(room, parent)


def _decisions(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.decisions import DecisionPart

    return DecisionPart(room, parent)


_INCIDENT, _COMPANY = N_("This incident"), N_("The company")
PARTS = (
    Place("facts", N_("Facts"), _INCIDENT, _facts),
    Place("assessment", N_("Assessment"), _INCIDENT, _assessment),
    Place("plan", N_("Plan"), _INCIDENT, _plan),
    Place("audiences", N_("Audiences"), _INCIDENT, _audiences),
    Place("decisions", N_("Decisions"), _INCIDENT, _decisions),
    Place("phases", N_("Phases"), _INCIDENT, _phases),
    Place("readiness", N_("Readiness"), _COMPANY, _readiness),
    Place("incidents", N_("Incidents"), _COMPANY, _incidents),
    Place("team", N_("Team"), _COMPANY, _team),
    Place("playbooks", N_("Playbooks"), _COMPANY, _playbooks),
    Place("signals", N_("Signals"), _COMPANY, _signals),
    Place("risks", N_("Risks"), _COMPANY, _risks),
    Place("exercises", N_("Exercises"), _COMPANY, _exercises),
    Place("relations", N_("Media relations"), _COMPANY, _media),
)
