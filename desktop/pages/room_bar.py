"""The log bar over a room: what is typed is read aloud, logged, and kept while it is half-typed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.held import Held
from desktop.warroom.acts import Act
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.room import WarRoom
from resources import _
from widgets.announce import announce
from widgets.log_bar import BarState, LogBar
from widgets.theme import Token

DRAFT_AFTER = 1_000  # milliseconds of silence after which half-typed text is kept


class RoomBar(LogBar):
    """Logs lines; ``logged`` carries what was captured, when it is durable."""

    logged = Signal(object)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(_hints(), parent)
        self._room, self._incident = room, room.incident
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._draft.timeout.connect(self._keep_draft)
        self.held = Held(room, self.line, self)
        self.held.changed.connect(self._show_held)
        self.held.failed.connect(self.refuse)
        self.submitted.connect(self._log)
        self.edited.connect(self._read_aloud)
        self.set_state(BarState.CHECKING)

    def take_place(self) -> None:
        """Take lines from now on, the half-typed one first, unless the room is read-only."""
        if self._room.why_read_only:
            self.set_state(BarState.READ_ONLY, self._room.why_read_only)
            return
        self.set_state(BarState.READY)
        if (draft := self._room.draft()) and not self.line.text():
            self.restore(draft)

    def accepted(self) -> None:
        self.held.let_go()
        super().accepted()

    def take_again(self, act: Act) -> None:
        """Put the line of an act that was taken back in again, with its files."""
        self.restore(act.typed or "")
        self.held.hold_again(act)

    def say_saved(self) -> None:
        """Say that something was saved now."""
        self.set_saved(_("saved {time}").format(time=f"{self._room.here():%H:%M:%S}"))

    def put_away(self) -> None:
        """Keep what is half-typed; nothing more is kept after this."""
        self._draft.stop()
        self._keep_draft()

    def _log(self, line: str) -> None:
        try:
            captured = self._room.capture(line, files=self.held.files())
        except RuleBroken as fault:
            self.refuse(str(fault))
        except WarRoomError as fault:
            self.refuse(str(fault))
            self.set_saved(_("NOT SAVED"), Token.BAD)
        else:
            self.accepted()
            self._keep_draft()
            self.say_saved()
            self.logged.emit(captured)

    def _read_aloud(self, line: str) -> None:
        self._show_read(line)
        self._draft.start()

    def _show_held(self) -> None:
        self._show_read(self.line.text())
        if chips := self.held.chips():
            announce(self.line, chips[0].text)

    def _show_read(self, line: str) -> None:
        from desktop.models.chips import chip_texts  # comes with the grammar, at the first key

        read = chip_texts(self._room.reading(line)) if line.strip() else ()
        self.show_chips((*read, *self.held.chips()))

    def _keep_draft(self) -> None:
        try:
            self._room.keep_draft(self.line.text(), self._incident)
        except WarRoomError:
            pass  # a draft is a courtesy; Enter will say what is wrong with the disk


def _hints() -> tuple[tuple[str, str], ...]:
    return (("Ctrl L", _("log")), ("Ctrl F", _("find")), ("Ctrl Z", _("undo")))
