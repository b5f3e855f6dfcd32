"""What comes before every other import of the window, because it makes those cheaper."""

import builtins
import gc

# Starting makes a hundred thousand objects that stay, and each frame a few that go by themselves;
# looking them all over after every 700 found nothing and cost a twentieth of the start.
gc.set_threshold(100_000, 10, 50)

import PySide6.QtCore  # noqa: E402, F401  it puts a function of its own in the place of __import__

# PySide6 reads the source of each module that is imported after it, in search of __feature__,
# which nobody here uses. Python's own import comes back: a seventh of the time to the first paint.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
