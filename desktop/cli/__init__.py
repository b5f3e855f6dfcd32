"""The command line, beside the window; without a command it opens the window."""

from desktop.cli.commands import main

__all__ = ["main"]
