"""A code over the whole window, so that a phone reads it at arm's length."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainLabel
from widgets.qr_view import QrView
from widgets.theme import Token

_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeSheet(Ground):
    """Covers the window of the panel that shows the codes, which also gets the keys to turn them.

    ``left``: a click, Escape or Enter took it away.
    """

    left = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, panel.window())
        self._panel, self._host = panel, panel.window()
        self.place = PlainLabel("", self, size="figure", tabular=True)
        self.view = QrView(self)
        self.keys = PlainLabel(_("Arrow keys turn the codes, Enter or a click goes back."), self)
        self.keys.set_token(Token.MUTED)
        self._column = QVBoxLayout(self)
        fill(self._column, self.place)
        self._column.addWidget(self.view, 1)
        fill(self._column, self.keys)
        for label in (self.place, self.keys):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self.view)
        self._host.installEventFilter(self)
        self.measure()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.view.setFocus()

    def show_code(self, text: str, place: str, name: str) -> None:
        """Show a code, which of how many it is, and its name for a screen reader."""
        self.place.setText(place)
        self.view.show_code(text, name)

    def leave(self) -> None:
        """Go away."""
        self._host.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.left.emit()

    def measure(self) -> None:
        side = theme.space(4)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK:
            self.leave()
        else:
            self._panel.keyPressEvent(event)
            event.accept()  # what lies below is not asked

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.leave()
