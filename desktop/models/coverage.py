"""Media items in the words, signs and colours of the coverage table and chart."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from desktop.models.cells import Cell, Column
from desktop.models.clips import Clips, sign, told
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import Carried, EntryKind, Tone
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from desktop.warroom.shown_value import full
from desktop.warroom.tones import ToneCounts
from resources import _, ngettext
from resources.visible import visible
from widgets.chart_axis import Mark
from widgets.chart_table import ChartRow
from widgets.table_cell import CellChip
from widgets.theme import Token
from widgets.tone_hours import HOUR_MS, VISIBLE, HourTone

MOST_MARKS = 200
TURNS = (EntryKind.STATEMENT, EntryKind.DECISION)
SIGNS = {
    Tone.NEGATIVE: ("−", Token.BAD),
    Tone.NEUTRAL: ("○", Token.MUTED),
    Tone.POSITIVE: ("+", Token.GOOD),
    Tone.MIXED: ("±", Token.WARN),
}

CARRIED = {
    Carried.RIGHT: ("✓", Token.GOOD),
    Carried.WRONG: ("✗", Token.BAD),
    Carried.NONE: ("–", Token.MUTED),
}


def columns(
    room: WarRoom, copies: Mapping[str, int], clips: Clips | None = None
) -> tuple[Column, ...]:
    """The columns of the table; ``copies`` says for how many items the row of a story stands."""

    def headline(item: Coverage, _now: Moment) -> Cell:
        text = visible(item.headline)
        more = copies.get(item.story, 0) - 1 if item.story else 0
        said = ngettext("and {n} more", "and {n} more", more).format(n=more) if more > 0 else ""
        text = shown.aside(f"{text}  ", said) if said else text
        n = clips.of(item.id) if clips else 0
        return Cell(f"{text}   {sign(n)}", told=told(n)) if n else Cell(text)

    def time(item: Coverage, _now: Moment) -> Cell:
        return _time(item.published_at, room)

    def answer(item: Coverage, now: Moment) -> Cell:
        return answer_cell(item, now, room.zone)

    return (
        Column("published_at", _("Time"), time),
        Column("outlet", _("Outlet"), _outlet),
        Column("outlet_kind", _("Kind"), _kind),
        Column("headline", _("Headline"), headline, grows=True),
        Column("tone", _("Tone"), tone_cell),
        Column("carried", _("Message"), carried_cell),
        Column("reach", _("Reach"), _reach, figures=True),
        Column("story", _("Story"), _story),
        Column("answer_due", _("Answer"), answer),
    )


def panel_columns(room: WarRoom) -> tuple[Column, ...]:
    """The few columns that the dashboard has room for, in few words."""

    def time(item: Coverage, now: Moment) -> Cell:
        full_ = _time(item.published_at, room)
        if item.published_at is None:
            return full_
        near = now.ms - item.published_at.ms < 24 * HOUR_MS
        local = item.published_at.local.astimezone(room.zone)
        text = shown.short_time(item.published_at, room.zone) if near else shown.day(local.date())
        return Cell(text, full_.token, told=full_.told)

    def said(item: Coverage, _now: Moment) -> Cell:
        return Cell(shown.labelled(visible(item.outlet), visible(item.headline)))

    def answer(item: Coverage, now: Moment) -> Cell:
        found = answer_cell(item, now, room.zone)
        return Cell(_("answered"), found.token, told=found.text) if item.answered_at else found

    return (
        Column("published_at", _("Time"), time),
        Column("headline", _("Headline"), said, grows=True),
        Column("tone", _("Tone"), tone_cell),
        Column("answer_due", _("Answer"), answer),
    )


def tone_cell(item: Coverage, _now: Moment) -> Cell:
    """The tone as a chip with its sign; not rated is a calm word, not a tone."""
    said = word(item.tone).lower()
    if item.tone == Tone.NOT_RATED:
        return Cell(said, Token.FAINT)
    sign, token = SIGNS.get(item.tone, ("?", Token.WARN))  # type: ignore[call-overload]
    told = (
        "" if isinstance(item.tone, Tone) else _("A tone of another version; it is kept as it is.")
    )
    return Cell(said, chip=CellChip(f"{sign} {visible(said)}", token), told=told)


def carried_cell(item: Coverage, _now: Moment) -> Cell:
    """Whether an item carries our message, in a sign; who is quoted stands in the tooltip."""
    sign, token = CARRIED.get(item.carried, ("", Token.FAINT))  # type: ignore[call-overload]
    quote = _("Quotes {name}").format(name=visible(item.quoted)) if item.quoted else ""
    told = shown.listed(filter(None, (visible(word(item.carried)), quote)))
    return Cell(sign, token, told=told)


def answer_cell(item: Coverage, now: Moment, zone: tzinfo | None) -> Cell:
    """Whether an answer is due, late or given."""
    here = now.local.astimezone(zone)
    if item.answered_at:
        said = shown.when(item.answered_at, here)
        return Cell(_("answered {time}").format(time=said), Token.MUTED)
    if not item.answer_due:
        return Cell()
    late = now.ms - item.answer_due.ms
    if late >= 0:
        text = _("late {span}").format(span=shown.lasting(late))
        return Cell(text, chip=CellChip(text, Token.BAD), told=full(item.answer_due, zone))
    said = shown.when(item.answer_due, here)
    text = _("answer {time}").format(time=said)
    return Cell(text, chip=CellChip(text, Token.WARN), told=full(item.answer_due, zone))


def _time(moment: Moment | None, room: WarRoom) -> Cell:
    if moment is None:
        return Cell()
    return Cell(shown.when(moment, room.here()), Token.MUTED, told=full(moment, room.zone))


def _outlet(item: Coverage, _now: Moment) -> Cell:
    return Cell(visible(item.outlet))


def _kind(item: Coverage, _now: Moment) -> Cell:
    return Cell(visible(word(item.outlet_kind)), Token.MUTED)


def _reach(item: Coverage, _now: Moment) -> Cell:
    return Cell("–" if item.reach is None else f"{item.reach:,}", Token.MUTED)


def _story(item: Coverage, _now: Moment) -> Cell:
    return Cell(visible(item.story), Token.MUTED)


# the chart


def tone_hours(room: WarRoom, selection: Selection[Coverage]) -> list[HourTone]:
    """The hours from the first item to the last, at most three days of them, none left out."""
    counted = room.by_hour(selection, "tone")
    if not counted:
        return []
    last = counted[-1][0]
    first = max(counted[0][0], last - (VISIBLE - 1) * HOUR_MS)
    tones: dict[int, dict[str, int]] = {}
    for start, tone, count in counted:
        tones.setdefault(start, {})[tone] = count
    zone = room.zone
    return [_hour(at, tones.get(at, {}), zone) for at in range(first, last + HOUR_MS, HOUR_MS)]


def drawn(change: Change) -> bool:
    """Whether a commit touches what a chart shows: an item, what we said or what we decided."""
    entries = (r for r in (change.before, change.after) if isinstance(r, Entry))
    return change.kind is Coverage or any(e.kind in TURNS for e in entries)


def statements(room: WarRoom, since: int) -> list[Mark]:
    """Our own statements from ``since`` (UTC milliseconds) on, as marks on the chart."""
    return _marks(room, since, (EntryKind.STATEMENT,))


def turning_points(room: WarRoom, since: int) -> list[Mark]:
    """What we said and what we decided from ``since`` (UTC milliseconds) on, as marks."""
    return _marks(room, since, TURNS)


def _marks(room: WarRoom, since: int, kinds: Sequence[EntryKind]) -> list[Mark]:
    wanted = timeline(equal=(("kind", tuple(kinds)),), within=(("happened_at", since, None),))
    here = room.here()
    return [
        Mark(
            e.happened_at.ms,
            visible(e.text)[:120],
            e.id,
            shown.when(e.happened_at, here),
            e.kind == EntryKind.DECISION,
        )
        for e in room.records(wanted, MOST_MARKS)
        if e.happened_at
    ]


def summary(counts: ToneCounts) -> str:
    """The counts in words, with percentages where there are enough rated items."""
    parts = [_part(counts, tone) for tone in SIGNS if counts.of(tone)]
    unrated = counts.total - counts.rated
    if unrated:
        parts.append(_("{n} not rated").format(n=f"{unrated:,}"))
    if counts.rated and counts.too_few:
        parts.append(_("too few for percentages"))
    return " · ".join(parts)


def told_hour(start: int, zone: tzinfo | None) -> str:
    """``14:00–15:00``, with its day, for an hour from ``start`` (UTC milliseconds)."""
    begin = _at(start, zone)
    end = begin + timedelta(hours=1)
    return f"{shown.day(begin.date())} {begin:%H:%M}–{end:%H:%M}"


def _part(counts: ToneCounts, tone: Tone) -> str:
    sign, _token = SIGNS[tone]
    percent = counts.percent(tone)
    said = f"{sign} {counts.of(tone):,} {word(tone).lower()}"
    return said if percent is None else shown.aside(said, f"{percent} %")


def _hour(start: int, tones: Mapping[str, int], zone: tzinfo | None) -> HourTone:
    begin = _at(start, zone)
    known = {tone: tones.get(tone, 0) for tone in ("negative", "neutral", "positive", "mixed")}
    rest = sum(tones.values()) - sum(known.values())
    day = shown.day(begin.date())
    return HourTone(
        start, f"{begin:%H}", **known, not_rated=rest, day=day, told=told_hour(start, zone)
    )


def _at(ms: int, zone: tzinfo | None) -> datetime:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)).astimezone(zone)


def hour_rows(hours: Sequence[HourTone]) -> list[ChartRow]:
    """The hours that had items, the newest first: each tone, and all."""
    tones = ("negative", "neutral", "positive", "mixed", "not_rated")
    return [
        ChartRow(h.start_ms, h.told, (*(h.count(tone) for tone in tones), h.total))
        for h in reversed(hours)
        if h.total
    ]


def peak(hours: Sequence[HourTone]) -> str:
    """The hour that had most items, in a sentence; empty without any item."""
    if not any(hour.total for hour in hours):
        return ""
    most = max(hours, key=lambda hour: hour.total)
    return _("Most in one hour: {n}, {hour}.").format(n=f"{most.total:,}", hour=most.told)
