"""Two wordings of a text beside each other, chosen from all it has had."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.actions import act
from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.differences import differences
from desktop.warroom.statements.editions import PRESENT, Edition, compared_first, editions
from resources import _, ngettext
from widgets import theme
from widgets.editors import Box
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel, set_tip, visible
from widgets.side_by_side import SideBySide
from widgets.theme import Token

WIDE = 560  # pixels at 100 % from which the two choices stand side by side


class VersionPanel(SidePanel):
    """The present wording against the last one that was approved or released, or any two."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._editions: list[Edition] = []
        self._of, self._picked = "", (False, False)
        self.before, self.after = self._box(_("Before")), self._box(_("After"))
        self.view = SideBySide(_("Differences"), self)
        self.count = PlainLabel("", self, token=Token.MUTED)
        self.back = PlainButton("↑", self, "quiet")
        self.on = PlainButton("↓", self, "quiet")
        self._lay_out()
        self.setFocusProxy(self.view)
        for box in (self.before, self.after):
            box.activated.connect(self._pick)
        self.back.clicked.connect(self._walk_back)
        self.on.clicked.connect(self._walk_on)
        self.view.walked.connect(self._say_place)
        self.view.set_empty(_("Choose a text"), _("Its wordings are compared here."))
        act(
            self.view,
            (_("Next difference"), "F7", self._walk_on),
            (_("Previous difference"), "Shift+F7", self._walk_back),
        )
        self.measure()
        self.renew()

    def renew(self) -> None:
        text = self.statement
        held = editions(self._room, text) if text else []
        names = self._names(text.id if text else "", held)
        self._editions = held
        for box, name in zip((self.before, self.after), names, strict=True):
            box.clear()
            for each in held:
                box.addItem(visible(each.label), each.name)
            box.setCurrentIndex(box.findData(name))
            box.setEnabled(len(held) > 1)
        self._compare()

    def compared(self) -> tuple[str, str]:
        """The names of the two wordings that are compared."""
        return str(self.before.currentData() or ""), str(self.after.currentData() or "")

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(0, space(2), 0, 0)
        self._column.setSpacing(space(2))
        self._choices.setContentsMargins(space(4), 0, space(4), 0)
        self._choices.setSpacing(space(2))
        self._foot.setContentsMargins(space(4), 0, space(3), space(2))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    # inside

    def _box(self, name: str) -> Box:
        box = Box(self)
        box.setAccessibleName(name)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _lay_out(self) -> None:
        self._column, self._choices = (
            QVBoxLayout(self),
            QBoxLayout(QBoxLayout.Direction.LeftToRight),
        )
        self._foot = QHBoxLayout()
        for box in (self.before, self.after):
            self._choices.addWidget(box, 1)
        fill(self._foot, self.count, 1, self.back, self.on)
        self._column.addLayout(self._choices)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._foot)
        for button, words, key in (
            (self.back, _("Previous difference"), "Shift+F7"),
            (self.on, _("Next difference"), "F7"),
        ):
            button.setAccessibleName(words)
            set_tip(button, _("{words} ({key})").format(words=words, key=key))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _turn(self) -> None:
        """Where there is little room the two choices stand one below the other."""
        wide = self.width() >= theme.px(WIDE)
        direction = QBoxLayout.Direction
        self._choices.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _names(self, of: str, held: list[Edition]) -> tuple[str, str]:
        """What is compared: what was chosen as long as it is there, else what is asked most."""
        known = {each.name for each in held}
        chosen = self.compared() if of == self._of else ("", "")
        self._picked = self._picked if of == self._of else (False, False)
        self._of = of
        if not held:
            return "", ""
        first = (compared_first(held), PRESENT)
        before, after = (
            name if picked and name in known else default
            for name, picked, default in zip(chosen, self._picked, first, strict=True)
        )
        return before, after

    def _pick(self) -> None:
        picked = [box is self.sender() for box in (self.before, self.after)]
        self._picked = (self._picked[0] or picked[0], self._picked[1] or picked[1])
        self._compare()

    def _compare(self) -> None:
        found = {each.name: each for each in self._editions}
        old, new = (found.get(name) for name in self.compared())
        language = str(self.statement.language) if self.statement else ""
        if old is None or new is None:
            self.view.show_rows(())
            return
        rows = differences(old.text, new.text)
        self.view.show_rows(rows, (old.label, new.label), language)

    def _say_place(self, n: int, of: int) -> None:
        self.back.setEnabled(of > 0)
        self.on.setEnabled(of > 0)
        if not self._editions:
            said = ""
        elif not of:
            said = _("Both are the same.")
        elif n:
            said = _("{n} of {of}").format(n=n, of=of)
        else:
            said = ngettext("{n} difference", "{n} differences", of).format(n=of)
        self.count.setText(said)

    def _walk_on(self) -> None:
        self.view.walk(1)

    def _walk_back(self) -> None:
        self.view.walk(-1)
