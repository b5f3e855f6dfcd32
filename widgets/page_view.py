"""Pages of paper as they will print: one in sight, turned by keys, as wide as there is room."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class PageView(Ground):
    """Shows the pictures of pages; only the one in sight is in memory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.RAISED, None, parent)
        self._pages: list[Path] = []
        self._at, self._picture = 0, QPixmap()
        self._sheet = QLabel(self, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._told = PlainLabel("", self, token=Token.MUTED, tabular=True)
        self._back = PlainButton(_("Previous page"), self, "quiet")
        self._forth = PlainButton(_("Next page"), self, "quiet")
        self._foot = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._back.clicked.connect(self.turn_back)
        self._forth.clicked.connect(self.turn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        self.measure()
        self._show()

    def show_pages(self, pages: Sequence[Path]) -> None:
        """Show these pictures; the page that was in sight stays, if there is one of its number."""
        self._pages = list(pages)
        self._at = min(self._at, max(len(self._pages) - 1, 0))
        self._show()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def page(self) -> int:
        """The number of the page in sight, from 1; 0 where there is none."""
        return self._at + 1 if self._pages else 0

    def turn(self) -> None:
        """Go to the next page, if there is one."""
        self._go(self._at + 1)

    def turn_back(self) -> None:
        """Go to the page before, if there is one."""
        self._go(self._at - 1)

    def told_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that are read here."""
        return ((_("Next page"), "→"), (_("Previous page"), "←"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _FORTH:
            self.turn()
        elif key in _BACK:
            self.turn_back()
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._pages) - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def measure(self) -> None:
        space = theme.space
        self._column.setSpacing(space(2))
        self._foot.setContentsMargins(space(3), 0, space(3), space(2))
        self._foot.setSpacing(space(2))
        self._sheet.setContentsMargins(space(3), space(3), space(3), space(3))
        self._fit()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._pages):
            self._at = at
            self._show()

    def _show(self) -> None:
        found = bool(self._pages)
        self._picture = QPixmap(str(self._pages[self._at])) if found else QPixmap()
        said = _("Page {n} of {all}").format(n=self._at + 1, all=len(self._pages)) if found else ""
        self._told.setText(said)
        self._sheet.setAccessibleName(said)
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setEnabled(self._at > 0)
        self._forth.setEnabled(self._at + 1 < len(self._pages))
        self._fit()

    def _fit(self) -> None:
        """The page as wide as the view, and never larger than it was painted."""
        if self._picture.isNull():
            self._sheet.clear()
            return
        ratio = self.devicePixelRatioF()
        wide = self._scroll.viewport().width() - theme.space(6)
        room = QSize(round(max(wide, 1) * ratio), self._picture.height())
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = self._picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self._sheet.setPixmap(self._edged(shown, ratio))

    def _edged(self, page: QPixmap, ratio: float) -> QPixmap:
        """The page with a hairline around it: on a light ground its edge would not be seen."""
        painter = QPainter(page)
        painter.setPen(theme.color(Token.LINE))
        painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
        painter.end()
        page.setDevicePixelRatio(ratio)
        return page

    def _lay_out(self) -> None:
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self._sheet)
        self._scroll.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        fill(self._foot, self._told, 1, self._back, self._forth)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
