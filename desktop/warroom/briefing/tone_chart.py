"""The tone chart of a briefing: media items by hour and tone, and a sentence that says it."""

from collections import Counter
from collections.abc import Sequence

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.choices import Tone
from desktop.warroom.records import Coverage
from resources import _

HOUR = 3_600_000  # milliseconds
MOST = 48  # bars
STEPS = (1, 2, 3, 6, 12, 24, 72, 168)  # hours of a bar
ORDER = (Tone.NEGATIVE, Tone.MIXED, Tone.NEUTRAL, Tone.NOT_RATED, Tone.POSITIVE)


def tone_chart(material: Material) -> Plain | None:
    """Bars from the first item to the instant of the paper; None without media items."""
    items = [each for each in material.coverage if each.published_at and not each.company]
    items = [each for each in items if _ms(each) <= material.as_of.ms]
    if not items:
        return None
    offset = material.as_of.offset * 60_000
    step = _step(min(map(_ms, items)), material.as_of.ms) * HOUR
    first, last = ((ms + offset) // step for ms in (min(map(_ms, items)), material.as_of.ms))
    counts = Counter(((_ms(each) + offset) // step, str(each.tone)) for each in items)
    bars = [[counts[n, str(tone)] for tone in ORDER] for n in range(first, last + 1)]
    return {
        "title": shown.listed((_("Media items by tone"), _per(step // HOUR))),
        "tones": [[tone.value, tone.shown] for tone in ORDER],
        "bars": bars,
        "most": max(map(sum, bars)),
        "labels": _labels(material, range(first, last + 1), step),
        "alt": _alt(items, bars),
    }


def _step(first: int, last: int) -> int:
    hours = (last - first) // HOUR + 2
    return next((each for each in STEPS if hours / each <= MOST), STEPS[-1])


def _per(hours: int) -> str:
    return _("per hour") if hours == 1 else _("per {n} h").format(n=hours)


def _labels(material: Material, bars: range, step: int) -> list[list[object]]:
    """Where a bar is named, and how: about eight of them, the day where it is another."""
    every, found, before = max(1, -(-len(bars) // 8)), list[list[object]](), None
    for place in range(0, len(bars), every):
        ms = bars[place] * step - material.as_of.offset * 60_000
        local = type(material.as_of)(ms, material.as_of.offset).local
        day = shown.day(local.date())
        named = f"{day} {local:%H:%M}" if day != before else f"{local:%H:%M}"
        found.append([place, named if step < 24 * HOUR else day])
        before = day
    return found


def _alt(items: Sequence[Coverage], bars: Sequence[Sequence[int]]) -> str:
    counts = Counter(str(each.tone) for each in items)
    told = [shown.labelled(tone.shown, f"{counts[str(tone)]:,}") for tone in ORDER]
    form = _("{n} media items by tone: {tones}. Most at a time: {most}.")
    most = max(map(sum, bars))
    return form.format(n=f"{len(items):,}", tones=shown.listed(told), most=f"{most:,}")


def _ms(item: Coverage) -> int:
    assert item.published_at
    return item.published_at.ms
