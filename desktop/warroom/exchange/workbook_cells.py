"""One value becomes one cell of a workbook: text is text, never a formula, and times are dates."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from desktop.warroom.exchange.columns_out import Cell
from desktop.warroom.exchange.defused import runs
from desktop.warroom.moment import Moment, Precision
from resources import _
from resources.visible import visible

LONGEST = 32_767  # UTF-16 units that a cell holds (Excel specifications and limits)
_DIGITS = 15  # more are not exact in a spreadsheet
_FIRST_DAY = datetime(1900, 3, 1)  # before it Excel counts a day that never was
_FORMATS = {
    Precision.DAY: "yyyy-mm-dd",
    Precision.HOUR: 'yyyy-mm-dd hh"h"',
    Precision.MINUTE: "yyyy-mm-dd hh:mm",
    Precision.SECOND: "yyyy-mm-dd hh:mm:ss",
    Precision.MILLISECOND: "yyyy-mm-dd hh:mm:ss.000",
}
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0
_ESCAPE = re.compile("_(?=x[0-9a-fA-F]{4}_)")  # what ST_Xstring (ECMA-376) reads as a character


class _Look(NamedTuple):
    """How a cell looks; few looks serve all cells, so that each is made once."""

    bold: bool = False
    wrapped: bool = False
    format: str = "General"
    quoted: bool = False  # stays text when somebody edits it


@dataclass
class Cells:
    """Makes the cells of a sheet, and counts the texts that were too long for one."""

    sheet: Any
    cut: int = 0
    _styles: dict[_Look, Any] = field(default_factory=dict)

    def heading(self, text: str) -> Any:
        """A cell of the first row."""
        return self._cell("s", self._fitting(text), _Look(bold=True))

    def cell(self, value: Cell, *, wrapped: bool = False) -> Any:
        """The cell for a value; None for nothing, which needs no cell."""
        if value is None or value == "":
            return None
        if isinstance(value, Moment):
            return self._date(value)
        if isinstance(value, int) and abs(value) < 10**_DIGITS:
            return self._cell("n", value, _Look())
        text = str(value)
        return self._cell("s", self._fitting(text), _Look(wrapped=wrapped, quoted=runs(text)))

    def _date(self, moment: Moment) -> Any:
        local = moment.local.replace(tzinfo=None)
        if local < _FIRST_DAY:
            return self._cell("s", str(moment), _Look())
        return self._cell("d", local, _Look(format=_FORMATS[moment.precision]))

    def _cell(self, form: str, value: Any, look: _Look) -> Any:
        """A cell of a form that is said: openpyxl's own setter would guess formulas and errors."""
        cell = WriteOnlyCell(self.sheet)
        cell._value, cell.data_type = value, form
        cell._style = self._styles.get(look) or self._style(look)
        return cell

    def _style(self, look: _Look) -> Any:
        model = WriteOnlyCell(self.sheet)
        model.font = Font(bold=look.bold)
        model.alignment = Alignment(vertical="top", wrap_text=look.wrapped)
        model.number_format, model.quotePrefix = look.format, look.quoted
        self._styles[look] = model._style
        return model._style

    def _fitting(self, text: str) -> str:
        plain = _plain(text)
        if len(plain) * 2 <= LONGEST or _units(plain) <= LONGEST:
            return plain
        self.cut += 1
        note = _(" … (cut here; the whole text stands in the JSON)")
        kept = plain.encode("utf-16-le")[: 2 * (LONGEST - _units(note))]
        return kept.decode("utf-16-le", "ignore") + note


def _plain(text: str) -> str:
    """The text as XML takes it; one kind of line break, and no escape that was not meant."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FORBIDDEN.sub(_told, text)
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def _told(match: re.Match[str]) -> str:
    return visible(match[0])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
