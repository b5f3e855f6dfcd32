"""The shift hand-over sheet: what stands, who is on duty, what is open, due and to be watched."""

from collections.abc import Iterator, Sequence

from desktop.warroom import shown
from desktop.warroom.briefing import ahead, decisions, desk
from desktop.warroom.briefing.legal import remaining
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.summary import bottom_line
from desktop.warroom.briefing.tables import Plain, at_home, filled, said, sentences, table
from desktop.warroom.choices import EntryKind, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.method.team import LONGEST_DUTY, Duty
from desktop.warroom.moment import Moment
from desktop.warroom.papers.front import Front, printed
from desktop.warroom.records import Entry
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Verdict
from desktop.warroom.statements.promises import OPEN, state
from resources import _, ngettext

HOUR = 3_600_000  # milliseconds
AHEAD = 12  # hours of deadlines: the longest duty (practice 2.8)
MOST = 12  # rows of a table: the sheet has one or two pages
ALARMS = 8
TEXT = 160  # characters of a text that a row quotes


def sheet(front: Front, material: Material) -> Plain:
    """The sheet at the instant of the paper, from what an edition of the room may tell."""
    with at_home(material.as_of.offset):
        duties = front.room.all(Duty)
        parts = filled([*_parts(material, duties)])
        paper = front.paper("sheet", _("Shift hand-over"))
        return printed(paper, parts=parts, lines=_to_write(), tight=True)


def _parts(material: Material, duties: Sequence[Duty]) -> Iterator[Plain]:
    since = begun(duties, material.as_of)
    bottom = bottom_line(material)
    yield sentences(_("State"), bottom["rows"])
    yield _on_duty(duties, material.as_of)
    yield _notes(duties, since)
    yield _deadlines(material)
    yield _tasks(material)
    yield _some(_promises(material))
    yield _some(desk.asked(material.desk, material.as_of))
    yield _some(_rumours(material))
    yield _decisions(material, since)
    yield _some(decisions.needed(material))
    yield _watch(material)
    yield _signs(material)


def begun(duties: Sequence[Duty], as_of: Moment) -> Moment:
    """When the shift began that ends now: with its first duty, at most the longest duty ago."""
    earliest = as_of.ms - LONGEST_DUTY * HOUR
    on_duty = [each.begun_at.ms for each in duties if each.begun_at and not each.ended_at]
    return Moment(max(earliest, min(on_duty, default=earliest)), as_of.offset)


def _on_duty(duties: Sequence[Duty], as_of: Moment) -> Plain:
    rows = [
        [
            each.person,
            word(each.role),
            said(each.begun_at),
            shown.lasting(round(each.hours(as_of) * HOUR)),
            _("Hand over now") if each.hours(as_of) > LONGEST_DUTY else "",
        ]
        for each in duties
        if each.ended_at is None
    ]
    head = [_("Person"), _("Role"), _("On duty since"), _("So far"), _("Note")]
    found = table(_("On duty"), head, ["1.4fr", "1.6fr", "auto", "auto", "auto"], rows)
    return found if rows else sentences(_("On duty"), [_("Nobody is entered as on duty.")])


def _notes(duties: Sequence[Duty], since: Moment) -> Plain:
    """What those who went off duty since the shift began have left for whoever comes next."""
    rows = [
        [said(each.ended_at), each.person, word(each.role), each.handed_to, each.note]
        for each in duties
        if each.ended_at and each.ended_at.ms >= since.ms
    ]
    head = [_("Off duty since"), _("Person"), _("Role"), _("Handed over to"), _("Hand-over note")]
    return table(_("Handed over in this shift"), head, ["auto", "1fr", "1fr", "1fr", "3fr"], rows)


def _deadlines(material: Material) -> Plain:
    until = material.as_of.ms + AHEAD * HOUR
    found = sorted(
        (each for each in ahead.due(material) if each.at.ms <= until), key=lambda each: each.at.ms
    )
    rows = [
        [said(each.at), remaining(each.at, material.as_of), _cut(each.text), each.kind, each.owner]
        for each in found
    ]
    head = [_("Due"), _("Left"), _("What"), _("Kind"), _("Owner")]
    title = _("Over, or due in the next {n} hours").format(n=AHEAD)
    return _some(table(title, head, ["auto", "auto", "3fr", "1fr", "1fr"], rows))


