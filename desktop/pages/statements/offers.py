"""Sentences of released texts that seem to promise something: offered, never made by themselves."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.owed_columns import offer_columns
from desktop.pages.actions import act, passing_menu
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.caught import Offer, offered
from desktop.warroom.statements.statement import Statement
from resources import _, ngettext
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.table_view import TableView
from widgets.theme import Token

MOST = 5  # rows in sight, the headings among them


class Offers(Ground):
    """A table of what was caught, hidden while there is nothing; ``noted`` and ``waved`` ask."""

    noted = Signal()
    waved = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self._room = room
        title = _("Promised in what is out, not noted yet")
        self.title = PlainLabel(title, self, size="title", weight=QFont.Weight.DemiBold)
        self.note = PlainButton(_("Note it"), self)
        self.wave = PlainButton(_("No promise"), self)
        self.table, self.model = TableView(self), ListedThings(room, offer_columns(room), self)
        self.table.set_model(self.model)
        self.table.setAccessibleName(title)
        self.table.setObjectName("plan-offers")
        self._head = QHBoxLayout()
        fill(self._head, self.title, 1, self.note, self.wave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("hairline"), 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._connect()
        self.measure()

    def look_again(self) -> None:
        """Catch anew; the row that was chosen stays so by its place."""
        row = next(iter(self.table.rows()), 0)
        found = offered(self._room)
        self.model.show(found)
        self.setVisible(bool(found))
        if found:
            self.table.select(min(row, len(found) - 1))
        self.measure()

    def chosen(self) -> Offer | None:
        """The sentence that is chosen."""
        row = next(iter(self.table.rows()), None)
        return None if row is None else self.model.thing(row)

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(2), space(2), space(3), space(2))
        self._head.setSpacing(space(2))
        rows = min(self.model.rowCount() + 1, MOST)
        self.table.setFixedHeight(rows * theme.length("row") + theme.space(1))

    def _connect(self) -> None:
        self.note.clicked.connect(self.noted)
        self.wave.clicked.connect(self.waved)
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        self.table.set_keys("cd")
        self.table.pressed.connect(self._pressed)
        act(
            self.table,
            (self.note.text() + "\tC", "", self.noted.emit),
            (self.wave.text() + "\tD", "", self.waved.emit),
        )

    def _opened(self) -> None:
        self.noted.emit()

    def _pressed(self, key: str) -> None:
        (self.noted if key == "c" else self.waved).emit()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)


def told_offers(room: WarRoom, statement: Statement) -> str:
    """That a text which has just gone out promises something nobody has noted; else empty."""
    n = len(offered(room, statement))
    said = ngettext(
        "{n} promise was found in it: note it in Promises and remedies.",
        "{n} promises were found in it: note them in Promises and remedies.",
        n,
    )
    return said.format(n=n) if n else ""
