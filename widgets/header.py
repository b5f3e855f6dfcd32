"""The header of the window: the incident, its level, the operator, the phases and the clock."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.chip import Chip, ChipShape
from widgets.ground import Ground, fill
from widgets.initials import initials
from widgets.phases import Phase, Phases
from widgets.plain import ElidedLabel, PlainLabel, set_tip, visible
from widgets.roving import RovingButton
from widgets.theme import Token

ROWS = 2  # clocks of other places above each other; two such columns at most


@dataclass(frozen=True)
class HeaderState:
    """All that the header shows, in the words to be shown; an empty word takes no room.

    ``second`` is the title in a second language, ``level`` for example ``SEV 1``, ``clock``
    local ``HH:MM``, ``elapsed`` the line below it: ``T+05:48 · UTC+8``. ``elsewhere`` are clocks
    of other places, ``clock_known`` what is known of the clock itself.
    """

    title: str
    second: str = ""
    level: str = ""
    level_token: Token = Token.BAD
    kind: str = ""
    classification: str = ""
    drill: bool = False
    operator: str = ""
    phases: tuple[Phase, ...] = ()
    clock: str = ""
    elapsed: str = ""
    elsewhere: tuple[str, ...] = ()
    clock_known: str = ""


class Header(Ground):
    """Shows a ``HeaderState``; ``phase_asked`` carries the name of a phase,
    ``phase_wondered`` one whose tooltip comes, to be told with ``tell_phase``.

    ``clock_asked``: somebody clicked the clock or those of other places; ``title_asked``: the
    title.
    """

    phase_asked = Signal(str)
    phase_wondered = Signal(str)
    clock_asked = Signal()
    title_asked = Signal()
    operator_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        bold = QFont.Weight.DemiBold
        self._state = HeaderState("")
        self._title = _Title("", self, size="incident", weight=bold)
        self._title.clicked.connect(self.title_asked)
        self._second = PlainLabel("", self, size="incident", token=Token.MUTED)
        self._drill = Chip("", Token.WARN, parent=self, shape=ChipShape.FULL)
        self._level = Chip(parent=self)
        self._kind = Chip(parent=self)
        self._classification = Chip(parent=self)
        for chip in (self._drill, self._level, self._kind, self._classification):
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._operator = _Operator(self)
        self._operator.clicked.connect(self.operator_asked)
        self._phases = Phases(self)
        self._phases.asked.connect(self.phase_asked)
        self._phases.wondered.connect(self.phase_wondered)
        self._clock = _Clock("", self, size="figure", weight=bold, tabular=True)
        self._elapsed = _Clock("", self, size="label", token=Token.MUTED, tabular=True)
        self._near = _Clock("", self, size="label", token=Token.MUTED, tabular=True)
        self._far = _Clock("", self, size="label", token=Token.MUTED, tabular=True)
        for label in (self._clock, self._elapsed, self._near, self._far):
            label.clicked.connect(self.clock_asked)
        self._lay_out()
        self.measure()
        self.show_state(self._state)

    def show_state(self, state: HeaderState) -> None:
        """Show ``state``; cheap enough for every tick of the clock."""
        self._state = state
        self._title.setText(state.title)
        self._second.setText(state.second)
        self._level.show_text(state.level, state.level_token)
        self._kind.show_text(state.kind, Token.MUTED)
        self._classification.show_text(state.classification, Token.MUTED)
        self._drill.show_text(_("DRILL") if state.drill else "", Token.WARN)
        self._operator.show_operator(state.operator)
        self._phases.show_phases(state.phases)
        self._clock.setText(state.clock)
        self._elapsed.setText(state.elapsed)
        self._clock.setAccessibleName(f"{state.clock} {state.elapsed}")
        self._near.setText("\n".join(state.elsewhere[:ROWS]))
        self._far.setText("\n".join(state.elsewhere[ROWS : 2 * ROWS]))
        told = "\n".join((f"{state.clock} {state.elapsed}", *state.elsewhere, state.clock_known))
        for label in (self._clock, self._elapsed, self._near, self._far):
            set_tip(label, told.strip())
        self._fit()

    def tell_phase(self, name: str, told: str) -> None:
        """Say more of a phase in its tooltip."""
        self._phases.tell(name, told)

    def below_operator(self) -> QPoint:
        """Where on the screen the menu of the operator belongs."""
        return self._operator.mapToGlobal(self._operator.rect().bottomLeft())

    def measure(self) -> None:
        self.updateGeometry()
        self._rows.setSpacing(0)
        self._row.setSpacing(theme.space(3))
        self._words.setSpacing(theme.space(2))
        self._gap.setFixedWidth(theme.space(1))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(theme.length("header"), super().minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(hint.width(), theme.length("header")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._names = QWidget(self)
        self._words = QHBoxLayout(self._names)
        self._words.setContentsMargins(0, 0, 0, 0)
        fill(self._words, self._drill, self._title, self._second)
        self._gap = QWidget(self)
        time = QVBoxLayout()
        time.setSpacing(0)
        fill(time, 1, self._clock, self._elapsed, 1)
        for label in (self._clock, self._elapsed):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            time.setAlignment(label, Qt.AlignmentFlag.AlignRight)
        self._rows = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._rows.addLayout(self._row, 1)
        fill(self._row, self._names, self._level, self._kind, self._classification, 1)
        fill(self._row, self._operator, self._phases, self._gap, self._far, self._near)
        for label in (self._far, self._near):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addLayout(time)

    def _fit(self) -> None:
        """Give up what can be read elsewhere, least needed first, until the title has room."""
        state = self._state
        whole, enough = self._title.sizeHint().width(), theme.space(60)
        self._second.setVisible(bool(state.second))
        self._kind.setVisible(bool(state.kind))
        self._near.setVisible(bool(state.elsewhere))
        self._far.setVisible(len(state.elsewhere) > ROWS)
        self._operator.set_short(self.width() < self._needed(whole, short=False))
        if self.width() < self._needed(whole):
            self._second.hide()
        if self.width() < self._needed(min(whole, enough)):
            self._kind.hide()
        for label in (self._far, self._near):
            if self.width() < self._needed(min(whole, enough)):
                label.hide()
        self._phases.set_narrow(self.width() < self._needed(min(whole, enough)))
        self._stack(self.width() < self._needed(min(whole, enough), narrow=True))
        told = "\n".join(filter(None, (state.title, state.second, state.kind)))
        set_tip(self._title, told)

    def _stack(self, stacked: bool) -> None:
        """Give the title a row of its own, or back its place in the one row."""
        if stacked and self._rows.indexOf(self._names) < 0:
            self._rows.insertWidget(0, self._names)
        elif not stacked and self._rows.indexOf(self._names) >= 0:
            self._row.insertWidget(0, self._names)
        side, line = theme.space(5), theme.size("hairline")
        below = line + (theme.space(1.5) if stacked else 0)
        self._rows.setContentsMargins(side, 0, side, below)
        top = theme.space(2) if stacked else 0
        self._words.setContentsMargins(0, top, 0, 0)

    def _needed(self, title: int, short: bool = True, narrow: bool = False) -> int:
        """The width taken by a title of ``title`` pixels and all that is shown beside it."""
        parts = (self._second, self._drill, self._level, self._kind, self._classification)
        places = (self._far, self._near)
        widths = [part.sizeHint().width() for part in (*parts, *places) if not part.isHidden()]
        if not self._operator.isHidden():
            widths.append(self._operator.width_if(short))
        widths.append(self._phases.width_if(narrow))
        widths.append(max(self._clock.sizeHint().width(), self._elapsed.sizeHint().width()))
        return title + sum(widths) + theme.space(3) * len(widths) + theme.space(14)


class _Clock(PlainLabel):
    """A clock that can be clicked."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if _clicks(self, event):
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)


