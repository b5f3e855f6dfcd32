"""The system libraries that Qt needs on Linux, by layer; standard library only."""

import ctypes
import os
from collections.abc import Mapping

OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def wanted(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Library to Debian package for the displays that this environment names."""
    libraries = dict(OFFSCREEN)
    if environment.get("DISPLAY"):
        libraries |= X11
    if environment.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND
    return libraries


def missing(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The libraries among ``wanted`` that this machine cannot load."""
    return {name: package for name, package in wanted(environment).items() if not _loads(name)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
