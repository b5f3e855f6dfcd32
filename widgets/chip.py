"""A chip: a short word or figure in a colour of the theme on its soft ground."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.plain import visible
from widgets.theme import Token


class ChipShape(StrEnum):
    """How a chip is drawn."""

    SOFT = "soft"  # coloured text on its tint
    FULL = "full"  # on-accent text on the colour itself
    KEY = "key"  # outlined, a key of the keyboard


def chip_font() -> QFont:
    """The face of a chip: label size, semibold, figures of one width."""
    return theme.font(theme.size("label"), QFont.Weight.DemiBold, tabular=True)


def chip_size(text: str) -> QSize:
    """The room a chip with ``text`` (sign included) takes, in pixels."""
    metrics = QFontMetrics(chip_font())
    height = max(theme.length("chip"), metrics.height())
    return QSize(metrics.horizontalAdvance(visible(text)) + 2 * theme.space(1.75), height)


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, token: Token, shape: ChipShape = ChipShape.SOFT
) -> None:
    """Paint a chip into ``rect``, for delegates and for the widget below; too long text elides."""
    ink, ground, edge = _colors(token, shape)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.length("radius")
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setFont(chip_font())
    painter.setPen(ink)
    room = rect.width() - 2 * theme.space(1.5)
    shown = painter.fontMetrics().elidedText(
        visible(text), Qt.TextElideMode.ElideRight, round(room) + 1
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


def _colors(token: Token, shape: ChipShape) -> tuple[QColor, QColor, QColor | None]:
    match shape:
        case ChipShape.FULL:
            return theme.color(Token.ON_ACCENT), theme.color(token), None
        case ChipShape.KEY:
            return theme.color(token), theme.color(Token.SURFACE), theme.color(Token.LINE)
        case ChipShape.SOFT:
            return theme.color(token), theme.tint(token), None


class Chip(QWidget):
    """A painted chip; ``sign`` (− ○ + ▲ ●) says without colour what the colour says."""

    def __init__(
        self,
        text: str = "",
        token: Token = Token.MUTED,
        sign: str = "",
        parent: QWidget | None = None,
        *,
        shape: ChipShape = ChipShape.SOFT,
    ) -> None:
        super().__init__(parent)
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text, token, sign)

    def show_text(self, text: str, token: Token, sign: str = "") -> None:
        """Show another text, colour and sign; without a text the chip takes no room."""
        self._text = f"{sign} {text}" if sign else text
        self._token = token
        self.setAccessibleName(visible(text))
        if not text:
            self.hide()
        elif self.parent() is not None:  # a chip without one would open as a window
            self.show()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The text shown, its sign first."""
        return self._text

    def token(self) -> Token:
        """The colour shown."""
        return self._token

    def sizeHint(self) -> QSize:
        return chip_size(self._text)

    def minimumSizeHint(self) -> QSize:
        hint = chip_size(self._text)
        return hint.boundedTo(QSize(chip_size("…").width(), hint.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._token, self._shape)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
