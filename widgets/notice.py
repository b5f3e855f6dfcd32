"""Notices over the foot of a page: what was done, with a way back, and what went wrong."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

SECONDS = 6.0


@dataclass(frozen=True)
class Said:
    """One notice; ``name`` tells the program what its button is for."""

    sentence: str
    action: str = ""
    name: str = ""
    fault: bool = False
    sign: tuple[str, Token] = ("✓", Token.GOOD)


class Notice(QWidget):
    """One notice at a time over the foot of its parent; never a modal box.

    ``done`` passes after some seconds, ``fault`` stays until closed; a fault covered by a
    passing notice comes back after it.  ``acted`` carries the name given with the action.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._said = Said("")
        self._fault: Said | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass)
        self._sign = PlainLabel("", self)
        self._words = PlainLabel("", self, wrap=True)
        self._action = PlainButton("", self, "link")
        self._action.clicked.connect(self._act)
        self._close = PlainButton("✕", self, "quiet")
        self._close.setAccessibleName(_("Close"))
        self._close.clicked.connect(self.close_notice)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        fill(self._row, self._action, self._close)
        parent.installEventFilter(self)
        self.hide()

    def done(
        self, sentence: str, action: str = "", name: str = "", seconds: float = SECONDS
    ) -> None:
        """Say what was done, for ``seconds``; ``action`` is the button, such as Undo."""
        self._show(Said(sentence, action, name))
        self._timer.start(round(seconds * 1000))

    def tell(self, sentence: str) -> None:
        """Say what is to be known, such as why nothing was done; it passes as ``done`` does."""
        self._show(Said(sentence, sign=("•", Token.MUTED)))
        self._timer.start(round(SECONDS * 1000))

    def fault(self, sentence: str, action: str = "", name: str = "") -> None:
        """Say what went wrong and what to do; it stays until it is closed."""
        self._timer.stop()
        self._fault = Said(sentence, action, name, fault=True)
        self._show(self._fault)

    def close_notice(self) -> None:
        """Take away what is shown; a fault that it covered comes back."""
        if self._said.fault:
            self._fault = None
        self._pass()

    def sentence(self) -> str:
        """The sentence shown now, or nothing."""
        return "" if self.isHidden() else self._said.sentence

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.color(Token.BAD if self._said.fault else Token.LINE)
        painter.setPen(QPen(edge, theme.size("hairline")))
        painter.setBrush(theme.color(Token.RAISED))
        radius = theme.length("card_radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _show(self, said: Said) -> None:
        self._said = said
        sign, token = ("▲", Token.BAD) if said.fault else said.sign
        self._sign.setText(sign)
        self._sign.set_token(token)
        self._words.setText(said.sentence)
        self._action.setText(said.action)
        self._action.setVisible(bool(said.action))
        self.show()
        self.raise_()
        self._place()
        announce(self, said.sentence)

    def _pass(self) -> None:
        self._timer.stop()
        if self._fault and not self._said.fault:
            self._show(self._fault)
        else:
            self.hide()

    def _act(self) -> None:
        name = self._said.name
        self.close_notice()
        self.acted.emit(name)

    def _place(self) -> None:
        """Centre over the parent's foot, as wide as the sentence needs and the parent allows."""
        host = self._host
        near, far = theme.space(1.5), theme.space(4)
        self._row.setContentsMargins(far, near, near, near)
        self._row.setSpacing(theme.space(2))
        line = self._words.fontMetrics().horizontalAdvance(self._words.text())
        others = self._row.minimumSize().width() - self._words.minimumSizeHint().width()
        width = min(line + others + theme.space(4), host.width() - theme.space(10))
        width = max(width, min(theme.length("column") // 2, host.width()))
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left, top = (host.width() - width) // 2, host.height() - height - theme.space(4)
        self.setGeometry(left, top, width, height)
