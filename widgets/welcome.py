"""The welcome page: start a room, open one, try the example, or go on with a recent one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources import _, spoken
from widgets import theme
from widgets.chip import chip_size, paint_chip
from widgets.choice_row import ChoiceRow
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, set_tip, visible
from widgets.roving import RovingButton, one_stop, rove
from widgets.theme import Token


@dataclass(frozen=True)
class RecentRoom:
    """A room opened before: ``opened`` is the words for when; ``missing``: no file there now."""

    title: str
    path: str
    opened: str = ""
    missing: bool = False


class Welcome(Ground):
    """What the window shows while no room is open; ``room_chosen`` carries a path.

    ``languages`` are keys with the names that languages give themselves.
    """

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    guide_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    room_chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, languages: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        bold = QFont.Weight.DemiBold
        page = QWidget(self)
        self._name = PlainLabel(_("War Room"), page, size="product", weight=bold)
        calm = _("One place for what happened, who decides and what to say next.")
        self._calm = PlainLabel(calm, page, size="lead", token=Token.MUTED, wrap=True)
        self._recent = PlainLabel(_("Recent rooms"), page, size="title", weight=bold)
        self._empty = PlainLabel("", page, token=Token.MUTED, wrap=True)
        self._new = _button(_("New room"), page, "primary")
        self._open = _button(_("Open…"), page)
        self._example = _button(_("Try the example"), page)
        self._guide = _button(_("Guide of five minutes"), page)
        invented = _(
            "The example is told in the language below; its people and outlets are made up."
        )
        self._invented = PlainLabel(invented, page, token=Token.MUTED, wrap=True)
        self._rooms = _Rooms(page)
        self._languages = ChoiceRow(_("Language"), languages or {}, page)
        themes = {theme.SYSTEM: _("As the system"), "dark": _("Dark"), "light": _("Light")}
        self._themes = ChoiceRow(_("Theme"), themes, page)
        self._languages.setVisible(bool(languages))
        self._languages.mark(spoken())
        self._lay_out(page)
        self._connect()
        self.setFocusProxy(self._new)
        self.measure()
        self.show_rooms(())

    def show_rooms(self, rooms: Sequence[RecentRoom]) -> None:
        """List the rooms opened lately, newest first."""
        self._rooms.show_rooms(rooms)
        self._empty.setText(
            _("Rooms that you open are listed here. Each room is one file, kept where you put it.")
        )
        self._empty.setVisible(not rooms)

    def measure(self) -> None:
        self._column.setSpacing(0)
        self._column.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        for gap, steps in zip(self._gaps, (2, 6, 2, 10, 2, 8), strict=True):
            gap.setFixedHeight(theme.space(steps))
        for row in (self._languages, self._themes):
            row.measure()
        self._themes.mark(theme.chosen())
        self._looks.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        self._looks.setSpacing(theme.space(1))
        self._buttons.setSpacing(theme.space(2))
        self._body.setMaximumWidth(theme.length("column"))

    def _lay_out(self, page: QWidget) -> None:
        self._body = QWidget(page)
        self._gaps = [QWidget(self._body) for _gap in range(6)]
        after_name, after_calm, after_buttons, after_note, after_recent, after_rooms = self._gaps
        self._buttons = QHBoxLayout()
        fill(self._buttons, self._new, self._open, self._example, self._guide, 1)
        self._column = QVBoxLayout()
        fill(self._column, self._name, after_name, self._calm, after_calm)
        self._column.addLayout(self._buttons)
        fill(
            self._column,
            after_buttons,
            self._invented,
            after_note,
            self._recent,
            after_recent,
            self._empty,
        )
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        fill(whole, self._rooms, after_rooms)
        looks = QVBoxLayout()
        fill(looks, self._languages, self._themes)
        whole.addLayout(looks)
        self._looks = looks
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._body, 20)
        across.addStretch(1)
        down = QVBoxLayout(page)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        scroll.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._example.clicked.connect(self.example_asked)
        self._guide.clicked.connect(self.guide_asked)
        self._languages.chosen.connect(self.language_chosen)
        self._themes.chosen.connect(self.theme_chosen)
        self._rooms.chosen.connect(self.room_chosen)


class _Rooms(QWidget):
    """The recent rooms as a list of buttons, one stop for Tab."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rooms(self, rooms: Sequence[RecentRoom]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(room, self) for room in rooms]
        for row in self._rows:
            row.clicked.connect(self._choose)
            self._column.addWidget(row)
        if self._rows:
            one_stop(self._rows, self._rows[0])
        self.setVisible(bool(rooms))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not rove(self._rows, event):
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.chosen.emit(row.room.path)


class _Row(RovingButton):
    def __init__(self, room: RecentRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        state = _("missing") if room.missing else room.opened
        self.setAccessibleName(visible(f"{room.title}, {state}"))
        set_tip(self, room.path)

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column"), theme.space(13))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.space(13))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inner = QRectF(self.rect()).adjusted(theme.space(3), 0, -theme.space(3), 0)
        used = self._paint_state(painter, inner)
        inner.setRight(inner.right() - used - theme.space(3))
        middle = inner.center().y()
        title = theme.font(theme.size("body"), QFont.Weight.Medium)
        ink = Token.MUTED if self.room.missing else Token.TEXT
        upper = QRectF(inner.left(), middle - theme.space(5), inner.width(), theme.space(5))
        _paint_line(painter, upper, self.room.title, title, ink, Qt.TextElideMode.ElideRight)
        lower = QRectF(inner.left(), middle, inner.width(), theme.space(5))
        label = theme.font(theme.size("label"))
        middle_mode = Qt.TextElideMode.ElideMiddle
        _paint_line(painter, lower, self.room.path, label, Token.MUTED, middle_mode)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        radius = theme.length("card_radius")
        focused, line = self.hasFocus(), theme.size("hairline")
        if self.underMouse() or focused:
            painter.setBrush(theme.color(Token.RAISED))
            edge = QPen(theme.color(Token.ACCENT), line)
            painter.setPen(edge if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, radius, radius)
        else:
            ruled = self.rect().adjusted(0, self.height() - line, 0, 0)
            painter.fillRect(ruled, theme.color(Token.LINE))

    def _paint_state(self, painter: QPainter, inner: QRectF) -> float:
        """Paint when it was opened, or that it is missing; the width used."""
        if self.room.missing:
            size = chip_size(_("missing"))
            top = inner.center().y() - size.height() / 2
            box = QRectF(inner.right() - size.width(), top, size.width(), size.height())
            paint_chip(painter, box, _("missing"), Token.WARN)
            return size.width()
        painter.setFont(theme.font(theme.size("label"), tabular=True))
        painter.setPen(theme.color(Token.MUTED))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, align, self.room.opened)
        return painter.fontMetrics().horizontalAdvance(self.room.opened)


def _paint_line(
    painter: QPainter, box: QRectF, text: str, face: QFont, ink: Token, mode: Qt.TextElideMode
) -> None:
    painter.setFont(face)
    painter.setPen(theme.color(ink))
    shown = painter.fontMetrics().elidedText(visible(text), mode, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _button(text: str, parent: QWidget, kind: str = "") -> PlainButton:
    button = PlainButton(text, parent, kind)
    button.setAutoDefault(True)
    button.setProperty("tall", True)
    return button
