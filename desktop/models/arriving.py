"""Rows that a file would bring as tables: as they will be read, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.warroom.exchange import importable
from desktop.warroom.exchange.arrival import Arrival
from desktop.warroom.exchange.row_faults import RowFault, clipped
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full, in_words
from resources import _
from resources.visible import visible
from widgets.table_cell import GrowsRole, TabularRole, TokenRole
from widgets.theme import Token

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_NARROW = 20  # characters of a text that is not the one that says the most
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Table(QAbstractTableModel):
    """A table that is made once and keeps its order."""

    def __init__(self, headings: Sequence[str], count: int, parent: QObject | None) -> None:
        super().__init__(parent)
        self._headings, self._count = tuple(headings), count

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._figures(section) else None
        return self._grows(section) if role == GrowsRole else None

    def _grows(self, _section: int) -> bool:
        return False

    def _figures(self, _section: int) -> bool:
        return False


def no_rows() -> QAbstractTableModel:
    """A table without anything, for what stands in its middle."""
    return _Table((), 0, None)


def shown_fields(arrival: Arrival, mapping: Mapping[str, str]) -> list[Field]:
    """The fields that the file fills, the record's own time first."""
    filled = set(mapping.values()) | ({"story"} if arrival.stories else set())
    fields = [field for field in importable(arrival.kind) if field.name in filled]
    return sorted(fields, key=_is_no_time)


def _is_no_time(field: Field) -> bool:
    return not (field.shape is Shape.MOMENT and field.needed)


class ArrivingRows(_Table):
    """The rows of an arrival in the words of the room; those left out say why."""

    def __init__(
        self,
        room: WarRoom,
        arrival: Arrival,
        fields: Sequence[Field],
        parent: QObject | None = None,
    ) -> None:
        self._rows, self._twins = arrival.rows, arrival.twins
        self._fields, self._room, self._now = tuple(fields), room, room.now().local
        self._grown = _saying_most(self._fields)
        self._telling = bool(self._twins.in_room or self._twins.in_file)
        self._names = {(each.kind_name, each.id): each.name for each in arrival.made}
        headings = [_(field.label) for field in fields]
        super().__init__(
            [_("Known"), *headings] if self._telling else headings, len(self._rows), parent
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column() - self._telling
        if role == TokenRole:
            return Token.FAINT if self._known(row) else None
        if column < 0:
            return self._known(row) if role == Qt.ItemDataRole.DisplayRole else None
        field, value = self._fields[column], getattr(self._rows[row], self._fields[column].name)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(field, value)
            case Qt.ItemDataRole.ToolTipRole:
                if isinstance(value, Moment):
                    return full(value, self._room.zone)
                return value if isinstance(value, str) and len(value) > _NARROW else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if field.shape is Shape.NUMBER else None
        return field.shape in (Shape.NUMBER, Shape.MOMENT) if role == TabularRole else None

    def _figures(self, section: int) -> bool:
        column = section - self._telling
        return column >= 0 and self._fields[column].shape is Shape.NUMBER

    def _known(self, row: int) -> str:
        if row in self._twins.in_room:
            return _("in the room")
        return _("above") if row in self._twins.in_file else ""

    def _words(self, field: Field, value: Any) -> str:
        if field.shape is Shape.LINK and value:
            return visible(self._name(field.target, value))
        if isinstance(value, Moment):
            return str(value).replace("T", " ")
        words = " ".join(in_words(field, value, self._now).split())
        return words if field is self._grown else clipped(words, _NARROW)

    def _name(self, target: str, record_id: str) -> str:
        """What the record that a link points to is called."""
        if (target, record_id) not in self._names:
            kind = KINDS[target]
            record: Record | None = self._room.find(kind, record_id)
            called = next(f.name for f in kind.declared() if f.needed)
            self._names[target, record_id] = str(getattr(record, called, record_id))
        return self._names[target, record_id]

    def _grows(self, section: int) -> bool:
        column = section - self._telling
        return column >= 0 and self._fields[column] is self._grown


def _saying_most(fields: Sequence[Field]) -> Field | None:
    """The text that must not be empty, the last where there are several, or any text."""
    texts = [field for field in fields if field.shape in (Shape.PROSE, Shape.TEXT)]
    needed = [field for field in texts if field.needed]
    return next(iter(needed[-1:] or texts), None)


class FaultRows(_Table):
    """Faults by row and column, with the cell as it stands and what is wrong with it."""

    def __init__(self, faults: Sequence[RowFault], parent: QObject | None = None) -> None:
        in_sheet = any(fault.in_sheet for fault in faults)
        headings = (_("Row") if in_sheet else _("Line"), _("Column"), _("What is wrong"))
        super().__init__(headings, len(faults), parent)
        self._faults = tuple(faults)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        fault = self._faults[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            said = (f"{fault.line:,}", fault.column, fault.problem)
            return visible(said[index.column()])
        if index.column() == 0:
            return {int(TabularRole): True, int(Qt.ItemDataRole.TextAlignmentRole): _RIGHT}.get(
                role
            )
        return Token.BAD if role == TokenRole and index.column() == 2 else None

    def _grows(self, section: int) -> bool:
        return section == 2

    def _figures(self, section: int) -> bool:
        return section == 0
