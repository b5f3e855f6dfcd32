"""The media in a briefing: volume and tone in figures, the items that weigh most, and rumours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from desktop.warroom import shown
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.tables import Plain, link, said, table
from desktop.warroom.choices import shown as word
from desktop.warroom.coverage_figures import Figure, FigureName, coverage_figures
from desktop.warroom.moment import Moment
from desktop.warroom.opinion import PROMINENCE, TIERS
from desktop.warroom.reading import Reading
from desktop.warroom.records import Coverage
from desktop.warroom.staff_voices import Rumour
from resources import _

TOP = 8  # items that weigh most
_SIGNED = (FigureName.NET, FigureName.WEIGHTED, FigureName.ACCELERATION)
_SHARES = (
    *(FigureName.PULL, FigureName.DISTORTION, FigureName.VOICE),
    *(FigureName.QUOTES, FigureName.CORRECTED),
)


@dataclass(frozen=True, slots=True)
class Media:
    """The figures of coverage at the instant of the paper, and rumours among staff."""

    figures: Sequence[Figure] = ()
    rumours: Sequence[Rumour] = ()

    @classmethod
    def of(cls, room: Reading, as_of: Moment) -> Self:
        """What a room holds of it."""
        return cls(coverage_figures(room, as_of), room.all(Rumour))


def opinion(media: Media, items: Sequence[Coverage]) -> Plain:
    """The figures, each with the count behind it; of a room without media items nothing."""
    mine = [each for each in media.figures if each.of or each.value]
    rows = [[each.name.shown, _value(each), _counted(each)] for each in mine] if items else []
    head = [_("Figure"), _("Value"), _("Counted")]
    return table(_("Volume and tone"), head, ["2fr", "1fr", "1fr"], rows)


def top(items: Sequence[Coverage], changes: Changes) -> Plain:
    """The items that weigh most: by tier, prominence and reach, the newest first among equals."""
    mine = sorted((each for each in items if not each.company), key=_weight, reverse=True)[:TOP]
    return _items(_("Items that weigh most"), mine, changes)


def coverage(items: Sequence[Coverage], changes: Changes) -> Plain:
    """Every item, the earliest first."""
    return _items(_("Media coverage"), sorted(items, key=_ms), changes)


def rumours(media: Media, changes: Changes) -> Plain:
    """Every rumour with its verdict and what it rests on."""
    mine = sorted(media.rumours, key=lambda each: each.heard_at.ms if each.heard_at else 0)
    rows = [
        [
            each.text,
            said(each.heard_at),
            f"{each.heard or 1:,}",
            word(each.verdict),
            each.evidence,
            each.stage.shown,
        ]
        for each in mine
    ]
    head = [_("Rumour"), _("First heard at"), _("Times heard"), _("Verdict"), _("Evidence")]
    widths = ["2fr", "auto", "auto", "auto", "1.6fr", "auto"]
    marks = changes.marks(mine)
    return table(_("Rumours"), [*head, _("How far")], widths, rows, marks=marks)


def _items(title: str, items: Sequence[Coverage], changes: Changes) -> Plain:
    rows = [
        [
            said(item.published_at),
            item.outlet,
            item.headline,
            word(item.tone),
            f"{item.reach:,}" if item.reach is not None else _("unknown"),
            link(item.url),
        ]
        for item in items
    ]
    head = [_("Published at"), _("Outlet"), _("Headline"), _("Tone"), _("Reach"), ""]
    widths = ["auto", "1fr", "3fr", "auto", "auto"]
    return table(title, head, widths, rows, marks=changes.marks(items))


def _weight(item: Coverage) -> tuple[float, float, int, int]:
    tier = TIERS.get(item.tier, 3)  # type: ignore[call-overload]
    stands = PROMINENCE.get(item.prominence, 0.5)  # type: ignore[call-overload]
    return tier, stands, item.reach or 0, _ms(item)


def _ms(item: Coverage) -> int:
    return item.published_at.ms if item.published_at else 0


def _value(figure: Figure) -> str:
    if figure.value is None:
        return _("too few to say")
    if figure.name in _SHARES:
        return shown.percent(figure.value)
    if figure.name == FigureName.ACCELERATION:
        return f"{figure.value:+,.0f}".replace("-", "−")
    if figure.name in _SIGNED:
        return f"{figure.value:+.2f}".replace("-", "−")
    if figure.name == FigureName.HALF_LIFE:
        return _("{n} h").format(n=f"{figure.value:g}")
    return f"{figure.value:,.0f}"


def _counted(figure: Figure) -> str:
    return f"{figure.n:,} / {figure.of:,}" if figure.of else ""
