"""The pages of a room: their names, icons and keys, and how each is made when it is first asked."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.pages.made import made
from desktop.pages.page import Page
from desktop.warroom.room import WarRoom
from resources import N_


@dataclass(frozen=True, slots=True)
class Place:
    """A page: ``label`` is a message key, ``made_by`` is ``module:class``."""

    name: str
    label: str
    icon: str
    key: str
    made_by: str

    def make(self, room: WarRoom, parent: QWidget) -> Page:
        """The page, made now; its module is imported when it is first asked for."""
        page: Page = made(self.made_by, room, parent)
        return page


PLACES = (
    Place(
        "dashboard",
        N_("Dashboard"),
        "layout-dashboard",
        "Ctrl+1",
        "desktop.pages.dashboard:DashboardPage",
    ),
    Place("timeline", N_("Timeline"), "list-tree", "Ctrl+2", "desktop.pages.timeline:TimelinePage"),
    Place("tasks", N_("Tasks"), "square-kanban", "Ctrl+3", "desktop.pages.board:BoardPage"),
    Place("media", N_("Media"), "newspaper", "Ctrl+4", "desktop.pages.coverage:CoveragePage"),
    Place("staff", N_("Staff"), "users", "Ctrl+5", "desktop.pages.staff.page:StaffPage"),
    Place(
        "statements",
        N_("Statements"),
        "megaphone",
        "Ctrl+6",
        "desktop.pages.statements.page:StatementsPage",
    ),
    Place(
        "clocks", N_("Warnings and clocks"), "clock", "Ctrl+7", "desktop.pages.watch.page:WatchPage"
    ),
    Place(
        "plan",
        N_("Plan and readiness"),
        "clipboard-check",
        "Ctrl+8",
        "desktop.pages.plan.page:PlanPage",
    ),
    Place(
        "review",
        N_("Review and recovery"),
        "notebook-text",
        "Ctrl+9",
        "desktop.pages.review.page:ReviewPage",
    ),
)
