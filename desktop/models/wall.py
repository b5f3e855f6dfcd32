"""A room in the words of its wall: what may be shown, as it stands, and what changed just now."""

from collections.abc import Sequence
from enum import StrEnum

from desktop.models.wall_fresh import Fresh
from desktop.models.wall_head import HeadWords
from desktop.models.wall_log import LogWords, OverviewWords, answers
from desktop.models.wall_pages import BoardWords, MediaWords, StaffWords
from desktop.models.wall_words import PageWords
from desktop.warroom.acts import Change
from desktop.warroom.measures import measure
from desktop.warroom.records import Entry, Incident, Person
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import Showing
from resources import N_, _
from widgets.wall_state import WallState


class PageName(StrEnum):
    """The pages in the order in which they turn."""

    OVERVIEW = "overview"
    TIMELINE = "timeline"
    TASKS = "tasks"
    MEDIA = "media"
    STAFF = "staff"


TITLES = {
    PageName.OVERVIEW: N_("Overview"),
    PageName.TIMELINE: N_("Timeline"),
    PageName.TASKS: N_("Tasks"),
    PageName.MEDIA: N_("Media"),
    PageName.STAFF: N_("Staff"),
}


class WallModel:
    """Reads a room for its wall; ``state`` says it in words at the room's time.

    ``follow`` reads what must be seen at once, ``read`` everything. ``state`` reckons only with
    what was found, so that it may be asked for each second.
    """

    def __init__(self, room: WarRoom) -> None:
        self._room = room
        self._fresh = Fresh(room)
        self.head = HeadWords(room)
        self._overview = OverviewWords(room, self._fresh)
        self._pages: dict[PageName, PageWords] = {
            PageName.OVERVIEW: self._overview,
            PageName.TIMELINE: LogWords(room, self._fresh),
            PageName.TASKS: BoardWords(room, self._fresh),
            PageName.MEDIA: MediaWords(room, self._fresh),
            PageName.STAFF: StaffWords(room, self._fresh),
        }
        self.page = PageName.OVERVIEW
        self.read()

    def read(self) -> None:
        """Read everything anew, the figures too."""
        self.head.read()
        self._found = measure(self._room, self._room.now())
        self._fresh.compare(answers(self._found))
        self._overview.count()
        self._read_page()

    def follow(self, changes: Sequence[Change]) -> None:
        """Follow a commit, all but the figures."""
        self._fresh.follow(changes)
        if {change.kind for change in changes} & {Incident, Person}:
            self.head.read()
        if any(map(_decides, changes)):
            self._read_page()
        else:
            self._pages[self.page].follow(changes, self._showing)

    def pages(self) -> tuple[PageName, ...]:
        """The pages that may be shown; who of the staff was told what is internal."""
        return tuple(p for p in PageName if p is not PageName.STAFF or self._showing.internal)

    def turn(self, step: int) -> None:
        """Show the page that many further on."""
        names = self.pages()
        self.page = names[(names.index(self.page) + step) % len(names)]
        self._read_page()

    def state(self) -> WallState:
        """The wall in words at the room's time."""
        if self._showing.closed:
            return WallState(self.head.closed())
        head = self.head.open(self._found.entries)
        return WallState(head, self._pages[self.page].said(self._found), self._place())

    def _read_page(self) -> None:
        self._showing = Showing.of(self._room)
        if self.page not in self.pages():
            self.page = PageName.OVERVIEW
        self._pages[self.page].read(self._showing)

    def _place(self) -> str:
        names = self.pages()
        return f"{_(TITLES[self.page])} {names.index(self.page) + 1}/{len(names)}"


def _decides(change: Change) -> bool:
    """Whether a change may change what may be shown at all."""
    both = (change.before, change.after)
    privileged = any(isinstance(each, Entry) and each.privileged for each in both)
    return privileged or change.kind is Incident
