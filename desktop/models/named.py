"""What records are called where a sentence names them, and what was done with several."""

from collections.abc import Sequence
from functools import reduce

from desktop.warroom import shown
from desktop.warroom.acts import Act
from desktop.warroom.choices import shown as word
from desktop.warroom.fields import Shape
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _, ngettext

_WORDS = (Shape.TEXT, Shape.PROSE, Shape.CHOICE)


def name_of(record: Record) -> str:
    """What a record is called: its needed texts, else the word for its kind."""
    fields = (f for f in record.declared() if f.needed and f.shape in _WORDS)
    texts = [word(getattr(record, f.name)) for f in fields]
    return reduce(shown.labelled, texts) if any(texts) else _(record.shown_name)


def told_gone(records: Sequence[Record]) -> str:
    """That records were taken out of their lists."""
    n = len(records)
    if n == 1:
        return _("Taken back: {title}").format(title=shown.short(name_of(records[0])))
    return ngettext("{n} record was taken back.", "{n} records were taken back.", n).format(n=n)


def told_undone(room: WarRoom, act: Act) -> str:
    """That an act was undone: its record by name, the one that was typed, or how many."""
    n = len({step.record for step in act.steps})
    if n > 1 and not act.typed:
        return ngettext("Undone: {n} record", "Undone: {n} records", n).format(n=n)
    first = act.steps[0]
    record = room.find(first.kind, first.record)
    name = name_of(record) if record else _(first.kind.shown_name)
    return _("Undone: {title}").format(title=shown.short(name))
