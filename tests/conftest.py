"""What every test stands on: no screen, English, a home of its own, and examples that do not hurry."""

import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # tests read English, whoever runs them
os.environ["WARROOM_HOME"] = tempfile.mkdtemp(prefix="warroom-home-")

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.pages.plan.page import PlanPage
    from desktop.warroom.room import WarRoom

settings.register_profile(
    "default",
    max_examples=60,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("default")


@pytest.fixture
def fresh_theme(qapp) -> Iterator[None]:
    """The dark theme at 100 %, during a test and after it."""
    from widgets import theme

    theme.load_fonts()
    _plain(qapp)
    yield
    _plain(qapp)


def _plain(app: "QApplication") -> None:
    """Dress every widget anew, but only where anything else is worn."""
    from widgets import theme

    if theme.scale() != 1.0:
        theme.set_scale(1.0)
    if theme.chosen() != "dark" or not app.styleSheet():
        theme.apply("dark")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let the windows that a test is done with go at once, which would be dressed by the next."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core and core.QCoreApplication.instance():
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


@pytest.fixture
def room(tmp_path: Path) -> "Iterator[WarRoom]":
    """A room with its incident and nothing else."""
    from tests.rooms import new_room

    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


@pytest.fixture
def plan_page(qtbot, room: "WarRoom") -> "PlanPage":
    """Plan and readiness of that room, in sight."""
    from desktop.pages.plan.page import PlanPage

    page = PlanPage(room)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    return page
