"""A part of a page of parts: what the page asks of it."""

from PySide6.QtCore import Signal

from desktop.pages.page import Page
from desktop.warroom.record import Record
from widgets.theme import Token


class Part(Page):
    """A part shown at the right of the list of parts.

    ``go_asked`` carries the name of another part, ``stood`` says that its mark may be another.
    """

    go_asked = Signal(str)
    stood = Signal()

    def mark(self) -> tuple[str, Token]:
        """How it stands, in a few letters beside its label, and their colour."""
        return "", Token.MUTED

    def holds(self, kind: type[Record]) -> bool:
        """Whether records of this kind are shown here."""
        return False
