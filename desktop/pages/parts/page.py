"""A page of parts: a list of them at the left, the one that is asked for beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.pages.made import made
from desktop.pages.page import Page
from desktop.pages.parts.part import Part
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.sections import Section, Sections


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part; ``label`` and ``group`` are message keys, ``made_by`` is ``module:class``.

    The module is imported when the part is first asked for.
    """

    name: str
    label: str
    group: str
    made_by: str

    def make(self, room: WarRoom, parent: QWidget) -> Part:
        """The part, made now."""
        part: Part = made(self.made_by, room, parent)
        return part


class PartsPage(Page):
    """Makes each part when it is first asked for, and says what they say."""

    def __init__(
        self,
        room: WarRoom,
        places: Sequence[PartPlace],
        label: str,
        parent: QWidget | None = None,
        first: str = "",
    ) -> None:
        """``label`` names the list of parts, ``first`` the part that is shown at the beginning."""
        super().__init__(parent)
        self._room, self._places = room, places
        self._parts: dict[str, Part] = {}
        named = [Section(each.name, _(each.label), _(each.group)) for each in places]
        self.sections = Sections(named, label, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self._stack, 1)
        self.sections.opened.connect(self.show_part)
        self.sections.entered.connect(self.go_to_part)
        self.show_part(first or places[0].name)
        room.on_change(self._follow)

    def show_part(self, name: str) -> Part:
        """Show a part by its name."""
        part = self.part(name)
        self._stack.setCurrentWidget(part)
        self.sections.show_section(name)
        self.setFocusProxy(part)
        return part

    def go_to_part(self, name: str) -> None:
        """Show a part and give it the keys."""
        self.show_part(name).setFocus()

    def part(self, name: str) -> Part:
        """A part by its name, made when it is first asked for."""
        if name not in self._parts:
            place = next(each for each in self._places if each.name == name)
            part = place.make(self._room, self._stack)
            self._parts[name] = part
            self._stack.addWidget(part)
            for said, ours in (
                (part.did, self.did),
                (part.told, self.told),
                (part.failed, self.failed),
                (part.door_asked, self.door_asked),
                (part.undo_asked, self.undo_asked),
                (part.incident_turned, self.incident_turned),
                (part.turn_asked, self.turn_asked),
                (part.past_asked, self.past_asked),
                (part.seen, self.seen),
            ):
                said.connect(ours)
            part.go_asked.connect(self.go_to_part)
            part.stood.connect(partial(self._mark, name))
            self._mark(name)
        return self._parts[name]

    def current(self) -> str:
        """The name of the part that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, part in self._parts.items() if part is shown)

    def show_record(self, record: Record) -> None:
        for each in self._places:
            if self.part(each.name).holds(type(record)):
                self.show_part(each.name).show_record(record)
                return

    def selection(self) -> Selection[object] | None:  # type: ignore[type-var]
        return self._parts[self.current()].selection()

    def refresh(self) -> None:
        for name, part in self._parts.items():
            part.refresh()
            self._mark(name)

    def put_away(self) -> None:
        for part in self._parts.values():
            part.put_away()

    def look(self) -> str:
        return self.current()

    def take_look(self, look: str) -> None:
        if any(each.name == look for each in self._places):
            self.show_part(look)

    def _mark(self, name: str) -> None:
        self.sections.set_mark(name, *self._parts[name].mark())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        for name in self._parts:
            self._mark(name)
