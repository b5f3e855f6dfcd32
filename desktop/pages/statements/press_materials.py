"""The materials of a press conference as a list to be ticked off."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.cells import Cell, Column
from desktop.models.listed import ListedThings
from desktop.pages.actions import act, passing_menu
from desktop.warroom.answers.press import PressConference
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.table_view import TableView
from widgets.theme import Token


class Materials(Ground):
    """Shows the checklist of a conference; ``ticked`` carries its items with one turned over.

    ``asked`` wants to write the list.
    """

    ticked = Signal(object)
    asked = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self._items: tuple[dict[str, Any], ...] = ()
        self.title = PlainLabel(_("Materials"), self, size="title", weight=QFont.Weight.DemiBold)
        self.count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self.write = PlainButton(_("Write"), self)
        self.table, self.list = TableView(self), ListedThings(room, _columns(), self)
        self.table.set_model(self.list)
        self.table.set_empty(_("No materials yet"), _("N writes the list, one to a line."))
        self.table.setAccessibleName(_("Materials"))
        self.table.setObjectName("press-materials")
        self._head = QHBoxLayout()
        fill(self._head, self.title, self.count, 1, self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("hairline"), 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._connect()
        self.measure()

    def show_of(self, conference: PressConference | None) -> None:
        """Show the list of a conference; the chosen row stays so."""
        row = next(iter(self.table.rows()), None)
        self._items = conference.materials if conference else ()
        self.list.show(self._items)
        done = sum(bool(item.get("done")) for item in self._items)
        self.count.setText(f"{done} / {len(self._items)}" if self._items else "")
        self.write.setEnabled(conference is not None)
        if row is not None and row < len(self._items):
            self.table.select(row)

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(2), space(2), space(3), space(2))
        self._head.setSpacing(space(2))

    def _connect(self) -> None:
        self.write.clicked.connect(self.asked)
        self.table.opened.connect(self._opened)
        self.table.set_keys(" ")
        self.table.pressed.connect(self._pressed)
        self.table.menu_asked.connect(self._menu)
        act(
            self.table,
            (_("Ready, or not yet") + "\tSpace", "", self._turn),
            (_("Write the list"), "N", self.write.click),
        )

    def _turn(self) -> None:
        chosen = self.table.rows()
        if chosen:
            self.ticked.emit(
                tuple(
                    {**item, "done": not item.get("done")} if n in chosen else item
                    for n, item in enumerate(self._items)
                )
            )

    def _opened(self, _index: QModelIndex) -> None:
        self._turn()

    def _pressed(self, _key: str) -> None:
        self._turn()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", "", _tick),
        Column("", _("Material"), _text, grows=True),
    )


def _tick(item: dict[str, Any], _now: Moment) -> Cell:
    done = bool(item.get("done"))
    told = _("ready") if done else _("not ready yet")
    return Cell("✓" if done else "▲", Token.GOOD if done else Token.WARN, told=told)


def _text(item: dict[str, Any], _now: Moment) -> Cell:
    return Cell(visible(str(item.get("text", ""))), Token.MUTED if item.get("done") else None)
