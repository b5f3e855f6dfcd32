"""A page whose records are narrowed by a filter above them, or by the door it was entered by."""

from dataclasses import replace
from typing import Protocol

from desktop.pages.door import Door
from desktop.pages.page import Page
from desktop.warroom.selection import Kind, Selection
from resources import _
from widgets.filter_bar import Filter, FilterBar


class _View(Protocol):
    def set_empty(self, title: str, sentence: str) -> None: ...


class FilteredPage(Page):
    """A page that has a ``bar``, where a door is named, and a list as its focus proxy."""

    bar: FilterBar
    _door = Door()

    def narrow(self, door: Door) -> None:
        """Show the records behind a figure, a bar or a chart."""
        self._door = door
        self.bar.set_filter(Filter(door=door.label))
        self.setFocus()

    def leave_door(self) -> None:
        wanted = self.bar.filter()
        if wanted.door:
            self.bar.set_filter(replace(wanted, door=""))

    def _through_door(self, wanted: Selection[Kind]) -> Selection[Kind]:
        """``wanted`` narrowed by the door as well, while the filter shows it."""
        return self._door.narrowed(wanted) if self.bar.filter().door else wanted

    def _say_empty(self, view: _View, clear: str, title: str, sentence: str) -> None:
        """What stands in an empty list: how to see all of it, or that there is nothing yet."""
        if self.bar.filter().narrows():
            view.set_empty(_("Nothing matches the filter"), clear)
        else:
            view.set_empty(title, sentence)
