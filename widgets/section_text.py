"""A field of plain text that grows with what is typed; values stand in it by their ids."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import category

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from resources.visible import sign_at
from widgets import theme
from widgets.inlay import (
    HIDDEN,
    NAME,
    OBJECT,
    PLACE,
    InlayPainter,
    Inlays,
    hidden_format,
    inlay_format,
)
from widgets.plain import plain_tooltip

OWN = "application/x-warroom-section"  # the text with ids as it is stored
_BREAKS = str.maketrans({"\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SectionText(QTextEdit):
    """Holds a text exactly as typed; characters that hide are shown as signs.

    ``edited``: something was typed; ``left``: the keys went elsewhere, not only to a menu or
    another window. Undo and redo of the window work while there is no typing to undo here.
    """

    edited = Signal()
    entered = Signal()
    left = Signal()
    grew = Signal()

    def __init__(
        self,
        inlays: Inlays | None = None,
        parent: QWidget | None = None,
        *,
        one_line: bool = False,
        size: str = "body",
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(parent)
        self._inlays, self._one_line, self._loading = inlays, one_line, False
        self._size, self._weight, self._language = size, weight, ""
        self._stored: str | None = None  # asked for at every key, of every field
        self._painter = InlayPainter(inlays, self.font(), self)
        self.document().documentLayout().registerHandler(OBJECT, self._painter)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.measure()

    # the text

    def text(self) -> str:
        """The text as it is stored: ids in place of values."""
        if self._stored is None:
            self._stored = self._told(0, self._end(), stored=True)
        return self._stored

    def set_text(self, text: str) -> None:
        """Hold another text; nobody is told, and there is no typing to undo."""
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        self.clear()
        self.put_in(text)
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._loading = False
        self._fit()

    def put_in(self, text: str) -> None:
        """Put a text with ids in place of what is selected, as one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        at = 0
        for begin, end, name in self._inlays.named(text) if self._inlays else ():
            if self._inlays and self._inlays.shown(name):
                self._put_plain(cursor, text[at:begin])
                cursor.insertText(PLACE, inlay_format(name))
                at = end
        self._put_plain(cursor, text[at:])
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def go_to(self, place: int) -> None:
        """Put the cursor so many letters into the text, or at its end."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self._end()))
        self.setTextCursor(cursor)

    def names(self) -> tuple[str, ...]:
        """The ids of the values that stand in the text, in their order."""
        last = self._end()
        found = (self._format(at).property(NAME) for at in range(last) if self._is_place(at))
        return tuple(str(name) for name in found if name)

    def select(self, words: str) -> None:
        """Select these words, as they are stored or as they are read, where they stand first."""
        for stored in (True, False):
            letters = list(self._letters(0, self._end(), stored=stored))
            begin = "".join(read for _at, read in letters).find(words)
            if words and begin >= 0:
                self._select(letters, begin, begin + len(words))
                return

    def told_at(self, where: QPoint) -> str:
        """What is told of the value at a place, as a tooltip; empty where there is none."""
        at = self.cursorForPosition(where).position()
        near = [n for n in (at - 1, at) if n >= 0 and self._is_place(n)]
        names = [self._format(n).property(NAME) for n in near]
        shown = (self._inlays.shown(str(name)) for name in names if name and self._inlays)
        return plain_tooltip(next((each.told for each in shown if each), ""))

    def forget_typing(self) -> None:
        """There is nothing of the typing to undo any more: it was saved as one deed."""
        self.document().clearUndoRedoStacks()

    def renew(self) -> None:
        """Say the values anew: some of them changed."""
        self.document().markContentsDirty(0, self.document().characterCount())
        self._describe()
        self.viewport().update()

    # look

    def set_language(self, language: str) -> None:
        """Let Chinese letters take the forms of ``zh_TW`` or ``zh_CN``."""
        self._language = language
        self.measure()

    def measure(self) -> None:
        """Take faces and lengths of the theme."""
        face = theme.font(theme.size(self._size), self._weight, language=self._language)
        self.setFont(face)
        self.document().setDefaultFont(face)
        self._painter.face = face
        self.document().setDocumentMargin(theme.space(1.5))
        self.renew()
        self._fit()

    # events

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window where there is no typing to undo."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and self._is_the_windows(event):  # type: ignore[arg-type]
            event.ignore()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a value is where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        others = event.key() == Qt.Key.Key_Escape or (enter and (control or self._one_line))
        if others or self._is_the_windows(event):
            event.ignore()
        elif enter and not self.isReadOnly():
            self.textCursor().insertBlock()  # Shift+Enter too: one kind of line break
            self.ensureCursorVisible()
        elif not self.isReadOnly() and _is_format(event.text()):
            self.put_in(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if any(_hides(event.commitString())):
            self.put_in(event.commitString())
            event.setCommitString("")
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(OWN)

    def insertFromMimeData(self, source: QMimeData) -> None:
        own = source.data(OWN).data() if source.hasFormat(OWN) else b""
        text = bytes(own).decode("utf-8", "surrogatepass") if own else source.text()
        self.put_in(" ".join(text.splitlines()) if self._one_line else text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        data.setText(self._told(begin, end, stored=False))
        stored = self._told(begin, end, stored=True)
        data.setData(OWN, stored.encode("utf-8", "surrogatepass"))
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, and Ctrl with the wheel changes no size here

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.measure()

    # inside

    def _put_plain(self, cursor: QTextCursor, text: str) -> None:
        at = 0
        for n, hides in enumerate(_hides(text)):
            if hides:
                cursor.insertText(text[at:n], QTextCharFormat())
                cursor.insertText(PLACE, hidden_format(text[n]))
                at = n + 1
        cursor.insertText(text[at:], QTextCharFormat())

    def _told(self, begin: int, end: int, *, stored: bool) -> str:
        """A piece of the text, with ids as it is stored or with values as it is read."""
        raw = self._raw(begin, end)
        if PLACE not in raw:
            return raw
        return "".join(letter for _at, letter in self._letters(begin, end, stored=stored))

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def _select(self, letters: list[tuple[int, str]], begin: int, end: int) -> None:
        """Select the letters that stand from ``begin`` to ``end`` of what they say together."""
        ends = list(accumulate((len(said) for _at, said in letters), initial=0))
        places = [*(at for at, _said in letters), self._end()]
        cursor = self.textCursor()
        cursor.setPosition(places[bisect_right(ends, begin) - 1])
        last = places[bisect_left(ends, end)]
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _raw(self, begin: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().translate(_BREAKS)

    def _letters(self, begin: int, end: int, *, stored: bool) -> Iterator[tuple[int, str]]:
        """Each letter with its place in the document, a value as one letter."""
        at = begin
        for char in self._raw(begin, end):
            yield at, self._of_place(at, stored=stored) if char == PLACE else char
            at += 2 if ord(char) > 0xFFFF else 1

    def _of_place(self, at: int, *, stored: bool) -> str:
        form = self._format(at)
        if form.hasProperty(HIDDEN):
            return chr(int(form.property(HIDDEN)))
        if self._inlays is None or not form.hasProperty(NAME):
            return PLACE
        name = str(form.property(NAME))
        inlay = None if stored else self._inlays.shown(name)
        return inlay.value if inlay else self._inlays.written(name)

    def _is_place(self, at: int) -> bool:
        return self.document().characterAt(at) == PLACE

    def _format(self, at: int) -> QTextCharFormat:
        """The format of one letter; Qt tells the one before the cursor."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(at + 1)
        return cursor.charFormat()

    def _changed(self) -> None:
        self._stored = None
        if not self._loading:
            self._describe()
            self.edited.emit()

    def _describe(self) -> None:
        told = (self._inlays.shown(name) for name in self.names()) if self._inlays else ()
        self.setAccessibleDescription("; ".join(each.told for each in told if each))

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        doc = self.document()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not doc.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not doc.isRedoAvailable()

    def _fit(self) -> None:
        """Be as high as the text."""
        high = round(self.document().size().height()) + 2 * self.frameWidth()
        edges = self.height() - self.viewport().height()
        wanted = max(high + max(edges, 0), theme.length("control"))
        if wanted != self.minimumHeight() or wanted != self.maximumHeight():
            self.setFixedHeight(wanted)
            self.grew.emit()


def _is_format(typed: str) -> bool:
    """Whether a key typed a character of direction or of no width; Backspace types a control."""
    return any(category(char) in ("Cf", "Co", "Cn") for char in typed)


def _hides(text: str) -> list[bool]:
    """Which letters of a text would hide or deceive."""
    if text.isprintable():
        return []
    return [bool(sign_at(text, at)) for at in range(len(text))]
