"""Records leave a room as CSV, as a workbook or as JSON; the name of the file says which."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.warroom import shown
from desktop.warroom.exchange.csv_out import write_csv
from desktop.warroom.exchange.json_out import write_json
from desktop.warroom.exchange.taken_out import TakenOut
from desktop.warroom.faults import RuleBroken
from desktop.warroom.reading import Reading
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Steps
from resources import _

CSV, XLSX, JSON = ".csv", ".xlsx", ".json"
FORMATS = (XLSX, CSV, JSON)


def take_out(
    room: Reading,
    target: Path,
    selections: Sequence[Selection[Any]] | None = None,
    *,
    words: bool | None = None,
    taken_back: bool = False,
) -> Steps[TakenOut]:
    """Write selections, or the whole room, in the format that ``target`` is named by.

    ``words``: headings and choices in the language spoken now, or as CSV is read by programs;
    without it a workbook speaks and CSV does not. ``taken_back`` is for JSON: also what was taken
    out of the lists. Raises RuleBroken for another name, or for CSV of more than one kind.
    """
    ending = target.suffix.lower()
    if taken_back and ending != JSON:
        raise RuleBroken(_("Only JSON can hold what was taken back."))
    if ending == JSON:
        return write_json(room, target, selections, taken_back=taken_back)
    if ending == XLSX:
        from desktop.warroom.exchange.xlsx_out import write_xlsx  # takes 0.2 s to import

        return write_xlsx(room, target, selections, words=words is not False)
    if ending != CSV:
        raise RuleBroken(
            _("{file}: this version writes {endings}.").format(
                file=target.name, endings=shown.listed(FORMATS)
            )
        )
    if selections is None or len(selections) != 1:
        raise RuleBroken(_("A CSV file holds one kind of record. Choose one."))
    return write_csv(room, selections[0], target, words=bool(words))
