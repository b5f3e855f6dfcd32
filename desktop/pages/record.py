"""The panel beside a list: adds a record or changes one or several, and tells its history."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.named import name_of
from desktop.models.versions import history_rows
from desktop.pages.attached import Attached
from desktop.pages.record_form import begun, form_fields, shared, shown_field
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.fields import Field
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.typed import as_value
from resources import _, ngettext
from resources.visible import visible
from widgets import theme
from widgets.editors import FormField
from widgets.file_drop import Arrived, FileDrop
from widgets.form import Form
from widgets.ground import fill
from widgets.history_list import HistoryList
from widgets.plain import PlainLabel
from widgets.theme import Token

WHY = "why"
FORESEEN = ("fact", "fact_source")  # kinds whose change is told the consequences of beforehand


class RecordPanel(QWidget):
    """Judges what was typed and turns it into one act; what is not saved is kept until it is.

    ``did``, ``told`` and ``failed`` carry a sentence for the notice; ``added`` the id of a new
    record, ``asked`` another record to be opened. Files and pictures that are dropped on it or
    pasted are attached to the open record.
    """

    closed = Signal()
    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    added = Signal(str)
    asked = Signal(object)

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._kind: type[Record] = Record
        self._records: tuple[Record, ...] = ()
        self._hidden: dict[str, Any] = {}
        self._given: dict[str, Any] = {}
        self._start: dict[str, str] = {}
        self._form: Form | None = None
        self._saving = False
        self.attached: Attached | None = None
        self._drops = FileDrop(self, pastes=True)
        self._drops.watch(self)
        self._drops.came.connect(self._take)
        self._title = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold, wrap=True)
        self._note = PlainLabel("", self, size="label", token=Token.WARN, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._note)
        self.setMinimumWidth(theme.length("column") // 2)
        room.on_change(self._follow)

    def show_record(self, record: Record) -> None:
        """Show this record with its history, ready to be changed."""
        self.show_many([record])

    def show_many(self, records: Sequence[Record]) -> None:
        """Show several records of one kind; only what is typed or chosen anew will change."""
        self._leave()
        self._records, self._kind, self._hidden = tuple(records), type(records[0]), {}
        self._start = shared(self._room, records)
        self._show(self._head())

    def ask_new(self, kind: type[Record], /, **given: Any) -> None:
        """Ask for a new record; ``given`` are values it starts with or, not in its form, gets."""
        self._leave()
        named = {field.name for field in form_fields(kind, given.get)}
        self._records, self._kind, self._given = (), kind, given
        self._hidden = {name: value for name, value in given.items() if name not in named}
        self._start = begun(self._room, kind, given)
        self._show(_("New: {kind}").format(kind=_(kind.shown_name)))

    def sizeHint(self) -> QSize:
        """As wide as a form reads well, so that the list keeps the rest."""
        return QSize(theme.length("column") * 3 // 4, super().sizeHint().height())

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return self._form.values() if self._form else {}

    def go_to(self, name: str) -> None:
        """Give the keys to a field of the form."""
        if self._form:
            self._form.go_to(name)

    # building

    def _show(self, title: str) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(4), space(2), space(3))
        self._column.setSpacing(space(3))
        self._title.setText(visible(title))
        self.setAccessibleName(self._title.text())
        kept = self._room.kept_form(self._key())
        self._note.setText(_("Typed earlier and not saved yet.") if kept else "")
        self._note.setVisible(bool(kept))
        self._form = self._made({**self._start, **kept})
        self._column.addWidget(self._form, 1)
        self.setFocusProxy(self._form)

    def _made(self, texts: dict[str, str]) -> Form:
        fields = [self._shown(field, texts.get(field.name, "")) for field in self._fields()]
        if self._records:
            fields.append(FormField(WHY, _("Why it changes"), value=texts.get(WHY, "")))
        form = Form(fields, self._word(), self, below=self._below())
        form.submitted.connect(self._save)
        form.cancelled.connect(self.closed)
        self._foresee(form)
        self._drops.watch(*(w for w in form.findChildren(QWidget) if _takes_keys_or_drops(w)))
        return form

    def _foresee(self, form: Form) -> None:
        """Say over the buttons what else changes with what is typed."""
        if self._kind.kind_name in FORESEEN:
            from desktop.pages.foreseen import Foreseen  # a start does without it

            foreseen = Foreseen(self._room, self._records, form)
            foreseen.asked.connect(self.asked)
            form.put_over_buttons(foreseen)

    def _shown(self, field: Field, text: str) -> FormField:
        found = [getattr(record, field.name) for record in self._records]
        differs = any(value != found[0] for value in found)
        hint = _("several; stays as it is") if differs else ""
        return shown_field(self._room, self._kind, field, text, hint)

    def _fields(self) -> list[Field]:
        records = self._records
        holding = partial(getattr, records[0]) if records else self._given.get
        return form_fields(self._kind, holding, several=len(records) > 1)

    def _head(self) -> str:
        kind = _(self._kind.shown_name)
        if len(self._records) == 1:
            return shown.labelled(kind, name_of(self._records[0])[:80])
        n = len(self._records)
        return ngettext("{kind}: {n} record", "{kind}: {n} records", n).format(kind=kind, n=n)

    def _word(self) -> str:
        return _("Save the change") if self._records else _("Add")

    def _below(self) -> QWidget | None:
        """What stands below the fields of one record: its attachments and its history."""
        self.attached = None
        if len(self._records) != 1:
            return None
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        self.attached = Attached(self._room, self._records[0], below)
        self.attached.did.connect(self.did)
        self.attached.told.connect(self.told)
        self.attached.failed.connect(self.failed)
        fill(column, self.attached, self._history(self._records[0]))
        return below

    def _take(self, came: Arrived) -> None:
        if self.attached:
            self.attached.take(came)
        else:
            self.failed.emit(_("Save this first, and attach files to it then."))

    def _history(self, record: Record) -> HistoryList:
        rows = history_rows(record, self._room.history(record), self._room.here())
        history = HistoryList(rows, self)
        history.brought_back.connect(self._bring_back)
        return history

    # keeping

    def _key(self) -> str:
        return ",".join([self._kind.kind_name, *(record.id for record in self._records)])

    def _leave(self) -> None:
        """Keep what was typed and not saved, for when the same is shown again."""
        if self._form is None:
            return
        self.put_away()
        self._drop_form()

    def put_away(self) -> None:
        """Keep what was typed and not saved in the room, for another language or incident too."""
        if self._form is None:
            return
        typed = {n: t for n, t in self.values().items() if t != self._start.get(n, "")}
        self._keep(typed)

    def _keep(self, typed: dict[str, str]) -> None:
        if not self._kind.half_typed_kept:
            return
        try:
            self._room.keep_form(self._key(), typed)
        except WarRoomError:
            pass  # a courtesy, as half-typed lines are; saving will say what is wrong

    def _drop_form(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    # deeds

    def _save(self) -> None:
        values = self._judged()
        if values is None:
            return
        self._saving = True
        try:
            self._do(values)
        except RuleBroken as fault:
            self._say(str(fault))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self._keep({})
            self._drop_form()
            self.closed.emit()
        finally:
            self._saving = False

    def _do(self, values: dict[str, Any]) -> None:
        why = self.values().get(WHY, "").strip()
        if not self._records:
            made = self._room.add(self._kind(**{**self._hidden, **values}))
            self.did.emit(_("Added: {title}").format(title=visible(name_of(made)[:80])))
            self.added.emit(made.id)
        elif values:
            present = [self._room.get(self._kind, record.id) for record in self._records]
            self._room.change_all(present, why=why, **values)
            self.did.emit(self._told_change())

    def _told_change(self) -> str:
        n = len(self._records)
        if n == 1:
            return _("Changed; the earlier version stays readable in the history.")
        return ngettext("{n} record was changed.", "{n} records were changed.", n).format(n=n)

    def _judged(self) -> dict[str, Any] | None:
        """The values that were typed anew; None when one of them cannot be read."""
        assert self._form is not None
        self._form.clear_faults()
        said, values = self._form.values(), {}
        for field in self._fields():
            text = said[field.name]
            if self._records and text == self._start[field.name]:
                continue
            try:
                values[field.name] = self._value(field, text)
            except RuleBroken as fault:
                self._form.show_fault(field.name, str(fault))
                return None
        return values

    def _value(self, field: Field, text: str) -> Any:
        value = as_value(field, text, self._room.here())
        if field.needed and not value:
            raise RuleBroken(_("{field} is empty. Fill it in.").format(field=_(field.label)))
        return value

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.show()

    def _bring_back(self, number: int) -> None:
        try:
            self._room.bring_back(self._room.get(self._kind, self._records[0].id), number)
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.setFocus()
            self.did.emit(_("The earlier version was brought back."))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        """Show the record as it is now, with what was typed into the form since."""
        if self._saving or self._form is None or len(self._records) != 1:
            return
        shown = self._records[0].id
        for change in changes:
            if change.after.id == shown and isinstance(change.after, self._kind):
                self.show_record(change.after)


def _takes_keys_or_drops(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or widget.acceptDrops()
