"""A panel beside the text of a statement that follows it and the room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.warroom.acts import Change
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from widgets.ground import Ground
from widgets.theme import Token


class SidePanel(Ground):
    """Shows something of one statement or of none; while it is hidden it does nothing.

    ``did`` and ``failed`` carry a sentence for the notice.
    """

    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self.statement: Statement | None = None
        self._stale = True
        room.on_change(self._follow)

    def show_statement(self, statement: Statement | None) -> None:
        """Show what belongs to a statement as the room has it, or to none."""
        self.statement = statement and self._as_it_is(statement)
        self._look()

    def renew(self) -> None:
        """Show what is so now; called whenever it may be otherwise and can be seen."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.renew()

    def _look(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.renew()

    def _follow(self, _changes: tuple[Change, ...]) -> None:
        if self.statement:
            self.show_statement(self.statement)

    def _as_it_is(self, statement: Statement) -> Statement | None:
        found = self._room.find(Statement, statement.id)
        return None if found is None or found.gone else found
