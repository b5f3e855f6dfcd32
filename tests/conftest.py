"""What every test stands on: no screen, English, a home of its own, and examples that do not hurry."""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # tests read English, whoever runs them
os.environ["WARROOM_HOME"] = tempfile.mkdtemp(prefix="warroom-home-")

from hypothesis import HealthCheck, settings

settings.register_profile(
    "default",
    max_examples=60,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("default")
