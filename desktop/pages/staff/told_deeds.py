"""What is done on the staff page: reports, and messages that were sent."""

from desktop.models.chips import chip_texts
from desktop.pages.deeds import Deeds
from desktop.warroom.capture import Reading, Sort
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import StaffMessage
from resources import _
from resources.visible import visible
from widgets.log_field import ChipText, Side
from widgets.theme import Token


class StaffDeeds(Deeds):
    """Deeds on messages, and reports of what groups were told."""

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
            self.told.emit(_("This message is marked as sent already."))
            return
        self.change([message], _("The message is marked as sent."), sent_at=self._room.minute())

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
