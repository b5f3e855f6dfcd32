"""The dashboard: the four panels at once, each a door to its page and to the rows behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.pages.page import Page
from desktop.pages.panels import BoardPanel, CoveragePanel, RoomPanel, StaffPanel, TimelinePanel
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from widgets import theme

SHARES = ((35, 65), (54, 46), (50, 50))  # left and right, top and bottom, media and staff


class DashboardPage(Page):
    """Timeline at the left, board above media and staff at the right; the seams can be moved."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline, self.board = TimelinePanel(room, self), BoardPanel(room, self)
        self.coverage, self.staff = CoveragePanel(room, self), StaffPanel(room, self)
        self._lay_out()
        for panel in self._panels():
            panel.door_asked.connect(self.door_asked)
            panel.did.connect(self.did)
            panel.failed.connect(self.failed)
        self.setFocusProxy(self.timeline.view)

    def show_entry(self, entry: Entry) -> bool:
        """Bring a new entry into sight in the timeline."""
        return self.timeline.show_entry(entry)

    def refresh(self) -> None:
        """Judge anew what is late."""
        for panel in self._panels():
            panel.refresh()

    def _panels(self) -> tuple[RoomPanel, ...]:
        return (self.timeline, self.board, self.coverage, self.staff)

    def _lay_out(self) -> None:
        lower = self._seam("dashboard-lower", Qt.Orientation.Horizontal)
        lower.addWidget(self.coverage)
        lower.addWidget(self.staff)
        right = self._seam("dashboard-right", Qt.Orientation.Vertical)
        right.addWidget(self.board)
        right.addWidget(lower)
        across = self._seam("dashboard", Qt.Orientation.Horizontal)
        across.addWidget(self.timeline)
        across.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(across)
        for seam, shares in zip((across, right, lower), SHARES, strict=True):
            seam.setSizes([10 * share for share in shares])
            for at, share in enumerate(shares):
                seam.setStretchFactor(at, share)

    def _seam(self, name: str, orientation: Qt.Orientation) -> QSplitter:
        seam = QSplitter(orientation, self)
        seam.setObjectName(name)
        seam.setChildrenCollapsible(False)
        seam.setHandleWidth(theme.size("hairline"))
        return seam
