"""A card of a board as it is to be shown, and the columns and lanes that it stands in."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from resources import _
from widgets.theme import Token

CardRole = Qt.ItemDataRole.UserRole + 2
PlaceRole = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: read of every card, so that only those in sight are read whole.

    ``first`` cards stand in a marked group at the top of their column, unless that is settled.
    """

    id: str
    column: str
    lane: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board. A ``settled`` one (done) marks no cards as first.

    One that does not ``take`` cards shows what came from elsewhere, with a ``hint`` why.
    """

    key: str
    label: str
    hint: str = ""
    settled: bool = False
    takes: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across all columns."""

    key: str
    label: str
    hint: str = ""
    takes: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A few words below the title: when it is due, what it waits for."""

    text: str
    token: Token = Token.MUTED


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checklist."""

    text: str
    done: bool = False

    def told(self) -> str:
        """The line as a screen reader says it."""
        return (_("{text}, done") if self.done else _("{text}, not done")).format(text=self.text)


@dataclass(frozen=True, slots=True)
class Card:
    """What the board shows of a card; all texts are ready to be shown plainly.

    ``edge`` colours the left edge, and a note says the same in words. ``owner`` is told in full
    where ``initials`` stand on the disc. ``sign`` stands before a title that matters more than
    others; the tooltip says so in words. ``told`` is the whole card in one sentence.
    """

    id: str
    title: str
    notes: tuple[Note, ...] = ()
    edge: Token | None = None
    initials: str = ""
    owner: str = ""
    checks: tuple[Check, ...] = ()
    faded: bool = False
    sign: str = ""
    tooltip: str = ""
    told: str = ""

    def plain(self) -> str:
        """The card as text for the clipboard: title, notes, and the checklist line by line."""
        head = "\t".join(
            filter(None, (self.title, *(note.text for note in self.notes), self.owner))
        )
        ticks = [f"{'✓' if check.done else '☐'} {check.text}" for check in self.checks]
        return "\n".join([head, *ticks])

    @property
    def done(self) -> int:
        """How many lines of the checklist are ticked."""
        return sum(check.done for check in self.checks)
