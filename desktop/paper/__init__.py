"""From room to paper: a briefing is typeset in a child process and moved into place whole."""

from desktop.paper.issue import issue, preview

__all__ = ["issue", "preview"]
