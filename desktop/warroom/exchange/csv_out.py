"""Records of one kind as CSV: UTF-8 with its mark, every field quoted, formulas defused."""

import csv
import io
from pathlib import Path
from typing import Any

from desktop.warroom.exchange.columns_out import Cell, cell_of, columns_out
from desktop.warroom.exchange.defused import defused
from desktop.warroom.exchange.taken_out import TakenOut, names_of, refuse_the_room, taken_up
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.reading import Reading
from desktop.warroom.selection import Selection
from desktop.warroom.slices import SLICE, Steps
from resources.visible import visible


def write_csv(
    room: Reading, selection: Selection[Any], target: Path, *, words: bool = False
) -> Steps[TakenOut]:
    """Write a selection to ``target``, whole or not at all, step by step.

    Headings are field names and choices their keys; with ``words`` both are told in the language
    spoken now. Times are ISO 8601 as exact as they were said, with their offset. Raises
    RuleBroken and StoreFailed.
    """
    refuse_the_room(room, target)
    columns = columns_out(selection.kind, words=words)
    names = names_of(room, selection.kind)
    [heap] = taken_up(room, [selection])
    with whole_file(target) as file:
        file.write(b"\xef\xbb\xbf" + csv_line([column.heading for column in columns]))
        yield 0, heap.count
        for done, record in enumerate(heap.records, 1):
            file.write(csv_line([cell_of(c, record, names, words=words) for c in columns]))
            if done % SLICE == 0:
                yield done, heap.count
    return TakenOut(target, heap.count)


def csv_line(cells: list[Cell] | list[str]) -> bytes:
    """A line of CSV: every field quoted, formulas defused."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_field(cell) for cell in cells])
    return line.getvalue().encode()


def _field(cell: Cell) -> str:
    """The text of a cell; a number stays one, and a NUL, which no reader of CSV takes, is told."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    return defused(cell.replace("\0", visible("\0")) if "\0" in cell else cell)
