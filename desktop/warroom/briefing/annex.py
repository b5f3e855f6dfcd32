"""The files that belong to what a briefing tells: named beside it, and listed whole in an annex."""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.warroom import shown
from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.material import Material
from resources import _

LONGEST = 60  # characters of what a file is attached to


def files_of(material: Material) -> dict[str, list[Attachment]]:
    """The attachments by the id of their record."""
    found: dict[str, list[Attachment]] = {}
    for each in material.attachments:
        found.setdefault(each.record, []).append(each)
    return found


def named(attachments: Sequence[Attachment]) -> Iterator[str]:
    """Each file as it stands beside its entry, with the beginning of its SHA-256."""
    for each in attachments:
        said = shown.labelled(_("attachment"), each.name)
        yield shown.aside(f"{said} ", each.short_hash)


def annex(material: Material) -> dict[str, Any]:
    """The section that lists every file with its size, its whole SHA-256 and its record."""
    titles = _titles(material)
    rows = [
        [
            shown.labelled(each.name, each.caption) if each.caption else each.name,
            f"{each.size or 0:,}",
            each.sha256,
            titles[each.record],
        ]
        for each in material.attachments
        if each.record in titles
    ]
    note = _("The files are kept in the room; their bytes answer to these hashes.")
    return {
        "form": "table",
        "title": _("Attachments"),
        "note": note if rows else "",
        "head": [_("File"), _("Bytes"), _("SHA-256"), _("Attached to")],
        "widths": ["2fr", "auto", "3fr", "2fr"],
        "rows": rows,
    }


def _titles(material: Material) -> dict[str, str]:
    """What each record is called that a file may be attached to."""
    found = {entry.id: entry.text for entry in material.entries}
    found |= {task.id: task.title for task in material.tasks}
    found |= {item.id: shown.labelled(item.outlet, item.headline) for item in material.coverage}
    found |= {message.id: message.title for message in material.messages}
    found |= {group.id: group.name for group in material.groups}
    found[material.incident.id] = material.incident.title
    return {record: _short(title) for record, title in found.items()}


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
