"""What people say inside: a few lines, each a button, with what sort of talk it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.plain import set_tip, visible
from widgets.roving import RovingButton
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class Voice:
    """One line: its sort on a chip of a colour, its words, and a quiet note behind them."""

    id: str
    sort: str
    text: str
    note: str = ""
    token: Token = Token.VOICE


class Voices(QWidget):
    """Shows lines; ``opened`` carries the id of the one that was pressed."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voices: tuple[Voice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.space(1), 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Show these lines and no others."""
        if tuple(voices) == self._voices:
            return
        self._voices = tuple(voices)
        for line in self.findChildren(_Line):
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for voice in voices:
            line = _Line(voice, self)
            line.clicked.connect(self._open)
            self._column.addWidget(line)
        self.setVisible(bool(voices))

    def _open(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.opened.emit(line.voice.id)


class _Line(RovingButton):
    def __init__(self, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self.voice = voice
        told = _("{label}: {text}").format(
            label=voice.sort, text=f"{visible(voice.text)} {visible(voice.note)}".strip()
        )
        self.setAccessibleName(told)
        set_tip(self, told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(40), theme.length("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.color(Token.SURFACE))
            edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
            painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        size = chip_size(self.voice.sort)
        top = (self.height() - size.height()) / 2
        box = QRectF(0, top, size.width(), size.height())
        paint_chip(painter, box, self.voice.sort, self.voice.token)
        self._paint_words(painter, size.width() + theme.space(2))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        painter.setFont(theme.font(theme.size("body")))
        metrics = painter.fontMetrics()
        note = visible(self.voice.note)
        behind = metrics.horizontalAdvance(note) + theme.space(2) if note else 0
        room = QRect(left, 0, max(self.width() - left - behind, 0), self.height())
        text = metrics.elidedText(
            " ".join(visible(self.voice.text).split()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(theme.color(Token.TEXT))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(theme.color(Token.MUTED))
        after = room.adjusted(metrics.horizontalAdvance(text) + theme.space(2), 0, behind, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, note)
