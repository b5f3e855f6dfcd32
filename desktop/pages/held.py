"""Files and pictures that wait in the log bar for the line that they belong to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.warroom.acts import Act
from desktop.warroom.faults import WarRoomError
from desktop.warroom.room import WarRoom
from resources import ngettext
from widgets.file_drop import Arrived, FileDrop
from widgets.log_field import ChipText, Side
from widgets.theme import Token

if TYPE_CHECKING:
    from desktop.warroom.attachments import Given


class Held(QObject):
    """Takes what is pasted into a line or dropped on its bar; Backspace before any text lets go.

    ``changed`` says that there are more or fewer, ``failed`` carries a sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, room: WarRoom, line: QLineEdit, bar: QWidget) -> None:
        super().__init__(bar)
        self._room, self._line = room, line
        self._files: list[Given] = []
        drops = FileDrop(self, pastes=True)
        drops.watch(line, bar)
        drops.came.connect(self._take)
        line.installEventFilter(self)

    def files(self) -> "tuple[Given, ...]":
        """What waits, first come first."""
        return tuple(self._files)

    def hold(self, files: "Sequence[Given]") -> None:
        """Let these wait too; bytes that wait already are not held twice."""
        there = {file.sha256 for file in self._files}
        if new := [file for file in files if file.sha256 not in there]:
            self._files += new
            self.changed.emit()

    def let_go(self) -> None:
        """They are logged, or are wanted no more."""
        if self._files:
            self._files.clear()
            self.changed.emit()

    def hold_again(self, act: Act) -> None:
        """Let the files of a line wait that was taken back, and that is to be mended."""
        from desktop.warroom.attachments import Attachment, Given

        for step in act.steps:
            if step.kind is Attachment:
                made = self._room.get(Attachment, step.record)
                data = b"".join(self._room.kept(made.file))
                self.hold([Given(made.name, data, made.sha256)])

    def chips(self) -> tuple[ChipText, ...]:
        """How many pictures or files wait, as a chip; none when nothing does."""
        n = len(self._files)
        if not n:
            return ()
        if all(_is_picture(file) for file in self._files):
            said = ngettext("{n} picture", "{n} pictures", n)
        else:
            said = ngettext("{n} file", "{n} files", n)
        return (ChipText(f"📎 {said.format(n=n)}", Token.ACCENT, Side.RIGHT),)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not self._files:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() != Qt.Key.Key_Backspace or self._line.text():
            return False
        self._files.pop()
        self.changed.emit()
        return True

    def _take(self, came: Arrived) -> None:
        from desktop.pages.attaching import given  # with the first file, not the first paint

        if self._line.isReadOnly():
            return
        try:
            self.hold(given(self._room, came))
        except WarRoomError as fault:
            self.failed.emit(str(fault))


def _is_picture(file: "Given") -> bool:
    from desktop.warroom.attachments import PICTURES, media_type

    return media_type(file.name, file.data) in PICTURES
