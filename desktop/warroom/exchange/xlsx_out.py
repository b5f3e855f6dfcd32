"""Records as a workbook: a sheet for each kind, text as text, times as dates with their offset."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from desktop.warroom.exchange.columns_out import Column, Names, Part, cell_of, columns_out
from desktop.warroom.exchange.kinds import NAMES, shown_plural
from desktop.warroom.exchange.taken_out import (
    Heap,
    TakenOut,
    names_of,
    refuse_the_room,
    taken_up,
    whole,
)
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.exchange.workbook_cells import Cells
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape
from desktop.warroom.reading import Reading
from desktop.warroom.records import FIRST
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Steps
from resources import _, ngettext
from resources.visible import visible

MOST_ROWS = 1_048_575  # below the heading (Excel specifications and limits)
_SLICE = 50  # rows; a cell of a workbook takes ten times as long as one of CSV
_PATIENCE = 0.02  # seconds between two looks at the packing
_WIDTHS = {  # in digits, as Excel counts
    Shape.PROSE: 60,
    Shape.TEXT: 28,
    Shape.ITEMS: 40,
    Shape.MOMENT: 22,
    Shape.NUMBER: 11,
    Shape.FLAG: 9,
}
_MANY_LINES = (Shape.PROSE, Shape.ITEMS)


def write_xlsx(
    room: Reading,
    target: Path,
    selections: Sequence[Selection[Any]] | None = None,
    *,
    words: bool = True,
) -> Steps[TakenOut]:
    """Write a sheet for each selection, or for each kind, whole or not at all, step by step.

    Times stand as they were on the wall where they were said; the offset is in the next column.
    Raises RuleBroken, also for more rows than a sheet holds, and StoreFailed.
    """
    refuse_the_room(room, target)
    heaps = taken_up(room, selections or _sheets(room))
    names = {heap.selection.kind: names_of(room, heap.selection.kind) for heap in heaps}
    _refuse_too_many(heaps)
    count, cut, before = sum(heap.count for heap in heaps), 0, 0
    with whole_file(target) as file, ExitStack() as cleaning:
        book = Workbook(write_only=True)
        cleaning.callback(_drop, book)
        book.properties.title = visible(room.incident.title)
        book.properties.creator = _("War Room")
        for heap in heaps:
            cut += yield from _sheet(book, heap, names[heap.selection.kind], words, before, count)
            before += heap.count
        yield from _packed(book, file, count)
    return TakenOut(target, count, _notes(cut))


def _sheets(room: Reading) -> list[Selection[Any]]:
    """What a workbook of the whole room holds: the logs, and of the other kinds those in use."""
    chosen = [whole(kind) for kind in NAMES.values()]
    return [each for each in chosen if each.kind in FIRST or room.count(each)]


def _sheet(book: Any, heap: Heap, names: Names, words: bool, before: int, count: int) -> Steps[int]:
    """Fill a sheet; returns how many of its texts were cut."""
    kind = heap.selection.kind
    columns = columns_out(kind, words=words, offsets=True)
    sheet = book.create_sheet(shown_plural(kind))
    sheet.freeze_panes = "A2"
    made = Cells(sheet)
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    sheet.append([made.heading(column.heading) for column in columns])
    wrapped = [column.field.shape in _MANY_LINES for column in columns]
    for done, record in enumerate(heap.records, 1):
        cells = (cell_of(column, record, names, words=words) for column in columns)
        sheet.append([made.cell(c, wrapped=w) for c, w in zip(cells, wrapped, strict=True)])
        if done % _SLICE == 0:
            yield before + done, count
    return made.cut


def _packed(book: Any, file: BinaryIO, count: int) -> Steps[None]:
    """Pack the sheets into the file, which is one long call: in a thread, without the room."""
    with ThreadPoolExecutor(1) as thread:
        packing = thread.submit(book.save, file)
        while not packing.done():
            yield count, count
            _wait(packing)
        packing.result()


def _wait(packing: Future[None]) -> None:
    try:
        packing.exception(_PATIENCE)
    except TimeoutError:
        pass  # not yet: the window draws a frame


def _drop(book: Any) -> None:
    """Take away the temporary files of a workbook that was not saved; openpyxl would at its end."""
    for sheet in book.worksheets:
        writer = sheet._writer
        if writer and Path(writer.out).exists():
            with suppress(OSError, StopIteration):  # the disk that failed may fail again
                if not sheet.closed:
                    sheet.close()
            with suppress(OSError):
                writer.cleanup()


def _refuse_too_many(heaps: Sequence[Heap]) -> None:
    for heap in heaps:
        if heap.count > MOST_ROWS:
            raise RuleBroken(
                _("{kind}: a sheet holds {most} rows. Write CSV or JSON instead.").format(
                    kind=shown_plural(heap.selection.kind), most=f"{MOST_ROWS:,}"
                )
            )


def _notes(cut: int) -> tuple[str, ...]:
    if not cut:
        return ()
    said = ngettext(
        "{n} text was too long for a workbook and is cut; it stands whole in JSON.",
        "{n} texts were too long for a workbook and are cut; they stand whole in JSON.",
        cut,
    )
    return (said.format(n=f"{cut:,}"),)


def _width(column: Column) -> int:
    if column.part is Part.OFFSET:
        return 9
    return max(_WIDTHS.get(column.field.shape, 18), len(column.heading) + 2)
