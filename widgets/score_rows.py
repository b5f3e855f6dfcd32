"""Rows with a bar and its figure: how much of each is done, and in a sentence what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets import theme
from widgets.ground import Ground
from widgets.plain import ElidedLabel, set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_BAR, _LEAST = 30, 70  # widths of a bar and of a sentence beside it, in spaces


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row: its name for the program, the group it stands in, and how it stands.

    ``share`` lies between 0 and 1; ``figure`` says it in figures, ``told`` in a sentence, ``more``
    all of it for the tooltip. ``token`` is the colour of the bar, ``loud`` of the sentence.
    """

    name: str
    label: str
    share: float
    figure: str
    told: str = ""
    more: str = ""
    group: str = ""
    token: Token = Token.ACCENT
    loud: Token = Token.MUTED


class ScoreRows(QScrollArea):
    """Rows in groups, walked with arrows; ``opened`` carries the name of the one pressed.

    With ``choosing`` the row that was pressed last stays marked.
    """

    opened = Signal(str)
    wishes = Signal()  # the height has changed at which nothing is scrolled

    def __init__(self, name: str, parent: QWidget, *, choosing: bool = False) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = _Rows(self, choosing)
        self._list.setAccessibleName(name)
        self._list.opened.connect(self.opened)
        self._list.wishes.connect(self.wishes)
        self.setWidget(self._list)
        self.setFocusProxy(self._list)

    def show_rows(self, rows: Sequence[ScoreRow]) -> None:
        """Show these rows; the keys stay where they are while the names do."""
        self._list.show_rows(rows)

    def rows(self) -> tuple[ScoreRow, ...]:
        """The rows that are shown."""
        return tuple(button.row for button in self._list.buttons)

    def choose(self, name: str) -> None:
        """Mark a row as the one that is shown beside; nothing is announced."""
        for button in self._list.buttons:
            button.setChecked(button.row.name == name)
            if button.isChecked():
                one_stop(self._list.buttons, button)

    def button(self, name: str) -> RovingButton:
        """The button of a row."""
        return next(button for button in self._list.buttons if button.row.name == name)

    def wished(self) -> int:
        """The height at which nothing is scrolled."""
        return self._list.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(self._list.sizeHint().width(), self.wished())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows are laid out for the width beside a scroll bar, whether there is one or not."""
        self._list.stack(self.width() - self.verticalScrollBar().sizeHint().width())
        super().resizeEvent(event)


class _Rows(Ground):
    opened = Signal(str)
    wishes = Signal()

    def __init__(self, parent: QWidget, choosing: bool) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self.buttons: list[_Row] = []
        self.widths, self.stacked = (0, 0), False  # of the labels and figures
        self._choosing, self._width = choosing, 0
        self._heads: list[tuple[QHBoxLayout, ElidedLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.measure()

    def show_rows(self, rows: Sequence[ScoreRow]) -> None:
        if [(r.name, r.group) for r in rows] != [(b.row.name, b.row.group) for b in self.buttons]:
            self._make(rows)
        for button, row in zip(self.buttons, rows, strict=True):
            button.show_row(row)
        heads = [row.group for n, row in enumerate(rows) if not n or rows[n - 1].group != row.group]
        for (_line, head), text in zip(self._heads, filter(None, heads), strict=True):
            head.setText(text)
        self.measure()

    def _make(self, rows: Sequence[ScoreRow]) -> None:
        focused = any(button.hasFocus() for button in self.buttons)
        for old in [*self.buttons, *(head for _line, head in self._heads)]:
            old.hide()
            old.deleteLater()
        while self._column.takeAt(0) is not None:
            pass
        self.buttons, self._heads, group = [], [], ""
        for row in rows:
            if row.group != group:
                group = row.group
                head = ElidedLabel(group, self, weight=QFont.Weight.DemiBold)
                line = QHBoxLayout()  # a style sheet takes the margins of a label away
                line.addWidget(head)
                self._heads.append((line, head))
                self._column.addLayout(line)
            button = _Row(row, self, self._choosing)
            button.clicked.connect(self._open)
            self.buttons.append(button)
            self._column.addWidget(button)
        self._column.addStretch(1)
        if self.buttons:
            one_stop(self.buttons, self.buttons[0])
            self.setFocusProxy(self.buttons[0])
            if focused:
                self.buttons[0].setFocus()

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(2), space(1), space(2), space(2))
        for line, _head in self._heads:
            line.setContentsMargins(space(2), space(3), space(2), space(1))
        metrics = QFontMetrics(theme.font(theme.size("body")))
        labels = [metrics.horizontalAdvance(visible(b.row.label)) for b in self.buttons]
        metrics = QFontMetrics(theme.font(theme.size("body"), tabular=True))
        figures = [metrics.horizontalAdvance(b.row.figure) for b in self.buttons]
        self.widths = (max(labels, default=0), max(figures, default=0))
        self.stack()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self.buttons, event):
            super().keyPressEvent(event)

    def stack(self, width: int = 0) -> None:
        """Put the sentences below the bars where this width has no room for them beside."""
        self._width = width or self._width
        metrics = QFontMetrics(theme.font(theme.size("body")))
        told = [metrics.horizontalAdvance(visible(button.row.told)) for button in self.buttons]
        needed = min(max(told, default=0), theme.space(_LEAST))
        self.stacked = self._width - sum(self.widths) - theme.space(_BAR + 20) < needed
        for button in self.buttons:
            button.updateGeometry()
            button.update()
        self.wishes.emit()

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, _Row):
            self.opened.emit(button.row.name)


class _Row(RovingButton):
    def __init__(self, row: ScoreRow, rows: _Rows, choosing: bool) -> None:
        super().__init__(rows)
        self.row, self._rows = row, rows
        self.setCheckable(choosing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: ScoreRow) -> None:
        self.row = row
        self.setAccessibleName(visible(f"{row.label}, {row.figure}"))
        set_tip(self, row.more or row.told)
        self.update()

    def nextCheckState(self) -> None:
        """Whoever shows the rows marks one; a click alone does not."""

    def sizeHint(self) -> QSize:
        tall = theme.length("row")
        if self._rows.stacked and self.row.told:
            tall += QFontMetrics(theme.font(theme.size("label"))).height() + theme.space(1)
        return QSize(sum(self._rows.widths) + theme.space(_BAR + 12), tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(_BAR), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            self._paint_ground(painter)
        line = self.rect().adjusted(theme.space(2), 0, -theme.space(2), 0)
        line.setHeight(theme.length("row"))
        labels, figures = self._rows.widths
        painter.setFont(theme.font(theme.size("body")))
        painter.setPen(theme.color(Token.TEXT))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), visible(self.row.label))
        bar = QRect(line)
        bar.setLeft(line.left() + labels + theme.space(4))
        left = line.right() - bar.left() - figures - theme.space(4)
        bar.setWidth(max(0, min(theme.space(_BAR), left)))
        if bar.width() >= theme.space(4):
            self._paint_bar(painter, QRectF(bar))
        figure = QRect(line)
        figure.setLeft(min(bar.right() + theme.space(3), line.right() - figures))
        figure.setWidth(figures + theme.space(1))
        painter.setFont(theme.font(theme.size("body"), tabular=True))
        painter.setPen(theme.color(Token.TEXT))
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), self.row.figure)
        self._paint_told(painter, line, figure.right() + theme.space(4))

    def _paint_told(self, painter: QPainter, line: QRect, left: int) -> None:
        font = theme.font(theme.size("label" if self._rows.stacked else "body"))
        told = QRect(line)
        if self._rows.stacked:
            told.moveTop(line.bottom() - theme.space(1))
            told.setBottom(self.height() - theme.space(1))
        else:
            told.setLeft(left)
        painter.setFont(font)
        painter.setPen(theme.color(self.row.loud))
        text = QFontMetrics(font).elidedText(
            visible(self.row.told), Qt.TextElideMode.ElideRight, told.width()
        )
        painter.drawText(told, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), text)

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        thick = theme.space(2)
        bar = QRectF(room.left(), room.center().y() - thick / 2, room.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.LINE))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if self.row.share > 0:
            bar.setWidth(max(thick, bar.width() * min(self.row.share, 1.0)))
            painter.setBrush(theme.color(self.row.token))
            painter.drawRoundedRect(bar, thick / 2, thick / 2)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setBrush(theme.color(Token.SELECTED if self.isChecked() else Token.RAISED))
        edge = QPen(theme.color(Token.ACCENT), theme.size("hairline"))
        painter.setPen(edge if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = theme.length("card_radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
