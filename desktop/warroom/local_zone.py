"""The zone of this laptop, which bare times are read in."""

import os
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LINK = Path("/etc/localtime")


def local_zone(link: Path = LINK) -> tzinfo:
    """The zone by its name, so that other days have their own offset.

    Where ``link`` names the zone, as on most of Linux and on macOS, reading it is enough. tzlocal
    finds it everywhere else, in ten times as long.
    """
    return _named(link) or _searched()


def _named(link: Path) -> tzinfo | None:
    if "TZ" in os.environ:
        return None
    try:
        _folder, _zones, name = os.readlink(link).partition("/zoneinfo/")
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None


def _searched() -> tzinfo:
    from tzlocal import get_localzone  # its import alone takes 4 ms of the first paint

    return get_localzone()
