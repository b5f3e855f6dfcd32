"""The field of the log bar: the line as typed, and beside it the chips of what was understood."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.chip import Chip
from widgets.ground import fill
from widgets.log_line import LogLine
from widgets.plain import PlainLabel
from widgets.theme import Token


class Side(StrEnum):
    """Where a chip stands: before the line (time, kind) or behind it (people, deadline)."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class ChipText:
    """A part of the line that was recognised, in the words to be shown."""

    text: str
    token: Token = Token.MUTED
    side: Side = Side.LEFT


class LogField(QWidget):
    """The rounded field around the line and its chips."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._faulty = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.line = LogLine(self)
        self.line.installEventFilter(self)
        self._left, self._right = _Strip(self), _Strip(self)
        self._hint = PlainLabel(_("↵ saves · Ctrl+Z takes it back"), self, token=Token.FAINT)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left)
        self._row.addWidget(self.line, 1)
        fill(self._row, self._right, self._hint)

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        self._left.show_chips([chip for chip in chips if chip.side is Side.LEFT])
        self._right.show_chips([chip for chip in chips if chip.side is Side.RIGHT])
        self.fit()

    def set_locked(self, locked: bool) -> None:
        self.line.setReadOnly(locked)
        self.fit()

    def set_faulty(self, faulty: bool) -> None:
        self._faulty = faulty
        self.update()

    def measure(self) -> None:
        self.setFixedHeight(theme.length("field"))
        self._row.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        self._row.setSpacing(theme.space(2))
        self.line.setMinimumWidth(theme.space(40))
        for strip in (self._left, self._right):
            strip.measure()
        self.fit()

    def fit(self) -> None:
        """Leave the hint out where the line needs its room."""
        text = self.line.fontMetrics().horizontalAdvance(self.line.text())
        parts = [part for part in (self._left, self._right) if not part.isHidden()]
        chips = sum(part.sizeHint().width() + theme.space(2) for part in parts)
        hint = self._hint.sizeHint().width()
        text = max(text, self.line.minimumWidth())
        fits = text + chips + hint + theme.space(14) <= self.width()
        self._hint.setVisible(fits and not self.line.isReadOnly())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = Token.ACCENT if self.line.hasFocus() else Token.LINE
        edge = theme.color(Token.BAD if self._faulty else focused)
        painter.setPen(QPen(edge, theme.size("hairline")))
        painter.setBrush(theme.color(Token.SURFACE))
        radius = theme.length("card_radius")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)


class _Strip(QWidget):
    """Chips side by side; they are kept and reused, so that typing does not flicker."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        while len(self._chips) < len(chips):
            self._chips.append(Chip(parent=self))
            self._row.addWidget(self._chips[-1])
        for chip, shown in zip(self._chips, chips, strict=False):
            chip.show_text(shown.text, shown.token)
        for chip in self._chips[len(chips) :]:
            chip.show_text("", Token.MUTED)
        self.setVisible(bool(chips))

    def measure(self) -> None:
        self._row.setSpacing(theme.space(1.5))
