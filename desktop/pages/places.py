"""The pages of a room: their names, icons and keys, and how each is made when it is first asked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.pages.page import Page
from desktop.warroom.room import WarRoom
from resources import N_

Maker = Callable[[WarRoom, QWidget], Page]


@dataclass(frozen=True, slots=True)
class Place:
    """A page: ``label`` is a message key, ``make`` imports what only this page needs."""

    name: str
    label: str
    icon: str
    key: str
    make: Maker


def _dashboard(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.dashboard import DashboardPage

    return DashboardPage(room, parent)


def _timeline(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.timeline import TimelinePage

    return TimelinePage(room, parent)


def _tasks(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.board import BoardPage

    return BoardPage(room, parent)


def _media(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.coverage import CoveragePage

    return CoveragePage(room, parent)


def _staff(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.staff.page import StaffPage

    return StaffPage(room, parent)


def _statements(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.statements.page import StatementsPage

    return StatementsPage(room, parent)


def _clocks(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.watch.page import WatchPage

    return WatchPage(room, parent)


def _plan(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.plan.page import PlanPage

    return PlanPage(room, parent)


def _review(room: WarRoom, parent: QWidget) -> Page:
    from desktop.pages.review.page import ReviewPage

    return ReviewPage(room, parent)


PLACES = (
    Place("dashboard", N_("Dashboard"), "layout-dashboard", "Ctrl+1", _dashboard),
    Place("timeline", N_("Timeline"), "list-tree", "Ctrl+2", _timeline),
    Place("tasks", N_("Tasks"), "square-kanban", "Ctrl+3", _tasks),
    Place("media", N_("Media"), "newspaper", "Ctrl+4", _media),
    Place("staff", N_("Staff"), "users", "Ctrl+5", _staff),
    Place("statements", N_("Statements"), "megaphone", "Ctrl+6", _statements),
    Place("clocks", N_("Warnings and clocks"), "clock", "Ctrl+7", _clocks),
    Place("plan", N_("Plan and readiness"), "clipboard-check", "Ctrl+8", _plan),
    Place("review", N_("Review and recovery"), "notebook-text", "Ctrl+9", _review),
)
