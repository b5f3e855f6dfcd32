"""The measured and painted form of one card at one width."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from resources import ngettext
from widgets import theme
from widgets.card import Card
from widgets.initials import paint_initials
from widgets.letters import language_of
from widgets.theme import Token
from widgets.tick import paint_tick
from widgets.wrapped import Wrapped

LINES = 3  # of a title, and of the notes
TOGETHER = 20  # letters of a note that is not broken over lines


class CardLayout:
    """A card laid out for a width; all lengths in pixels from its top left corner.

    In ``compact`` form a checklist is only counted; else its count unfolds it.
    """

    def __init__(
        self, card: Card, width: int, *, compact: bool = False, unfolded: bool = False
    ) -> None:
        self.card, self.width, self.unfolded = card, width, unfolded
        self._side, self._gap = theme.space(2.5), theme.space(1)
        self._room = max(width - 2 * self._side, theme.space(4))
        title = Token.FAINT if card.faded else Token.TEXT
        face = theme.font(theme.size("body"), language=language_of(card.title))
        sign = [(f"{card.sign}\N{NO-BREAK SPACE}", Token.FAINT if card.faded else Token.WARN)]
        pieces = [*(sign if card.sign else ()), (card.title, title)]
        self._title = Wrapped(pieces, face, self._room, LINES)
        self._folds = bool(card.checks) and not compact
        top = theme.space(2) + self._title.height + self._gap
        self._checks = self._laid_out_checks(top) if self._folds and unfolded else []
        self._lay_out_notes(self._checks[-1][0].bottom() + 1 if self._checks else top)

    def check_at(self, x: int, y: int) -> int:
        """The line of the checklist at a point; -1 when there is none."""
        return next((n for n, (box, _w) in enumerate(self._checks) if box.contains(x, y)), -1)

    def folds_at(self, x: int, y: int) -> bool:
        """Whether a click at a point folds or unfolds the checklist."""
        return self._fold.contains(x, y)

    @property
    def title_bottom(self) -> int:
        """Where the title ends."""
        return theme.space(2) + self._title.height

    @property
    def folds(self) -> bool:
        """Whether there is a checklist that unfolds."""
        return self._folds

    def paint(self, painter: QPainter, *, hovered: bool = False, item: int = -1) -> None:
        """Paint the card at the painter's origin; ``item`` is the line that keys would tick."""
        self._paint_ground(painter, hovered)
        self._title.draw(painter, self._side, theme.space(2))
        for number, (box, words) in enumerate(self._checks):
            self._paint_check(painter, box, words, number, number == item)
        self._notes.draw(painter, self._side, self._notes_top)
        if self.card.initials:
            paint_initials(painter, self._disc, self.card.initials, faded=self.card.faded)

    # laying out

    def _lay_out_notes(self, top: int) -> None:
        """The notes at the left and the disc at the right share the last line of the card."""
        pieces = self._pieces()
        side = theme.length("disc") if self.card.initials else 0
        room = self._room - (side + theme.space(1) if side else 0)
        face = theme.font(theme.size("label"), tabular=True)
        self._notes = Wrapped(pieces, face, max(room, theme.space(4)), LINES)
        strip = max(self._notes.height, side)
        off = (strip - self._notes.height) // 2 if self._notes.height <= self._notes.line else 0
        self._notes_top = top + off
        self._fold = QRect()
        if self._folds:
            fold = self._notes.piece_box(len(pieces) - 1)
            fold.translate(self._side, self._notes_top)
            self._fold = fold.adjusted(-self._gap, -self._gap, self._gap, self._gap)
        self._disc = QRectF(self.width - self._side - side, top + strip - side, side, side)
        self.height = top + strip + theme.space(1.75 if strip else 1)

    def _pieces(self) -> list[tuple[str, Token]]:
        """The notes, and how much of the checklist is done, behind a sign that folds it."""
        notes = [(_whole(note.text), note.token) for note in self.card.notes]
        if self.card.checks:
            sign = ("▾ " if self.unfolded else "▸ ") if self._folds else ""
            notes.append((_whole(sign + self._count()), Token.MUTED))
        pieces: list[tuple[str, Token]] = []
        for text, token in notes:
            if pieces:
                pieces.append((" · ", Token.FAINT))
            pieces.append((text, Token.FAINT if self.card.faded else token))
        return pieces

    def _count(self) -> str:
        all_of_them = len(self.card.checks)
        form = ngettext("{done} of {n} check", "{done} of {n} checks", all_of_them)
        return form.format(done=self.card.done, n=all_of_them)

    def _laid_out_checks(self, top: int) -> list[tuple[QRect, Wrapped]]:
        found, face = [], theme.font(theme.size("title"))
        indent = theme.length("title") + theme.space(2)
        for check in self.card.checks:
            token = Token.FAINT if check.done or self.card.faded else Token.TEXT
            words = Wrapped([(check.text, token)], face, self._room - indent, LINES)
            box = QRect(self._side, top, self._room, words.height + theme.space(1.5))
            found.append((box, words))
            top = box.bottom() + 1
        return found

    # painting

    def _paint_ground(self, painter: QPainter, hovered: bool) -> None:
        token = Token.RAISED if hovered else Token.SURFACE
        ground = theme.color(Token.BACKGROUND if self.card.faded and not hovered else token)
        radius = theme.length("card_radius")
        box = QRectF(0.5, 0.5, self.width - 1, self.height - 1)
        painter.setPen(QPen(theme.color(Token.LINE), theme.size("hairline")))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, radius, radius)
        if self.card.edge:
            self._paint_edge(painter, theme.color(self.card.edge), radius)

    def _paint_edge(self, painter: QPainter, colour: QColor, radius: int) -> None:
        """A bar along the left side that follows the round corners."""
        whole, bar = QPainterPath(), QPainterPath()
        whole.addRoundedRect(QRectF(0, 0, self.width, self.height), radius, radius)
        bar.addRect(QRectF(0, 0, theme.px(3), self.height))
        painter.fillPath(whole.intersected(bar), colour)

    def _paint_check(
        self, painter: QPainter, box: QRect, words: Wrapped, number: int, current: bool
    ) -> None:
        on, side = self.card.checks[number].done, theme.length("title")
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Token.SELECTED))
            radius = theme.length("radius")
            painter.drawRoundedRect(box.adjusted(-self._gap, 0, self._gap, 0), radius, radius)
        top = box.top() + theme.space(0.75)
        square = QRectF(box.left() + 0.5, top + (words.line - side) // 2 + 0.5, side - 1, side - 1)
        paint_tick(painter, square, on=on, edge=Token.ACCENT if on or current else Token.FAINT)
        words.draw(painter, box.left() + side + theme.space(2), top)


def _whole(words: str) -> str:
    """Few words stay on one line: they are read as one."""
    return words.replace(" ", "\N{NO-BREAK SPACE}") if len(words) <= TOGETHER else words
