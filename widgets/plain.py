"""Labels, buttons and tooltips that show a user's text as it is and never as markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from resources.visible import visible
from widgets import theme
from widgets.theme import Token

__all__ = [
    "ElidedLabel",
    "PlainButton",
    "PlainLabel",
    "plain_button",
    "plain_tooltip",
    "set_tip",
    "visible",
]

_MARKED = Qt.TextFlag.TextShowMnemonic.value  # && is one sign
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def plain_tooltip(text: str) -> str:
    """``text`` as a tooltip that shows it literally, line breaks included."""
    if not text:
        return ""
    return f"<p style='white-space: pre-wrap'>{visible(text).translate(_ESCAPED)}</p>"


def set_tip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip, and screen readers the same words without its markup."""
    widget.setToolTip(plain_tooltip(text))
    widget.setAccessibleDescription(visible(text))


def plain_button(text: str) -> str:
    """``text`` for a button, menu or tab, where a single ``&`` would become a mnemonic."""
    return visible(text).replace("&", "&&")


class PlainButton(QPushButton):
    """A button whose words stand as they are; ``kind`` is one of the style sheet's.

    Where room is short they end in … before ``tail``, and its tooltip then has all of them.
    """

    tail = ""

    def __init__(self, text: str, parent: QWidget, kind: str = "") -> None:
        super().__init__(parent)
        if kind:
            self.setProperty("kind", kind)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``, hidden characters made visible."""
        super().setText(plain_button(text))
        if self.isVisible():
            self._tell_cut()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_cut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._fitting()
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _fitting(self) -> str:
        lacking = self.sizeHint().width() - self.width()
        if lacking <= 0:
            return self.text()
        words, metrics = self.text().removesuffix(self.tail), self.fontMetrics()
        room = metrics.size(_MARKED, words).width() - lacking
        mode = Qt.TextElideMode.ElideRight
        return metrics.elidedText(words, mode, room, _MARKED) + self.tail

    def _tell_cut(self) -> None:
        """Say all of the words where some are cut and nothing else is told of the button."""
        ours = plain_tooltip(self.text().replace("&&", "&"))
        if self.toolTip() in ("", ours):
            self.setToolTip(ours if self._fitting() != self.text() else "")


class PlainLabel(QLabel):
    """A label in a size, weight and colour of the theme; it renders no markup."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: str = "body",
        weight: QFont.Weight = QFont.Weight.Normal,
        token: Token = Token.TEXT,
        tabular: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._size, self._weight, self._token, self._tabular = size, weight, token, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._dress()

    def setText(self, text: str) -> None:
        """Show ``text``, hidden characters made visible."""
        super().setText(visible(text))

    def set_token(self, token: Token) -> None:
        """Change the colour of the text."""
        self._token = token
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(theme.size(self._size), self._weight, tabular=self._tabular))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._token))
        self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """A one-line label that ends in … where room is short; its tooltip then has all of it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: str = "body",
        weight: QFont.Weight = QFont.Weight.Normal,
        token: Token = Token.TEXT,
        tabular: bool = False,
    ) -> None:
        super().__init__(text, parent, size=size, weight=weight, token=token, tabular=tabular)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(self.text())
        self._tell()

    def elided(self) -> bool:
        """Whether some of the text does not fit."""
        return self._shown() != self.text()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _shown(self) -> str:
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), mode, self.contentsRect().width())

    def _tell(self) -> None:
        set_tip(self, self.text() if self.elided() else "")
