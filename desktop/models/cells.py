"""Tables as columns of cells: what a cell shows, and what Qt is told of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from desktop.warroom.moment import Moment
from widgets.table_cell import (
    BarRole,
    CellBar,
    CellChip,
    ChipRole,
    GrowsRole,
    StruckRole,
    TabularRole,
    TokenRole,
)
from widgets.theme import Token

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, or a chip that says them; ``told`` is the tooltip.

    ``bar`` stands before the words; ``struck`` words hold no more.
    """

    text: str = ""
    token: Token | None = None
    chip: CellChip | None = None
    told: str = ""
    bar: CellBar | None = None
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it sorts by, its heading, and the cell of what stands in a row.

    ``cell`` gets that and the room's present moment. ``figures`` stand at the right in widths of
    one kind; the column that ``grows`` takes the room that is left.
    """

    field: str
    heading: str
    cell: Callable[[Any, Moment], Cell]
    figures: bool = False
    grows: bool = False


def of_cell(cell: Cell, column: Column, role: int) -> object:
    """What a model answers when Qt asks for a role of a cell."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return cell.text
        case Qt.ItemDataRole.ToolTipRole:
            return cell.told or None
        case Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else None
    found: dict[int, object] = {
        int(TokenRole): cell.token,
        int(ChipRole): cell.chip,
        int(BarRole): cell.bar,
        int(StruckRole): cell.struck,
    }
    return column.figures if role == TabularRole else found.get(int(role))


def of_heading(
    columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int
) -> object:
    """What a model answers when Qt asks for a role of a heading."""
    if orientation is not Qt.Orientation.Horizontal or section >= len(columns):
        return None
    column = columns[section]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return column.heading
        case Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else None
    return column.grows if role == GrowsRole else None
