"""A chart as a picture of its own, with title, legend and notes, on screen colours or on white."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from widgets import theme
from widgets.chart import Chart
from widgets.plain import visible
from widgets.theme import Token

SIZE = (960, 540)  # steps of a pixel at 100 %
FINE = 2  # pixels of the picture for one of these


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a chart: its title, two lines below it, and a note at the foot."""

    title: str
    about: str = ""
    told: str = ""
    note: str = ""


def picture(chart: Chart, words: Words, name: str) -> QImage:
    """The chart in the theme ``name`` at 100 %, as sharp as a screen of twice the pixels."""
    with theme.worn(name):
        image = QImage(SIZE[0] * FINE, SIZE[1] * FINE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(FINE)
        image.fill(theme.color(Token.BACKGROUND))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        inside = QRect(0, 0, *SIZE).adjusted(*_inset())
        _paint(painter, inside, chart, words)
        painter.end()
    return image


def _inset() -> tuple[int, int, int, int]:
    side = theme.space(6)
    return side, theme.space(5), -side, -theme.space(4)


def _paint(painter: QPainter, inside: QRect, chart: Chart, words: Words) -> None:
    bold = QFont.Weight.DemiBold
    room = _line(painter, inside, words.title, "incident", Token.TEXT, bold)
    room = _line(painter, room, words.about, "title", Token.MUTED)
    room = _line(painter, room, words.told, "body", Token.TEXT)
    foot = QFontMetrics(_face("label")).height() + theme.space(2)
    _chart(painter, room.adjusted(0, theme.space(2), 0, -foot), chart)
    note = QRect(inside.left(), inside.bottom() - foot, inside.width(), foot)
    _line(painter, note.adjusted(0, theme.space(2), 0, 0), words.note, "label", Token.MUTED)


def _line(
    painter: QPainter,
    room: QRect,
    text: str,
    size: str,
    token: Token,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> QRect:
    """Write a line at the top of ``room``, cut where it is too long; what is left below it."""
    if not text:
        return room
    face = _face(size, weight)
    metrics = QFontMetrics(face)
    said = metrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(face)
    painter.setPen(theme.color(token))
    painter.drawText(room, Qt.TextFlag.TextSingleLine, said)
    return room.adjusted(0, metrics.height() + theme.space(1), 0, 0)


def _face(size: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return theme.font(theme.size(size), weight)


def _chart(painter: QPainter, room: QRect, chart: Chart) -> None:
    """Draw a twin that is shown nowhere else."""
    twin = chart.twin()
    twin.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    twin.resize(room.size())
    twin.show()
    twin.draw_now()
    twin.render(painter, QPoint(room.left(), room.top()))
    twin.close()
    twin.deleteLater()
