"""The versions of a record in the words of its history."""

from collections.abc import Sequence
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.history import Version
from desktop.warroom.record import Record
from desktop.warroom.shown_value import in_words
from resources import _
from resources.visible import visible
from widgets.history_list import HistoryRow

LONGEST = 400  # characters of a value; the journal has all of it
QUIET = {"rank", "earlier", "gone"}  # fields whose change says nothing beside the others


def history_rows(
    record: Record, versions: Sequence[Version], now: datetime
) -> tuple[HistoryRow, ...]:
    """Rows for the history of a record, the newest first; times in the zone of ``now``."""
    last = versions[-1].number if versions else 0
    return tuple(
        HistoryRow(
            version.number,
            _head(version, now),
            tuple(_lines(record, version, now)),
            past=version.number != last,
        )
        for version in reversed(versions)
    )


def _head(version: Version, now: datetime) -> str:
    if version.added:
        form = _("{when}, logged by {name} (line {n})")
    elif version.undone:
        form = _("{when}, undone by {name} (line {n})")
    elif version.changed.get("gone", (None, None))[1]:
        form = _("{when}, taken back by {name} (line {n})")
    else:
        form = _("{when}, changed by {name} (line {n})")
    when = shown.day_and_time(version.at, now)
    return form.format(when=when, name=visible(version.by) or _("nobody named"), n=version.number)


def _lines(record: Record, version: Version, now: datetime) -> list[str]:
    lines = [_("Why: {why}").format(why=visible(version.why))] if version.why else []
    if version.added:
        return lines
    fields = {f.name: f for f in record.declared() if f.name not in QUIET}
    for name, (before, after) in version.changed.items():
        if field := fields.get(name):
            words = [_cut(in_words(field, value, now)) or "–" for value in (before, after)]
            lines.append(shown.labelled(_(field.label), " → ".join(words)))
    if not lines and "rank" in version.changed:
        lines.append(_("Moved within its column"))
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
