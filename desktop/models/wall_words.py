"""What every page of a wall is asked: to read, to follow a commit, and to say what it found."""

from collections.abc import Sequence

from desktop.models.wall_fresh import Fresh
from desktop.warroom.acts import Change
from desktop.warroom.measures import Measures
from desktop.warroom.records import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import Showing
from widgets.wall_state import Page


class PageWords:
    """A page; ``kinds`` are the kinds of record that it tells of."""

    kinds: frozenset[type[Record]] = frozenset()

    def __init__(self, room: WarRoom, fresh: Fresh) -> None:
        self._room, self._fresh = room, fresh

    def read(self, showing: Showing) -> None:
        """Read anew what may be shown."""
        raise NotImplementedError

    def follow(self, changes: Sequence[Change], showing: Showing) -> None:
        """Follow a commit."""
        if any(change.kind in self.kinds for change in changes):
            self.read(showing)

    def said(self, found: Measures) -> Page:
        """What was found, in words, at the room's time."""
        raise NotImplementedError
