"""The dashboard: the four panels at once, each a door to its page and to the rows behind it."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.pages.page import Page
from desktop.pages.panels.room_panel import RoomPanel
from desktop.pages.panels.timeline import TimelinePanel
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.seam import Seam

if TYPE_CHECKING:
    from desktop.pages.elements_row import ElementsRow
    from desktop.pages.panels.board import BoardPanel
    from desktop.pages.panels.coverage import CoveragePanel
    from desktop.pages.panels.staff import StaffPanel

_Panel = TypeVar("_Panel", bound=RoomPanel)
LEAST = 420  # pixels at 100 % that board, media and staff take; with less they are scrolled
LOW = 400  # pixels at 100 % of the page, below which it does without the three elements
SHARES = ((35, 65), (54, 46), (50, 50))  # left and right, top and bottom, media and staff


class DashboardPage(Page):
    """Timeline at the left, board above media and staff at the right; the seams can be moved.

    The timeline is there at once; the other panels, which take longer to import and make than it
    does, come with ``complete`` or when they are asked for.
    """

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.timeline = self._watched(TimelinePanel(room, self))
        self._across = self._seam("dashboard", Qt.Orientation.Horizontal)
        self._right = self._seam("dashboard-right", Qt.Orientation.Vertical)
        self._lower = self._seam("dashboard-lower", Qt.Orientation.Horizontal)
        self._foot = QWidget(self)  # keeps the place of what comes later
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the panel with the keys
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._measure()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setWhatsThis(_("Find"))
        find.activated.connect(self.find_asked)
        self.setFocusProxy(self.timeline.view)

    @cached_property
    def board(self) -> "BoardPanel":
        """The task board in short."""
        from desktop.pages.panels.board import BoardPanel

        return self._put(self._right, 0, BoardPanel(self._room, self))

    @cached_property
    def coverage(self) -> "CoveragePanel":
        """How the media speak of us."""
        from desktop.pages.panels.coverage import CoveragePanel

        return self._put(self._lower, 0, CoveragePanel(self._room, self))

    @cached_property
    def staff(self) -> "StaffPanel":
        """Who among the employees knows what."""
        from desktop.pages.panels.staff import StaffPanel

        return self._put(self._lower, 1, StaffPanel(self._room, self))

    @cached_property
    def elements(self) -> "ElementsRow":
        """The three elements in one line below the panels."""
        from desktop.pages.elements_row import ElementsRow

        row = ElementsRow(self._room, self._foot)
        row.door_asked.connect(self.door_asked)
        inside = QVBoxLayout(self._foot)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(row)
        return row

    def complete(self) -> None:
        """Make the panels that are not there yet."""
        self._panels()
        self.elements.show()

    def show_entry(self, entry: Entry) -> bool:
        """Bring a new entry into sight in the timeline."""
        return self.timeline.show_entry(entry)

    def refresh(self) -> None:
        """Judge anew what is late."""
        for panel in self._panels():
            panel.refresh()
        self.elements.refresh()

    def _panels(self) -> tuple[RoomPanel, ...]:
        return (self.timeline, self.board, self.coverage, self.staff)

    def _lay_out(self) -> None:
        later = [QWidget(self) for _panel in range(3)]  # keep the places of what comes later
        self._scroll.setWidget(self._right)
        for seam, parts in (
            (self._lower, later[:2]),
            (self._right, (later[2], self._lower)),
            (self._across, (self.timeline, self._scroll)),
        ):
            for part in parts:
                seam.addWidget(part)
            seam.setSizes([10 * share for share in self._shares(seam)])
            for at, share in enumerate(self._shares(seam)):
                seam.setStretchFactor(at, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._across, 1)
        column.addWidget(self._foot)

    def _measure(self) -> None:
        """Large text in a low window: the timeline keeps its place and the rest is scrolled."""
        self._right.setMinimumHeight(theme.px(LEAST))
        self._foot.setFixedHeight(theme.length("row") + theme.space(2))
        self._make_room()

    def _make_room(self) -> None:
        """The line of elements gives way in a low window."""
        self._foot.setHidden(self.height() < theme.px(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    def _put(self, seam: QSplitter, at: int, panel: _Panel) -> _Panel:
        """Put a panel into the place that was kept for it."""
        if kept := seam.replaceWidget(at, panel):
            kept.deleteLater()
        seam.setStretchFactor(at, self._shares(seam)[at])
        return self._watched(panel)

    def _watched(self, panel: _Panel) -> _Panel:
        panel.door_asked.connect(self.door_asked)
        self.pass_on(panel)
        return panel

    def _shares(self, seam: QSplitter) -> tuple[int, int]:
        return SHARES[(self._across, self._right, self._lower).index(seam)]

    def _seam(self, name: str, orientation: Qt.Orientation) -> QSplitter:
        seam = Seam(orientation, self)
        seam.setObjectName(name)
        seam.setChildrenCollapsible(False)
        seam.setHandleWidth(theme.size("hairline"))
        return seam
