"""The briefings that were issued: whom each was given to, and how to print one again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.paper_columns import issued_columns
from desktop.pages.actions import act
from desktop.warroom.choices import Channel
from desktop.warroom.distribution import Distribution, Issued, issued
from desktop.warroom.faults import WarRoomError
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.editors import FormField, editor
from widgets.ground import Ground, fill
from widgets.headed_table import HeadedTable
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token


class Sent(Ground):
    """The newest stands first and is chosen; a line below notes whom it was given to.

    ``again_asked`` carries a briefing that is to be printed again.
    """

    again_asked = Signal(Paper)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self.model = ListedThings(room, issued_columns(room), self)
        self.listed = HeadedTable(_("Earlier briefings"), "briefings", self.model, self)
        self.listed.add_deeds(((_("Print again…"), self.print_again),))
        self.listed.table.set_empty(
            _("No briefing yet"), _("Fill in the form and press Write the briefing.")
        )
        self.to = editor(FormField("to", _("Sent to")), self)
        self.to.widget().setAccessibleName(_("Sent to"))
        ways = tuple((each.value, each.shown) for each in Channel)
        self.how = editor(FormField("how", _("Sent by"), "choice", ways, "email"), self)
        self.how.widget().setAccessibleName(_("Sent by"))
        self.note = PlainButton(_("Note as sent"), self)
        self.fault = PlainLabel("", self, token=Token.BAD, wrap=True)
        self._label = PlainLabel(_("Sent to"), self, token=Token.MUTED)
        self._row = QHBoxLayout()
        self._lay_out()
        self.note.clicked.connect(self.note_sent)
        self.to.entered.connect(self.note_sent)
        act(
            self.listed.table,
            (_("Note as sent"), "N", self.to.widget().setFocus),
            (_("Print again…"), "R", self.print_again),
        )
        self.setFocusProxy(self.listed.table)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew; the briefing that was chosen stays so."""
        chosen = self.chosen()
        found = issued(self._room)
        self.model.show(found)
        rows = [n for n, each in enumerate(found) if chosen and each.paper.id == chosen.paper.id]
        if found:
            self.listed.table.select(rows[0] if rows else 0)
        may = bool(found) and not self._room.why_read_only
        for part in (self.note, self.to.widget(), self.how.widget()):
            part.setEnabled(may)

    def chosen(self) -> Issued | None:
        """The briefing that is chosen."""
        row = self.listed.row()
        return None if row is None or row >= self.model.rowCount() else self.model.thing(row)

    def note_sent(self) -> None:
        """Note whom the chosen briefing was given to; the program sends nothing."""
        found, to = self.chosen(), self.to.value().strip()
        if found is None or not to:
            self._say(_("Choose a briefing and type to whom it was sent."))
            self.to.widget().setFocus()
            return
        given = Distribution(
            paper=found.paper.id, to=to, how=Channel(self.how.value()), at=self._room.minute()
        )
        try:
            self._room.add(given)
        except WarRoomError as fault:
            self._say(str(fault))
            return
        self._say("")
        self.to.widget().clear()  # type: ignore[attr-defined]
        self.refresh()

    def print_again(self) -> None:
        """Ask for the chosen briefing once more, with the same bytes."""
        if found := self.chosen():
            self.again_asked.emit(found.paper)

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(3), space(2), space(3), space(2))
        self._row.setSpacing(space(2))
        self.how.measure()
        self.how.widget().setMinimumWidth(space(44))
        self.to.measure()

    def _say(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.fault.hide()
        fill(self._row, self._label, self.to.widget(), self.how.widget(), self.note)
        self._row.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.listed, 1)
        column.addWidget(self.fault)
        column.addLayout(self._row)
        self.measure()
