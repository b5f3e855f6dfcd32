"""All warnings that hold: why each fires, the rows behind it, and what would end it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.warning_columns import told, warning_columns
from desktop.pages.actions import act, passing_menu
from desktop.pages.parts.line_asking import LineAsking
from desktop.pages.parts.part import Part
from desktop.pages.watching import WatchDuty
from desktop.warroom import shown
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.watch import keeping
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.keeping import Standing
from resources import _
from widgets.advice import Advice
from widgets.headed_table import HeadedTable
from widgets.seam import Seam
from widgets.theme import Token

SNOOZE = 60  # minutes that a warning is put off for


class WarningPart(Part):
    """The table of warnings, with what the chosen one says below it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._duty = _duty_of(parent)
        self.model = ListedThings(room, warning_columns(room), self)
        self.seam = Seam(Qt.Orientation.Horizontal, self)
        self.listed = HeadedTable(_("Warnings"), "watch-warnings", self.model, self.seam)
        self.asking = LineAsking(room, self.seam)
        self.table, self.details = self.listed.table, Advice(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh()

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        standing = self._standing()
        if not standing:
            return "", Token.MUTED
        token = Token.BAD if standing[0].severity == 1 else Token.WARN
        return f"▲ {len(standing)}", token

    def holds(self, kind: type[Record]) -> bool:
        return kind is Alarm

    def show_record(self, record: Record) -> None:
        for row in range(self.model.rowCount()):
            alarm = self.model.thing(row).alarm
            if alarm and alarm.id == record.id:
                self.table.select(row)

    def put_away(self) -> None:
        self.asking.put_away()

    def refresh(self) -> None:
        chosen = self.chosen()
        standing = self._standing()
        self.model.show(standing)
        keys = [each.warned.key for each in standing]
        if standing:
            held = chosen.warned.key if chosen else None
            self.table.select(keys.index(held) if held in keys else 0)
        self._say()

    def chosen(self) -> Standing | None:
        """The warning that is chosen."""
        row = self.listed.row()
        return None if row is None else self.model.thing(row)

    # deeds

    def acknowledge(self) -> None:
        """Say that somebody has seen the chosen warning, and what they say to it."""
        done = _("The warning is acknowledged; it holds until it is mended.")
        deed = partial(keeping.acknowledge, self._room)
        self._ask("acknowledge", _("Acknowledge"), _("What is done?"), deed, done)

    def put_off(self) -> None:
        """Let the chosen warning rest for an hour, for a reason."""
        done = _("The warning is put off for an hour.")
        self._ask("postpone", _("Put off for 1 h"), _("Why?"), self._put_off, done)

    def open_rows(self) -> None:
        """Open the record that raised the chosen warning, the first of several."""
        each = self.chosen()
        row = next(iter(each.warned.raised.rows), None) if each else None
        if row is None:
            self.told.emit(_("No single record raised this warning."))
        else:
            self.door_asked.emit("", row)

    # inside

    def _lay_out(self) -> None:
        self.table.set_empty(
            _("No warning holds"), _("The rules look again after every change and every minute.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.seam, 1)
        column.addWidget(self.details)
        self.seam.setObjectName("watch-warnings-beside")
        for part, share in ((self.listed, 1), (self.asking, 0)):
            self.seam.addWidget(part)
            self.seam.setStretchFactor(self.seam.indexOf(part), share)

    def _connect(self) -> None:
        self.asking.did.connect(self.did)
        self.asking.failed.connect(self.failed)
        self.asking.left.connect(self.table.setFocus)
        self.listed.add_deeds(
            (
                (_("Acknowledge"), self.acknowledge),
                (_("Put off"), self.put_off),
                (_("Open the rows"), self.open_rows),
            )
        )
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._say)
        act(
            self.table,
            (_("Acknowledge"), "A", self.acknowledge),
            (_("Put off"), "S", self.put_off),
            (_("Open the rows"), "F2", self.open_rows),
        )
        if self._duty:
            self._duty.changed.connect(self.refresh)

    def _standing(self) -> list[Standing]:
        if self._duty:
            return self._duty.standing
        from desktop.warroom.watch.watching import holding

        return keeping.standing(self._room, holding(self._room, self._room.now()))

    def _say(self) -> None:
        each = self.chosen()
        for button in self.listed.buttons:
            button.setEnabled(each is not None)
        if each is None:
            self.details.say("")
            return
        lead, *more = told(each)
        self.details.say("  ·  ".join((lead, *more)))

    def _ask(
        self, name: str, title: str, question: str, deed: Callable[[Alarm, str], None], done: str
    ) -> None:
        each = self.chosen()
        if each and each.alarm is None:
            self.told.emit(_("In a room that is only read nothing is kept."))
        elif each and each.alarm:
            words = shown.labelled(each.warned.rule.shown, each.warned.raised.said)
            self.asking.ask_line(name, each.alarm, title, question, deed, done, words=words)

    def _put_off(self, alarm: Alarm, why: str) -> None:
        keeping.put_off(self._room, alarm, SNOOZE, why)

    def _opened(self, _index: QModelIndex) -> None:
        self.open_rows()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)


def _duty_of(widget: QWidget | None) -> WatchDuty | None:
    """The watch of the desk that this stands on; none on its own, as in a test."""
    while widget is not None:
        if duty := widget.findChild(WatchDuty, options=Qt.FindChildOption.FindDirectChildrenOnly):
            return duty
        widget = widget.parentWidget()
    return None
