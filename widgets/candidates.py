"""Several readings of one thing as cards, such as a text in some encodings: choose by looking."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token


class Candidates(Ground):
    """A question above cards; ``chosen`` carries the name of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._question = PlainLabel("", self, wrap=True)
        self._cards: list[_Card] = []
        self._page = QWidget(self)
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self._question)
        self._column.addStretch(1)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        self._page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.measure()

    def ask(self, question: str, candidates: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Ask for one of ``candidates``, each a name and the lines that show it."""
        for card in self._cards:
            card.deleteLater()
        self._question.setText(question)
        self._cards = [_Card(name, lines, self._page) for name, lines in candidates]
        for number, card in enumerate(self._cards):
            card.picked.connect(self.chosen)
            self._column.insertWidget(1 + number, card)
        if self._cards:
            one_stop(self._cards, self._cards[0])
            self.setFocusProxy(self._cards[0])

    def measure(self) -> None:
        side = theme.space(4)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self._cards, event):
            super().keyPressEvent(event)


class _Card(RovingButton):
    """A name, and below it the lines as they are read that way."""

    picked = Signal(str)

    def __init__(self, name: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._lines = name, tuple(visible(line) for line in lines)
        self.setAccessibleName(visible(name))
        self.setAccessibleDescription("\n".join(self._lines))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)

    def sizeHint(self) -> QSize:
        pad, gap = theme.space(3), theme.space(1) if self._lines else 0
        line = QFontMetrics(_body()).lineSpacing()
        high = QFontMetrics(_head()).lineSpacing() + gap + len(self._lines) * line
        return QSize(theme.length("column"), high + 2 * pad)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Token.ACCENT if self.hasFocus() else Token.LINE
        painter.setPen(QPen(theme.color(edge), theme.size("hairline")))
        painter.setBrush(theme.color(Token.RAISED if self.underMouse() else Token.SURFACE))
        radius = theme.length("card_radius")
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
        )
        pad = theme.space(3)
        self._paint_words(painter, self.rect().adjusted(pad, pad, -pad, -pad))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        top = room.top()
        words = [(visible(self._name), _head(), Token.TEXT)]
        words += [(line, _body(), Token.MUTED) for line in self._lines]
        for number, (text, face, token) in enumerate(words):
            metrics = QFontMetrics(face)
            painter.setFont(face)
            painter.setPen(theme.color(token))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), shown)
            top += metrics.lineSpacing() + (theme.space(1) if number == 0 else 0)

    def _pick(self) -> None:
        self.picked.emit(self._name)


def _head() -> QFont:
    return theme.font(theme.size("body"), QFont.Weight.DemiBold)


def _body() -> QFont:
    return theme.font(theme.size("body"))
