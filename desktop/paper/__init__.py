"""From room to paper: a briefing is typeset in a child process and moved into place whole."""

from desktop.paper.issue import issue, preview, write_again
from desktop.paper.write import PaperFailed

__all__ = ["PaperFailed", "issue", "preview", "write_again"]
