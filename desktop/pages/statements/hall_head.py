"""The head of the hall: the time that is left, large, the line that is on and the next one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.warroom import shown
from desktop.warroom.answers.press import PressConference, RunLine
from desktop.warroom.answers.run_sheet import (
    at_minute,
    following,
    left,
    minute_of,
    present,
    run_sheet,
)
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton, PlainLabel
from widgets.theme import Token

_LAST = 5 * 60_000  # milliseconds before the end from which the time is marked


class HallHead(Ground):
    """Says where the conference stands; ``tick`` says it anew."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.SURFACE, Qt.Edge.BottomEdge, parent)
        self._room = room
        bold = QFont.Weight.Bold
        self.time = PlainLabel("", self, size="wall_title", weight=bold, tabular=True)
        self.note = PlainLabel("", self, size="lead", token=Token.MUTED)
        self.title = ElidedLabel("", self, size="title", token=Token.MUTED)
        self.now = ElidedLabel("", self, size="figure", weight=QFont.Weight.DemiBold)
        self.next = ElidedLabel("", self, size="lead", token=Token.MUTED)
        self.turn = PlainButton("", self, "primary")
        self.back = PlainButton(shown.aside(_("Leave"), "Esc"), self)
        self._row, self._time, self._words = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        fill(self._time, self.time, self.note)
        fill(self._words, self.title, self.now, self.next)
        self._row.addLayout(self._time)
        self._row.addLayout(self._words, 1)
        fill(self._row, self.turn, self.back)
        self.measure()

    def tick(self, conference: PressConference) -> None:
        """Say where it stands now."""
        self.title.setText(conference.title)
        self._say_time(conference)
        lines = run_sheet(self._room, conference)
        minute = minute_of(conference, self._room.now())
        on = present(lines, minute) if minute is not None else None
        after = following(lines, -1 if minute is None else minute)
        self.now.setText(self._line(conference, on) if on else "")
        self.now.setVisible(on is not None)
        said = self._line(conference, after) if after else _("nothing more")
        self.next.setText(shown.labelled(_("Coming"), said) if conference.ended_at is None else "")
        begun, over = conference.began_at is not None, conference.ended_at is not None
        self.turn.setText(shown.aside(_("End"), "E") if begun else shown.aside(_("Begin"), "B"))
        self.turn.setVisible(not over)

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(2.5), space(4), space(3))
        self._row.setSpacing(space(4))
        self._words.setSpacing(space(0.5))
        self._time.setSpacing(0)

    def _say_time(self, conference: PressConference) -> None:
        if conference.ended_at is not None:
            self._say(_("ended"), shown.when(conference.ended_at, self._room.here()), Token.MUTED)
            return
        if conference.began_at is None:
            start, now = conference.starts_at, self._room.now()
            said = face(start.ms - now.ms) if start else "–"
            self._say(said, _("until it begins"), Token.TEXT)
            return
        ms = left(conference, self._room.now())
        if ms is None:
            self._say("–", _("no length is set"), Token.MUTED)
        elif ms < 0:
            self._say(face(ms), _("over time"), Token.BAD)
        else:
            self._say(face(ms), _("left"), Token.WARN if ms < _LAST else Token.GOOD)

    def _say(self, time: str, note: str, token: Token) -> None:
        self.time.setText(time)
        self.time.set_token(token)
        self.note.setText(note)
        self.time.setAccessibleName(f"{time} {note}")

    def _line(self, conference: PressConference, line: RunLine) -> str:
        at = at_minute(conference, line.minute)
        time = shown.short_time(at, self._room.zone) if at else ""
        said = shown.labelled(line.speaker, line.content) if line.speaker else line.content
        return f"{time}  {said}".strip()


def face(ms: int) -> str:
    """A stretch of time on a clock face: ``38:12``, ``1:30:00``, ``−02:00``."""
    seconds = abs(ms) // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    said = f"{hours}:{minutes:02d}" if hours else f"{minutes:02d}"
    return f"{'−' if ms < 0 else ''}{said}:{seconds % 60:02d}"
