"""A QR code as large as its place allows, dark on white in both themes, with its quiet zone."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.theme import Token

QUIET = 4  # modules of white around a code (ISO/IEC 18004)
_SIDE, _LEAST_SIDE = 360, 120  # pixels at any text scale: it holds no words


class QrView(QWidget):
    """Shows one code; each module is a whole number of pixels, so that no edge is blurred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_code(self, text: str, name: str) -> None:
        """Show the code of a text; ``name`` is said for it. Nothing for an empty text."""
        self._code = picture(text) if text else QImage()
        self.setAccessibleName(name)
        self.update()

    def module(self) -> int:
        """How many pixels of the device a module has; 0 while nothing is shown."""
        if self._code.isNull():
            return 0
        side = min(self.width(), self.height()) * self.devicePixelRatioF()
        return max(1, int(side) // self._code.width())

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._code.isNull():
            return
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        side = self.module() * self._code.width()
        left = (int(self.width() * ratio) - side) // 2 / ratio
        top = (int(self.height() * ratio) - side) // 2 / ratio
        place = QRectF(left, top, side / ratio, side / ratio)
        painter.drawImage(place, self._code)
        if self.hasFocus():
            painter.setPen(QPen(theme.color(Token.ACCENT), theme.size("hairline") * 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the panel around it knows what the keys mean


def picture(text: str) -> QImage:
    """The code of a text, one pixel for a module, the quiet zone included.

    Error level M, bytes of UTF-8; text beyond ASCII says so in the code (ECI), as the standard
    asks. Raises ``segno.DataOverflowError`` for more than 2,331 bytes.
    """
    code = segno.make(
        text,
        error="m",
        boost_error=False,
        micro=False,
        mode="byte",
        encoding="utf-8",
        eci=not text.isascii(),
    )
    side = len(code.matrix) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    with theme.worn("light"):  # a camera wants dark on white, whatever the theme
        image.fill(theme.color(Token.SURFACE))
        dark = theme.color(Token.TEXT)
    for y, row in enumerate(code.matrix, QUIET):
        for x, module in enumerate(row, QUIET):
            if module:
                image.setPixelColor(x, y, dark)
    return image
