"""The rooms that were open last, in the words of the welcome page."""

from datetime import date
from pathlib import Path

from desktop.settings import Recent, Settings
from desktop.warroom import shown
from widgets.welcome import RecentRoom


def recent_rooms(settings: Settings) -> list[RecentRoom]:
    """The rooms opened last, newest first; one whose file is gone says so."""
    return [_recent(room) for room in settings.recent()]


def _recent(room: Recent) -> RecentRoom:
    path = Path(room.path)
    try:
        opened = shown.long_day(date.fromisoformat(room.opened))
    except ValueError:
        opened = room.opened
    return RecentRoom(room.title, room.path, opened, missing=not path.exists())
