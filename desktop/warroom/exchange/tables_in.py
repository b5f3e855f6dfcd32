"""The table in a file, whatever kind of file it is."""

from desktop.warroom.exchange.decoding import read_text
from desktop.warroom.exchange.originals import Original
from desktop.warroom.exchange.sheets import Sheet, sheet_steps
from desktop.warroom.exchange.workbooks import is_workbook, workbook_steps
from desktop.warroom.slices import Steps


def table_steps(original: Original, *, encoding: str = "", sheet: str = "") -> Steps[Sheet]:
    """Read the table as it stands, slice by slice.

    ``encoding`` and ``sheet`` are what the user chose. Without them the bytes of a text must be
    sure, and one sheet of a workbook alone have rows. Raises EncodingUnsure, SheetsUnsure,
    SheetFaults, and RuleBroken when there is no table.
    """
    if is_workbook(original.data) and not encoding:
        return (yield from workbook_steps(original.data, sheet))
    return (yield from sheet_steps(read_text(original.data, encoding or None)))
