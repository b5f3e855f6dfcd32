"""Two versions of a text in two columns that scroll together, with what differs marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from resources import _, ngettext
from widgets import theme
from widgets.announce import tell
from widgets.empty import paint_empty
from widgets.plain import visible
from widgets.side_cells import ADDED, REMOVED, Cell, Row, cell, gutter_width, pad
from widgets.theme import Token


class SideBySide(QAbstractScrollArea):
    """Shows rows; F7 and Shift+F7 walk the differences, which are also read aloud.

    ``walked`` carries the number of the difference that is current, from 1, and how many there
    are; lines that differ one below the other are one difference.
    """

    walked = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._cells: list[tuple[Cell, Cell]] = []
        self._tops = [0]
        self._heads, self._language, self._empty = ("", ""), "", ("", "")
        self._runs: list[range] = []
        self._current = -1
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(
        self, rows: Sequence[Row], heads: tuple[str, str] = ("", ""), language: str = ""
    ) -> None:
        """Show rows below the names of the two versions; ``language`` is that of the texts."""
        self._rows, self._heads, self._language = list(rows), heads, language
        self._runs, self._current = _runs(self._rows), -1
        self._lay_out()
        tell(self, self.told())
        self.walked.emit(0, len(self._runs))

    def set_empty(self, title: str, sentence: str) -> None:
        """What stands here while there is nothing to compare."""
        self._empty = (title, sentence)
        self.viewport().update()

    def differences(self) -> int:
        """How many differences there are."""
        return len(self._runs)

    def walk(self, step: int) -> None:
        """Go to the next difference, or with -1 to the one before; after the last the first."""
        if self._runs:
            start = self._current if self._current >= 0 or step > 0 else 0
            self._current = (start + step) % len(self._runs)
            self._bring_into_sight(self._runs[self._current])
            tell(self, self.told())
            self.walked.emit(self._current + 1, len(self._runs))
            self.viewport().update()

    def told(self) -> str:
        """What a screen reader says: how many differences, or what the current one is."""
        if not self._rows:
            return ". ".join(filter(None, self._empty))
        if not self._runs:
            return _("Both are the same.")
        if self._current < 0:
            n = len(self._runs)
            return ngettext("{n} difference", "{n} differences", n).format(n=n)
        return self._said(self._runs[self._current])

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column"), theme.length("column") // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(40), theme.space(18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_F7:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.walk(-1 if back else 1)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = round(event.position().y()) - self._head() + self.verticalScrollBar().value()
        row = next((n for n in range(len(self._rows)) if at < self._tops[n + 1]), -1)
        found = next((n for n, run in enumerate(self._runs) if row in run), -1)
        if found >= 0 and at >= 0:
            self._current = found - 1
            self.walk(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color(Token.BACKGROUND))
        if not self._rows:
            paint_empty(painter, self.viewport().rect(), *self._empty)
            return
        head, shift = self._head(), self.verticalScrollBar().value()
        for n in range(len(self._rows)):
            top = head + self._tops[n] - shift
            if top + self._tops[n + 1] - self._tops[n] > head and top < self.viewport().height():
                self._paint_row(painter, n, top)
        self._paint_heads(painter, head)
        if self.hasFocus():
            painter.setPen(theme.color(Token.ACCENT))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _paint_row(self, painter: QPainter, n: int, top: int) -> None:
        tall, half = self._tops[n + 1] - self._tops[n], self._half()
        before, after = self._cells[n]
        before.paint(painter, QRect(0, top, half, tall))
        after.paint(painter, QRect(half, top, self.viewport().width() - half, tall))
        painter.fillRect(half, top, theme.size("hairline"), tall, theme.color(Token.LINE))
        if self._current >= 0 and n in self._runs[self._current]:
            painter.fillRect(0, top, theme.px(3), tall, theme.color(Token.ACCENT))

    def _paint_heads(self, painter: QPainter, tall: int) -> None:
        half, line = self._half(), theme.size("hairline")
        painter.fillRect(0, 0, self.viewport().width(), tall, theme.color(Token.BACKGROUND))
        painter.fillRect(0, tall - line, self.viewport().width(), line, theme.color(Token.LINE))
        painter.setFont(theme.font(theme.size("label"), QFont.Weight.DemiBold))
        painter.setPen(theme.color(Token.MUTED))
        for left, text in zip((0, half), self._heads, strict=True):
            box = QRect(left + gutter_width(), 0, half - gutter_width() - theme.space(2), tall)
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(visible(text), mode, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _lay_out(self) -> None:
        half, language = self._half(), self._language
        self._cells = [
            (
                cell(row.before, half, language, row.after is None),
                cell(row.after, half, language, row.before is None),
            )
            for row in self._rows
        ]
        self._tops, least = [0], QFontMetrics(theme.font(theme.size("body"))).height()
        for before, after in self._cells:
            tall = max(before.height(), after.height(), least) + 2 * pad()
            self._tops.append(self._tops[-1] + tall)
        page = max(1, self.viewport().height() - self._head())
        bar = self.verticalScrollBar()
        bar.setPageStep(page)
        bar.setSingleStep(least)
        bar.setRange(0, max(0, self._tops[-1] - page))
        self.viewport().update()

    def _bring_into_sight(self, run: range) -> None:
        bar, top, foot = self.verticalScrollBar(), self._tops[run.start], self._tops[run.stop]
        if top < bar.value() or foot > bar.value() + bar.pageStep():
            bar.setValue(max(0, top - bar.pageStep() // 4))

    def _half(self) -> int:
        return self.viewport().width() // 2

    def _head(self) -> int:
        return theme.length("control") if any(self._heads) else 0

    def _said(self, run: range) -> str:
        place = _("Difference {n} of {of}.").format(n=self._current + 1, of=len(self._runs))
        parts = [place]
        for form, mark in ((_("Removed: {text}"), REMOVED), (_("Added: {text}"), ADDED)):
            if text := self._marked(run, mark):
                parts.append(form.format(text=text))
        return " ".join(parts)

    def _marked(self, run: range, mark: str) -> str:
        side = "before" if mark == REMOVED else "after"
        rows = (getattr(self._rows[n], side) or () for n in run)
        pieces = [piece.text for row in rows for piece in row if piece.mark == mark]
        return visible(" … ".join(text.strip() for text in pieces if text.strip()))


def _runs(rows: Sequence[Row]) -> list[range]:
    """The differences: lines that differ and stand one below the other."""
    found = list[range]()
    for n, row in enumerate(rows):
        if row.differs:
            joins = found and found[-1].stop == n
            found[-1:] = (
                [range(found[-1].start, n + 1)] if joins else [*found[-1:], range(n, n + 1)]
            )
    return found
