"""Where the parts of the rows of groups stand: one line, several figures, or two lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from resources import _
from widgets import theme
from widgets.chip import chip_size
from widgets.plain import visible
from widgets.theme import Token

INSET = 2  # steps between the edge and the words
_NAMED = 110  # pixels at 100 % that a name has at least where a row is one line
_BAR, _WIDEST = 48, 360  # the same for a bar, and its most


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the words to be shown, ``reached`` and ``confirmed`` as parts of its headcount.

    A part of None is not known; with neither there is a dash and no bar, or with ``track`` an
    empty one. ``token`` colours the bar, and the chip unless ``chip_token`` does. ``hint`` is a
    doubt about the figures and is shown in place of the chip; ``told`` is the tooltip, and what is
    read aloud and copied. ``cells`` stand in place of ``counts`` below headings, where there is
    room for them.
    """

    id: str
    name: str
    counts: str
    reached: float | None
    confirmed: float | None
    token: Token = Token.GOOD
    chip: str = ""
    hint: str = ""
    told: str = ""
    chip_token: Token | None = None
    track: bool = False
    cells: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """What cannot be right: the hint, or that the parts are more than the whole."""
        if self.hint:
            return self.hint
        return _("over 100 %") if max(self.reached or 0, self.confirmed or 0) > 1 else ""

    def badge(self) -> tuple[str, Token]:
        """The chip at the right and its colour; its text is empty where there is none."""
        if self.doubt:
            return f"▲ {self.doubt}", Token.WARN
        return self.chip, self.chip_token or self.token

    def in_words(self) -> str:
        """The row for a tooltip, a screen reader and the clipboard."""
        said = filter(None, (self.name, self.counts, self.chip, self.doubt))
        return visible(self.told or _(", ").join(said))


class Columns:
    """The places of all rows in a width, in pixels.

    ``cells`` are the right edges of the figures below headings, none where a row has its counts in
    words; ``stacked`` rows take two lines. ``height`` is that of a row, ``head`` that of the
    headings.
    """

    def __init__(self, rows: Sequence[GroupRow], width: int = 0, heads: Sequence[str] = ()) -> None:
        self._gap = theme.space(3)
        self.left, self.right = theme.space(INSET), width - theme.space(INSET)
        room = max(0, self.right - self.left)
        name = _widest(text_face(), (row.name for row in rows))
        counts = _widest(text_face(), (row.counts for row in rows))
        chips = [chip_size(text).width() for row in rows if (text := row.badge()[0])]
        self.chip = min(max(chips, default=0), room * 2 // 5)
        widths = self._figures(rows, heads) if rows else []
        figures = sum(widths) + self._gap * max(len(widths) - 1, 0)
        least = min(name, theme.px(_NAMED)) + self.chip + theme.px(_BAR) + 3 * self._gap
        self.cells: tuple[int, ...] = ()
        self.stacked = room < least + counts
        if widths and room >= least + figures:
            self._in_line(name, figures, room)
            self.cells = tuple(self._edges(widths))
        elif self.stacked:
            self._in_two(counts, room)
        else:
            self._in_line(name, counts, room)
        self.head = theme.length("control") if self.cells else 0
        self.height = round(theme.length("row") * (1.7 if self.stacked and not self.cells else 1))

    def _figures(self, rows: Sequence[GroupRow], heads: Sequence[str]) -> list[int]:
        """The widths of the columns of figures."""
        found = []
        for number, head in enumerate(heads):
            cells = [row.cells[number] for row in rows if number < len(row.cells)]
            found.append(max(_widest(head_face(), [head]), _widest(text_face(), cells)))
        return found

    def _in_line(self, name: int, middle: int, room: int) -> None:
        """Name, ``middle`` pixels of counts, bar and chip beside each other."""
        self.stacked = False
        free = room - self.chip - middle - theme.px(_BAR) - 3 * self._gap
        self.name = min(name + theme.space(6), free)
        self.counts = self.left + self.name + self._gap
        self.bar = self.counts + middle + self._gap
        end = self.right - self.chip - self._gap
        self.bar_end = max(self.bar, min(end, self.bar + theme.px(_WIDEST)))

    def _in_two(self, counts: int, room: int) -> None:
        """Name and chip above, counts and bar below."""
        self.name, self.counts, self.chip = 0, self.left, room * 3 // 5
        self.bar = self.counts + counts + self._gap
        self.bar_end = max(self.bar, min(self.right, self.bar + theme.px(_WIDEST)))

    def _edges(self, widths: Sequence[int]) -> Iterable[int]:
        edge = self.counts - self._gap
        for width in widths:
            edge += self._gap + width
            yield edge


def text_face() -> QFont:
    """The face of names and counts."""
    return theme.font(theme.size("body"), tabular=True)


def head_face() -> QFont:
    """The face of headings."""
    return theme.font(theme.size("label"))


def _widest(face: QFont, texts: Iterable[str]) -> int:
    metrics = QFontMetrics(face)
    return max((metrics.horizontalAdvance(visible(text)) + 1 for text in texts), default=0)
