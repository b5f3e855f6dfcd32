"""Asking for files: dialogs that begin where the last one ended."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.settings import Settings
from resources import _


class Asking:
    """Asks over a window for places of files; None means that nobody chose one."""

    def __init__(self, over: QWidget, settings: Settings) -> None:
        self._over, self._settings = over, settings

    def to_open(self, title: str, kinds: str = "") -> Path | None:
        """A file that is there."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(
            self._over, title, self._folder(), kinds or _("Rooms (*.warroom)")
        )
        return self._kept(chosen)

    def to_write(self, title: str, name: str, kinds: str = "") -> Path | None:
        """A file to be written, ``name`` unless another is chosen."""
        from PySide6.QtWidgets import QFileDialog

        start = str(Path(self._folder()) / name)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._over, title, start, kinds or _("Rooms (*.warroom)")
        )
        return self._kept(chosen)

    def _folder(self) -> str:
        return self._settings.text("folder", str(Path.home()))

    def _kept(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._settings.remember("folder", str(Path(chosen).parent))
        return Path(chosen)
