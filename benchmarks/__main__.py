"""Measure, and say the figures: ``python -m benchmarks [opening] [capturing] [scrolling]``."""

import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["WARROOM_HOME"] = tempfile.mkdtemp()

from benchmarks import (
    board,
    briefing,
    capturing,
    dashboard,
    importing,
    opening,
    peers,
    playbook,
    scrolling,
    slider,
    staff,
    typing,
    wall,
    watch,
)

ALL = {
    "opening": opening,
    "capturing": capturing,
    "scrolling": scrolling,
    "board": board,
    "briefing": briefing,
    "peers": peers,
    "dashboard": dashboard,
    "wall": wall,
    "importing": importing,
    "typing": typing,
    "playbook": playbook,
    "staff": staff,
    "slider": slider,
    "watch": watch,
}

for name in sys.argv[1:] or ALL:
    for figure in ALL[name].measure():
        print(figure.line(), flush=True)
