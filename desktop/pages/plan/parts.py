"""The parts of plan and readiness: what each is called, and how it is made when it is asked for."""

from desktop.pages.parts.page import PartPlace
from resources import N_

_INCIDENT, _COMPANY = N_("This incident"), N_("The company")
PARTS = (
    PartPlace("facts", N_("Facts"), _INCIDENT, "desktop.pages.plan.facts:FactSheet"),
    PartPlace(
        "assessment", N_("Assessment"), _INCIDENT, "desktop.pages.plan.assessment:AssessmentPart"
    ),
    PartPlace("plan", N_("Plan"), _INCIDENT, "desktop.pages.plan.plan:PlanPart"),
    PartPlace("audiences", N_("Audiences"), _INCIDENT, "desktop.pages.plan.plan:AudiencePart"),
    PartPlace("decisions", N_("Decisions"), _INCIDENT, "desktop.pages.plan.decisions:DecisionPart"),
    PartPlace("outlook", N_("Outlook"), _INCIDENT, "desktop.pages.plan.outlook:OutlookPart"),
    PartPlace("phases", N_("Phases"), _INCIDENT, "desktop.pages.plan.phases:PhasesPart"),
    PartPlace("readiness", N_("Readiness"), _COMPANY, "desktop.pages.plan.readiness:ReadinessPart"),
    PartPlace("incidents", N_("Incidents"), _COMPANY, "desktop.pages.plan.incidents:IncidentPart"),
    PartPlace("team", N_("Team"), _COMPANY, "desktop.pages.plan.team:TeamPart"),
    PartPlace("playbooks", N_("Playbooks"), _COMPANY, "desktop.pages.plan.playbooks:PlaybookPart"),
    PartPlace("signals", N_("Signals"), _COMPANY, "desktop.pages.plan.signals:SignalPart"),
    PartPlace("risks", N_("Risks"), _COMPANY, "desktop.pages.plan.risks:RiskPart"),
    PartPlace("exercises", N_("Exercises"), _COMPANY, "desktop.pages.plan.company:ExercisePart"),
    PartPlace("drill", N_("Exercise on screen"), _COMPANY, "desktop.pages.plan.drill:DrillPart"),
    PartPlace(
        "relations", N_("Media relations"), _COMPANY, "desktop.pages.plan.company:media_part"
    ),
)
