"""The bottom line of the next briefing, typed over time and kept as a draft."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.warroom.briefing import drafted
from desktop.warroom.faults import WarRoomError
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.plain import PlainLabel

PAUSE = 500  # milliseconds without a key after which a draft is kept
LINES = 3


class BottomLine(QWidget):
    """A few lines of text; a briefing that was written takes them, and the next begins anew."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._kept = room, drafted.drafted(room)
        title = PlainLabel(_("Bottom line of the next briefing"), self, weight=QFont.Weight.Bold)
        self.text = QPlainTextEdit(self._kept, self)
        hint = _("Three sentences. Left empty, it is built from the record and says so.")
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(title.text())
        self.text.setTabChangesFocus(True)
        self.text.setReadOnly(bool(room.why_read_only))
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self.text.textChanged.connect(self._timer.start)
        self._lay_out(title)

    def keep(self) -> None:
        """Keep what is typed, as far as it is not kept yet."""
        self._timer.stop()
        typed = self.text.toPlainText()
        if typed == self._kept or self._room.why_read_only:
            return
        try:
            drafted.keep(self._room, typed)
        except WarRoomError:
            return  # a courtesy; issuing the briefing will say what is wrong
        self._kept = typed

    def refresh(self) -> None:
        """Show the draft anew where a briefing has taken it, and nothing else was typed since."""
        now = drafted.drafted(self._room)
        if now != self._kept and self.text.toPlainText() == self._kept:
            self._kept = now
            self.text.setPlainText(now)
        self._timer.stop()

    def _lay_out(self, title: QWidget) -> None:
        column = QVBoxLayout(self)
        edge = theme.space(2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(1))
        column.addWidget(title)
        column.addWidget(self.text)
        lines = self.text.fontMetrics().lineSpacing()
        self.text.setFixedHeight(LINES * lines + theme.space(5))
