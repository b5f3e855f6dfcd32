"""The media in a briefing: what they published, how it speaks of us, whom it reaches."""

from desktop.warroom.briefing.chronology import link
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import shown as word
from resources import _


def coverage(material: Material) -> Plain:
    """Every item, the earliest first."""
    rows = [
        [
            said(item.published_at),
            item.outlet,
            item.headline,
            word(item.tone),
            f"{item.reach:,}" if item.reach is not None else _("unknown"),
            link(item.url),
        ]
        for item in sorted(
            material.coverage, key=lambda i: i.published_at.ms if i.published_at else 0
        )
    ]
    head = [_("Published at"), _("Outlet"), _("Headline"), _("Tone"), _("Reach"), ""]
    return table(_("Media coverage"), head, ["auto", "1fr", "3fr", "auto", "auto"], rows)
