"""An entry in the words and colours of a timeline row."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from desktop.models.kind_token import kind_token
from desktop.warroom import shown
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Entry
from desktop.warroom.shown_value import full
from resources import _, ngettext
from resources.visible import visible
from widgets.theme import Token
from widgets.timeline_row import Meta, TimelineRow


def entry_row(
    entry: Entry, zone: tzinfo | None, now_ms: int, places: Sequence[str] = ()
) -> TimelineRow:
    """The row for an entry, its times in ``zone``; ``now_ms`` (UTC) tells late deadlines.

    ``places`` are further zones, as a room keeps them, whose time the tooltip tells too.
    """
    said = entry.happened_at
    local = said.local.astimezone(zone) if said else None
    time = _time(said, zone) if said else ""
    return TimelineRow(
        id=entry.id,
        day=shown.long_day(local) if local else "",
        time=time,
        dot=kind_token(entry.kind),
        lead=_("{kind}:").format(kind=word(entry.kind)) if _leads(entry) else "",
        struck=tuple(visible(str(old.get("text", ""))) for old in entry.earlier),
        corrected=_corrected(entry, zone),
        text=visible(entry.text),
        reason=_("Reason: {why}").format(why=visible(entry.reason)) if entry.reason else "",
        meta=tuple(_meta(entry, zone, now_ms)),
        key=entry.key,
        faded=entry.certainty == Certainty.REFUTED,
        tooltip=_tooltip(entry, zone, places),
        told=f"{time} {shown.labelled(word(entry.kind), visible(entry.text))}",
    )


def _time(said: Moment, zone: tzinfo | None) -> str:
    """The time of day; of a day that was said alone, and is not the one here, that day."""
    if said.precision is Precision.DAY and said.local.date() != said.local.astimezone(zone).date():
        return shown.day_said(said)
    return shown.short_time(said, zone)


def _leads(entry: Entry) -> bool:
    return entry.kind == EntryKind.DECISION


def _corrected(entry: Entry, zone: tzinfo | None) -> str:
    if not entry.earlier:
        return ""
    try:
        at = shown.short_time(Moment.parse(str(entry.earlier[-1].get("at", ""))), zone)
    except ValueError:
        return _("Corrected:")
    return _("Corrected {time}:").format(time=at)


def _meta(entry: Entry, zone: tzinfo | None, now_ms: int) -> Iterator[Meta]:
    if _leads(entry):
        yield Meta(visible(entry.author))
    elif entry.kind == EntryKind.FACT:
        yield Meta(shown.listed((word(entry.kind), word(entry.certainty).lower())))
    else:
        yield Meta(word(entry.kind))
    if entry.reason_missing:
        yield Meta(_("reason missing"), Token.WARN)
    if entry.key:
        yield Meta(_("★ key"))
    if entry.privileged:
        yield Meta(_("Legally privileged"))
    if entry.people:
        yield Meta(visible(" ".join(f"@{name}" for name in entry.people)))
    if entry.tags:
        yield Meta(visible(" ".join(f"#{tag}" for tag in entry.tags)))
    if entry.source:
        yield Meta(visible(entry.source), Token.FAINT)
    if entry.deadline:
        late = entry.deadline.ms <= now_ms
        time, media = _due(entry.deadline, zone, now_ms), entry.kind == EntryKind.MEDIA
        said = shown.deadline(time, answer=media, late=late)
        yield Meta(said, Token.BAD if late else Token.WARN)
    if entry.earlier:
        n = len(entry.earlier)
        yield Meta(ngettext("{n} correction", "{n} corrections", n).format(n=n))


def _due(deadline: Moment, zone: tzinfo | None, now_ms: int) -> str:
    """The time alone when the deadline is within a day of now, else with its day."""
    time = shown.short_time(deadline, zone)
    near = abs(deadline.ms - now_ms) < 12 * 3_600_000
    return time if near else f"{shown.day(deadline.local.astimezone(zone))} {time}"


def _tooltip(entry: Entry, zone: tzinfo | None, places: Sequence[str]) -> str:
    happened = full(entry.happened_at, zone) if entry.happened_at else "–"
    lines = [_("Happened {when}").format(when=happened)]
    if entry.happened_at and places:
        from desktop.warroom.zones import elsewhere, zones  # most rooms have but one

        lines += map(visible, elsewhere(entry.happened_at, zones(places)))
    if entry.recorded_at:
        lines.append(_("Recorded {when}").format(when=full(entry.recorded_at, zone)))
    if entry.author:
        lines.append(_("Logged by {name}").format(name=visible(entry.author)))
    if entry.source:
        lines.append(_("Source: {source}").format(source=visible(entry.source)))
    return "\n".join(lines)
