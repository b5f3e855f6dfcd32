"""What comes into a room from files, and what goes out of it as files and papers."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.asking import Asking
from desktop.issuing import BriefingRun, PaperRun
from desktop.pages.desk import Desk
from desktop.settings import Settings
from desktop.warroom.choices import Edition
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Coverage, Entry, Paper, Record, StaffGroup, Task
from resources import _

if TYPE_CHECKING:
    from desktop.pages.briefing import BriefingPage

BROUGHT: dict[str, type[Record]] = {"tasks": Task, "media": Coverage, "staff": StaffGroup}


class Traffic(QObject):
    """Makes the forms of import and export; whoever shows them is told when they end.

    ``brought``, ``taken``, ``told`` and ``failed`` carry the sentence to say; what was brought in
    can be undone, what was taken out not; ``told`` comes of itself, whatever is shown meanwhile.
    """

    brought = Signal(str)
    taken = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    left = Signal()

    def __init__(self, over: QWidget, settings: Settings, asking: Asking) -> None:
        super().__init__(over)
        self._settings, self._asking = settings, asking
        self._run: BriefingRun | None = None
        self._desk: Desk | None = None
        self._page: BriefingPage | None = None

    def bring_in(self, desk: Desk, file: Path | None, parent: QWidget) -> QWidget:
        """The form that reads a file into the kind of record that the present page shows."""
        from desktop.pages.bring_in import BringIn  # takes 60 ms to import, seldom needed

        form = BringIn(
            desk.room, file, self._kind(desk), parent, recall=self._recall, remember=self._remember
        )
        return self._watched(form)

    def paste(self, desk: Desk, parent: QWidget) -> QWidget | None:
        """The form for rows on the clipboard that a spreadsheet put there, if there are any."""
        from desktop.pages.bring_in import BringIn

        text = QGuiApplication.clipboard().text()
        if "\t" not in text:
            return None
        form = BringIn.of_text(
            desk.room, text, self._kind(desk), parent, recall=self._recall, remember=self._remember
        )
        return self._watched(form)

    def take_out(self, desk: Desk, parent: QWidget) -> QWidget:
        """The form that writes what the present page shows, or everything."""
        from desktop.pages.take_out import TakeOut

        shown = desk.page(desk.current()).selection()
        form = TakeOut(desk.room, shown, parent, ask_place=self._asking.to_write)
        form.done.connect(self.taken)
        form.cancelled.connect(self.left)
        return form

    def brief(self, desk: Desk, parent: QWidget) -> QWidget:
        """The page that asks what a briefing is to be, and shows it beforehand."""
        from desktop.pages.briefing import BriefingPage

        self._desk, self._page = desk, BriefingPage(desk.room, parent)
        self._page.asked.connect(self._write)
        self._page.again_asked.connect(self._write_again)
        self._page.cancelled.connect(self.left)
        return self._page

    def _write(self, wanted: Paper) -> None:
        """Ask where the briefing goes and write it beside the work; read-only, a preview."""
        if self._run and self._run.running():
            self.failed.emit(_("A briefing is being written. Wait for it, or stop it first."))
            return
        path = self._place(f"{_named(wanted)}.pdf")
        if path is None or self._desk is None:
            return
        from desktop.paper import Issuing  # takes 40 ms to import: never before the first paint

        desk, room = self._desk, self._desk.room
        try:
            issuing = Issuing(room, path, wanted, preview=bool(room.why_read_only))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            if self._page:
                self._page.forget()
            self._follow(BriefingRun(issuing, desk, self))
            self.left.emit()

    def _write_again(self, paper: Paper) -> None:
        """Ask where a briefing goes that is printed again, and write it."""
        path = self._place(f"{_named(paper)}-{paper.number}.pdf")
        if path is None or self._desk is None:
            return
        from desktop.paper import write_again

        try:
            made = write_again(self._desk.room, paper, path)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return
        said = _("Briefing {n} was written again to {file}.")
        if paper.sha256 and made != paper.sha256:
            said = _("Briefing {n} was written to {file} with other bytes than before.")
        self.told.emit(said.format(n=paper.number, file=path.name))

    def write_paper(self, desk: Desk, sort: str) -> None:
        """Ask where a paper beside the briefing goes, and write it beside the work."""
        if self._run and self._run.running():
            self.failed.emit(_("A paper is being written. Wait for it, or stop it first."))
            return
        path = self._asking.to_write(_("Write the paper as"), f"{sort}.pdf", _("PDF (*.pdf)"))
        if path is None:
            return
        from desktop.paper.others import begin  # takes 40 ms to import
        from desktop.warroom.papers.sort import Sort

        try:
            self._follow(PaperRun(begin(desk.room, Sort(sort), path), desk, self))
        except WarRoomError as fault:
            self.failed.emit(str(fault))

    def from_paper(self, desk: Desk, parent: QWidget) -> QWidget:
        """The form that takes what was written by hand in a power cut."""
        from desktop.pages.from_paper import FromPaper

        form = FromPaper(desk.room, parent)
        form.done.connect(self.brought)
        form.cancelled.connect(self.left)
        return form

    def _place(self, name: str) -> Path | None:
        return self._asking.to_write(_("Write the briefing as"), name, _("PDF (*.pdf)"))

    def _follow(self, run: BriefingRun) -> None:
        if self._run:
            self._run.deleteLater()
        self._run = run
        run.written.connect(self.told)
        run.failed.connect(self.failed)

    @staticmethod
    def room_in(data: QMimeData) -> Path | None:
        """The one room in what is dragged."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and paths[0].suffix == ".warroom" else None

    @staticmethod
    def takes(data: QMimeData) -> Path | None:
        """The file in what is dragged, if it can be brought in."""
        from desktop.pages.bring_in import BringIn

        return BringIn.takes(data)

    def _watched(self, form: QWidget) -> QWidget:
        form.done.connect(self.brought)  # type: ignore[attr-defined]
        form.cancelled.connect(self.left)  # type: ignore[attr-defined]
        return form

    def _kind(self, desk: Desk) -> type[Record]:
        return BROUGHT.get(desk.current(), Entry)

    def _recall(self, name: str) -> str:
        return self._settings.text(f"import/{name}")

    def _remember(self, name: str, value: str) -> None:
        self._settings.remember(f"import/{name}", value)


def _named(paper: Paper) -> str:
    """The name that is offered for the file of a paper."""
    return "briefing" if paper.edition == Edition.ROOM else f"briefing-{paper.edition}"
