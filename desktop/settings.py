"""What the program remembers for this user: windows, theme, recent rooms, the last operator."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.warroom.device import home

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A room that was open: its title then, its path, and the day it was opened."""

    title: str
    path: str
    opened: str


class Settings:
    """A file of the user's own; nothing of a room's content but titles stands in it."""

    def __init__(self, file: Path | None = None) -> None:
        """``file`` is the user's own unless another is named, as for a picture."""
        place = file or home() / "settings.ini"
        self._file = QSettings(str(place), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        return str(self._file.value(name, default))

    def remember(self, name: str, value: str) -> None:
        """Remember a word."""
        self._file.setValue(name, value)

    def bytes(self, name: str) -> QByteArray:
        """Remembered geometry."""
        value = self._file.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_bytes(self, name: str, value: QByteArray) -> None:
        """Remember geometry."""
        self._file.setValue(name, value)

    def recent(self) -> list[Recent]:
        """The rooms opened last, newest first."""
        found = []
        for number in range(self._file.beginReadArray("recent")):
            self._file.setArrayIndex(number)
            found.append(Recent(*(self.text(name) for name in ("title", "path", "opened"))))
        self._file.endArray()
        return found

    def opened(self, room: Recent) -> None:
        """Put a room first among the recent ones."""
        others = [each for each in self.recent() if Path(each.path) != Path(room.path)]
        self._file.beginWriteArray("recent", -1)
        for number, each in enumerate([room, *others][:MOST_RECENT]):
            self._file.setArrayIndex(number)
            self._file.setValue("title", each.title)
            self._file.setValue("path", each.path)
            self._file.setValue("opened", each.opened)
        self._file.endArray()
