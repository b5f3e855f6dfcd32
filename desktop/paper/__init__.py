"""From room to paper: a briefing is typeset in a child process and moved into place whole."""

from desktop.paper.issue import Issuing, issue, numbered, preview, write_again
from desktop.paper.revealed import revealed
from desktop.paper.write import PaperFailed

__all__ = ["Issuing", "PaperFailed", "issue", "numbered", "preview", "revealed", "write_again"]
