"""A file on its way into a room: read, mapped and checked in slices, again after each choice."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.models.arriving_choices import (
    COLUMN,
    How,
    choice_rows,
    mapped,
    memory_name,
    remembered,
)
from desktop.warroom.exchange import EncodingUnsure
from desktop.warroom.exchange.arrival import Arrival, arriving
from desktop.warroom.exchange.originals import Original, original_steps
from desktop.warroom.exchange.ours import as_meant
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.exchange.tables_in import table_steps
from desktop.warroom.exchange.workbooks import SheetsUnsure
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import Steps
from resources import _
from widgets.choice_column import ChoiceRow, Heading
from widgets.stepper import Stepper

Recall = Callable[[str], str]
Remember = Callable[[str, str], None]


class BringInReading(QObject):
    """Reads what it is given until an arrival is ready; nothing of it is written.

    ``began`` carries a sentence, ``ready`` the arrival, ``refused`` a fault of the file or a
    question (EncodingUnsure, SheetsUnsure) that ``choose`` answers.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    ready = Signal(object)
    refused = Signal(object)

    def __init__(
        self, room: WarRoom, kind: type[Record], recall: Recall, remember: Remember, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._recall, self._remember = room, recall, remember
        self.how = How(kind)
        self.original: Original | None = None
        self.arrival: Arrival | None = None
        self.mapping: dict[str, str] = {}
        self._raw: Sheet | None = None
        self._sheet: Sheet | None = None  # the same as it was meant
        self._then: Callable[[Any], None] = self._have_original
        self._stepper = Stepper(self)
        self._stepper.progressed.connect(self.progressed)
        self._stepper.finished.connect(self._finished)

    def open(self, file: Path) -> None:
        """Read a file."""
        self._forget()
        said = _("Reading {file}…").format(file=file.name)
        self._work(original_steps(file), self._have_original, said)

    def paste(self, text: str) -> None:
        """Read rows that were copied from a spreadsheet, with their headings."""
        self._forget()
        self._work(_pasted(text), self._have_original, _("Reading what was pasted…"))

    def choose(self, name: str, value: str) -> None:
        """Take a choice of ``choices`` and read again what hangs on it."""
        if name.startswith(COLUMN):
            self.mapping = mapped(self.mapping, name.removeprefix(COLUMN), value)
        else:
            self.how = self.how.chosen(name, value)
        if name in ("encoding", "sheet"):
            self._read_table()
        elif name == "kind" and self._raw is not None:
            self._have_sheet(self._raw)
        elif self._sheet is not None:
            self._read_rows()

    def pick(self, name: str) -> None:
        """Answer the question that was asked last: which encoding, or which sheet."""
        self.choose("sheet" if self.how.sheets else "encoding", name)

    def choices(self) -> list[Heading | ChoiceRow]:
        """What can be chosen for this file."""
        arrival = self.arrival
        return choice_rows(
            self.how,
            self._sheet,
            self.mapping,
            self._room.now(),
            bare_times=bool(arrival and arrival.bare_times),
            twins=bool(arrival and (arrival.twins.in_room or arrival.twins.in_file)),
            faulty=bool(arrival and arrival.faults),
        )

    def stop(self) -> None:
        """Stop where it is."""
        self._stepper.stop()

    def keep_mapping(self) -> None:
        """Remember how these columns are mapped, for the next file that has them."""
        if self._sheet is not None:
            name = memory_name(self.how.kind, self._sheet)
            self._remember(name, json.dumps(self.mapping))

    def running(self) -> bool:
        """Whether something is being read."""
        return self._stepper.running

    # inside

    def _forget(self) -> None:
        self.how = How(self.how.kind, skips=self.how.skips)
        self._raw, self._sheet = None, None
        self.original, self.arrival, self.mapping = None, None, {}

    def _work(self, steps: Steps[Any], then: Callable[[Any], None], sentence: str) -> None:
        """Begin work whose result goes to ``then``; a fault of the world is a result too."""
        self._then = then
        self.began.emit(sentence)
        self._stepper.run(caught(steps))

    def _finished(self, result: Any) -> None:
        if isinstance(result, EncodingUnsure):
            self.how = replace(self.how, encodings=tuple(result.previews))
        elif isinstance(result, SheetsUnsure):
            self.how = replace(self.how, sheets=result.names)
        if isinstance(result, WarRoomError):
            self.arrival = None
            self.refused.emit(result)
        else:
            self._then(result)

    def _have_original(self, original: Original) -> None:
        self.original = original
        self._read_table()

    def _read_table(self) -> None:
        assert self.original is not None
        self._raw, self._sheet = None, None
        steps = table_steps(self.original, encoding=self.how.encoding, sheet=self.how.sheet)
        self._work(steps, self._have_sheet, _("Reading the rows…"))

    def _have_sheet(self, sheet: Sheet) -> None:
        self._raw, self._sheet = sheet, as_meant(self.how.kind, sheet)
        self.mapping = remembered(self.how.kind, self._sheet, self._recall)
        self._read_rows()

    def _read_rows(self) -> None:
        here = self._room.zone
        assert self._sheet is not None
        assert here is not None
        steps = arriving(
            self._room,
            self._sheet,
            self.how.kind,
            self.mapping,
            self.how.zone(here),
            author=self._room.operator,
            skips=self.how.skips,
            leaves_faulty=self.how.leaves_faulty,
            makes_groups=self.how.makes_groups,
        )
        self._work(steps, self._have_rows, _("Checking the rows…"))

    def _have_rows(self, arrival: Arrival) -> None:
        self.arrival = arrival
        self.ready.emit(arrival)


def caught(steps: Steps[Any]) -> Steps[Any]:
    """The same work; a fault of the world is what it returns."""
    try:
        return (yield from steps)
    except WarRoomError as fault:
        return fault


def _pasted(text: str) -> Steps[Original]:
    yield 0, 0
    return Original.of(_("Pasted rows"), text.encode("utf-8", "surrogatepass"))
