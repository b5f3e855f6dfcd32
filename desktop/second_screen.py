"""The wall of the window's room: shown, put away with its room, made anew for another language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.settings import Settings
from desktop.warroom.room import WarRoom

if TYPE_CHECKING:
    from desktop.wall import Wall


class SecondScreen(QObject):
    """Holds the one wall there may be; it is remembered whether there was one."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wall: Wall | None = None
        self._warnings: tuple[str, ...] = ()

    def warn(self, warnings: tuple[str, ...]) -> None:
        """Show these warnings on the wall that there is or will be."""
        self._warnings = warnings
        if self._wall:
            self._wall.show_warnings(warnings)

    def wall(self) -> "Wall | None":
        """The wall that is shown."""
        return self._wall

    def toggle(self, room: WarRoom) -> None:
        """Show a wall of this room, or close the one that is shown."""
        if self._wall:
            self._wall.close()
        else:
            self.show(room)

    def show(self, room: WarRoom) -> None:
        """Show a wall of this room."""
        from desktop.wall import Wall  # only where there is a wall

        self.leave()
        self._wall = Wall(room, self._settings)
        self._wall.closed.connect(self.leave)
        self._wall.show_warnings(self._warnings)
        self._wall.show_on_its_screen()

    def resume(self, room: WarRoom) -> None:
        """Show a wall of a room that was just opened, if there was one last time."""
        if self._settings.text("wall/open") == "yes":
            self.show(room)

    def renew(self, room: WarRoom) -> None:
        """Make the wall anew, as for another language."""
        if self._wall:
            self.show(room)

    def leave(self) -> None:
        """Put the wall away with its room."""
        if self._wall:
            self._wall.put_away()
            self._wall.deleteLater()
            self._wall = None
