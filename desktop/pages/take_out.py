"""The page that takes records out of a room: what, in which format, where; then it is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from desktop.warroom.exchange.kinds import NAMES, counted, name_of, shown_plural
from desktop.warroom.exchange.take_out import CSV, JSON, XLSX, take_out
from desktop.warroom.exchange.taken_out import TakenOut, whole
from desktop.warroom.faults import WarRoomError
from desktop.warroom.reading import Reading
from desktop.warroom.records import FIRST
from desktop.warroom.selection import Selection
from desktop.warroom.slices import Steps
from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.editors import FormField
from widgets.form import Form
from widgets.ground import Ground
from widgets.plain import PlainLabel, visible
from widgets.progress_line import ProgressLine
from widgets.stepper import Stepper
from widgets.theme import Token

AskPlace = Callable[[str, str, str], Path | None]  # title, suggested name, kinds of file

SHOWN, ALL = "shown", "all"
FORM = 49  # steps of space: two choices, the fault of one of them, the buttons


class TakeOut(Ground):
    """Asks, writes between frames, and can be stopped without a trace.

    ``done`` carries the sentence with the path, ``failed`` one that says what to do, after which
    the form is there again; ``cancelled``: the page was left. ``shown`` is what the page before it
    shows; ``ask_place`` asks for the file, by itself in a dialog of the system.
    """

    done = Signal(str)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        room: Reading,
        shown: Selection[Any] | None = None,
        parent: QWidget | None = None,
        *,
        ask_place: AskPlace | None = None,
    ) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room, self._shown = room, shown
        self._ask_place = ask_place or self._ask_system
        self.form = Form(self._fields(), _("Choose where to keep it…"), self)
        self._note = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self._writing = _Writing(self)
        self._stepper = Stepper(self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.form.submitted.connect(self._begin)
        self.form.cancelled.connect(self.cancelled)
        self._writing.stop.clicked.connect(self.stop)
        self._stepper.progressed.connect(self._writing.show_progress)
        self._stepper.finished.connect(self._written)
        self.setAccessibleName(_("Export"))
        self._show_writing(False)
        self.measure()

    def note(self) -> str:
        """What is said above the form; nothing at first."""
        return self._note.text()

    def stop(self) -> None:
        """Stop what is being written; nothing of it remains."""
        if self._stepper.running:
            self._stepper.stop()
            self._show_writing(False)
            self._say(_("Stopped. Nothing was written."))

    def measure(self) -> None:
        self._column.setSpacing(theme.space(5))
        for part in (self.form, self._writing):
            part.setMinimumHeight(theme.space(FORM))
        self._writing.measure()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A column that is no wider than the page."""
        width = min(theme.length("column"), self.width() - theme.space(10))
        for part in (self._title, self._note, self.form, self._writing):
            part.setFixedWidth(max(width, theme.length("column") // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stepper.running:
            self.stop()
        else:
            super().keyPressEvent(event)

    # asking

    def _fields(self) -> tuple[FormField, ...]:
        formats = (
            (XLSX, _("Workbook (.xlsx): a sheet for each kind, to read and print")),
            (CSV, _("CSV (.csv): one kind, for other programs")),
            (JSON, _("JSON (.json): exact, and a room can be restored from it")),
        )
        return (
            FormField("what", _("What should be written?"), "choice", self._parts(), self._usual()),
            FormField("format", _("In which format?"), "choice", formats, XLSX),
        )

    def _parts(self) -> tuple[tuple[str, str], ...]:
        found = [(ALL, _("The whole room"))]
        if self._narrowed():
            assert self._shown is not None
            things = counted(self._shown.kind, self._room.count(self._shown))
            found.insert(0, (SHOWN, _("What the page shows: {things}").format(things=things)))
        for name, kind in NAMES.items():
            count = self._room.count(Selection(kind=kind))
            if not count and kind not in FIRST:
                continue
            things = counted(kind, count)
            said = _("{kind}: {things}").format(kind=shown_plural(kind), things=things)
            found.append((name, said))
        return tuple(found)

    def _usual(self) -> str:
        if self._narrowed():
            return SHOWN
        return name_of(self._shown.kind) if self._shown else ALL

    def _narrowed(self) -> bool:
        """Whether the page shows only some of its records."""
        shown = self._shown
        return shown is not None and self._room.count(shown) < self._room.count(whole(shown.kind))

    def _chosen(self) -> list[Selection[Any]] | None:
        """What is to be written; None for all."""
        what = self.form.values()["what"]
        if what == ALL:
            return None
        if what == SHOWN and self._shown:
            return [self._shown]
        return [whole(NAMES[what])]

    def _begin(self) -> None:
        self._say("")
        self.form.clear_faults()
        chosen, ending = self._chosen(), self.form.values()["format"]
        if ending == CSV and chosen is None:
            self.form.show_fault("what", _("A CSV file holds one kind of record. Choose one."))
            return
        if place := self._place(ending):
            self._show_writing(True)
            self._stepper.run(_caught(take_out(self._room, place, chosen)))

    def _place(self, ending: str) -> Path | None:
        """The file that was chosen, named by the format; None when nobody chose one."""
        title, today = self._room.incident.title, self._room.now().local.date().isoformat()
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in title)[:60].strip()
        kinds = _("{format} files (*{ending})").format(format=ending[1:].upper(), ending=ending)
        place = self._ask_place(_("Write the export as"), f"{name} {today}{ending}", kinds)
        if place is None or place.suffix.lower() == ending:
            return place
        named = place.with_name(place.name + ending)
        if not named.exists():
            return named
        said = _("{file} is already there. Choose another name.").format(file=named.name)
        self.failed.emit(visible(said))
        return None

    def _ask_system(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)
        return Path(chosen) if chosen else None

    # writing

    def _written(self, result: TakenOut | WarRoomError) -> None:
        self._show_writing(False)
        if isinstance(result, TakenOut):
            self.done.emit(visible(result.sentence))
        else:
            self.failed.emit(visible(str(result)))

    def _show_writing(self, writing: bool) -> None:
        self.form.setVisible(not writing)
        self._writing.setVisible(writing)
        self._writing.show_progress(0, 0)
        part = self._writing.stop if writing else self.form
        self.setFocusProxy(part)
        part.setFocus()

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _lay_out(self) -> None:
        bold = QFont.Weight.DemiBold
        self._title = PlainLabel(_("Export"), self, size="product", weight=bold)
        self._note.hide()
        self._column.addStretch(1)
        for part in (self._title, self._note, self.form, self._writing):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)


class _Writing(QWidget):
    """How far the writing is, and the button that stops it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = PlainLabel("", self, tabular=True, wrap=True)
        self._line = ProgressLine(self)
        self.stop = QPushButton(_("Stop"), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._told)
        self._column.addWidget(self._line)
        self._column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch(1)
        self.measure()

    def show_progress(self, done: int, whole: int) -> None:
        """So many records are written of all; a whole of 0 is one that nobody knows yet."""
        said = _("Writing {done} of {all} records. No file is there before the end.")
        self._told.setText(
            said.format(done=f"{done:,}", all=f"{whole:,}") if whole else _("Writing…")
        )
        self._line.show_share(done, whole)

    def measure(self) -> None:
        """Set the gaps from the theme."""
        self._column.setSpacing(theme.space(3))


def _caught(steps: Steps[TakenOut]) -> Steps[TakenOut | WarRoomError]:
    """The same work; a fault of the world is its result."""
    try:
        return (yield from steps)
    except WarRoomError as fault:
        return fault
