"""The watch strip: the gravest warning in one line, there only while there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import ElidedLabel, PlainButton, PlainLabel
from widgets.theme import Token


class WatchStrip(Ground):
    """Says how many warnings there are and the gravest of them; ``opened`` asks for all.

    Where its window is low for its text it can be told to give way.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.RAISED, Qt.Edge.BottomEdge, parent)
        self.sign = PlainLabel("▲", self, weight=QFont.Weight.DemiBold)
        self.count = PlainLabel("", self, weight=QFont.Weight.DemiBold, tabular=True)
        self.sentence = ElidedLabel("", self)
        self.open = PlainButton(_("All warnings"), self, "link")
        self._row = QHBoxLayout(self)
        fill(self._row, self.sign, self.count)
        self._row.addWidget(self.sentence, 1)
        fill(self._row, self.open)
        self.open.clicked.connect(self.opened)
        self.setAccessibleName(_("Warnings"))
        self._gives_way = False
        self.hide()
        self.measure()

    def say(self, count: str, sentence: str, token: Token) -> None:
        """Show how many there are and the gravest one; an empty sentence puts the strip away."""
        self.sign.set_token(token)
        self.count.set_token(token)
        self.count.setText(count)
        self.sentence.setText(sentence)
        self.open.setAccessibleDescription(f"{count}. {sentence}" if sentence else "")
        self._appear()

    def give_way(self, gives_way: bool) -> None:
        """Leave the room to what stands below, or take it again."""
        self._gives_way = gives_way
        self._appear()

    def measure(self) -> None:
        """Set margins from the theme."""
        space = theme.space
        self._row.setContentsMargins(space(4), space(1), space(2), space(1))
        self._row.setSpacing(space(2))

    def _appear(self) -> None:
        self.setVisible(bool(self.sentence.text()) and not self._gives_way)
