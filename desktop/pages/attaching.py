"""What is done with the files of records: each deed is one act, its outcome said in a sentence."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.models.named import name_of
from desktop.pages.copies import viewing_copy
from desktop.pages.deeds import Deeds
from desktop.warroom.attachments import Attachment, Given
from desktop.warroom.exchange.kept_out import write_out
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.shown import short
from resources import _, ngettext
from resources.visible import visible
from widgets.file_drop import Arrived


class Attaching(Deeds):
    """Attaches, opens, saves and takes back."""

    def attach(self, record: Record, came: Arrived) -> bool:
        """Attach files or a picture to a record; whether they are."""
        try:
            files = given(self._room, came)
            made = self._room.attach(record, files)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return False
        self.did.emit(_told(record, made))
        return True

    def open(self, attachment: Attachment) -> None:
        """Show an attachment in the viewer of the system, as a copy that cannot be changed."""
        try:
            copy = viewing_copy(attachment, self._there(attachment))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            said = _("No program of this computer opens {file}. Save it instead.")
            self.failed.emit(said.format(file=visible(attachment.name)))

    def save(self, attachment: Attachment, target: Path) -> None:
        """Write an attachment to a new place, never over anything."""
        try:
            write_out(self._there(attachment), attachment, target)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return
        said = _("Wrote {file} to {out}.")
        self.told.emit(said.format(file=visible(attachment.name), out=visible(target.name)))

    def _there(self, attachment: Attachment) -> Iterator[bytes]:
        """The bytes. Raises RuleBroken where a restored room has only the record."""
        if next(self._room.kept(attachment.file), None) is None:
            said = _("The bytes of {file} are not in this room: it was restored without them.")
            raise RuleBroken(said.format(file=attachment.name))
        return self._room.kept(attachment.file)


def given(room: WarRoom, came: Arrived) -> list[Given]:
    """What arrived, read. Raises RuleBroken when one of the files cannot be attached."""
    if came.files:
        return [Given.read(path) for path in came.files]
    if not came.picture:
        raise RuleBroken(_("There is no picture on the clipboard."))
    name = _("Picture {when}").format(when=f"{room.here():%Y-%m-%d %H.%M.%S}")
    return [Given.of(f"{name}.png", came.picture)]


def _told(record: Record, made: Sequence[Attachment]) -> str:
    title = short(name_of(record))
    if len(made) == 1:
        name = visible(made[0].name)
        return _("Attached {file} to: {title}").format(file=name, title=title)
    n = len(made)
    said = ngettext("Attached {n} file to: {title}", "Attached {n} files to: {title}", n)
    return said.format(n=n, title=title)
