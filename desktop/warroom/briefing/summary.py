"""The bottom line in three sentences: as somebody typed it, else built from the record."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.briefing.editions import telling
from desktop.warroom.briefing.legal import remaining
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.choices import EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from desktop.warroom.shown_value import full
from resources import _

LONGEST = 200  # characters of an entry that a sentence quotes


def bottom_line(material: Material) -> Plain:
    """The sentences, and who said them; what nobody wrote is marked as built from the record."""
    typed = material.paper.bottom_line.strip()
    by = material.paper.author or material.operator
    note = _("Built from the record; nobody has written it.")
    if telling(material.paper).outside:
        note = ""
    elif typed:
        note = _("Written by {name}.").format(name=by) if by else ""
    rows = [*filter(None, map(str.strip, typed.splitlines()))] if typed else summary(material)
    return {"title": _("Bottom line"), "note": note, "typed": bool(typed), "rows": rows}


def summary(material: Material) -> list[str]:
    """Three sentences at most: where it stands, what weighs most, what comes next."""
    if telling(material.paper).narrow:
        return [*_said(material)]
    return [*_standing(material), *_weighs(material), *_next(material)]


def _said(material: Material) -> Iterator[str]:
    """What an edition for others leads with: what we have said in public last."""
    if not material.desk.releases:
        yield _("Nothing has been released yet.")
        return
    last = material.desk.releases[-1]
    when = stamp(last.at) if last.at else ""
    yield _("Last statement, {when}: {text}").format(when=when, text=_short(last.title))


def _standing(material: Material) -> Iterator[str]:
    incident, as_of = material.incident, material.as_of
    if t0 := incident.t0:
        yield _("{type}, {severity}, in phase {phase}, {span} after T0 ({t0}).").format(
            type=word(incident.type),
            severity=word(incident.severity),
            phase=word(incident.phase),
            span=shown.span(as_of.ms - t0.ms),
            t0=stamp(t0),
        )


def _weighs(material: Material) -> Iterator[str]:
    """The last decision; else the last key entry; else the last line of the log."""
    entries = material.entries
    if not entries:
        yield _("Nothing has been logged yet.")
        return
    decided = [entry for entry in entries if entry.kind == EntryKind.DECISION][-1:]
    key = [entry for entry in entries if entry.key][-1:]
    form = _("Last entry, {when}: {text}")
    if decided:
        form = _("Last decision, {when}: {text}")
    elif key:
        form = _("Last key entry, {when}: {text}")
    entry = (decided or key or [entries[-1]])[0]
    yield form.format(when=_when(entry), text=_short(entry.text))


def _next(material: Material) -> Iterator[str]:
    from desktop.warroom.briefing.ahead import coming  # it needs the material, too

    if due := coming(material):
        form = _("Next due, {when} (in {span}): {text}")
        span = remaining(due.at, material.as_of)
        yield form.format(when=stamp(due.at), span=span, text=_short(due.text))


def stamp(moment: Moment) -> str:
    """A moment in full: day, time as it was said, and its offset."""
    return full(moment, moment.local.tzinfo)


def _when(entry: Entry) -> str:
    return stamp(entry.happened_at) if entry.happened_at else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
