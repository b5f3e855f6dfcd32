"""Playbooks: the versions for each type, their tasks, and what is done with them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.playbook_tables import task_columns, version_columns
from desktop.pages.actions import act
from desktop.pages.deeds import Deeds
from desktop.pages.parts.part import Part
from desktop.pages.plan.playbook_form import NEW, task_fields, typed_task
from desktop.warroom.acts import Change
from desktop.warroom.choices import CrisisType
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks import PlanTask, Playbook, said
from desktop.warroom.playbooks.ending import plan_tells_public_first
from desktop.warroom.playbooks.keeping import approve, edit, versions
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.loading import load
from desktop.warroom.playbooks.written import export_playbooks, import_playbooks
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.targets import refuse_rooms
from resources import _
from widgets import theme
from widgets.advice import Advice
from widgets.form import Form
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel
from widgets.table_view import TableView

REVIEW_AFTER = 365 * 86_400_000  # milliseconds after which an approved playbook is looked at again


class PlaybookPart(Part):
    """A version is chosen above, its tasks stand below; editing one makes a draft."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self.versions, self.tasks = TableView(self), TableView(self)
        self.version_list = ListedThings(room, version_columns(room), self)
        self.task_list = ListedThings(room, task_columns(), self)
        self.form: Form | None = None
        self._edited = NEW
        self._lay_out()
        self._connect()
        self._show_versions()
        self.setFocusProxy(self.versions)
        room.on_change(self._follow)

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is PlaybookVersion

    def show_record(self, record: Record) -> None:
        if isinstance(record, PlaybookVersion):
            self._choose(record.id, str(record.type))

    def refresh(self) -> None:
        self._show_versions()

    def version(self) -> PlaybookVersion | None:
        """The version that is chosen."""
        row = next(iter(self.versions.rows()), None)
        return None if row is None else self.version_list.thing(row)

    def task(self) -> PlanTask | None:
        """The task that is chosen."""
        row = next(iter(self.tasks.rows()), None)
        return None if row is None else self.task_list.thing(row)

    # deeds

    def load(self) -> None:
        """Put the tasks of the chosen version onto the board."""
        if version := self.version():
            plan = version.plan()
            done = _("The playbook is on the board: {name}").format(name=said(plan.name))
            self.deeds.attempt(partial(load, self._room, plan), done)

    def approve(self) -> None:
        """Put the chosen version in force, by the operator, to be looked at again in a year."""
        if (version := self.version()) is None:
            return
        now = self._room.minute()
        again = Moment(now.ms + REVIEW_AFTER, now.offset, now.precision)
        done = _("In force: {name}").format(name=said(version.plan().name))
        deed = partial(approve, self._room, version, self._room.operator, again)
        self.deeds.attempt(deed, done)

    def ask_export(self) -> None:
        """Ask where the chosen playbook goes, and write it."""
        if version := self.version():
            start = str(Path.home() / f"{version.type}.json")
            chosen, _kind = QFileDialog.getSaveFileName(
                self, _("Write the playbook as"), start, _("Playbooks (*.json)")
            )
            if chosen:
                self.export(version, Path(chosen))

    def export(self, version: PlaybookVersion, target: Path) -> None:
        """Write a playbook as JSON, with its texts in all languages."""
        try:
            refuse_rooms(target, self._room.path)
            export_playbooks([version.plan()], target)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.told.emit(_("The playbook was written to {file}.").format(file=target.name))

    def ask_import(self) -> None:
        """Ask for a file of playbooks, and keep them as drafts."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Import playbooks"), str(Path.home()), _("Playbooks (*.json)")
        )
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, source: Path) -> None:
        """Keep the playbooks of a file as drafts; a file with a fault is refused whole."""
        done = _("The playbooks of {file} are kept as drafts.").format(file=source.name)
        self.deeds.attempt(partial(import_playbooks, self._room, source), done)

    def ask_task(self) -> None:
        """Open the chosen task to be changed."""
        if task := self.task():
            self._ask(task)

    def ask_new(self) -> None:
        """Ask for a new task."""
        if self.version():
            self._ask(NEW)

    def remove(self) -> None:
        """Take the chosen task out of the playbook, in a draft."""
        version, task = self.version(), self.task()
        if version and task:
            plan = version.plan()
            left = tuple(each for each in plan.tasks if each.id != task.id)
            self._edit(version, replace(plan, tasks=left), _("Taken out: {id}").format(id=task.id))

    # inside

    def _ask(self, task: PlanTask) -> None:
        self._drop_form()
        self._edited = task
        self.form = Form(task_fields(task), _("Keep in a draft"), self)
        self.form.submitted.connect(self._submit)
        self.form.cancelled.connect(self._leave_form)
        self._split.addWidget(self.form)
        self.form.setMinimumWidth(theme.length("column") // 2)
        self.form.setFocus()

    def _submit(self) -> None:
        version = self.version()
        assert self.form is not None
        if version is None:
            return
        try:
            task = typed_task(self._edited, self.form.values())
        except RuleBroken as fault:
            self.form.show_fault("offset", str(fault))
            return
        plan = version.plan()
        others = [each for each in plan.tasks if each.id != self._edited.id]
        changed = replace(plan, tasks=tuple(sorted([*others, task], key=_due)))
        if self._edit(version, changed, _("Kept in a draft: {id}").format(id=task.id)):
            self._leave_form()

    def _edit(self, version: PlaybookVersion, plan: Playbook, done: str) -> bool:
        kept: list[PlaybookVersion] = []

        def deed() -> None:
            kept.append(edit(self._room, version, plan))

        if not self.deeds.attempt(deed, done):
            return False
        self._choose(kept[0].id, str(kept[0].type))
        return True

    def _leave_form(self) -> None:
        self._drop_form()
        self.tasks.setFocus()

    def _drop_form(self) -> None:
        if self.form:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setObjectName("plan-playbooks")
        self._split.setChildrenCollapsible(False)
        main = QWidget(self._split)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.load_button = PlainButton(_("Load onto the board"), main, "primary")
        self.approve_button = PlainButton(_("Approve"), main)
        self.export_button = PlainButton(_("Export…"), main)
        self.import_button = PlainButton(_("Import…"), main)
        self.new_button = PlainButton(_("New"), main)
        heads = (
            (
                _("Playbooks"),
                (self.import_button, self.export_button, self.approve_button, self.load_button),
            ),
            (_("Tasks of the chosen playbook"), (self.new_button,)),
        )
        for (title, buttons), table, share in zip(heads, (self.versions, self.tasks), (2, 5)):
            row = QHBoxLayout()
            row.setContentsMargins(theme.space(2), theme.space(2), theme.space(3), theme.space(2))
            row.setSpacing(theme.space(2))
            name = PlainLabel(title, main, size="title", weight=QFont.Weight.DemiBold)
            fill(row, name, 1, *buttons)
            column.addLayout(row)
            column.addWidget(table, share)
            table.setAccessibleName(title)
        self.order = Advice(main)
        column.insertWidget(0, self.order)
        self._split.addWidget(main)
        self._split.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        self.versions.set_model(self.version_list)
        self.tasks.set_model(self.task_list)
        self.versions.setObjectName("plan-playbook-versions")
        self.tasks.setObjectName("plan-playbook-tasks")
        self.tasks.set_empty(_("No task"), _("N adds one to a draft of this playbook."))
        self.pass_on(self.deeds)
        self.load_button.clicked.connect(self.load)
        self.approve_button.clicked.connect(self.approve)
        self.export_button.clicked.connect(self.ask_export)
        self.import_button.clicked.connect(self.ask_import)
        self.new_button.clicked.connect(self.ask_new)
        self.tasks.opened.connect(self._opened)
        act(
            self.tasks,
            (_("Open and change"), "F2", self.ask_task),
            (_("New"), "N", self.ask_new),
            (_("Take out"), "Del", self.remove),
        )
        self.versions.selectionModel().selectionChanged.connect(self._show_tasks)

    def _opened(self, _index: QModelIndex) -> None:
        self.ask_task()

    def _show_versions(self) -> None:
        chosen = self.version()
        found = [each for kind in CrisisType for each in versions(self._room, kind)]
        self.version_list.show(found)
        if chosen:
            self._choose(chosen.id, str(chosen.type))
        else:
            self._choose("", str(self._room.incident.type))

    def _choose(self, version: str, kind: str) -> None:
        """Select a version by its id; the one in force of a type where none is named."""
        rows = range(self.version_list.rowCount())
        of_kind = [row for row in rows if str(self.version_list.thing(row).type) == kind]
        named = [row for row in of_kind if version and self.version_list.thing(row).id == version]
        standing = [row for row in of_kind if self.version_list.thing(row).in_force]
        wanted = next(iter([*named, *standing, *of_kind, *rows]), None)
        if wanted is not None:
            self.versions.select(wanted)
        self._show_tasks()

    def _show_tasks(self) -> None:
        version = self.version()
        plan = version.plan() if version else None
        self.task_list.show(sorted(plan.tasks, key=_due) if plan else [])
        said = plan_tells_public_first(plan) if plan else ""
        self.order.say("", [said] if said else [])

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is PlaybookVersion for change in changes):
            self._show_versions()


def _due(task: PlanTask) -> int:
    return task.offset
