"""Recovery: indicators against their level before the crisis, open questions, normal operation."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.models.recovery_charts import small_chart
from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.review.questions import Unanswered, unanswered
from desktop.warroom.review.recovery import Indicator, IndicatorReading, ways
from desktop.warroom.review.told import way_back
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets import theme
from widgets.flow import Flow
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel
from widgets.small_charts import SmallCharts
from widgets.theme import Token

LEAST = 75  # steps of space of height from which charts are shown
SAID_OF = ("incident", "indicator", "indicator_reading", "answer", "inquiry")


class RecoveryPart(Register):
    """Charts above, the indicators with their readings below; nobody is back by decree."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [(_("Indicators"), _indicators()), (_("Readings of the chosen one"), _readings())]
        super().__init__(room, lists, parent, linked="indicator")
        self.normal = PlainButton(_("Normal operation since now"), self)
        self.normal.clicked.connect(self.note_normal)
        self.lists[0].add_buttons(self.normal)
        self.charts.chosen.connect(self._choose)
        self.lists[0].table.selectionModel().selectionChanged.connect(self._mark_chart)
        self.look_again()

    # what the part shows

    def top(self) -> QWidget:
        self.above = _Above(self._room, self._main)
        self.charts = SmallCharts(_("Indicators against their level before"), self._main)
        self.above.questions.clicked.connect(self.open_questions)
        held = QWidget(self._main)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.above)
        column.addWidget(self.charts)
        return held

    def look_again(self) -> None:
        found, now = ways(self._room), self._room.now()
        self.charts.show_charts([small_chart(way) for way in found])
        self.above.say(self._room, unanswered(self._room, now))
        self.normal.setVisible(self._room.incident.normal_at is None)
        self.advice.say(way_back(found))
        self._fit()

    def mark(self) -> tuple[str, Token]:
        found = [way for way in ways(self._room) if way.back is not None]
        if not found:
            return "", Token.MUTED
        back = sum(way.back is True for way in found)
        all_back = back == len(found)
        return f"{back}/{len(found)}", Token.GOOD if all_back else Token.WARN

    # deeds

    def note_normal(self) -> None:
        """Note that operation is normal from now on; what was noted is changed at the incident."""
        room = self._room
        done = _("Normal operation since {time}.").format(
            time=shown.day_and_time(room.minute(), room.here())
        )
        self.deeds.attempt(partial(room.change, room.incident, normal_at=room.minute()), done)

    def open_questions(self) -> None:
        """Open the first inquiry that waits, or the first question without a line."""
        left = unanswered(self._room, self._room.now())
        first = next(iter((*left.inquiries, *left.questions)), None)
        if first is not None:
            self.door_asked.emit("statements", first)

    # inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is room for little, the lists come before the charts and their summary."""
        charted = self.height() >= theme.space(LEAST) and bool(self.charts.charts())
        self.charts.setVisible(charted)
        self.advice.setVisible(charted)

    def _choose(self, name: str) -> None:
        indicator = self._room.find(Indicator, name)
        if indicator:
            self.lists[0].show_record(indicator)

    def _mark_chart(self) -> None:
        for each in self.lists[0].chosen()[:1]:
            self.charts.go_to(each.id)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.kind_name in SAID_OF for change in changes):
            self.look_again()
            self.stood.emit()


class _Above(Ground):
    """Open questions and normal operation, in a line."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.asked = PlainLabel("", self)
        self.since = PlainLabel("", self, token=Token.MUTED)
        self.questions = PlainButton(_("Open the first"), self)
        self._line = QWidget(self)
        self._flow = Flow(self._line)
        for each in (self.asked, self.questions, self.since):
            self._flow.addWidget(each)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        for widget in (self, self._line):
            widget.setSizePolicy(policy)
        self.measure()

    def say(self, room: WarRoom, left: Unanswered) -> None:
        """Say how many questions are left, and since when operation is normal."""
        self.asked.setText(_told(left))
        self.asked.set_token(Token.WARN if left.count else Token.GOOD)
        self.questions.setVisible(bool(left.count))
        at = room.incident.normal_at
        said = _("Normal operation since {time}.")
        self.since.setText(said.format(time=shown.day_and_time(at, room.here())) if at else "")
        self.since.setVisible(at is not None)

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(1.5), space(3), space(1.5))


def _told(left: Unanswered) -> str:
    if not left.count:
        return _("✓ No question of customers or press is open.")
    asked, called = len(left.questions), len(left.inquiries)
    parts = []
    if asked:
        said = ngettext("{n} question without a line", "{n} questions without a line", asked)
        parts.append(said.format(n=asked))
    if called:
        said = ngettext("{n} open inquiry", "{n} open inquiries", called)
        parts.append(said.format(n=called))
    return "▲ " + shown.listed(parts)


def _indicators() -> Listed:
    return Listed(
        Indicator,
        ("name", "what", "unit", "better", "baseline", "source"),
        "name",
        "recorded_at",
        (
            _("No indicator yet"),
            _("N adds the first: what shows that we are back, and its level before the crisis."),
        ),
    )


def _readings() -> Listed:
    return Listed(
        IndicatorReading,
        ("at", "value", "source"),
        "source",
        "at",
        (_("No reading yet"), _("N types one, Ctrl+I imports a table of them.")),
        newest_first=True,
    )