def _tasks(material: Material) -> Plain:
    """Open tasks by owner; those of nobody lead."""
    mine = [each for each in material.tasks if each.status != TaskStatus.DONE]
    mine.sort(key=lambda each: (each.owner != "", each.owner, each.due is None, _ms(each.due)))
    rows, before = [], None
    for each in mine[:MOST]:
        owner = each.owner or (
            _("nobody, {role}").format(role=word(each.role)) if each.role else ""
        )
        told = owner or _("nobody")
        late = each.overdue(material.as_of.ms)
        due = shown.aside(said(each.due), _("overdue")) if late else said(each.due)
        waits = each.blocked_by if each.status == TaskStatus.BLOCKED else ""
        rows.append(
            ["" if told == before else told, _cut(each.title), word(each.status), due, waits]
        )
        before = told
    head = [_("Owner"), _("Task"), _("Status"), _("Due"), _("Waits for")]
    widths = ["1.2fr", "3fr", "auto", "auto", "1.2fr"]
    found = table(_("Open tasks by owner"), head, widths, rows)
    return {**found, "note": _left(len(mine) - len(rows))}


def _promises(material: Material) -> Plain:
    now = material.as_of.ms
    rows = [
        [said(each.due), each.title, each.promised_to, each.owner, state(each, now).shown]
        for each in sorted(material.desk.promises, key=lambda each: _ms(each.due))
        if state(each, now) in OPEN
    ]
    head = [_("Due"), _("Promise"), _("Promised to"), _("Owner"), _("State")]
    return table(_("Promises"), head, ["auto", "3fr", "1.2fr", "1fr", "auto"], rows)


def _rumours(material: Material) -> Plain:
    found: list[Rumour] = [e for e in material.media.rumours if e.verdict == Verdict.OPEN]
    rows = [
        [said(each.heard_at), _cut(each.text), f"{each.heard or 1:,}", each.stage.shown, each.owner]
        for each in sorted(found, key=lambda each: _ms(each.heard_at))
    ]
    head = [_("First heard at"), _("Rumour"), _("Times heard"), _("How far"), _("Owner")]
    return table(
        _("Rumours that nobody has judged"), head, ["auto", "3fr", "auto", "1fr", "1fr"], rows
    )


def _decisions(material: Material, since: Moment) -> Plain:
    mine: list[Entry] = [
        each
        for each in material.entries
        if each.kind == EntryKind.DECISION and _ms(each.happened_at) >= since.ms
    ]
    rows = [
        [
            said(e.happened_at),
            _cut(e.text),
            _cut(e.reason) or _("reason missing"),
            said(e.review_at),
        ]
        for e in mine[-MOST:]
    ]
    title = _("Decisions since {when}").format(when=said(since))
    head = [_("Time"), _("Decision"), _("Reason"), _("Review at")]
    found = table(title, head, ["auto", "3fr", "2fr", "auto"], rows)
    return {**found, "note": _left(len(mine) - len(rows))}


def _watch(material: Material) -> Plain:
    """The warnings that hold, the gravest first, with what would end each."""
    mine = material.outlook.alarms
    rows = [
        [f"{each.severity}", _cut(each.warned.raised.said), each.warned.raised.clears]
        for each in mine[:ALARMS]
    ]
    head = [_("Severity"), _("Warning"), _("What would end it")]
    found = table(_("What to watch"), head, ["auto", "3fr", "2fr"], rows)
    return {**found, "note": _left(len(mine) - len(rows))}


def _signs(material: Material) -> Plain:
    rows = [
        [word(each.course), _cut(each.sign), _cut(each.prepared)]
        for each in material.outlook.forecasts
        if each.sign
    ]
    head = [_("Course"), _("How we would notice"), _("What we prepare")]
    return table(_("Signs of what may come"), head, ["auto", "2fr", "2fr"], rows)


def _some(part: Plain) -> Plain:
    """The first rows of a table; a note says how many more there are."""
    left = len(part["rows"]) - MOST
    if left <= 0:
        return part
    marks = part["marks"][:MOST]
    return {**part, "rows": part["rows"][:MOST], "marks": marks, "note": _left(left)}


def _left(count: int) -> str:
    if count <= 0:
        return ""
    said_left = ngettext("{n} more is in the room.", "{n} more are in the room.", count)
    return said_left.format(n=f"{count:,}")


def _cut(text: str) -> str:
    return text if len(text) <= TEXT else f"{text[: TEXT - 1].rstrip()}…"


def _to_write() -> Plain:
    """What is written by hand: the note for whoever comes next, and who hands over to whom."""
    return {
        "title": _("Hand-over note"),
        "count": 3,
        "fields": [_("Handed over by"), _("Taken over by"), _("Time"), _("Signatures")],
    }


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0
