"""Workbooks that this program wrote are read back as they were meant."""

from desktop.warroom.exchange.columns_out import Part, columns_out
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.records import Record


def as_meant(kind: type[Record], sheet: Sheet) -> Sheet:
    """The sheet with each offset, which has a column of its own in a workbook, behind its time.

    A sheet of another program is as it is.
    """
    pairs = _pairs(kind, sheet)
    if not pairs:
        return sheet
    kept = [place for place in range(len(sheet.header)) if place not in pairs.values()]
    rows = [(line, _joined(row, pairs, kept)) for line, row in sheet.rows]
    return Sheet(tuple(sheet.header[place] for place in kept), rows, sheet.in_sheet)


def _joined(row: list[str], pairs: dict[int, int], kept: list[int]) -> list[str]:
    return [
        row[place] + row[pairs[place]] if place in pairs and row[place] else row[place]
        for place in kept
    ]


def _pairs(kind: type[Record], sheet: Sheet) -> dict[int, int]:
    """The places of times with those of their offsets, by the headings that we write."""
    places = {title: place for place, title in enumerate(sheet.header)}
    found: dict[int, int] = {}
    for words in (False, True):
        columns = columns_out(kind, words=words, offsets=True)
        times = {c.field.name: c.heading for c in columns if c.part is Part.VALUE}
        for column in columns:
            time = times.get(column.field.name)
            if column.part is Part.OFFSET and column.heading in places and time in places:
                found[places[time]] = places[column.heading]
    return found
