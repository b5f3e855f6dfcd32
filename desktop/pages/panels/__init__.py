"""The panels of the dashboard: each shows the newest of a page and leads there."""

from desktop.pages.panels.board import BoardPanel
from desktop.pages.panels.coverage import CoveragePanel
from desktop.pages.panels.room_panel import RoomPanel
from desktop.pages.panels.staff import StaffPanel
from desktop.pages.panels.timeline import TimelinePanel

__all__ = ["BoardPanel", "CoveragePanel", "RoomPanel", "StaffPanel", "TimelinePanel"]
