"""Checks side by side as tiles: green or not, in sentences why, and a way to where it is mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import ngettext
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token

MOST = 4  # sentences in a tile; the tooltip has all


@dataclass(frozen=True, slots=True)
class Tile:
    """A check: ``said`` are its sentences, ``note`` a calmer one, ``mend`` the words of its button.

    ``name`` is what ``asked`` carries.
    """

    name: str
    label: str
    ok: bool
    said: tuple[str, ...] = ()
    note: str = ""
    mend: str = ""

    @property
    def head(self) -> str:
        """Its sign and its name: the sign says what the colour does."""
        return f"{'✓' if self.ok else '▲'}  {self.label}"

    def in_words(self) -> str:
        """All of it for a tooltip and a screen reader."""
        return "\n".join(filter(None, (self.head, *self.said, self.note)))


class CheckTiles(Ground):
    """``asked`` carries the name of the check whose button was pressed."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self.setAccessibleName(name)
        self.tiles: list[_Tile] = []
        self._row = QHBoxLayout(self)
        self.measure()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these checks; the keys stay where they are."""
        while len(self.tiles) < len(tiles):
            tile = _Tile(self)
            tile.mend.clicked.connect(self._pressed)
            self._row.addWidget(tile, 1)
            self.tiles.append(tile)
        for tile, shown in zip(self.tiles, tiles):
            tile.show_tile(shown)
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < len(tiles))

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(3), space(4), space(3))
        self._row.setSpacing(space(3))

    def _pressed(self) -> None:
        button = self.sender()
        found = next((tile for tile in self.tiles if tile.mend is button), None)
        if found and found.shown:
            self.asked.emit(found.shown.name)


class _Tile(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: Tile | None = None
        self.head = PlainLabel("", self, weight=QFont.Weight.DemiBold)
        self.said = PlainLabel("", self, wrap=True)
        self.note = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.mend = PlainButton("", self, "link")
        self._column = QVBoxLayout(self)
        fill(self._column, self.head, self.said, self.note, 1)
        self._column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.measure()

    def show_tile(self, tile: Tile) -> None:
        """Show a check."""
        self.shown = tile
        self.head.setText(tile.head)
        self.head.set_token(Token.GOOD if tile.ok else Token.WARN)
        self.said.setText("\n".join(_first(tile.said)))
        self.said.set_token(Token.MUTED if tile.ok else Token.TEXT)
        self.said.setVisible(bool(tile.said))
        self.note.setText(tile.note)
        self.note.setVisible(bool(tile.note))
        self.mend.setText(tile.mend)
        self.mend.setAccessibleName(f"{tile.label}: {tile.mend}")
        self.mend.setVisible(bool(tile.mend))
        set_tip(self, tile.in_words())
        self.setAccessibleName(tile.in_words())
        self.update()

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(3), space(2.5), space(3), space(2))
        self._column.setSpacing(space(1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        good = self.shown is not None and self.shown.ok
        painter.setPen(
            QPen(theme.color(Token.GOOD if good else Token.WARN), theme.size("hairline"))
        )
        painter.setBrush(theme.color(Token.SURFACE))
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)


def _first(said: Sequence[str]) -> list[str]:
    """As many sentences as a tile has room for."""
    if len(said) <= MOST:
        return list(said)
    n = len(said) - MOST + 1
    more = ngettext("and {n} more", "and {n} more", n).format(n=n)
    return [*said[: MOST - 1], more]
