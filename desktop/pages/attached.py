"""The attachments of the record that is open: shown, added, opened, saved, taken back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.models.attached import attached_row
from desktop.pages.actions import passing_menu
from desktop.pages.attaching import Attaching
from desktop.warroom.acts import Change
from desktop.warroom.attachments import Attachment, attachments_of
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets.attachment_list import AttachmentList
from widgets.file_drop import Arrived
from widgets.thumbnails import Thumbnails

THUMBNAILS = Thumbnails()  # by hash, so that every room may share them


class Attached(AttachmentList):
    """The list of one record; ``did``, ``told`` and ``failed`` carry a sentence for the notice."""

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(self._small, parent)
        self._room, self._record = room, record
        self._deeds = Attaching(room, self)
        self._held: dict[str, Attachment] = {}
        self._deeds.did.connect(self.did)
        self._deeds.told.connect(self.told)
        self._deeds.failed.connect(self.failed)
        self.opened.connect(self._open)
        self.save_asked.connect(self._save)
        self.gone_asked.connect(self._take_back)
        self.menu_asked.connect(self._menu)
        self.file_asked.connect(self._choose)
        self.set_takes(not room.why_read_only)
        self._read()
        room.on_change(self._follow)

    def take(self, came: Arrived) -> None:
        """Attach what was dropped or pasted."""
        self._deeds.attach(self._record, came)

    def _read(self) -> None:
        found = attachments_of(self._room, self._record)
        self._held = {each.id: each for each in found}
        self.show_rows([attached_row(each, self._room) for each in found])

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(
            isinstance(change.after, Attachment) and change.after.record == self._record.id
            for change in changes
        ):
            self._read()

    def _small(self, attachment: str, side: int) -> QPixmap | None:
        found = self._held.get(attachment)
        if found is None:
            return None
        return THUMBNAILS.make(found.sha256, side, found.media_type, partial(self._bytes, found))

    def _bytes(self, attachment: Attachment) -> bytes:
        return b"".join(self._room.kept(attachment.file))

    # deeds

    def _open(self, attachment: str) -> None:
        self._deeds.open(self._held[attachment])

    def _save(self, attachment: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        found = self._held[attachment]
        start = str(Path.home() / Path(found.name).name)
        over = QFileDialog.Option.DontConfirmOverwrite  # nothing is ever written over
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the attachment"), start, options=over
        )
        if chosen:
            self._deeds.save(found, Path(chosen))

    def _take_back(self, attachment: str) -> None:
        self._deeds.take_back([self._held[attachment]])

    def _describe(self, attachment: str) -> None:
        found = self._held[attachment]
        title, said = _("Caption"), _("What does it show?")
        caption, sure = QInputDialog.getText(self, title, said, text=found.caption)
        if sure and caption.strip() != found.caption:
            self._deeds.change([found], _("The caption was changed."), caption=caption.strip())

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Attach files"), str(Path.home()))
        if chosen:
            self.take(Arrived(tuple(map(Path, chosen))))

    def _menu(self, attachment: str, at: QPoint) -> None:
        menu = passing_menu(self)
        for name, words in self._offered():
            menu.addAction(words).setData((name, attachment))
        menu.triggered.connect(self._chose)
        menu.popup(at)

    def _offered(self) -> list[tuple[str, str]]:
        found = [("open", _("Open") + "\tEnter"), ("save", _("Save as…") + "\tCtrl+S")]
        if not self._room.why_read_only:
            found += [("describe", _("Caption…")), ("gone", _("Take back") + "\tDel")]
        return found

    def _chose(self, action: QAction) -> None:
        deeds = {
            "open": self._open,
            "save": self._save,
            "describe": self._describe,
            "gone": self._take_back,
        }
        name, attachment = action.data()
        deeds[name](attachment)
