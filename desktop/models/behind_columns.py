"""Records of several kinds as columns of one table: of which kind, what, and when."""

from desktop.models.cells import Cell, Column
from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.fields import Shape
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets.theme import Token


def behind_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of a table of records that stand behind a figure."""

    def time(each: Record, _now: Moment) -> Cell:
        at = when(each)
        return Cell(shown.when(at, room.here()) if at else "", Token.MUTED)

    return (
        Column("kind", _("Kind"), _kind),
        Column("name", _("Record"), _name, grows=True),
        Column("at", _("Time"), time, figures=True),
    )


def when(record: Record) -> Moment | None:
    """The time that a record tells of: its own first one, else when it was written."""
    moments = [f.name for f in record.declared() if f.shape is Shape.MOMENT]
    own = [name for name in moments if name not in _COMMON]
    times = (getattr(record, name) for name in (*own, *moments))
    return next((each for each in times if each), None)


_COMMON = frozenset(field.name for field in Record.declared())


def _kind(each: Record, _now: Moment) -> Cell:
    return Cell(_(each.shown_name), Token.MUTED)


def _name(each: Record, _now: Moment) -> Cell:
    text = visible(name_of(each))
    return Cell(text, told=text)
