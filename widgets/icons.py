"""Icons of the shipped SVG set in a colour of the theme, crisp at any pixel ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path
from widgets import theme
from widgets.theme import Token


def icon(name: str, token: Token = Token.MUTED) -> QIcon:
    """The icon ``name`` of ``resources/icons``; disabled it is faint, checked it is the accent.

    The colour is looked up while painting, so the icon follows a change of theme by itself.
    An icon that is not shipped stays empty.
    """
    return QIcon(_Engine(name, token))


def pixmap(name: str, token: Token, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square of ``side`` device independent pixels on a screen of ``ratio``."""
    return _drawn(name, theme.color(token).name(), round(side * ratio), ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, token: Token) -> None:
        super().__init__()
        self._name, self._token = name, token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        corner = rect.center() - QPoint(side // 2, side // 2)
        painter.drawPixmap(corner, pixmap(self._name, self._for(mode, state), side, ratio))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._for(mode, state), side, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _for(self, mode: QIcon.Mode, state: QIcon.State) -> Token:
        if mode is QIcon.Mode.Disabled:
            return Token.FAINT
        return Token.ACCENT if state is QIcon.State.On else self._token


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    canvas = QPixmap(pixels, pixels)
    canvas.fill(Qt.GlobalColor.transparent)
    file = path("icons", f"{name}.svg")
    if pixels > 0 and file.is_file():
        drawing = file.read_text("utf-8").replace("currentColor", colour)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
    canvas.setDevicePixelRatio(ratio)
    return canvas
