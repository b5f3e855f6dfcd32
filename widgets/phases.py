"""The phases of an incident in a row: those done carry a tick, the current one is filled."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.plain import set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token


@dataclass(frozen=True)
class Phase:
    """One phase: its name for the program, its label, whether it is done or current."""

    name: str
    label: str
    done: bool = False
    current: bool = False


class Phases(QWidget):
    """A segmented control; pressing a phase that is not current asks for it with ``asked``.

    ``wondered`` carries a phase whose tooltip comes or that gets the keys, to be told with
    ``tell``.
    """

    asked = Signal(str)
    wondered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[_Segment] = []
        self._narrow = False
        self._phases: tuple[Phase, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_phases(self, phases: Sequence[Phase]) -> None:
        """Show these phases; the same ones again change nothing."""
        if tuple(phases) == self._phases:
            return
        self._phases = tuple(phases)
        focused = any(segment.hasFocus() for segment in self._segments)
        while len(self._segments) > len(phases):
            self._segments.pop().deleteLater()
        while len(self._segments) < len(phases):
            self._segments.append(self._added())
        for segment, phase in zip(self._segments, phases, strict=True):
            segment.show_phase(phase, phase is phases[0], phase is phases[-1])
        self._stop(focused)

    def tell(self, name: str, told: str) -> None:
        """Say more of a phase in its tooltip."""
        for segment in self._segments:
            if segment.phase.name == name:
                set_tip(segment, told)

    def set_narrow(self, narrow: bool) -> None:
        """Give only the current phase its word; the others keep a sign and their tooltip."""
        if narrow != self._narrow:
            self._narrow = narrow
            for segment in self._segments:
                segment.updateGeometry()
                segment.update()

    def narrow(self) -> bool:
        """Whether only the current phase has its word."""
        return self._narrow

    def width_if(self, narrow: bool) -> int:
        """The width with all words, or with the current one alone."""
        return sum(segment.width_if(narrow) for segment in self._segments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self._segments, event):
            super().keyPressEvent(event)

    def _added(self) -> "_Segment":
        segment = _Segment(self)
        segment.clicked.connect(self._ask)
        self._row.addWidget(segment)
        return segment

    def _stop(self, focused: bool) -> None:
        current = next((each for each in self._segments if each.phase.current), None)
        if current or self._segments:
            one_stop(self._segments, current or self._segments[0])
        if current and focused:
            current.setFocus()

    def _ask(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment) and not segment.phase.current:
            self.asked.emit(segment.phase.name)


class _Segment(RovingButton):
    def __init__(self, parent: Phases) -> None:
        super().__init__(parent)
        self._phases = parent
        self.phase = Phase("", "")
        self._first = self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_phase(self, phase: Phase, first: bool, last: bool) -> None:
        self.phase, self._first, self._last = phase, first, last
        state = _("current phase") if phase.current else _("done") if phase.done else ""
        self.setAccessibleName(f"{visible(phase.label)}, {state}" if state else phase.label)
        set_tip(self, phase.label)
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.FocusIn):
            self._phases.wondered.emit(self.phase.name)
        return super().event(event)

    def width_if(self, narrow: bool) -> int:
        text = QFontMetrics(self._face()).horizontalAdvance(self._text(narrow))
        return text + theme.space(6.5)

    def sizeHint(self) -> QSize:
        height = theme.length("control") + theme.space(0.5)
        return QSize(self.width_if(self._phases.narrow()), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setFont(self._face())
        painter.setPen(theme.color(self._ink()))
        text = self._text(self._phases.narrow())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setClipRect(self.rect())
        outline = self._outline()
        if self.phase.current:
            painter.fillPath(outline, theme.color(Token.ACCENT))
        elif self.underMouse():
            painter.fillPath(outline, theme.color(Token.RAISED))
        painter.setPen(QPen(theme.color(Token.LINE), theme.size("hairline")))
        if not self.phase.current:
            painter.drawPath(outline)
        if self.hasFocus():
            gap, radius = theme.space(1) - 0.5, theme.length("radius") / 2
            inner = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
            painter.setPen(QPen(theme.color(self._ink()), theme.size("hairline")))
            painter.drawRoundedRect(inner, radius, radius)

    def _outline(self) -> QPainterPath:
        """The segment's frame; round only where the whole row ends, shared edges overlap."""
        radius = theme.length("card_radius")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        box.setLeft(box.left() - (0 if self._first else 1))
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        if not self._first:
            path.addRect(box.adjusted(0, 0, -2 * radius, 0))
        if not self._last:
            path.addRect(box.adjusted(2 * radius, 0, 0, 0))
        return path.simplified()

    def _ink(self) -> Token:
        return Token.ON_ACCENT if self.phase.current else Token.MUTED

    def _face(self) -> QFont:
        strong = QFont.Weight.DemiBold if self.phase.current else QFont.Weight.Medium
        return theme.font(theme.size("title"), strong)

    def _text(self, narrow: bool) -> str:
        label = visible(self.phase.label)
        if self.phase.current:
            return label
        tick = "✓" if self.phase.done else ""
        if narrow:
            return tick or label[:1]
        return f"{tick} {label}".strip()
