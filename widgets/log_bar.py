"""The log bar at the bottom of every page: one line, read aloud as chips while it is typed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.chip import Chip, ChipShape
from widgets.ground import Ground, fill
from widgets.log_field import ChipText, LogField, Side
from widgets.plain import PlainLabel
from widgets.theme import Token

DOT = "●"


class BarState(StrEnum):
    """What becomes of a line: saved at once, after a check, after other work, or not at all."""

    READY = "ready"
    CHECKING = "checking"
    WAITING = "waiting"
    READ_ONLY = "read-only"


_WIDE = 960  # from this width on, at 100 %, the keys have room beside the line
_LOCKED = (BarState.WAITING, BarState.READ_ONLY)


class LogBar(Ground):
    """Takes a line and keeps it until it is ``accepted``.

    ``submitted`` carries the whole text as typed, ``edited`` the same after each change of it;
    ``undo_asked`` comes from Ctrl+Z when there is no typing to undo, ``redo_asked`` likewise.
    """

    submitted = Signal(str)
    edited = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self, hints: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """``hints`` are keys and words shown at the right, such as ``("Ctrl L", "log")``."""
        super().__init__(Token.FRAME, Qt.Edge.TopEdge, parent)
        self._mode = BarState.READY
        self._about, self._refusal = "", ""
        self._saved = ("", Token.MUTED)
        self._frame = LogField(self)
        self._sentence = PlainLabel("", self, size="title", token=Token.BAD, wrap=True)
        self._hints = _Hints(hints, self)
        self._state = Chip("", parent=self)
        self._lay_out()
        self.line = self._frame.line
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self._submit)
        self.line.undo_asked.connect(self.undo_asked)
        self.line.redo_asked.connect(self.redo_asked)
        self.setFocusProxy(self.line)
        self.measure()
        self._tell()

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """Show what was recognised in the line; the line itself stays as typed."""
        self._frame.show_chips(chips)

    def refuse(self, sentence: str) -> None:
        """Say why the line was not taken; the line stays until it is changed."""
        self._refusal = sentence
        self._tell()
        announce(self.line, sentence)

    def accepted(self) -> None:
        """The line was saved: empty the bar for the next one."""
        self.line.remember(self.line.text())
        self._renew("")

    def restore(self, text: str) -> None:
        """Put a line that was taken back in again; an unfinished one waits under Up."""
        self.line.remember(self.line.text())
        self._renew(text)

    def set_state(self, state: BarState, sentence: str = "") -> None:
        """Say what becomes of a line now; while it waits or must not be saved it is locked."""
        self._mode, self._about = state, sentence
        self._frame.set_locked(state in _LOCKED)
        self._tell()

    def set_saved(self, text: str, token: Token = Token.GOOD) -> None:
        """Show when the last entry was saved, or in ``Token.BAD`` that it was not."""
        self._saved = (text, token)
        self._tell()

    def sentence(self) -> str:
        """The sentence shown above the line, or nothing."""
        return self._refusal or self._about

    def measure(self) -> None:
        self._column.setContentsMargins(
            theme.space(5), theme.space(2.25), theme.space(5), theme.space(2.25)
        )
        self._column.setSpacing(theme.space(1.5))
        self._row.setSpacing(theme.space(2.5))
        self._hints.measure()
        self._fit()
        self._frame.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Leave the keys out where the line needs their room."""
        self._hints.setVisible(self.width() >= theme.px(_WIDE))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self._frame, 1)
        fill(self._row, self._hints, self._state)
        self._column.addWidget(self._sentence)
        self._column.addLayout(self._row)

    def _submit(self) -> None:
        if self._mode in _LOCKED:
            return
        if self.line.text().strip():
            self.submitted.emit(self.line.text())
        else:
            self.refuse(_("Say what happened."))

    def _changed(self, text: str) -> None:
        self._refusal = ""
        self._tell()
        self._frame.fit()
        self.edited.emit(text)

    def _renew(self, text: str) -> None:
        self.show_chips(())
        self._refusal = ""
        self.line.start_over(text)
        self._tell()

    def _tell(self) -> None:
        said = self.sentence()
        self._sentence.set_token(Token.BAD if self._refusal else Token.WARN)
        self._sentence.setText(said)
        self._sentence.setVisible(bool(said))
        self._frame.set_faulty(bool(self._refusal))
        text, token = self._words()
        self._state.show_text(text, token, DOT if text else "")

    def _words(self) -> tuple[str, Token]:
        match self._mode:
            case BarState.CHECKING:
                return _("checking the file…"), Token.MUTED
            case BarState.WAITING:
                return _("waiting, not saved"), Token.WARN
            case BarState.READ_ONLY:
                return _("read only"), Token.WARN
            case BarState.READY:
                return self._saved


class _Hints(QWidget):
    """Keys and what they do."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for key, word in hints:
            chip = Chip(key, Token.MUTED, parent=self, shape=ChipShape.KEY)
            fill(self._row, chip, PlainLabel(word, self, token=Token.MUTED))

    def measure(self) -> None:
        self._row.setSpacing(theme.space(2))


__all__ = ["BarState", "ChipText", "LogBar", "Side"]
