"""A workbook becomes a sheet of texts: one of its sheets, values only, dates as they are shown."""

import io
import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import Any

from desktop.warroom import shown
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.sheets import Sheet, header_of
from desktop.warroom.exchange.workbook_values import text_of
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.slices import Steps, Stopped
from resources import _

READER = "workbook-reader"  # the name of the thread
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UNPACKED = 400_000_000  # bytes; a table of a million ordinary cells takes a tenth of that
PARTS = 10_000
_PATIENCE = 0.005  # seconds between two looks at the thread
_BROKEN = (  # what openpyxl and the modules below it raise for files that are not as they should be
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # zipfile's word for versions and methods it does not know
    SyntaxError,  # ElementTree's ParseError
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_Row = tuple[int, list[Any]]


class SheetsUnsure(WarRoomError):
    """Several sheets of a workbook have rows: ``names`` may be given back to ``workbook_steps``."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _("Several sheets of the workbook have rows. Choose one: {names}.").format(
                names=shown.listed(names)
            )
        )
        self.names = tuple(names)


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook, or one of another kind that looks so at its start."""
    return data.startswith((ZIP, OLE))


def workbook_steps(data: bytes, name: str = "") -> Steps[Sheet]:
    """Read the sheet called ``name``, or the only one with rows, in a thread of its own.

    Raises SheetsUnsure, and RuleBroken for what cannot be read, each with what to do.
    """
    look_over(data)
    stop, thread = Event(), ThreadPoolExecutor(1, READER)
    try:
        reading = thread.submit(_read, data, name, stop)
        yield 0, 0
        while not reading.done():
            wait([reading], _PATIENCE)
            yield 0, 0
        return reading.result()
    finally:
        stop.set()
        thread.shutdown(wait=False)


def look_over(data: bytes) -> None:
    """Raises RuleBroken for a workbook that is locked, old, damaged, or a trap for memory."""
    if data.startswith(OLE):
        raise RuleBroken(_locked() if _ENCRYPTED in data else _old())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            sizes = {part.filename: part.file_size for part in parts.infolist()}
            if "xl/workbook.xml" not in sizes:
                raise RuleBroken(_other())
            if len(sizes) > PARTS or sum(sizes.values()) > UNPACKED:
                raise RuleBroken(_huge())
            _refuse_entities(parts, sizes)
    except _BROKEN as error:
        raise RuleBroken(_damaged()) from error


_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _refuse_entities(parts: zipfile.ZipFile, names: Iterable[str]) -> None:
    """No workbook declares entities; one that does wants to fill the memory."""
    for name in names:
        if name.endswith((".xml", ".rels")):
            with parts.open(name) as part:
                if b"<!DOCTYPE" in part.read(1_000):
                    raise RuleBroken(_damaged())


def _read(data: bytes, name: str, stop: Event) -> Sheet:
    from openpyxl import load_workbook  # takes 0.2 s to import

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, about looks that nobody asks for
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                rows = list(_filled(_chosen(book.worksheets, name), stop))
            finally:
                book.close()
    except _BROKEN as error:
        raise RuleBroken(_damaged()) from error
    return _sheet(rows)


def _chosen(sheets: Sequence[Any], name: str) -> Any:
    """The sheet that is meant. Raises SheetsUnsure or RuleBroken when none can be."""
    if name:
        for sheet in sheets:
            if sheet.title.casefold() == name.strip().casefold():
                return sheet
        raise RuleBroken(
            _('The workbook has no sheet "{name}". Its sheets: {names}.').format(
                name=name, names=shown.listed(sheet.title for sheet in sheets)
            )
        )
    filled = [sheet for sheet in sheets if next(_filled(sheet), None)]
    if len(filled) > 1:
        raise SheetsUnsure([sheet.title for sheet in filled])
    if not filled:
        raise RuleBroken(_("The workbook is empty. Choose one with column names and rows."))
    return filled[0]


def _filled(sheet: Any, stop: Event | None = None) -> Iterator[_Row]:
    """The rows that hold something, with their numbers as the spreadsheet shows them."""
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if stop and stop.is_set():
            raise Stopped
        texts = [text_of(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts


def _sheet(rows: list[_Row]) -> Sheet:
    """The rows below their header, all of one width, without columns that are empty."""
    width = max(len(row) for _number, row in rows) if rows else 0
    even = [(number, row + [""] * (width - len(row))) for number, row in rows]
    used = [at for at in range(width) if any(row[at] for _number, row in even)]
    kept = [(number, [row[at] for at in used]) for number, row in even]
    header = header_of(kept[0] if kept else None, Faults())
    if len(kept) < 2:
        raise RuleBroken(_("The sheet has column names but no rows. Add a row and read it again."))
    return Sheet(header, kept[1:], in_sheet=True)


def _locked() -> str:
    return _(
        "The workbook is protected with a password. Open it in a spreadsheet program, take the "
        "password off and save it again."
    )


def _old() -> str:
    return _(
        "This is a file of the old kind (.xls). Open it in a spreadsheet program and save it as "
        ".xlsx or as CSV UTF-8."
    )


def _other() -> str:
    return _(
        "This is no workbook that can be read. Save the table as .xlsx or as CSV UTF-8 and read "
        "that."
    )


def _huge() -> str:
    return _(
        "The workbook unpacks to more than {limit} MB. Save the one sheet you need as CSV UTF-8 "
        "and read that."
    ).format(limit=UNPACKED // 1_000_000)


def _damaged() -> str:
    return _(
        "The workbook is damaged. Open it in a spreadsheet program and save it again, or save the "
        "table as CSV UTF-8."
    )
