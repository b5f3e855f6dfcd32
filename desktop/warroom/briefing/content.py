"""A briefing as the template takes it: twelve sections and annexes, every text ready to print."""

from collections.abc import Callable, Iterator

from desktop.warroom import shown
from desktop.warroom.briefing import ahead, decisions, desk, impact, legal, media, method
from desktop.warroom.briefing.actions import actions
from desktop.warroom.briefing.annexes import annexes
from desktop.warroom.briefing.changed import Mark, changed
from desktop.warroom.briefing.editions import telling
from desktop.warroom.briefing.figures import figures
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.ready import ready
from desktop.warroom.briefing.staff import sections as staff_sections
from desktop.warroom.briefing.summary import bottom_line, stamp
from desktop.warroom.briefing.tables import Plain, at_home, filled, sentences
from desktop.warroom.briefing.tone_chart import tone_chart
from desktop.warroom.choices import Edition, Severity
from desktop.warroom.choices import shown as word
from desktop.warroom.clock_check import told
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Entry
from resources import _

LONGEST = 110  # characters of a text on the first page; the sections have all of it


def content(material: Material) -> Plain:
    """The whole briefing as JSON-able data in the language spoken now (practice 2.9)."""
    with at_home(material.as_of.offset):
        return ready(
            {
                "language": material.language,
                "size": "us-letter" if material.paper.size == "letter" else "a4",
                "head": head(material),
                "first": _first(material),
                "sections": [*_sections(material)],
                "annexes": [*annexes(material)],
                "marks": {str(mark): mark.shown for mark in Mark},
                "seal": seal(material),
            }
        )


def head(material: Material) -> Plain:
    """What stands on the first page of a paper and on the edge of each."""
    incident, number = material.incident, material.number
    name = _("Preview") if number is None else _("Briefing {n}").format(n=number)
    if material.paper.edition != Edition.ROOM:
        name = f"{name} · {word(material.paper.edition)}"
    elapsed = shown.span(material.as_of.ms - incident.t0.ms) if incident.t0 else ""
    return {
        "title": incident.title,
        "name": name,
        "classification": word(incident.classification),
        "level": word(incident.severity),
        "grave": incident.severity == Severity.CRITICAL,
        "drill": _("EXERCISE – NOT REAL") if incident.drill else "",
        "kind": _kind(material),
        "as_of": _("As of {when}").format(when=stamp(material.as_of)),
        "elapsed": f"T+{elapsed}" if elapsed else "",
        "t0": _("T0 {when}").format(when=stamp(incident.t0)) if incident.t0 else "",
        "by": _("Operator: {name}").format(name=material.operator) if material.operator else "",
        "zone": _("Times are {zone} where they name no other.").format(
            zone=shown.zone_name(material.as_of.offset)
        ),
        "page": _("Page {n} of {all}"),
        "reason": _("Reason:"),
        "annex": _("Annex {letter}"),
    }


def _kind(material: Material) -> str:
    kind = word(material.incident.type)
    if telling(material.paper).outside:
        return kind
    return _("{type} · phase {phase}").format(type=kind, phase=word(material.incident.phase))


def _first(material: Material) -> Plain:
    """The page that stands alone; a narrow edition has neither figures nor what is due on it."""
    if telling(material.paper).narrow:
        first = {"title": _("Situation report"), "details": [*_details(material)]}
        none = dict.fromkeys(("figures", "chart", "due", "needed"))
        return {**first, "bottom": bottom_line(material), **none}
    return {
        "title": _("Situation report"),
        "details": [*_details(material)],
        "bottom": bottom_line(material),
        "figures": {"title": _("Figures"), "rows": figures(material)},
        "chart": tone_chart(material),
        "due": _some(ahead.deadlines(material), ahead.MOST_DUE),
        "needed": _some(decisions.needed(material), 3, _("{n} more stand in section 9.")),
    }


