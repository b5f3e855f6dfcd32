"""A chart is written to a picture file, with what it shows of which incident, and when."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.targets import refuse_rooms
from resources import _
from resources.visible import visible
from widgets.chart_frame import ChartFrame
from widgets.chart_picture import Words

AskPlace = Callable[[str, str, str], Path | None]  # title, suggested name, kinds of file
PNG = ".png"


class ChartSaving(QObject):
    """Asks where, and writes; ``told`` says what was written where, ``failed`` why it was not."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self, room: WarRoom, frame: ChartFrame, parent: QWidget, ask_place: AskPlace | None = None
    ) -> None:
        super().__init__(parent)
        self._room, self._frame, self._window = room, frame, parent
        self.ask_place = ask_place or self._ask_system
        frame.picture_asked.connect(self.save)

    def save(self, light: bool) -> None:
        """Write the chart where the user says; never over a room, never half."""
        try:
            place = self._place()
            if place is None:
                return
            refuse_rooms(place, self._room.path)
            picture = self._frame.picture(self._words(), light=light)
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, QByteArray(b"png")).write(picture)
            with whole_file(place) as file:
                file.write(buffer.data().data())
        except WarRoomError as fault:
            self.failed.emit(visible(str(fault)))
        else:
            self.told.emit(visible(_("The chart was written to {file}.").format(file=place)))

    def _words(self) -> Words:
        """Title, incident and its classification, the numbers, and whose time it is."""
        incident, here = self._room.incident, self._room.here()
        drill = _("Exercise (not real)") if incident.drill else ""
        about = (incident.title, word(incident.classification), drill)
        zone = shown.zone_name(Moment.of(here).offset)
        when = f"{shown.long_day(here.date())} {here:%H:%M}"
        note = _("Times in {zone}. As of {when}.").format(zone=zone, when=when)
        title = self._frame.chart.accessibleName()
        return Words(title, " · ".join(filter(None, about)), self._frame.chart.essence(), note)

    def _place(self) -> Path | None:
        """The file that was chosen, named as a picture; None when nobody chose one."""
        incident, today = self._room.incident.title, self._room.here().date().isoformat()
        name = f"{incident} {self._frame.chart.accessibleName()}"
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in name)[:80].strip()
        kinds = _("{format} files (*{ending})").format(format="PNG", ending=PNG)
        place = self.ask_place(_("Write the chart as"), f"{name} {today}{PNG}", kinds)
        if place is None or place.suffix.lower() == PNG:
            return place
        named = place.with_name(place.name + PNG)
        if named.exists():
            said = _("{file} is already there. Choose another name.")
            raise RuleBroken(said.format(file=named.name))
        return named

    def _ask_system(self, title: str, name: str, kinds: str) -> Path | None:
        start = str(Path.home() / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return Path(chosen) if chosen else None
