"""What every test stands on: no screen, English, a home of its own, and examples that do not hurry."""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # tests read English, whoever runs them
os.environ["WARROOM_HOME"] = tempfile.mkdtemp(prefix="warroom-home-")

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

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
    theme.apply("dark")
    yield
    theme.set_scale(1.0)
    theme.apply("dark")
