"""Could we start tonight? The score with its parts, the recurring tasks, the templates."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.cells import Column
from desktop.models.listed import ListedThings
from desktop.models.readiness_rows import (
    Template,
    routine_columns,
    score_rows,
    template_columns,
)
from desktop.pages.actions import act, passing_menu
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.method.exercises import Approval, RoutineDone
from desktop.warroom.method.readiness import (
    Ready,
    Registers,
    approved,
    gathered,
    readiness,
    score,
    templates,
)
from desktop.warroom.method.routines import RoutineState, routine_states
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import LANGUAGES, _, ngettext
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.score_rows import ScoreRows
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.theme import Token


class ReadinessPart(Part):
    """Each part of the score leads to where it is mended; two of them are mended here."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self._parts: dict[str, Ready] = {}
        self._moved = False  # the seam, by hand
        self.top = _Top(self)
        self.rows = ScoreRows(_("Readiness"), self)
        self.routines = _Things(
            room, _("Recurring tasks of prevention"), routine_columns(room), _("Done now"), self
        )
        self.templates = _Things(
            room, _("Statement templates"), template_columns(room), _("Approve"), self
        )
        self.routines.setObjectName("plan-routines")
        self.templates.setObjectName("plan-templates")
        self._lay_out()
        self.pass_on(self.deeds)
        self.rows.opened.connect(self.open_part)
        self.rows.wishes.connect(self._share)
        self._seam.splitterMoved.connect(self._settle)
        self.routines.do.clicked.connect(self.done_now)
        self.templates.do.clicked.connect(self.approve)
        self.routines.take_key("d", self.done_now)
        self.templates.take_key("a", self.approve)
        self.setFocusProxy(self.rows)
        self.refresh()
        room.on_change(self._follow)

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind in (Approval, RoutineDone)

    def show_record(self, record: Record) -> None:
        if isinstance(record, RoutineDone):
            self.routines.choose([each.routine.id == record.plan_id for each in self._routines])
        elif isinstance(record, Approval):
            self.templates.choose([each.key == record.template for each in self._templates])

    def refresh(self) -> None:
        room = self._room
        held, now = gathered(room), room.now()
        parts = readiness(held, now)
        self._parts = {part.name: part for part in parts}
        self.top.show_score(score(parts))
        self.rows.show_rows(score_rows(parts))
        self._routines = routine_states(held.plans, held.routines, now)
        self._templates = _listed(held)
        self.routines.show_things(self._routines)
        self.templates.show_things(self._templates)

    def mark(self) -> tuple[str, Token]:
        found = score(list(self._parts.values()))
        token = Token.GOOD if found >= 1 else Token.WARN if found >= 0.5 else Token.BAD
        return shown.percent(found), token

    # deeds

    def open_part(self, name: str) -> None:
        """Go where a part is mended."""
        match name:
            case "routines":
                self.routines.table.setFocus()
            case "templates":
                self.templates.table.setFocus()
            case _:
                self.go_asked.emit(self._parts[name].mended)

    def done_now(self) -> None:
        """Note that the chosen recurring tasks were done now, by the operator."""
        chosen: list[RoutineState] = self.routines.chosen()
        room = self._room
        new = [
            RoutineDone(plan_id=each.routine.id, done_at=room.minute(), by=room.operator)
            for each in chosen
        ]
        n = len(new)
        said = ngettext("{n} task was noted as done.", "{n} tasks were noted as done.", n)
        if new:
            self.deeds.attempt(lambda: room.add_all(new), said.format(n=n))

    def approve(self) -> None:
        """Approve the chosen templates in all languages, as the operator."""
        chosen: list[Template] = self.templates.chosen()
        room = self._room
        new = [
            Approval(
                template=each.key,
                approver=room.operator,
                approved_at=room.minute(),
                languages=LANGUAGES,
            )
            for each in chosen
        ]
        n = len(new)
        said = ngettext("{n} template was approved.", "{n} templates were approved.", n)
        if new:
            self.deeds.attempt(lambda: room.add_all(new), said.format(n=n))

    # inside

    def _lay_out(self) -> None:
        below = Seam(Qt.Orientation.Horizontal, self)
        self._seam = whole = Seam(Qt.Orientation.Vertical, self)
        below.setObjectName("plan-readiness-tables")
        whole.setObjectName("plan-readiness")
        below.addWidget(self.routines)
        below.addWidget(self.templates)
        whole.addWidget(self.rows)
        whole.addWidget(below)
        for number, stretch in enumerate((3, 2)):
            below.setStretchFactor(number, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(whole, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if not self._moved:  # the rows get the height that they wish, the tables the rest
            room = self._seam.height() - self._seam.handleWidth()
            wished = min(self.rows.wished(), room * 2 // 3)
            self._seam.setSizes([wished, room - wished])

    def _settle(self, _at: int, _number: int) -> None:
        self._moved = True

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.company_wide for change in changes):
            self.refresh()


def _listed(held: Registers) -> list[Template]:
    """The templates with the approval that came last."""
    languages = approved(held.approvals)
    last = {each.template: each for each in held.approvals}
    return [
        Template(key, name, last.get(key), frozenset(languages.get(key, ())))
        for key, name in templates().items()
    ]


class _Top(Ground):
    """The score, and what it is of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self.score = PlainLabel("", self, size="figure", weight=QFont.Weight.Bold, tabular=True)
        self.question = PlainLabel(
            _("Could we start tonight?"), self, size="title", weight=QFont.Weight.DemiBold
        )
        self.told = PlainLabel(
            _("The mean of the parts below, all alike. Enter leads to where one is mended."),
            self,
            token=Token.MUTED,
            wrap=True,
        )
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        fill(self._words, self.question, self.told)
        self._row.addWidget(self.score)
        self._row.addLayout(self._words, 1)
        self.measure()

    def show_score(self, share: float) -> None:
        """Show the score in percent."""
        self.score.setText(shown.percent(share))
        self.score.setAccessibleName(shown.labelled(_("Readiness"), shown.percent(share)))

    def measure(self) -> None:
        space = theme.space
        self._row.setContentsMargins(space(4), space(2), space(4), space(2))
        self._row.setSpacing(space(4))
        self._words.setSpacing(0)


class _Things(Ground):
    """A heading with a button for what is done with the rows of the table below."""

    def __init__(
        self,
        room: WarRoom,
        title: str,
        columns: Sequence[Column],
        deed: str,
        parent: QWidget,
    ) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, parent)
        self._deed = deed
        self.title = PlainLabel(title, self, size="title", weight=QFont.Weight.DemiBold)
        self.do = PlainButton(deed, self)
        self.table, self.list = TableView(self), ListedThings(room, columns, self)
        self.table.set_model(self.list)
        self.table.setAccessibleName(title)
        self._head = QHBoxLayout()
        fill(self._head, self.title, 1, self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("hairline"), 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        self.setFocusProxy(self.table)
        self.measure()

    def setObjectName(self, name: str) -> None:
        """Name the table too, whose columns are remembered by it."""
        super().setObjectName(name + "-ground")
        self.table.setObjectName(name)

    def take_key(self, key: str, deed: Callable[[], None]) -> None:
        """Let a key do it too; the menu says so."""
        self.table.set_keys(key)
        act(self.table, (f"{self._deed}\t{key.upper()}", "", deed))
        self.table.pressed.connect(self._pressed)

    def show_things(self, things: Sequence[object]) -> None:
        """Show these things; the chosen rows stay chosen."""
        rows = self.table.rows()
        self.list.show(things)
        if rows:
            self.table.select(*rows)

    def chosen(self) -> list[Any]:
        """What stands in the chosen rows."""
        return [self.list.thing(row) for row in self.table.rows()]

    def choose(self, wanted: Sequence[bool]) -> None:
        """Select the first row that is wanted."""
        if True in wanted:
            self.table.select(list(wanted).index(True))
            self.table.setFocus()

    def measure(self) -> None:
        space = theme.space
        self._head.setContentsMargins(space(3), space(2), space(3), space(2))
        self._head.setSpacing(space(2))

    def _opened(self, _index: QModelIndex) -> None:
        self.do.click()

    def _pressed(self, _key: str) -> None:
        self.do.click()

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)
