"""Lines of counts over time, and how they look: a colour, a dash and a sign for each."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets import theme
from widgets.chart_axis import Axis
from widgets.theme import Token

SIGNS = {"o": "●", "s": "■", "": ""}  # the drawing library's names of the signs


def counted(count: int | None) -> str:
    """A count in figures; what nobody knows is a dash."""
    return "–" if count is None else f"{count:,}"


@dataclass(frozen=True, slots=True)
class Line:
    """How a line looks and what it is called."""

    name: str
    token: Token
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    sign: str = "o"

    def named(self, count: int | None) -> str:
        """``● Told 140``: sign, name and count."""
        return " ".join(filter(None, (SIGNS[self.sign], self.name, counted(count))))

    def pen(self, width: float = 2) -> QPen:
        """The pen of the line."""
        pen = QPen(theme.color(self.token), width, self.dash, Qt.PenCapStyle.FlatCap)
        pen.setCosmetic(True)
        return pen

    def wide(self) -> float:
        """The width of a swatch in pixels."""
        return theme.space(6)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint a piece of the line with its sign."""
        middle, half = box.center(), theme.space(0.9)
        painter.setPen(self.pen())
        left, right = QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())
        painter.drawLine(left, right)
        sign = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self.token))
        if self.sign == "o":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(sign)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        elif self.sign == "s":
            painter.drawPolygon(QPolygonF(sign))


DOTTED = Line("", Token.MUTED, Qt.PenStyle.DotLine, "")  # a level to be reached, or a moment
DASHED = Line("", Token.TEXT, Qt.PenStyle.DashLine, "")  # moments at which something was reached


@dataclass(frozen=True, slots=True)
class Step:
    """A moment (milliseconds UTC) after which the counts of the lines are these.

    ``told`` names it in words, ``more`` says what no line shows, ``key`` what Enter opens.
    """

    ms: int
    counts: tuple[int | None, ...]
    told: str
    key: object
    more: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """All that a step chart shows; ``level`` is a count that the lines may reach, None for none.

    ``moment`` (milliseconds UTC) is marked, such as now, and ``standing`` are the counts now.
    ``reached`` are further moments with their names.
    """

    axis: Axis
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    level: int | None = None
    level_name: str = ""
    moment: int | None = None
    moment_name: str = ""
    standing: tuple[int | None, ...] = ()
    reached: tuple[tuple[int, str], ...] = ()

    @property
    def highest(self) -> int:
        """The highest count of all."""
        counts = [count for step in self.steps for count in step.counts if count is not None]
        return max([*counts, self.level or 0, 1])

    def path(self, number: int) -> list[tuple[float, float]]:
        """The corners of a line: level until the next step, then straight up or down."""
        points: list[tuple[float, float]] = []
        for step in self.steps:
            count = step.counts[number]
            if count is None:
                continue
            at = self.axis.place(step.ms)
            if points:
                points.append((at, points[-1][1]))
            points.append((at, float(count)))
        return points
