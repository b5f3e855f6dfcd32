"""Press conferences: four checks, the run sheet by the clock, what-ifs, materials, and the hall."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.press_columns import conference_table, run_table, tile
from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.pages.statements.press_materials import Materials
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine, WhatIf
from desktop.warroom.answers.press_checks import (
    LEAST_WHAT_IFS,
    MATERIALS,
    PROCESS,
    TIMING,
    Check,
    checks,
    critical_facts,
)
from desktop.warroom.answers.run_sheet import run_sheet
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from resources import _
from widgets import theme
from widgets.check_tiles import CheckTiles
from widgets.ground import fill
from widgets.plain import PlainButton
from widgets.seam import Seam
from widgets.theme import Token

if TYPE_CHECKING:
    from desktop.pages.statements.press_hall import Hall

SHARES = (44, 36, 20)  # of the width, for run sheet, what-ifs and materials
ROWS = (2, 3)  # that the list of conferences shows at least, and at most


class PressPart(Register):
    """A conference is chosen above; all that belongs to it stands below. L or F8 goes live."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self.hall: Hall | None = None
        self._moved = False  # a seam below, by hand
        super().__init__(room, _lists(), parent)
        self.live = PlainButton(_("Live"), self.lists[0])
        self.lists[0].add_buttons(self.live)
        self._connect_all()
        self._follow_lead()

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is PressQuestion or super().holds(kind)

    def show_record(self, record: Record) -> None:
        """Show a record with the conference that it belongs to."""
        if isinstance(record, (RunLine, WhatIf, PressQuestion)):
            conference = self._room.find(PressConference, record.conference)
            if conference:
                self.lists[0].show_record(conference)
        if isinstance(record, PressQuestion):
            self.beside.open([record])
        else:
            super().show_record(record)

    def ask_new(self, kind: type[Record] | None = None, /, **given: Any) -> None:
        """A new line of the run sheet begins where the last one ends."""
        conference = self.chosen()
        if kind is RunLine and conference:
            lines = run_sheet(self._room, conference)
            ends = ((line.minute or 0) + (line.lasts or 0) for line in lines)
            given = {"minute": max(ends, default=0), **given}
        super().ask_new(kind, **given)

    def mark(self) -> tuple[str, Token]:
        """How many checks of the next conference are green; or that one is on."""
        found = [each for each in self._room.all(PressConference) if each.ended_at is None]
        if any(each.began_at for each in found):
            return "●", Token.BAD
        ahead = [each for each in found if each.starts_at]
        if not ahead:
            return "", Token.MUTED
        next_ = min(ahead, key=lambda each: each.starts_at.ms if each.starts_at else 0)
        green = sum(check.ok for check in checks(self._room, next_))
        return f"{green}/4", Token.GOOD if green == 4 else Token.WARN

    def refresh(self) -> None:
        super().refresh()
        if self.hall:
            self.hall.refresh()

    def look_again(self) -> None:
        if not hasattr(self, "live"):
            return
        self._measure()
        for each in self.lists[:2]:
            each.model.refresh()
        conference = self.chosen()
        self.tiles.setVisible(conference is not None)
        if conference:
            self.tiles.show_tiles([tile(check) for check in checks(self._room, conference)])
        self.materials.show_of(conference)
        self.live.setEnabled(conference is not None)

    def put_away(self) -> None:
        if self.hall:
            self.hall.put_away()

    # deeds

    def chosen(self) -> PressConference | None:
        """The conference that is chosen, as it is now."""
        chosen = self.lists[0].chosen()
        return self._room.find(PressConference, chosen[0].id) if chosen else None

    def go_live(self) -> None:
        """Turn the whole part over to the hall."""
        conference = self.chosen()
        if conference is None:
            self.told.emit(_("Choose a press conference first."))
            return
        from desktop.pages.statements.press_hall import Hall

        self.hall = hall = Hall(self._room, conference, self)
        for said, ours in (
            (hall.did, self.did),
            (hall.told, self.told),
            (hall.failed, self.failed),
            (hall.undo_asked, self.undo_asked),
        ):
            said.connect(ours)
        hall.left.connect(self.leave_hall)
        self._column.addWidget(hall)
        self.beside.hide()
        self.setFocusProxy(hall)
        hall.setFocus()

    def leave_hall(self) -> None:
        """Go back to the plan of the conference; nothing ends by it."""
        if self.hall is None:
            return
        self._column.removeWidget(self.hall)
        self.hall.leave()
        self.hall = None
        self.beside.show()
        self.setFocusProxy(self.lists[0])
        self.lists[0].table.setFocus()

    def mend(self, name: str) -> None:
        """Go where a check is mended."""
        conference = self.chosen()
        if conference is None:
            return
        check = next(each for each in checks(self._room, conference) if each.name == name)
        if check.field and not self._elsewhere(check):
            self.beside.open([conference])
            self.beside.panel.go_to(check.field)
        elif name == PROCESS:
            self._mend_process(conference)
        elif name == MATERIALS and (text := self._room.find(Statement, conference.statement)):
            self.door_asked.emit("statements", text)

    # inside

    def _elsewhere(self, check: Check) -> bool:
        """Open the fact that keeps the timing from being green; whether there is one."""
        facts = critical_facts(self._room) if check.name == TIMING else []
        if facts and check.field != "starts_at":
            self.door_asked.emit("plan", facts[0])
        return bool(facts) and check.field != "starts_at"

    def _mend_process(self, conference: PressConference) -> None:
        lines = self.lists[1].model.rowCount()
        few = lines and self.lists[2].model.rowCount() < LEAST_WHAT_IFS
        table = self.lists[2 if few else 1].table
        table.setFocus()
        self._area.ensureWidgetVisible(table)

    def _tick(self, items: object) -> None:
        if conference := self.chosen():
            self.deeds.change([conference], "", materials=items)

    def _write_materials(self) -> None:
        if conference := self.chosen():
            self.beside.open([conference])
            self.beside.panel.go_to("materials")

    def _connect_all(self) -> None:
        self.live.clicked.connect(self.go_live)
        self.tiles.asked.connect(self.mend)
        self.materials.ticked.connect(self._tick)
        self.materials.asked.connect(self._write_materials)
        table = self.lists[0].table
        table.selectionModel().selectionChanged.connect(self._follow_lead)
        table.set_keys("l")
        table.pressed.connect(self._pressed)
        act(table, (_("Live") + "\tL", "", self.go_live))
        action = QAction(_("Live"), self)
        action.setShortcut(QKeySequence("F8"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._turn)
        self.addAction(action)

    def _turn(self) -> None:
        if self.hall:
            self.leave_hall()
        else:
            self.go_live()

    def _pressed(self, _key: str) -> None:
        self.go_live()

    def _follow_lead(self) -> None:
        conference = self.chosen()
        record = conference.id if conference else ""
        for each in self.lists[1:]:
            each.narrow(("conference", (record,)), conference=record)
            each.new.setEnabled(bool(record))
        self.look_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "lists"):
            self._measure()

    def _measure(self) -> None:
        head = theme.length("control") + theme.space(5)
        least, most = ROWS
        rows = min(max(self.lists[0].model.rowCount(), least), most) + 1  # and the headings
        self.lists[0].setFixedHeight(head + theme.length("row") * rows)
        self._below.setMinimumHeight(head + theme.length("row") * 2 * most)

    def _lay_out(self) -> None:
        self._area = area = QScrollArea(self._main)  # where the window is low all of it scrolls
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QWidget(area)
        area.setWidget(whole)
        self.tiles = CheckTiles(_("The four checks"), whole)
        self._below = self._belonging(whole)
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        fill(inside, self.advice, self.lists[0], self.tiles)
        inside.addWidget(self._below, 1)
        outside = QVBoxLayout(self._main)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.beside)
        self._measure()

    def _belonging(self, parent: QWidget) -> Seam:
        """What belongs to the chosen conference: run sheet, what-ifs and materials."""
        below = Seam(Qt.Orientation.Horizontal, parent)
        below.setObjectName("press-below")
        self.materials = Materials(self._room, below)
        for number, part in enumerate((self.lists[1], self.lists[2], self.materials)):
            below.addWidget(part)
            below.setStretchFactor(number, SHARES[number])
        below.splitterMoved.connect(self._settle)
        return below

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share()

    def _share(self) -> None:
        if not self._moved:  # a seam that somebody has moved stays where it is
            self._below.setSizes([self._below.width() * share // 100 for share in SHARES])

    def _settle(self, _at: int, _number: int) -> None:
        self._moved = True


def _lists() -> list[tuple[str, Listed]]:
    conferences = Listed(
        PressConference,
        ("title", "starts_at", "host", "venue"),
        "title",
        "starts_at",
        (_("No press conference yet"), _("Press N to plan one. L opens it while it is on.")),
        made=conference_table,
    )
    lines = Listed(
        RunLine,
        ("minute", "lasts", "speaker", "content"),
        "content",
        "minute",
        (_("Nothing planned yet"), _("N adds the first: who speaks from which minute, how long.")),
        made=run_table,
    )
    what_ifs = Listed(
        WhatIf,
        ("happens", "then", "who"),
        "then",
        "recorded_at",
        (_("No what-if yet"), _("N adds one: what may go wrong, and what we do then.")),
    )
    return [
        (_("Press conferences"), conferences),
        (_("Run sheet"), lines),
        (_("What if"), what_ifs),
    ]