class _Title(ElidedLabel):
    """The title of the incident, which can be clicked."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if _clicks(self, event):
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)


def _clicks(label: QWidget, event: QMouseEvent) -> bool:
    inside = label.rect().contains(event.position().toPoint())
    return event.button() is Qt.MouseButton.LeftButton and inside


class _Operator(RovingButton):
    """Who writes now: a disc with initials, and the name where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._short = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_operator(self, name: str) -> None:
        self._name = visible(name)
        self.setVisible(bool(name))
        told = _("Operator: {name}").format(name=self._name)
        self.setAccessibleName(told)
        set_tip(self, told)
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        self._short = short
        self.updateGeometry()

    def width_if(self, short: bool) -> int:
        """The width with the name, or with the disc alone."""
        disc = theme.length("control")
        metrics = QFontMetrics(theme.font(theme.size("title")))
        name = min(metrics.horizontalAdvance(self._name), theme.space(30))
        return disc if short else disc + theme.space(2) + name

    def sizeHint(self) -> QSize:
        return QSize(self.width_if(self._short), theme.length("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRect(0, 0, self.height(), self.height()).adjusted(2, 2, -2, -2)
        focused = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(focused if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.LINE if self.underMouse() else Token.RAISED))
        painter.drawEllipse(disc)
        painter.setPen(theme.color(Token.TEXT))
        painter.setFont(theme.font(theme.size("label"), QFont.Weight.DemiBold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(self._name))
        if not self._short:
            self._paint_name(painter)

    def _paint_name(self, painter: QPainter) -> None:
        painter.setFont(theme.font(theme.size("title")))
        painter.setPen(theme.color(Token.MUTED))
        room = self.rect().adjusted(self.height() + theme.space(1), 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


__all__ = ["Header", "HeaderState", "Phase", "initials"]
