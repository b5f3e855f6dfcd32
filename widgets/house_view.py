"""A message house: the umbrella as its roof, key messages as pillars, their proofs below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.house_stone import Stone, StoneFace
from widgets.plain import PlainLabel
from widgets.theme import Token

__all__ = ["HouseView", "Pillar", "Stone"]
PLACES = 3  # pillars that a house has room for
_SLOPE = 14  # steps of space that the roof's ends lean in


@dataclass(frozen=True, slots=True)
class Pillar:
    """A key message and its proofs."""

    message: Stone
    proofs: tuple[Stone, ...]


class HouseView(Ground):
    """Shows a house; arrows go from stone to stone, Enter or a double click opens one.

    ``chosen`` and ``opened`` carry the key of a stone; ``wanted`` asks for what is missing:
    ``roof``, or ``pillar``. ``built`` says that another house stands here.
    """

    built = Signal()
    chosen = Signal(str)
    opened = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.setAccessibleName(_("Message house"))
        self._whole, self._walls = QVBoxLayout(self), QGridLayout()
        self._roof_row = QHBoxLayout()
        self._whole.addLayout(self._roof_row)
        self._whole.addLayout(self._walls)
        self._columns: list[list[StoneFace]] = []
        self._roof: StoneFace | None = None
        self._shown: tuple[Stone | None, tuple[Pillar, ...]] | None = None
        self.measure()

    def show_house(self, roof: Stone | None, pillars: Sequence[Pillar]) -> None:
        """Show a house; the stone that had the keys has them still where it is there."""
        if self._shown == (roof, tuple(pillars)):
            return
        self._shown = (roof, tuple(pillars))
        held = next((face.stone.key for face in self.stones() if face.hasFocus()), None)
        self._clear()
        self._roof = self._face(roof or _missing("roof", _("No umbrella message yet")), "roof")
        self._roof_row.addWidget(self._roof)
        for place in range(max(PLACES, len(pillars))):
            self._add_column(place, pillars[place] if place < len(pillars) else None, len(pillars))
        for before, after in zip(self.stones(), self.stones()[1:]):
            QWidget.setTabOrder(before, after)
        if held is not None:
            self.go_to(held)
        self.built.emit()

    def stones(self) -> list[StoneFace]:
        """The stones in order: the roof, then each pillar with its proofs."""
        roof = [self._roof] if self._roof else []
        return [*roof, *(face for column in self._columns for face in column)]

    def go_to(self, key: str) -> None:
        """Give the keys to a stone."""
        for face in self.stones():
            if face.stone.key == key:
                face.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        face = next((each for each in self.stones() if each.hasFocus()), None)
        if step is None or face is None:
            super().keyPressEvent(event)
        elif to := self._beside(face, *step):
            to.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._roof is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Token.LINE), theme.size("hairline")))
        painter.setBrush(theme.color(Token.SURFACE))
        painter.drawPolygon(_gable(self._roof.geometry(), theme.space(_SLOPE)))

    def measure(self) -> None:
        space = theme.space
        self._whole.setContentsMargins(space(4), space(3), space(4), space(3))
        self._whole.setSpacing(space(2))
        self._walls.setSpacing(space(2))
        self._roof_row.setContentsMargins(0, 0, 0, 0)

    # inside

    def _add_column(self, place: int, pillar: Pillar | None, known: int) -> None:
        if pillar is None:
            text = _("No key message yet") if place == known else ""
            faces = [self._face(_missing("pillar", text), "empty")] if text else []
        else:
            faces = [self._face(pillar.message, "pillar")]
            faces += [self._face(each, "proof") for each in pillar.proofs]
        wall = _Wall(faces, self)
        self._walls.addWidget(wall, 0, place)
        self._walls.setColumnStretch(place, 1)
        self._columns.append(faces)

    def _face(self, stone: Stone, place: str) -> StoneFace:
        face = StoneFace(stone, place, self)
        if stone.key in ("roof", "pillar"):
            face.opened.connect(self.wanted)
        else:
            face.came.connect(self.chosen)
            face.opened.connect(self.opened)
        return face

    def _clear(self) -> None:
        for face in self.stones():
            face.hide()
            face.deleteLater()
        while (item := self._walls.takeAt(0)) is not None:
            if wall := item.widget():
                wall.hide()
                wall.deleteLater()
        self._roof_row.takeAt(0)
        self._columns, self._roof = [], None
        for place in range(self._walls.columnCount()):
            self._walls.setColumnStretch(place, 0)

    def _beside(self, face: StoneFace, across: int, down: int) -> StoneFace | None:
        filled = [column for column in self._columns if column]
        if face is self._roof:
            return filled[0][0] if down > 0 and filled else None
        at = next(n for n, column in enumerate(filled) if face in column)
        row = filled[at].index(face) + down
        if row < 0:
            return self._roof
        to = at + across
        if not 0 <= to < len(filled):
            return None
        column = filled[to]
        return column[min(row, len(column) - 1)]


class _Wall(QWidget):
    """One pillar: its message above, its proofs below."""

    def __init__(self, faces: Sequence[StoneFace], parent: QWidget) -> None:
        super().__init__(parent)
        self._walled = bool(faces) and faces[0].place == "pillar"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for face in faces:
            column.addWidget(face)
        if len(faces) == 1 and faces[0].place == "pillar":
            note = PlainLabel(_("▲ no proof"), self, size="label", token=Token.WARN)
            note.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), 0)
            note.setFont(theme.font(theme.size("label"), QFont.Weight.DemiBold))
            column.addWidget(note)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._walled:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Token.LINE), theme.size("hairline")))
        painter.setBrush(theme.color(Token.SURFACE))
        radius = theme.length("radius")
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)


def _missing(key: str, text: str) -> Stone:
    return Stone(key, text, _("Enter adds it"), Token.FAINT)


def _gable(roof: QRect, slope: int) -> QPolygonF:
    """The outline of the roof: its foot as wide as the house, its ridge leaning in."""
    left, right = float(roof.left()), float(roof.right())
    top, foot = float(roof.top()), float(roof.bottom())
    return QPolygonF(
        [
            QPointF(left, foot),
            QPointF(left + slope, top),
            QPointF(right - slope, top),
            QPointF(right, foot),
        ]
    )
