"""A page of text that scrolls, as wide as reads well; where it is low its head scrolls too."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.theme import Token

READS_WELL = 1.4  # columns that a line of text may be wide


class DeskPage(Ground):
    """What stands on the page is laid out in ``column``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.page = QWidget(self)
        self.column = QVBoxLayout(self.page)
        self._whole = QWidget(self)
        self._over = QVBoxLayout(self._whole)
        self._over.setContentsMargins(0, 0, 0, 0)
        self._over.setSpacing(0)
        self._over.addWidget(self.page)
        self._over.addStretch(1)
        self.area = QScrollArea(self, widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._whole)
        for each in (self._whole, self.page, self.area.viewport()):
            each.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def carry(self, head: QWidget) -> None:
        """Let the head scroll with the page."""
        if head.parentWidget() is not self._whole:
            self._over.insertWidget(0, head)
            head.show()

    def bring_into_sight(self, widget: QWidget, place: QRect) -> None:
        """Scroll to a place of a widget on the page."""
        at = widget.mapTo(self._whole, place.center())
        self.area.ensureVisible(at.x(), at.y(), 0, place.height() + theme.space(2))

    def measure(self) -> None:
        space = theme.space
        self.column.setContentsMargins(space(4), space(3), space(4), space(6))
        self.column.setSpacing(space(3))
        self.page.setMaximumWidth(round(theme.length("column") * READS_WELL))
