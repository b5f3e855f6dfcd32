"""Gauges: a score on an arc or a slim bar, always with its figure; a dash where none is known."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import theme
from widgets.plain import set_tip, visible
from widgets.roving import RovingButton
from widgets.theme import Token

NOTHING = "–"
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_BAR, _ARC = 18, 24  # widths of a slim bar and of an arc, in spaces
_HALF = 180 * 16  # half a circle, as Qt counts


@dataclass(frozen=True, slots=True)
class GaugeState:
    """How a gauge stands: ``share`` lies between 0 and 1, None for a dash.

    ``figure`` says the share as it is read, ``note`` in a few words what it rests on, ``told`` all
    of it for the tooltip.
    """

    name: str
    label: str
    share: float | None
    figure: str = NOTHING
    note: str = ""
    told: str = ""
    token: Token = Token.ACCENT

    def in_words(self) -> str:
        """The gauge for a screen reader."""
        figure = _("not known yet") if self.share is None else self.figure
        said = _("{label}: {text}").format(label=self.label, text=figure)
        return visible(_(", ").join((said, self.note)) if self.note else said)


class Gauge(RovingButton):
    """One gauge, pressed to see its parts; ``slim`` is a bar in one line, else it is an arc."""

    def __init__(self, state: GaugeState, parent: QWidget, *, slim: bool) -> None:
        super().__init__(parent)
        self.state, self._slim = state, slim
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(state)

    def show_state(self, state: GaugeState) -> None:
        """Show how it stands now."""
        self.state = state
        self.setAccessibleName(state.in_words())
        set_tip(self, state.told or state.note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        space = theme.space
        if self._slim:
            label = self._metrics("body").horizontalAdvance(visible(self.state.label))
            return QSize(label + self._figure_width() + space(_BAR + 8), theme.length("row"))
        words = max(
            self._metrics("title", QFont.Weight.DemiBold).horizontalAdvance(self.state.label),
            self._metrics("label").horizontalAdvance(self.state.note),
        )
        return QSize(space(_ARC + 8) + words, space(_ARC // 2 + 8))

    def minimumSizeHint(self) -> QSize:
        least = self._figure_width() + theme.space(12 if self._slim else _ARC + 12)
        return QSize(least, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            self._paint_ground(painter)
        room = self.rect().adjusted(theme.space(2), 0, -theme.space(2), 0)
        if self._slim:
            self._paint_slim(painter, room)
        elif self.is_narrow():
            self._paint_stacked(painter, room)
        else:
            self._paint_full(painter, room)

    def is_narrow(self) -> bool:
        """Whether the name has no room beside an arc, which gives way to a bar below it."""
        beside = self.width() - theme.space(_ARC + 7)
        title = self._metrics("title", QFont.Weight.DemiBold)
        return not self._slim and beside < title.horizontalAdvance(visible(self.state.label))

    # one line

    def _paint_slim(self, painter: QPainter, room: QRect) -> None:
        wide = self._metrics("body").horizontalAdvance(visible(self.state.label))
        figure, gap = self._figure_width(), theme.space(2)
        bar = max(0, min(theme.space(_BAR), room.width() - wide - figure - 2 * gap))
        label = QRect(room)
        label.setWidth(min(wide, room.width() - figure - gap))
        self._write(painter, label, self.state.label, "body", Token.MUTED)
        if bar >= theme.space(4):
            self._paint_bar(painter, QRectF(label.right() + gap, room.top(), bar, room.height()))
        else:
            bar = -gap
        number = QRect(room)
        number.setLeft(label.right() + bar + 2 * gap)
        self._write(painter, number, self._figure(), "body", self._loud(), QFont.Weight.DemiBold)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        thick = theme.space(1.5)
        bar = QRectF(room.left(), room.center().y() - thick / 2, room.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.LINE))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if self.state.share:
            bar.setWidth(max(thick, bar.width() * min(self.state.share, 1.0)))
            painter.setBrush(theme.color(self.state.token))
            painter.drawRoundedRect(bar, thick / 2, thick / 2)

    # three lines, where an arc has no room

    def _paint_stacked(self, painter: QPainter, room: QRect) -> None:
        line, demi = room.height() // 3, QFont.Weight.DemiBold
        room.setHeight(line)
        self._write(painter, room, self.state.label, "title", Token.TEXT, demi)
        room.translate(0, line)
        self._write(painter, room, self._figure(), "figure", self._loud(), demi)
        figure = self._metrics("figure", demi).horizontalAdvance(self._figure()) + theme.space(3)
        if (wide := room.width() - figure) >= theme.space(4):
            self._paint_bar(painter, QRectF(room.left() + figure, room.top(), wide, line))
        room.translate(0, line)
        self._write(painter, room, self.state.note, "label", Token.MUTED)

    # an arc with words beside it

    def _paint_full(self, painter: QPainter, room: QRect) -> None:
        wide, thick = theme.space(_ARC), theme.space(2)
        top = room.center().y() - wide / 4
        ring = QRectF(room.left() + thick, top, wide - 2 * thick, wide - 2 * thick)
        self._paint_arc(painter, ring, 1.0, Token.LINE)
        if self.state.share:
            self._paint_arc(painter, ring, min(self.state.share, 1.0), self.state.token)
        number = ring.toRect()
        number.setHeight(round(ring.height() / 2) + theme.space(4))
        number.setTop(number.top() + theme.space(3))
        painter.setFont(theme.font(theme.size("figure"), QFont.Weight.DemiBold, tabular=True))
        painter.setPen(theme.color(self._loud()))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), self._figure())
        words = QRect(room)
        words.setLeft(room.left() + wide + theme.space(3))
        words.setTop(round(top) + theme.space(1))
        words.setHeight(theme.space(6))
        title = QFont.Weight.DemiBold
        self._write(painter, words, self.state.label, "title", Token.TEXT, title)
        words.translate(0, theme.space(6))
        self._write(painter, words, self.state.note, "label", Token.MUTED)

    def _paint_arc(self, painter: QPainter, ring: QRectF, share: float, token: Token) -> None:
        pen = QPen(theme.color(token), theme.space(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(ring, _HALF, -round(_HALF * share))

    # both

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        size: str,
        token: Token,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        font = theme.font(theme.size(size), weight, tabular=True)
        painter.setFont(font)
        painter.setPen(theme.color(token))
        mode = Qt.TextElideMode.ElideRight
        text = QFontMetrics(font).elidedText(visible(text), mode, max(0, room.width()) + 1)
        painter.drawText(room, int(_LEFT), text)

    def _figure(self) -> str:
        return NOTHING if self.state.share is None else self.state.figure

    def _loud(self) -> Token:
        return Token.MUTED if self.state.share is None else Token.TEXT

    def _metrics(self, size: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        return QFontMetrics(theme.font(theme.size(size), weight, tabular=True))

    def _figure_width(self) -> int:
        demi = QFont.Weight.DemiBold
        return self._metrics("body", demi).horizontalAdvance(self._figure()) + theme.space(1)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setBrush(theme.color(Token.RAISED))
        edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
