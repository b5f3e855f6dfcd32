"""The table in a file, whatever kind of file it is."""

from desktop.warroom.exchange.decoding import read_text
from desktop.warroom.exchange.originals import Original
from desktop.warroom.exchange.sheets import Sheet, sheet_steps
from desktop.warroom.slices import Steps


def table_steps(original: Original, encoding: str = "") -> Steps[Sheet]:
    """Read the table, slice by slice.

    ``encoding`` is what the user chose; without it the bytes must be sure. Raises EncodingUnsure,
    SheetFaults, and RuleBroken when there is no table.
    """
    return (yield from sheet_steps(read_text(original.data, encoding or None)))
