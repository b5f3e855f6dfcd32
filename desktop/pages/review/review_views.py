"""The views of a review: one table each, shown one at a time, with what the chosen row tells."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.cells import Column
from desktop.models.listed import ListedThings
from desktop.models.review_columns import (
    decision_columns,
    entry_columns,
    fired_columns,
    known_columns,
    time_columns,
    written_columns,
)
from desktop.pages.actions import act
from desktop.warroom.record import Record
from desktop.warroom.review import told
from desktop.warroom.review.built import Built
from desktop.warroom.review.decided import Decided
from desktop.warroom.review.material import texts_of
from desktop.warroom.room import WarRoom
from resources import _
from widgets.advice import Advice
from widgets.headed_table import HeadedTable


class View(QWidget):
    """A table of what was built; ``opened`` carries the record behind a row."""

    opened = Signal(object)

    def __init__(
        self,
        room: WarRoom,
        title: str,
        name: str,
        columns: Sequence[Column],
        empty: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self.model = ListedThings(room, columns, self)
        self.listed = HeadedTable(title, f"review-{name}", self.model, self)
        self.listed.table.set_empty(*empty)
        self.details = Advice(self)
        self.details.say("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.listed, 3)
        self.column.addWidget(self.details)
        self.setFocusProxy(self.listed.table)
        self.listed.table.opened.connect(self._open)
        self.listed.table.selectionModel().selectionChanged.connect(self._tell)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these in place of what is there; the row that was chosen stays."""
        row = self.listed.row()
        self.model.show(things)
        if things:
            self.listed.table.select(min(row or 0, len(things) - 1))
        self.tell(self.chosen())

    def chosen(self) -> Any:
        """What stands in the chosen row; None without one."""
        row = self.listed.row()
        return None if row is None else self.model.thing(row)

    def behind(self, thing: Any) -> Record | None:
        """The record that a row is opened at."""
        return thing if isinstance(thing, Record) else None

    def tell(self, thing: Any) -> None:
        """Say below the table what a row tells."""

    def open_chosen(self) -> None:
        """Open the record behind the chosen row, where there is one."""
        if record := self.behind(self.chosen()):
            self.opened.emit(record)

    def _tell(self) -> None:
        self.tell(self.chosen())

    def _open(self, _index: QModelIndex) -> None:
        self.open_chosen()


class WrittenView(View):
    """What people wrote, a row for each part of a review; all of the chosen one stands below."""

    def tell(self, thing: Any) -> None:
        self.details.say(thing[2] if thing else "")

    def behind(self, thing: Any) -> Record | None:
        return thing[0] if thing else None


class FiredView(View):
    """Warnings that fired; the sentences of a rule stand below."""

    def tell(self, thing: Any) -> None:
        self.details.say("\n".join(told.alarms(thing, self._room)) if thing else "")

    def behind(self, thing: Any) -> Record | None:
        return None


class DecisionView(View):
    """Decisions; what was known when one was written down stands below it.

    ``past_asked`` carries that moment, at which the whole room is to be seen.
    """

    past_asked = Signal(object)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        empty = (_("No decision was logged"), _("A line with /decision logs one, with its reason."))
        columns = decision_columns(room)
        super().__init__(room, _("Decisions"), "decisions", columns, empty, parent)
        self.known_list = ListedThings(room, known_columns(), self)
        self.known = HeadedTable(_("What was known then"), "review-known", self.known_list, self)
        self.known.table.set_empty(
            _("No fact was held then"), _("The facts of the fact sheet, as the journal has them.")
        )
        self.column.insertWidget(1, self.known, 2)
        self.then = self.listed.add_deeds(((_("What we knew then"), self.ask_past),))[0]
        act(self.listed.table, (_("What we knew then"), "W", self.ask_past))

    def behind(self, thing: Any) -> Record | None:
        return thing.entry if isinstance(thing, Decided) else None

    def ask_past(self) -> None:
        """Ask for the whole room as it was when the chosen decision was written down."""
        chosen = self.chosen()
        if chosen and chosen.entry.recorded_at:
            self.past_asked.emit(chosen.entry.recorded_at)

    def tell(self, thing: Any) -> None:
        self.known_list.show(thing.known if thing else ())


class ReviewViews(QStackedWidget):
    """All views; ``opened`` carries a record to be opened, ``past_asked`` a moment to turn to."""

    opened = Signal(object)
    past_asked = Signal(object)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.views: dict[str, View] = {
            "times": View(
                room,
                _("Response times against targets"),
                "times",
                time_columns(),
                (_("Nothing to show"), ""),
                self,
            ),
            "written": WrittenView(
                room,
                _("What people wrote"),
                "written",
                written_columns(),
                (_("No review was held yet"), _("N writes one: causes, what worked, a summary.")),
                self,
            ),
            "chronology": View(
                room,
                _("Chronology"),
                "chronology",
                entry_columns(room),
                (_("No key entry yet"), _("K on the timeline makes a line a key entry.")),
                self,
            ),
            "fired": FiredView(
                room,
                _("Warnings that fired"),
                "fired",
                fired_columns(room),
                (_("No warning fired"), _("The watch keeps here what it has warned of.")),
                self,
            ),
            "decisions": (decisions := DecisionView(room, self)),
        }
        decisions.past_asked.connect(self.past_asked)
        for view in self.views.values():
            self.addWidget(view)
            view.opened.connect(self.opened)
            act(view.listed.table, (_("Open"), "F2", view.open_chosen))

    def show_built(self, found: Built) -> None:
        """Show a review that was built."""
        self.views["times"].show_things(found.times)
        written = [(each, *text) for each in found.reviews for text in texts_of(each, self._room)]
        self.views["written"].show_things(written)
        self.views["chronology"].show_things(found.chronology)
        self.views["fired"].show_things(found.fired)
        self.views["decisions"].show_things(found.decisions)

    def turn(self, name: str) -> None:
        """Show one of the views."""
        self.setCurrentWidget(self.views[name])
        self.setFocusProxy(self.views[name])
