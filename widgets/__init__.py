"""The design system: everything that shows any model and knows no war room."""

import builtins

import PySide6.QtCore  # noqa: F401  it puts its own function in the place of __import__

# PySide6 reads the source of each module that is imported after it, in search of __feature__,
# which nobody here uses. Python's own import comes back: a seventh of the time to the first paint.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
