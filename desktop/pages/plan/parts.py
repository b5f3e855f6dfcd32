"""The parts of plan and readiness: what each is called, and how it is made when it is asked for."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.page import PartPlace
from desktop.pages.parts.part import Part
from desktop.warroom.room import WarRoom
from resources import N_


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
    from desktop.pages.plan.company import ExercisePart

    return ExercisePart(room, parent)


def _drill(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.drill import DrillPart

    return DrillPart(room, parent)


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


def _outlook(room: WarRoom, parent: QWidget) -> Part:
    from desktop.pages.plan.outlook import OutlookPart

    return OutlookPart(room, parent)


_INCIDENT, _COMPANY = N_("This incident"), N_("The company")
PARTS = (
    PartPlace("facts", N_("Facts"), _INCIDENT, _facts),
    PartPlace("assessment", N_("Assessment"), _INCIDENT, _assessment),
    PartPlace("plan", N_("Plan"), _INCIDENT, _plan),
    PartPlace("audiences", N_("Audiences"), _INCIDENT, _audiences),
    PartPlace("decisions", N_("Decisions"), _INCIDENT, _decisions),
    PartPlace("outlook", N_("Outlook"), _INCIDENT, _outlook),
    PartPlace("phases", N_("Phases"), _INCIDENT, _phases),
    PartPlace("readiness", N_("Readiness"), _COMPANY, _readiness),
    PartPlace("incidents", N_("Incidents"), _COMPANY, _incidents),
    PartPlace("team", N_("Team"), _COMPANY, _team),
    PartPlace("playbooks", N_("Playbooks"), _COMPANY, _playbooks),
    PartPlace("signals", N_("Signals"), _COMPANY, _signals),
    PartPlace("risks", N_("Risks"), _COMPANY, _risks),
    PartPlace("exercises", N_("Exercises"), _COMPANY, _exercises),
    PartPlace("drill", N_("Exercise on screen"), _COMPANY, _drill),
    PartPlace("relations", N_("Media relations"), _COMPANY, _media),
)
