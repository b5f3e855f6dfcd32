"""A stone of the message house: a message or a proof, with how it stands, to be gone to by keys."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel, visible
from widgets.theme import Token

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SIZES = {"roof": "lead", "pillar": "body", "proof": "body", "empty": "body"}


@dataclass(frozen=True, slots=True)
class Stone:
    """What a stone says; ``told`` is how it stands, in words, with a sign and a colour."""

    key: str
    text: str
    told: str
    token: Token
    sign: str = ""


class StoneFace(Ground):
    """Shows a stone in its place: ``roof``, ``pillar``, ``proof``, or ``empty``.

    ``came`` and ``opened`` carry its key.
    """

    came = Signal(str)
    opened = Signal(str)

    def __init__(self, stone: Stone, place: str, parent: QWidget) -> None:
        super().__init__(Token.SURFACE, None, parent)
        self.stone, self.place = stone, place
        bold = place in ("roof", "pillar")
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        missing = stone.key in ("roof", "pillar")
        self.text = PlainLabel(
            stone.text,
            self,
            size=_SIZES[place],
            weight=QFont.Weight.Normal if missing else weight,
            token=Token.FAINT if missing else Token.TEXT,
            wrap=True,
        )
        told = f"{stone.sign} {stone.told}".strip()
        self.told = PlainLabel(told, self, size="label", token=stone.token, wrap=True)
        self.told.setVisible(bool(told))
        if place in ("roof", "empty"):
            self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(visible(stone.text))
        self.setAccessibleDescription(visible(stone.told))
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._words.addWidget(self.text)
        self._words.addWidget(self.told)
        self._row.addLayout(self._words, 1)
        for label in (self.text, self.told):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.size("hairline")
        if self.place == "proof":
            painter.fillRect(0, 0, self.width(), line, theme.color(Token.LINE))
        if self.place == "empty" or self.hasFocus():
            dashed = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine
            token = Token.ACCENT if self.hasFocus() else Token.LINE
            painter.setPen(QPen(theme.color(token), line, dashed))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = theme.space(_roof_inset(self.place))
            radius = theme.length("radius")
            painter.drawRoundedRect(
                self.rect().adjusted(inset + 1, 1, -inset - 2, -2), radius, radius
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER:
            self.opened.emit(self.stone.key)
        else:
            event.ignore()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit(self.stone.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(self.stone.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def measure(self) -> None:
        space = theme.space
        side = space(_roof_inset(self.place) + 3)
        high = {"roof": 3, "empty": 6}.get(self.place, 2)
        self._row.setContentsMargins(side, space(high), side, space(high))
        self._words.setSpacing(space(0.5))


def _roof_inset(place: str) -> int:
    """Steps of space that a roof leaves free at its ends, where it leans in."""
    return 14 if place == "roof" else 0
