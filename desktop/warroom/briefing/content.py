"""A briefing as the template takes it: sections of plain data, every text ready to print."""

from desktop.warroom import shown
from desktop.warroom.briefing.actions import tasks
from desktop.warroom.briefing.annex import annex
from desktop.warroom.briefing.chronology import timeline
from desktop.warroom.briefing.decisions import decisions
from desktop.warroom.briefing.desk import sections as desk_sections
from desktop.warroom.briefing.figures import figures
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.media import coverage
from desktop.warroom.briefing.method import sections
from desktop.warroom.briefing.ready import ready
from desktop.warroom.briefing.staff import sections as staff_sections
from desktop.warroom.briefing.summary import stamp, summary
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.choices import Severity
from desktop.warroom.choices import shown as word
from desktop.warroom.clock_check import told
from resources import _


def content(material: Material) -> Plain:
    """The whole briefing as JSON-able data in the language spoken now."""
    return ready(
        {
            "language": material.language,
            "head": head(material),
            "summary": summary(material),
            "figures": figures(material),
            "sections": _sections(material),
            "seal": seal(material),
        }
    )


def head(material: Material) -> Plain:
    """What stands on the first page of a paper and on the edge of each."""
    incident, number = material.incident, material.number
    name = _("Preview") if number is None else _("Briefing {n}").format(n=number)
    elapsed = shown.span(material.as_of.ms - incident.t0.ms) if incident.t0 else ""
    return {
        "title": incident.title,
        "name": name,
        "classification": word(incident.classification),
        "level": word(incident.severity),
        "grave": incident.severity == Severity.CRITICAL,
        "drill": _("EXERCISE – NOT REAL") if incident.drill else "",
        "kind": _("{type} · phase {phase}").format(
            type=word(incident.type), phase=word(incident.phase)
        ),
        "as_of": _("As of {when}").format(when=stamp(material.as_of)),
        "elapsed": f"T+{elapsed}" if elapsed else "",
        "t0": _("T0 {when}").format(when=stamp(incident.t0)) if incident.t0 else "",
        "by": _("Operator: {name}").format(name=material.operator) if material.operator else "",
        "page": _("Page {n} of {all}"),
        "summary": _("Situation"),
        "figures": _("Figures"),
        "reason": _("Reason:"),
    }


def _sections(material: Material) -> list[Plain]:
    found = [
        *_method(material),
        *desk_sections(material.desk, str(material.incident.classification), material.as_of),
        timeline(material),
        decisions(material),
        tasks(material),
        coverage(material),
        *staff_sections(material.staff),
        annex(material),
    ]
    return [section for section in found if section["rows"]]


def _method(material: Material) -> list[Plain]:
    """The sections of the method, for the classification of this paper."""
    incident = material.incident
    return sections(
        material.method,
        str(incident.classification),
        incident.subtype,
        material.as_of,
        material.as_of.local,
    )


def seal(material: Material) -> Plain:
    """The anchor of a paper: where the journal of the room ended when it was made."""
    last = material.seal
    return {
        "title": _("Seal"),
        "text": _(
            "The journal of this room ends here with the line below. A copy in which this line "
            "cannot be found was changed or cut after this paper was printed."
        ),
        "clock": told(material.clock, material.as_of.local),
        "whole": last.whole,
        "spoken": last.spoken,
        "short": f"{last.device}:{last.number}:{last.hash[:12]}",
        "ms": material.as_of.ms,
    }
