"""What starts a drill, and what ends it: the rows above and below its answers."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.warroom.drills.script import SHIPPED, SPEEDS, shipped
from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.one_of import OneOf
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

_COMMA = re.compile(r"\s*[,，、;；]\s*")


class Opening(Ground):
    """Which script is started, and how fast it is played."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        bold = QFont.Weight.DemiBold
        self.title = PlainLabel(_("Start an exercise"), self, size="title", weight=bold)
        told = _(
            "A script of events plays in an incident of its own: press, rumours, staff, comments. "
            "Every screen and page says that nothing is real, and nothing of the company or of "
            "another incident can change meanwhile."
        )
        self.told = PlainLabel(told, self, token=Token.MUTED, wrap=True)
        scripts = [(name, shipped(name).title) for name in SHIPPED]
        self._script = OneOf(_("Script"), scripts, self)
        self._speed = OneOf(_("Speed"), [(str(n), f"{n}×") for n in SPEEDS], self)
        self.start = PlainButton(_("Start the exercise"), self, "primary")
        self.file = PlainButton(_("Script from a CSV file…"), self)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        fill(self._row, self._script, self._speed, self.start, self.file, 1)
        fill(self._column, self.title, self.told)
        self._column.addLayout(self._row)
        self.measure()

    def script(self) -> str:
        """The name of the shipped script that is chosen."""
        return self._script.chosen()

    def speed(self) -> int:
        """The speed that is chosen."""
        return int(self._speed.chosen())

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(4), space(3))
        self._column.setSpacing(space(2))
        self._row.setSpacing(space(2))


class Closing(Ground):
    """Who took part, and the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.RAISED, Qt.Edge.TopEdge, parent)
        self.label = PlainLabel(_("Participants"), self, token=Token.MUTED)
        self.people = QLineEdit(self)
        self.people.setAccessibleName(_("Participants"))
        self.people.setPlaceholderText(_("names with commas between"))
        self.end = PlainButton(_("End the exercise"), self, "primary")
        self.open = PlainButton(_("Open the exercise"), self)
        self._row = QHBoxLayout(self)
        fill(self._row, self.label)
        self._row.addWidget(self.people, 1)
        fill(self._row, self.end, self.open)
        self.measure()

    def names(self) -> list[str]:
        """The participants, each once."""
        found = _COMMA.split(self.people.text().strip())
        return list(dict.fromkeys(filter(None, found)))

    def show_ended(self, ended: bool) -> None:
        """Offer the end of what goes on, and of what has ended what was written down."""
        self.show()
        self.people.setReadOnly(ended)
        self.end.setVisible(not ended)
        self.open.setVisible(ended)

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        self._row.setContentsMargins(space(4), space(2), space(4), space(2))
        self._row.setSpacing(space(2))
