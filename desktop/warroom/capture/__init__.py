"""The grammar of the log bar: one typed line becomes the values of an entry, and nothing is lost.

``line = [time | kind]{0,2} body``: a token counts only whole, up to a space or the end; what is
not understood stays in the text.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from desktop.warroom.capture.reading import Chip, Reading, Sort
from desktop.warroom.capture.records import card_of, records_of
from desktop.warroom.capture.told import Group, Told
from desktop.warroom.choices import EntryKind


def read(
    line: str,
    now: datetime,
    people: Collection[str] = (),
    groups: Sequence[Group] = (),
    assumed: EntryKind = EntryKind.FACT,
) -> Reading:
    """How a typed line reads at ``now``; see ``grammar.read``."""
    from desktop.warroom.capture import grammar  # comes with the first line, not the first paint

    return grammar.read(line, now, people, groups, assumed)


__all__ = ["Chip", "Group", "Reading", "Sort", "Told", "card_of", "read", "records_of"]