def _some(part: Plain, most: int, form: str = "") -> Plain:
    """The first rows of a table, cut to fit the first page; a note says how many more there are."""
    left = len(part["rows"]) - most
    note = form.format(n=left) if left > 0 else part["note"]
    rows = [[_cut(cell) for cell in row] for row in part["rows"][:most]]
    return {**part, "rows": rows, "marks": part["marks"][:most], "note": note}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _details(material: Material) -> Iterator[list[str]]:
    paper, incident = material.paper, material.incident
    whom = shown.listed(paper.distribution) or _("as its classification allows")
    yield [_("Situation report"), _("Preview") if material.number is None else str(material.number)]
    yield [_("As of"), stamp(material.as_of)]
    if telling(paper).outside:
        return
    yield [_("T0"), stamp(incident.t0) if incident.t0 else _("unknown")]
    yield [_("Author"), paper.author or material.operator or _("unknown")]
    yield [_("Distribution"), whom]
    yield [_("Next report"), ahead.next_said(material)]


def _sections(material: Material) -> Iterator[Plain]:
    """The sections from the third on; one that tells nothing says so, and no number is missing."""
    told = telling(material.paper).sections
    mine = [each for place, each in enumerate(_parts(material), 3) if place in told]
    for number, (title, parts, none) in enumerate(mine, 3):
        yield {"number": str(number), "title": title, "parts": filled(parts), "none": none}


def _parts(material: Material) -> Iterator[tuple[str, list[Plain], str]]:
    paper, changes, as_of = str(material.incident.classification), material.changes, material.as_of
    nothing = _("Nothing is recorded.")
    known = method.facts(material.method, paper, changes)
    compared = [] if telling(material.paper).narrow else [_changed(material)]
    yield _("Situation"), [*known, *compared], nothing
    yield _("Impact"), [*_impact(material)], nothing
    yield _("Actions"), [*actions(material), method.measures(material.method, changes)], nothing
    yield _("Media and opinion"), [*_media(material)], nothing
    yield _("Employees"), [*staff_sections(material.staff)], nothing
    mine = legal.clocks(_("Legal clocks"), material.legal, as_of, changes)
    more = legal.clocks(_("Other clocks"), legal.others(material.method.clocks), as_of, changes)
    yield _("Legal clocks"), [mine, more, desk.promised(material.desk, as_of)], nothing
    yield _("Decisions"), [decisions.needed(material), decisions.made(material)], nothing
    yield _("Risks and forecast"), [*_risks(material)], nothing
    yield _("Open alarms"), [ahead.alarms(material)], _("No alarm is open.")
    yield _("Next report"), [ahead.next_report(material)], nothing


def _changed(material: Material) -> Plain:
    if material.changes.number is None:
        return sentences(
            "", [_("This is the first numbered briefing: nothing to compare it with.")]
        )
    found = changed(material.changes, _tellable(material))
    if found["rows"] or found["note"]:
        return found
    return sentences(found["title"], [_("Nothing has changed.")])


def _tellable(material: Material) -> Callable[[Record], bool]:
    paper = str(material.incident.classification)

    def listed(record: Record) -> bool:
        if isinstance(record, Fact):
            return method.may_be_told(record.sensitivity, paper)
        if isinstance(record, Entry) and record.privileged:
            return method.may_be_told("privileged", paper)
        return True

    return listed


def _impact(material: Material) -> Iterator[Plain]:
    changes, as_of = material.changes, material.as_of
    yield impact.people(material.impact, changes)
    yield from method.impact(material.method, as_of.local, changes)
    yield impact.remedies(material.impact, as_of, changes)


def _media(material: Material) -> Iterator[Plain]:
    changes = material.changes
    yield media.opinion(material.media, material.coverage)
    yield media.top(material.coverage, changes)
    yield media.rumours(material.media, changes)
    yield desk.asked(material.desk, material.as_of)
    yield desk.comments(material.desk)


def _risks(material: Material) -> Iterator[Plain]:
    yield ahead.forecasts(material)
    yield method.assessment(material.method, material.incident.subtype)
    yield method.risks(material.method, material.changes)


def seal(material: Material) -> Plain:
    """The anchor of a paper: where the journal of the room ended when it was made."""
    last, outside = material.seal, telling(material.paper).outside
    return {
        "title": _("Seal"),
        "text": _(
            "The journal of this room ends here with the line below. A copy in which this line "
            "cannot be found was changed or cut after this paper was printed."
        ),
        "clock": "" if outside else told(material.clock, material.as_of.local),
        "whole": last.whole,
        "anchor": last.anchor,
        "spoken": last.spoken,
        "short": f"{last.device}:{last.number}:{last.hash[:12]}",
        "ms": material.as_of.ms,
    }
