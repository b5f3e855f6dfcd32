"""Files of other programs: bytes become text, text a sheet, a sheet records; or sentences."""

import os

from desktop.warroom.exchange.decoding import EncodingUnsure, read_text
from desktop.warroom.exchange.mapping import guess_mapping, importable, parse_mapping
from desktop.warroom.exchange.reading import Cancelled, Reading, read_records, zone_matters
from desktop.warroom.exchange.row_faults import Faults, RowFault
from desktop.warroom.exchange.said_times import read_time
from desktop.warroom.exchange.sheets import Sheet, SheetFaults, read_sheet

# openpyxl would write with lxml where that is installed, whose faults of the disk are no OSErrors
os.environ.setdefault("OPENPYXL_LXML", "False")

__all__ = [
    "Cancelled",
    "EncodingUnsure",
    "Faults",
    "Reading",
    "RowFault",
    "Sheet",
    "SheetFaults",
    "guess_mapping",
    "importable",
    "parse_mapping",
    "read_records",
    "read_sheet",
    "read_text",
    "read_time",
    "zone_matters",
]
