"""A drill: started from a script, its answers against their targets, and what becomes of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QVBoxLayout, QWidget

from desktop.models.drill_columns import fired_columns, response_columns
from desktop.models.listed import ListedThings
from desktop.pages.actions import act, passing_menu
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.pages.plan.drill_face import Closing, Opening
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.choices import CrisisType
from desktop.warroom.drills import ending, playing
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.result import Response, fired, responses, sentence, took_part
from desktop.warroom.drills.script import Script, shipped
from desktop.warroom.exchange.sheets import SheetFaults
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets.advice import Advice
from widgets.headed_table import HeadedTable
from widgets.seam import Seam
from widgets.theme import Token

FORM = "drill-end"
MOST = 12  # faults of a file that are told at once


class DrillPart(Part):
    """Above the start or how it stands, below it answers and warnings, at the foot its end."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self._turned: set[str] = set()  # whose being a finding was turned by hand
        self._found: frozenset[str] | None = None  # the findings of a drill that has ended
        self._typed = room.kept_form(FORM).get("participants")
        self.opening, self.closing = Opening(self), Closing(self)
        self.advice = Advice(self)
        self.model = ListedThings(room, response_columns(self.is_finding), self)
        self.listed = HeadedTable(_("Answers"), "plan-drill", self.model, self)
        self.alarms = ListedThings(room, fired_columns(room), self)
        self.fired = HeadedTable(_("Warnings that came"), "plan-drill-fired", self.alarms, self)
        self.table = self.listed.table
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh()

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is Drill

    def mark(self) -> tuple[str, Token]:
        drill = playing.drill_of(self._room)
        return ("●", Token.WARN) if drill and not drill.ended_at else ("", Token.MUTED)

    def put_away(self) -> None:
        typed = {} if self._typed is None else {"participants": self._typed}
        if not self._room.why_read_only:
            self._room.keep_form(FORM, typed)

    def refresh(self) -> None:
        drill = playing.drill_of(self._room)
        rows = self.table.rows()
        now = self._room.now()
        self._found = _found(self._room, drill) if drill and drill.ended_at else None
        self.model.show(responses(self._room, drill, drill.ended_at or now) if drill else [])
        self.alarms.show(fired(self._room) if drill else [])
        if rows and rows[0] < self.model.rowCount():
            self.table.select(*rows)
        for each in (self.fired, self.advice):
            each.setVisible(drill is not None)
        self.opening.setVisible(drill is None or drill.ended_at is not None)
        self.opening.told.setVisible(drill is None)
        self._say(drill)

    def is_finding(self, each: Response) -> bool:
        """Whether an answer is to be a finding: what was late is, unless it was turned by hand.

        After the end whether it became one.
        """
        if self._found is not None:
            return sentence(each) in self._found
        return each.short != (each.inject.key in self._turned)

    # deeds

    def start(self) -> None:
        """Start the script that is shipped."""
        self._start(shipped(self.opening.script()))

    def start_from_file(self) -> None:
        """Start a script of a CSV file, of a type that is asked."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose the script"), "", _("Tables ({names})").format(names="*.csv *.txt")
        )
        if not name:
            return
        words = [kind.shown for kind in CrisisType]
        said, sure = QInputDialog.getItem(
            self, _("Crisis type"), _("What sort of crisis is it?"), words, 0, False
        )
        if sure:
            self.read(Path(name), list(CrisisType)[words.index(said)])

    def read(self, file: Path, kind: CrisisType) -> None:
        """Start the script in a file; what is wrong with it is told line by line."""
        from desktop.warroom.drills.from_table import script_of

        try:
            self._start(script_of(file.read_bytes(), file.stem, kind))
        except SheetFaults as fault:
            self.advice.say(_("The script was not read."), fault.faults.sentences[1:][:MOST])
            self.advice.show()
            self.failed.emit(fault.faults.summary)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        except OSError:
            self.failed.emit(_("{file} cannot be read.").format(file=file.name))

    def turn_finding(self) -> None:
        """Let the chosen answers be findings, or not; after the end it is settled."""
        drill = playing.drill_of(self._room)
        if drill is None or drill.ended_at:
            return
        for row in self.table.rows():
            self._turned ^= {self.model.thing(row).inject.key}
        self.refresh()

    def open_event(self) -> None:
        """Open what the script brought with the chosen event."""
        drill, row = playing.drill_of(self._room), self.listed.row()
        if drill is None or row is None:
            return
        key = self.model.thing(row).inject.key
        said = next(each for each in drill.played if each["key"] == key)
        if record := self._room.find(KINDS[said["kind"]], said["record"]):
            self.door_asked.emit("", record)

    def end(self) -> None:
        """End the drill; the exercise and the findings that are chosen are written down."""
        drill = playing.drill_of(self._room)
        if drill is None:
            return
        answers = responses(self._room, drill, self._room.now())
        chosen = [sentence(each) for each in answers if self.is_finding(each)]
        n = len(chosen)
        done = ngettext(
            "The exercise is written down with {n} finding.",
            "The exercise is written down with {n} findings.",
            n,
        ).format(n=n)
        deed = partial(ending.end, self._room, drill, self.closing.names(), chosen)
        if self.deeds.attempt(deed, done):
            self._typed = None

    def open_exercise(self) -> None:
        """Show the exercise that was written down."""
        drill = playing.drill_of(self._room)
        if drill and (found := self._room.find(Exercise, drill.exercise)):
            self.door_asked.emit("plan", found)

    # inside

    def _start(self, script: Script) -> None:
        try:
            playing.start(self._room, script, speed=self.opening.speed())
        except RuleBroken as fault:
            self.failed.emit(str(fault))
            return
        self.incident_turned.emit()

    def _lay_out(self) -> None:
        self.table.set_empty(
            _("No answer is expected yet"),
            _("Events of an exercise that expect one come up here with their targets."),
        )
        self.fired.table.set_empty(_("No warning yet"), _("Warnings of this exercise only."))
        seam = Seam(Qt.Orientation.Vertical, self)
        seam.setObjectName("plan-drill-seam")
        for each, share in ((self.listed, 3), (self.fired, 1)):
            seam.addWidget(each)
            seam.setStretchFactor(seam.count() - 1, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.opening, self.advice):
            column.addWidget(widget)
        column.addWidget(seam, 1)
        column.addWidget(self.closing)

    def _connect(self) -> None:
        self.pass_on(self.deeds)
        deeds = ((_("Finding or not"), self.turn_finding), (_("Open the event"), self.open_event))
        self.listed.add_deeds(deeds)
        self.table.set_keys("f")
        self.table.pressed.connect(self._pressed)
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        act(
            self.table,
            (_("Finding or not") + "\tF", "", self.turn_finding),
            (_("Open the event"), "F2", self.open_event),
        )
        self.opening.start.clicked.connect(self.start)
        self.opening.file.clicked.connect(self.start_from_file)
        self.closing.people.textEdited.connect(self._note_typed)
        self.closing.end.clicked.connect(self.end)
        self.closing.open.clicked.connect(self.open_exercise)
        self._room.on_change(self._follow)

    def _say(self, drill: Drill | None) -> None:
        turns = drill is not None and not drill.ended_at
        for button, on in zip(self.listed.buttons, (turns, True)):
            button.setEnabled(on and self.model.rowCount() > 0)
        if drill is None:
            self.closing.hide()
            return
        self.advice.say(self._lead(drill))
        if not self.closing.people.hasFocus():
            people = took_part(self._room, drill) if self._typed is None else [self._typed]
            self.closing.people.setText(", ".join(people))
        self.closing.show_ended(drill.ended_at is not None)

    def _lead(self, drill: Drill) -> str:
        if drill.ended_at:
            when = shown.when(drill.ended_at, self._room.here())
            return _("{title} ended {time}; the exercise is written down.").format(
                title=drill.title, time=when
            )
        return _(
            "{title}. What is late or missing is proposed as a finding; F takes one out or in."
        ).format(title=drill.title)

    def _note_typed(self, text: str) -> None:
        self._typed = text

    def _pressed(self, _key: str) -> None:
        self.turn_finding()

    def _opened(self, _index: QModelIndex) -> None:
        self.open_event()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _follow(self, _changes: tuple[Change, ...]) -> None:
        if self.isVisible():
            self.refresh()
        self.stood.emit()


def _found(room: WarRoom, drill: Drill) -> frozenset[str]:
    """What an exercise found, in the words in which it was written down."""
    mine = Selection(kind=Finding, equal=(("exercise", (drill.exercise,)),))
    return frozenset(each.text for each in room.records(mine))
