"""A band over a text: which of its facts have changed, until somebody has seen to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.named import name_of
from desktop.warroom import shown
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.touched import Touched
from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token


class DeskMarks(Ground):
    """``seen`` carries the id of the mark that somebody sees to."""

    seen = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.RAISED, Qt.Edge.BottomEdge, parent)
        self._room = room
        self._rows: list[QWidget] = []
        self.buttons: list[PlainButton] = []
        self._column = QVBoxLayout(self)
        self.setAccessibleName(_("Facts that have changed"))
        self.hide()
        self.measure()

    def show_marks(self, marks: Sequence[Touched]) -> None:
        """Say which facts have changed; nothing is shown when none has."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(mark) for mark in marks]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(marks))

    def told(self, mark: Touched) -> str:
        """What has changed, as a sentence."""
        fact = self._room.find(Fact, mark.fact)
        subject = name_of(fact) if fact else mark.title
        was, now = mark.was or _("nothing"), mark.now or _("nothing")
        said = _("{fact} has changed: it was {was}, it is {now}.")
        sentence = said.format(fact=subject, was=was, now=now)
        wanted = _("This text is out; it asks for a correction.") if mark.out else ""
        return shown.sentences((sentence, wanted))

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2), space(4), space(2))
        self._column.setSpacing(space(1.5))

    def _row(self, mark: Touched) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        token = Token.BAD if mark.out else Token.WARN
        said = PlainLabel(f"▲ {self.told(mark)}", row, token=token, wrap=True)
        button = PlainButton(_("Seen to…"), row)
        button.setObjectName(mark.id)
        set_tip(button, said.text())
        button.clicked.connect(self._see)
        self.buttons.append(button)
        line.addWidget(said, 1)
        line.addWidget(button)
        return row

    def _see(self) -> None:
        self.seen.emit(self.sender().objectName())
