"""Pages and their parts by name, imported when they are first asked for."""

from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.warroom.room import WarRoom


def made(by: str, room: WarRoom, parent: QWidget) -> Any:
    """What ``module:class`` makes of a room."""
    module, _colon, name = by.partition(":")
    return getattr(import_module(module), name)(room, parent)
