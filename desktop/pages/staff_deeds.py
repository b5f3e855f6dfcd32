"""What is done on the staff page: reports, messages that were sent, records taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.models.chips import chip_texts
from desktop.warroom.capture import Reading, Sort
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Record, StaffMessage
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets.log_field import ChipText, Side
from widgets.theme import Token


class StaffDeeds(QObject):
    """Each deed is one act and one undo; ``did`` and ``failed`` carry a sentence."""

    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room

    def read_aloud(self, text: str) -> tuple[ChipText, ...]:
        """The chips for a report that is being typed; a hint where it reports nothing yet."""
        if not text.strip():
            return ()
        reading = self._read(text)
        chips = chip_texts(reading)
        if reading.told is None:
            return (*chips, ChipText(_("which group, how many?"), Token.WARN, Side.RIGHT))
        return chips

    def report(self, text: str, message: StaffMessage) -> str:
        """Log a report on a message and its entry; the sentence that says why not, if it fails."""
        reading = self._read(text)
        if reading.told is None:
            return _("Name the group and a number, such as: told 140 of night shift.")
        line, about = self._as_logged(text, reading, message)
        try:
            self._room.capture(line, about)
        except WarRoomError as fault:
            return str(fault)
        group = visible(reading.told.group.name)
        self.did.emit(_("The report from {group} is saved.").format(group=group))
        return ""

    def send(self, message: StaffMessage) -> None:
        """Note that a message was sent now; one that was sent stays as it is."""
        if message.sent_at is not None:
            self.did.emit(_("This message is marked as sent already."))
            return
        deed = partial(self._room.change, message, sent_at=self._room.now())
        self._try(deed, _("The message is marked as sent."))

    def take_back(self, record: Record | None) -> None:
        """Take a record out of the lists; Undo brings it back."""
        if record:
            self._try(partial(self._room.take_back, record), _("Taken back."))

    def _read(self, text: str) -> Reading:
        return self._room.reading(text, EntryKind.STAFF)

    def _as_logged(
        self, text: str, reading: Reading, message: StaffMessage
    ) -> tuple[str, StaffMessage | None]:
        """The line as the log bar would have it, so that undo gives it back to the log bar.

        A report on an earlier message is no such line: the log bar reports for the last one.
        """
        last = self._room.last_message()
        if last is None or last.id != message.id:
            return text, message
        said = any(chip.sort is Sort.KIND for chip in reading.chips)
        return text if said else f"/staff {text}", None

    def _try(self, deed: Callable[[], None], done: str) -> None:
        try:
            deed()
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.did.emit(done)
