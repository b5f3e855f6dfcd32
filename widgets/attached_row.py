"""One attachment as a row: its small picture or a sign for its sort, name, caption and size."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import _
from widgets import icons, theme
from widgets.plain import plain_tooltip
from widgets.theme import Token

LINES = 3


@dataclass(frozen=True, slots=True)
class AttachedRow:
    """What is shown of an attachment; ``picture`` says that a small picture may be had of it."""

    id: str
    name: str
    caption: str = ""
    detail: str = ""
    icon: str = "file-text"
    picture: bool = False
    tooltip: str = ""

    @property
    def told(self) -> str:
        """The row as a screen reader says it."""
        return _(", ").join(filter(None, (self.name, self.caption, self.detail)))


class AttachedFace(QWidget):
    """Paints a row and says when it was opened or its menu asked for."""

    opened = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, row: AttachedRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._pixmap: QPixmap | None = None
        self._loaded = not row.picture
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(row.told)
        self.setToolTip(plain_tooltip(row.tooltip))
        self.measure()

    def measure(self) -> None:
        """Take the height from the theme; the picture is asked for anew at another scale."""
        self.setFixedHeight(self._height())
        self._loaded = not self.row.picture
        self.updateGeometry()

    def waits(self) -> bool:
        """Whether its picture was not asked for yet."""
        return not self._loaded

    def side(self) -> int:
        """Pixels of the screen that the picture may be wide and high."""
        return round((self._height() - theme.space(2)) * self.devicePixelRatioF())

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the small picture, or the sign when there is none."""
        self._loaded = True
        self._pixmap = picture if picture and not picture.isNull() else None
        self.update()

    def has_picture(self) -> bool:
        """Whether a small picture is shown."""
        return self._pixmap is not None

    def foot(self) -> QPoint:
        """Where a menu for this row comes to stand, on the screen."""
        return self.mapToGlobal(self.rect().bottomLeft())

    def sizeHint(self) -> QSize:
        return QSize(theme.space(50), self._height())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit(self.row.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and self._sign().contains(event.pos()):
            self.menu_asked.emit(self.row.id, self.foot())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter)
        self._paint_picture(painter, self._place())
        left = self._place().right() + theme.space(2.5)
        self._paint_words(painter, QRect(left, 0, self._sign().left() - left, self.height()))
        side, sign = theme.length("tick"), self._sign()
        corner = sign.center() - QPoint(side // 2, side // 2)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(corner, icons.pixmap("chevron-down", Token.MUTED, side, ratio))

    def _paint_ground(self, painter: QPainter) -> None:
        current = self.hasFocus()
        edge = Token.ACCENT if current else Token.LINE
        ground = Token.RAISED if self.underMouse() else Token.SURFACE
        painter.setPen(QPen(theme.color(edge), theme.size("hairline")))
        painter.setBrush(theme.color(Token.SELECTED if current else ground))
        radius = theme.length("radius")
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
        )

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        if self._pixmap is None:
            side = theme.length("icon")
            corner = place.center() - QPoint(side // 2, side // 2)
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(corner, icons.pixmap(self.row.icon, Token.MUTED, side, ratio))
            return
        size = (self._pixmap.size() / self.devicePixelRatioF()).boundedTo(place.size())
        box = QRect(QPoint(0, 0), size)
        box.moveCenter(place.center())
        painter.drawPixmap(box, self._pixmap)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        weight = QFont.Weight.DemiBold
        lines = [(self.row.name, theme.font(theme.size("body"), weight), Token.TEXT)]
        small = theme.font(theme.size("label"))
        if self.row.caption:
            lines.append((self.row.caption, small, Token.TEXT))
        lines.append((self.row.detail, small, Token.MUTED))
        heights = [QFontMetrics(face).height() for _text, face, _token in lines]
        top = (self.height() - sum(heights)) // 2
        for (text, face, token), height in zip(lines, heights, strict=True):
            painter.setFont(face)
            painter.setPen(theme.color(token))
            mode = Qt.TextElideMode.ElideMiddle
            shown = QFontMetrics(face).elidedText(text, mode, room.width())
            painter.drawText(room.left(), top + QFontMetrics(face).ascent(), shown)
            top += height

    def _place(self) -> QRect:
        """Where the picture stands."""
        side = self._height() - theme.space(2)
        return QRect(theme.space(1), theme.space(1), side, side)

    def _sign(self) -> QRect:
        """Where the sign for the menu stands."""
        width = theme.length("control")
        return QRect(self.width() - width, 0, width, self.height())

    def _height(self) -> int:
        body = QFontMetrics(theme.font(theme.size("body"))).height()
        label = QFontMetrics(theme.font(theme.size("label"))).height()
        return body + (LINES - 1) * label + theme.space(2)
