"""The timeline in a briefing: what happened, in order, with what was struck through."""

from collections.abc import Iterator, Sequence

from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.annex import files_of
from desktop.warroom.briefing.annex import named as named_files
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.summary import stamp
from desktop.warroom.briefing.tables import Plain, link
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from resources import _

MOST_ENTRIES = 5_000  # a volume; more takes the typesetter over a gigabyte


def timeline(material: Material) -> Plain:
    """Every entry, the newest ``MOST_ENTRIES`` of them."""
    kept = list(material.entries)[-MOST_ENTRIES:]
    left = len(material.entries) - len(kept)
    note = (
        _("The newest {n} entries; {left} older ones are in the room.").format(
            n=f"{len(kept):,}", left=f"{left:,}"
        )
        if left
        else ""
    )
    files = files_of(material)
    mark = material.changes.mark
    rows = [{**line(entry, files.get(entry.id, ())), "mark": mark(entry)} for entry in kept]
    return {"form": "timeline", "title": _("Timeline"), "note": note, "rows": rows}


def line(entry: Entry, files: Sequence[Attachment] = ()) -> Plain:
    """One entry as the template takes it."""
    when = entry.happened_at
    return {
        "day": shown.long_day(when.local.date()) if when else "",
        "time": shown.time(when) if when else "",
        "zone": shown.zone_name(when.offset) if when else "",
        "kind": word(entry.kind),
        "tone": str(entry.kind),
        "text": entry.text,
        "struck": [str(old.get("text", "")) for old in entry.earlier],
        "reason": entry.reason or (_("reason missing") if entry.reason_missing else ""),
        "bare": entry.reason_missing,
        "key": entry.key,
        "meta": " · ".join((*_meta(entry), *named_files(files))),
        "url": link(entry.source_url),
    }


def _meta(entry: Entry) -> Iterator[str]:
    if entry.certainty != Certainty.UNCONFIRMED or entry.kind == EntryKind.FACT:
        yield word(entry.certainty)
    if entry.key:
        yield _("key entry")
    if entry.source:
        yield entry.source
    if entry.source_url and not link(entry.source_url):
        yield entry.source_url
    if entry.deadline:
        yield shown.deadline(stamp(entry.deadline), answer=entry.kind == EntryKind.MEDIA)
    for old in entry.earlier:
        yield _("corrected {at} by {by}").format(
            at=_clock(str(old.get("at", ""))), by=old.get("by", "")
        )
    if entry.author:
        yield _("logged by {name}").format(name=entry.author)


def _clock(text: str) -> str:
    try:
        return shown.time(Moment.parse(text))
    except ValueError:
        return text
