"""One row of a timeline as it is to be shown: words, colours, and what a screen reader says."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from resources import _
from widgets.theme import Token

TimelineRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Meta:
    """A part of the second line: a source, a person, a deadline."""

    text: str
    token: Token = Token.MUTED


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What the view shows of a row; all texts are ready to be shown plainly.

    Rows of equal ``day`` share a separator. ``struck`` are earlier wordings, ``corrected`` the
    words before the one that counts. ``language`` chooses the forms of Chinese letters.
    ``tooltip`` tells the full instant, ``told`` the whole row in one sentence.
    """

    id: str
    day: str
    time: str
    dot: Token
    text: str
    lead: str = ""
    struck: tuple[str, ...] = ()
    corrected: str = ""
    reason: str = ""
    meta: tuple[Meta, ...] = ()
    key: bool = False
    faded: bool = False
    language: str = ""
    tooltip: str = ""
    told: str = ""

    def plain(self) -> str:
        """The row as text for the clipboard: time, text, and the second line, tab-separated."""
        texts = (self.lead, self.corrected, self.text, self.reason)
        meta = _(", ").join(part.text for part in self.meta)
        return "\t".join(filter(None, (self.day, self.time, " ".join(filter(None, texts)), meta)))
