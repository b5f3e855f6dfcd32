"""What stands in a text in place of its letters: a named value, or a sign for what would hide."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from widgets import theme
from widgets.plain import visible
from widgets.theme import Token

OBJECT = QTextFormat.ObjectTypes.UserObject + 1
NAME = QTextFormat.Property.UserProperty + 1  # the id of an inlay
HIDDEN = QTextFormat.Property.UserProperty + 2  # the code point of a character that hides
PLACE = "\ufffc"  # what Qt holds where an object stands
LONGEST = 400  # characters of a value that are measured


@dataclass(frozen=True, slots=True)
class Inlay:
    """A value in a text: what it says, a sign before it, its colour, and what is told of it."""

    value: str
    sign: str = ""
    token: Token = Token.ACCENT
    told: str = ""

    @property
    def shown(self) -> str:
        """The value on one line with its sign."""
        return visible(" ".join(f"{self.sign} {self.value[:LONGEST]}".split()))


class Inlays(Protocol):
    """Knows which ids a text names, and what stands in their place now."""

    def named(self, text: str) -> list[tuple[int, int, str]]:
        """Where ids stand in a text: begin, end, id."""

    def written(self, name: str) -> str:
        """How an id is written in a text."""

    def shown(self, name: str) -> Inlay | None:
        """What stands in place of an id now; None for one that is not known."""


def inlay_format(name: str) -> QTextCharFormat:
    """The format of the one letter that stands for an id."""
    made = QTextCharFormat()
    made.setObjectType(OBJECT)
    made.setProperty(NAME, name)
    return made


def hidden_format(char: str) -> QTextCharFormat:
    """The format of the one letter that stands for a character that hides."""
    made = QTextCharFormat()
    made.setObjectType(OBJECT)
    made.setProperty(HIDDEN, ord(char))
    return made


class InlayPainter(QPyTextObject):
    """Measures and paints inlays and signs into the lines of a document."""

    def __init__(self, inlays: Inlays | None, face: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._inlays, self.face = inlays, face

    def intrinsicSize(self, doc: QTextDocument, _at: int, form: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(self.face)
        text, _token = self.said(form)
        most = doc.textWidth() if doc.textWidth() > 0 else theme.length("column")
        width = metrics.horizontalAdvance(text) + 2 * theme.space(1.5)
        return QSizeF(min(width, most - theme.space(2)), metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _at: int,
        form: QTextFormat,
    ) -> None:
        metrics = QFontMetricsF(self.face)
        text, token = self.said(form)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(token))
        box = QRectF(rect).adjusted(1, 0, -1, metrics.descent())
        painter.drawRoundedRect(box, theme.length("radius"), theme.length("radius"))
        painter.setFont(self.face)
        painter.setPen(theme.color(token))
        room = rect.width() - 2 * theme.space(1.25)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        left, line = rect.left() + theme.space(1.5), rect.top() + metrics.ascent()
        painter.drawText(QPointF(left, line), shown)
        painter.restore()

    def said(self, form: QTextFormat) -> tuple[str, Token]:
        """The words that are painted, and their colour."""
        if form.hasProperty(HIDDEN):
            return visible(chr(int(form.property(HIDDEN)))), Token.WARN
        name = str(form.property(NAME))
        inlay = self._inlays.shown(name) if self._inlays else None
        return (inlay.shown, inlay.token) if inlay else ("?", Token.BAD)
