"""The page that brings the rows of a file into the room: look, correct how it is read, import."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.arriving import ArrivingRows, FaultRows, no_rows, shown_fields
from desktop.pages.bring_in_face import BringInFace
from desktop.pages.bring_in_reading import BringInReading, Recall, Remember, caught
from desktop.warroom import shown
from desktop.warroom.exchange import EncodingUnsure, Faults, SheetFaults
from desktop.warroom.exchange.arrival import Arrival
from desktop.warroom.exchange.kinds import counted
from desktop.warroom.exchange.notes import notes
from desktop.warroom.exchange.reading import ColumnMissing
from desktop.warroom.exchange.workbooks import SheetsUnsure
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.announce import announce
from widgets.stepper import Stepper
from widgets.theme import Token

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")


class BringIn(QWidget):
    """Shows what a file would bring, and writes it in one act that one undo takes back.

    ``done`` carries the sentence to say, ``cancelled`` says that nothing came in. ``recall`` and
    ``remember`` keep how columns were mapped, under a name.
    """

    done = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        room: WarRoom,
        file: Path | None,
        kind: type[Record],
        parent: QWidget | None = None,
        *,
        recall: Recall | None = None,
        remember: Remember | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._writing = room, False
        self.face = BringInFace(self)
        self.reading = BringInReading(
            room, kind, recall or _recall_nothing, remember or _remember_nothing, self
        )
        self._stepper = Stepper(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.face)
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Import"))
        self.setFocusProxy(self.face.file.button)
        self._connect()
        said = _("Choose a CSV file or a workbook, or drop one here.")
        self._show_nothing(_("No file yet"), said)
        if file is not None:
            self.open(file)

    @classmethod
    def of_text(
        cls,
        room: WarRoom,
        text: str,
        kind: type[Record],
        parent: QWidget | None = None,
        *,
        recall: Recall | None = None,
        remember: Remember | None = None,
    ) -> "BringIn":
        """The page for rows that were copied from a spreadsheet, with their headings."""
        page = cls(room, None, kind, parent, recall=recall, remember=remember)
        page.reading.paste(text)
        return page

    @staticmethod
    def takes(data: QMimeData) -> Path | None:
        """The file in what is dragged, if it is one that may be read."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        fitting = [path for path in paths if path.suffix.lower() in ENDINGS]
        return fitting[0] if len(fitting) == len(paths) == 1 else None

    def open(self, file: Path) -> None:
        """Read another file."""
        self.face.file.show_file(file.name, "")
        self.reading.open(file)

    def stop(self) -> None:
        """Stop whatever runs; of an import that has not ended nothing remains."""
        self.reading.stop()
        self._stepper.stop()
        self._show_writing(False)

    # what the user does

    def _connect(self) -> None:
        face, reading = self.face, self.reading
        face.file.button.clicked.connect(self._ask_file)
        face.choices.changed.connect(reading.choose)
        face.candidates.chosen.connect(reading.pick)
        face.foot.cancel.clicked.connect(self._cancel)
        face.foot.go.clicked.connect(self._write)
        reading.began.connect(self._began)
        reading.progressed.connect(face.line.show_share)
        reading.ready.connect(self._show)
        reading.refused.connect(self._refused)
        self._stepper.progressed.connect(self._progress)
        self._stepper.finished.connect(self._written)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(face.foot.go.click)

    def _ask_file(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        filters = [_("Tables ({endings})").format(endings=kinds), _("All files (*)")]
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Import a file"), "", ";;".join(filters)
        )
        if chosen:
            self.open(Path(chosen))

    def _cancel(self) -> None:
        writing = self._writing
        self.stop()
        if not writing:
            self.cancelled.emit()
            return
        self._offer()
        self.face.foot.say(_("Stopped. Nothing was imported."), aloud=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()) and not self._writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (file := self.takes(event.mimeData())) and not self._writing:
            event.acceptProposedAction()
            self.open(file)

    # showing

    def _began(self, sentence: str) -> None:
        self.face.line.show_share(0, 0)
        self.face.foot.say(sentence)
        self.face.foot.offer(_("Import"), ready=False)

    def _show(self, arrival: Arrival) -> None:
        fields = shown_fields(arrival, self.reading.mapping)
        rows = ArrivingRows(self._room, arrival, fields)
        self.face.tables.show_rows(rows, f"{len(arrival.rows):,}")
        self._show_faults(arrival.faults)
        self._show_file()
        self.face.show_tables()
        self._offer()

    def _refused(self, fault: WarRoomError) -> None:
        self._show_file()
        match fault:
            case EncodingUnsure() if fault.previews:
                self.face.ask(_("Which of these reads rightly?"), list(fault.previews.items()))
                self.face.foot.say(_("The file does not say how its text is encoded."), aloud=True)
            case SheetsUnsure():
                names = [(name, ()) for name in fault.names]
                self.face.ask(_("Which sheet should be read?"), names)
                self.face.foot.say(_("Several sheets of the workbook have rows."), aloud=True)
            case _fault:
                self._show_nothing(_("Nothing can be read yet"), _said(fault))
                self._show_faults(fault.faults if isinstance(fault, SheetFaults) else Faults())
                self.face.foot.say("")
                announce(self, _said(fault))

    def _show_nothing(self, title: str, sentence: str) -> None:
        self.face.tables.rows.set_empty(title, sentence)
        self.face.tables.show_rows(no_rows(), "")
        self._show_faults(Faults())
        self.face.show_tables()
        self._show_file()

    def _show_faults(self, faults: Faults) -> None:
        model = FaultRows(faults.kept) if faults else None
        self.face.tables.show_faults(model, f"{faults.count:,}")

    def _show_file(self) -> None:
        """What is known of the file, and what can be chosen for it."""
        self.face.line.rest()
        self.face.choices.show_rows(self.reading.choices())
        if original := self.reading.original:
            size = f"{max(1, round(len(original.data) / 1_000)):,}"
            self.face.file.show_file(original.name, _("{n} KB").format(n=size))

    def _offer(self) -> None:
        """Say what would come in, and let it come."""
        arrival, foot = self.reading.arrival, self.face.foot
        if arrival is None:
            return
        n = len(arrival.records)
        if arrival.faults and not arrival.left_out:
            hint = _("Or choose at the left to leave these rows out.")
            foot.say(shown.sentences([arrival.faults.summary, hint]), Token.BAD, aloud=True)
        else:
            nothing = [] if n else [_("There is nothing new in it.")]
            foot.say(shown.sentences([*nothing, *notes(arrival)]), aloud=True)
        things = counted(arrival.kind, n)
        foot.offer(_("Import {things}").format(things=things) if n else _("Import"), ready=n > 0)
        if n and not self.face.choices.has_keys():
            foot.go.setFocus()

    # writing

    def _write(self) -> None:
        arrival, original = self.reading.arrival, self.reading.original
        if self._writing or arrival is None or original is None or not arrival.records:
            return
        file = original.evidence(arrival.kind)
        try:
            steps = self._room.bring_in(arrival.incoming, file, original.data)
        except WarRoomError as fault:
            self.face.foot.say(str(fault), Token.BAD, aloud=True)
            return
        self.reading.keep_mapping()
        self._show_writing(True)
        self._progress(0, len(arrival.incoming))
        self._stepper.run(caught(steps))

    def _progress(self, done: int, whole: int) -> None:
        said = _("Writing {done} of {all}. Nothing is saved before the end.")
        self.face.line.show_share(done, whole)
        self.face.foot.say(said.format(done=f"{done:,}", all=f"{whole:,}"))

    def _show_writing(self, writing: bool) -> None:
        self._writing = writing
        for part in (self.face.choices, self.face.file.button, self.face.foot.go):
            part.setEnabled(not writing)
        if writing:
            self.face.foot.cancel.setFocus()
        else:
            self.face.line.rest()

    def _written(self, result: WarRoomError | None) -> None:
        arrival = self.reading.arrival
        assert arrival is not None
        self._show_writing(False)
        if result is not None:
            self._offer()
            self.face.foot.say(str(result), Token.BAD, aloud=True)
            return
        n = len(arrival.records)
        said = ngettext("{things} was imported.", "{things} were imported.", n)
        told = [said.format(things=counted(arrival.kind, n)), *notes(arrival, done=True)]
        self.done.emit(shown.sentences(told))


def _said(fault: WarRoomError) -> str:
    if isinstance(fault, ColumnMissing):
        label = _(fault.field.label)
        return _('No column holds "{label}". Choose one at the left.').format(label=label)
    return str(fault)


def _recall_nothing(_name: str) -> str:
    return ""


def _remember_nothing(_name: str, _value: str) -> None:
    pass
