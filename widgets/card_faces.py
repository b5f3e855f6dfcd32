"""The faces of the cards in sight: read when first needed, painted once, kept until they change."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from widgets import theme
from widgets.card import Card, Note
from widgets.card_layout import CardLayout
from widgets.theme import Token

PAINTED = 240  # pictures kept: more than any screen holds
LAID_OUT = 2_000  # layouts kept: they are small, and making one takes longer than painting it


class Faces:
    """Layouts and pictures of cards by id; ``read`` gives the card of an id."""

    def __init__(self, read: Callable[[str], Card]) -> None:
        self._read = read
        self._width, self._compact, self._guess = 1, False, 0
        self._layouts: dict[str, CardLayout] = {}
        self._pictures: dict[str, QPixmap] = {}
        self._heights: dict[str, int] = {}
        self._stale: set[str] = set()
        self.unfolded: set[str] = set()

    def fit(self, width: int, *, compact: bool) -> None:
        """Lay cards out for another width."""
        if (width, compact) != (self._width, self._compact):
            self._width, self._compact = width, compact
            self.forget()

    def forget(self) -> None:
        """Lay everything out anew, as after a change of theme; heights stay as guesses."""
        self._layouts.clear()
        self._pictures.clear()
        plain = Card("", "x", (Note("x"),), initials="x")
        self._guess = CardLayout(plain, self._width, compact=self._compact).height

    def changed(self, ids: Iterable[str]) -> None:
        """Read these cards again when they are next in sight."""
        self._stale.update(ids)

    def keep(self, ids: Iterable[str]) -> None:
        """Forget the cards that are no longer on the board."""
        here = set(ids)
        for known in (self._layouts, self._pictures, self._heights):
            for gone in known.keys() - here:
                del known[gone]
        self.unfolded &= here

    def card(self, card: str) -> Card:
        """A card as it is shown."""
        return self.layout(card).card

    def layout(self, card: str) -> CardLayout:
        """The laid-out card."""
        found = self._layouts.get(card)
        unfolded = card in self.unfolded
        if found is not None and card not in self._stale and found.unfolded == unfolded:
            return found
        self._stale.discard(card)
        shown = self._read(card)
        if found is None or found.card != shown or found.unfolded != unfolded:
            _make_room(self._layouts, LAID_OUT)
            found = CardLayout(shown, self._width, compact=self._compact, unfolded=unfolded)
            self._layouts[card] = found
            self._pictures.pop(card, None)
        return found

    def height_of(self, card: str) -> int:
        """The height of a card, guessed while it has not been in sight."""
        return self._heights.get(card, self._guess)

    def measure(self, card: str) -> bool:
        """Learn the height of a card; whether it is another one than was thought."""
        height, before = self.layout(card).height, self.height_of(card)
        self._heights[card] = height
        return height != before

    def measured(self, card: str) -> int:
        """The height of a card, read and laid out for it."""
        self.measure(card)
        return self._heights[card]

    def paint(self, painter: QPainter, card: str, box: QRect) -> None:
        """Paint a card from its picture."""
        picture = self._pictures.get(card)
        ratio = painter.device().devicePixelRatioF()
        if picture is None or card in self._stale or picture.devicePixelRatioF() != ratio:
            _make_room(self._pictures, PAINTED)
            picture = self._pictures[card] = self.drawn(card, ratio)
        painter.drawPixmap(box.topLeft(), picture)

    def drawn(self, card: str, ratio: float, *, hovered: bool = False, item: int = -1) -> QPixmap:
        """A picture of a card on the board's ground."""
        layout = self.layout(card)
        picture = QPixmap(round(layout.width * ratio), round(layout.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color(Token.BACKGROUND))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout.paint(painter, hovered=hovered, item=item)
        painter.end()
        return picture


def _make_room(kept: dict[str, Any], most: int) -> None:
    """Let go of a quarter, the oldest first, of what is kept once it is full."""
    if len(kept) >= most:
        for oldest in list(kept)[: most // 4]:
            del kept[oldest]
