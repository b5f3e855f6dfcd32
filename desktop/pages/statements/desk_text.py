"""The text of a statement, part by part: typed, kept while it is typed, and saved on leaving."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.pages.statements.desk_facts import FactInlays
from desktop.pages.statements.desk_fields import (
    PART,
    TITLE,
    DeskField,
    Text,
    desk_fields,
    stored,
    typed,
)
from desktop.pages.statements.desk_page import DeskPage
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.room import WarRoom
from widgets.section_editor import SectionEditor

KEEP_AFTER = 400  # milliseconds after typing in which it is kept in the room


class DeskText(DeskPage):
    """Editors of one statement. ``edited``: its length may have changed; ``saved`` carries the
    statement as it was before; ``failed`` a sentence that says why nothing was saved.
    """

    edited = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, room: WarRoom, inlays: FactInlays, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._inlays = room, inlays
        self._statement: Text | None = None
        self._fields: tuple[DeskField, ...] = ()
        self._last, self._away = "", False
        self.editors: dict[str, SectionEditor] = {}
        self._keep = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep.timeout.connect(self.keep)
        self.measure()

    # what is shown

    def show_statement(self, statement: Text) -> None:
        """Show a statement as it is now; what is typed and not saved stays."""
        fields = desk_fields(statement)
        other = self._statement is None or self._statement.id != statement.id
        if other:
            self.leave()
        if other or fields != self._fields:
            self._build(statement, fields)
            return
        self._statement = statement
        for name, editor in self.editors.items():
            if not editor.is_typed():
                editor.show_text(stored(self._room, statement, name))

    def leave(self) -> None:
        """Keep what is typed and show nothing."""
        self.keep()
        self._statement, self._fields = None, ()
        self._clear()

    def as_typed(self) -> Text | None:
        """The statement as it would be, were it saved now; a time that cannot be read is left."""
        if self._statement is None:
            return None
        names = [name for name in self._typed_names() if not self._why_not(name)]
        return replace(self._statement, **self._values(names))

    def is_typed(self) -> bool:
        """Whether something stands here that is not saved."""
        return bool(self._typed_names())

    # typing

    def put_away(self) -> None:
        """Keep what is typed, and save no more: another page takes the place of this one."""
        self.keep()
        self._away = True

    def keep(self) -> None:
        """Keep in the room what is typed and not saved."""
        self._keep.stop()
        if self._statement is None:
            return
        found = {name: self.editors[name].text() for name in self._typed_names()}
        try:
            self._room.keep_form(_kept(self._statement), found)
        except WarRoomError:
            pass  # a courtesy; saving will say what is wrong

    def save(self) -> bool:
        """Make one change of the statement of all that is typed; whether nothing is left."""
        names = [name for name in self._typed_names() if self._readable(name)]
        if self._statement is None or self._away or not names:
            return not self.is_typed()
        try:
            before = self._room.get(type(self._statement), self._statement.id)
            self._room.change(before, **self._values(names))
        except WarRoomError as fault:
            self.keep()
            self.failed.emit(str(fault))
            return False
        for name in names:
            self.editors[name].saved()
        self.keep()
        self._statement = self._room.get(type(before), before.id)
        self.saved.emit(before)
        return not self.is_typed()

    def fault(self) -> str:
        """Why something that is typed cannot be saved; empty when all can."""
        return next((each.fault() for each in self.editors.values() if each.fault()), "")

    def put_in(self, text: str) -> None:
        """Put a text where the cursor was last."""
        field = self._of_keys().field
        field.put_in(text)
        field.setFocus()

    def go_to(self, field: str, sentence: str = "") -> None:
        """Give the keys to a field, by its name or the key of its part, at a sentence of it."""
        name = PART + field if PART + field in self.editors else field
        if name in self.editors:
            self.editors[name].field.setFocus()
            self.editors[name].field.select(sentence)
            self._reveal()

    def renew(self) -> None:
        """Say the values of facts anew."""
        for editor in self.editors.values():
            editor.field.renew()

    def measure(self) -> None:
        super().measure()
        for editor in self.editors.values():
            editor.measure()

    # inside

    def _of_keys(self) -> SectionEditor:
        """The editor that had the keys last, if facts stand in it, else the first part."""
        taking = [field.name for field in self._fields if field.facts]
        first = next((name for name in taking if name != TITLE), TITLE)
        return self.editors[self._last if self._last in taking else first]

    def _typed_names(self) -> list[str]:
        return [name for name, editor in self.editors.items() if editor.is_typed()]

    def _values(self, names: list[str]) -> dict[str, Any]:
        assert self._statement is not None
        texts = {name: self.editors[name].text() for name in names}
        return typed(self._room, self._statement, texts)

    def _why_not(self, name: str) -> str:
        """Why what is typed into a field cannot be saved; empty when it can."""
        try:
            self._values([name])
        except RuleBroken as fault:
            return str(fault)
        return ""

    def _readable(self, name: str) -> bool:
        refused = self._why_not(name)
        self.editors[name].show_fault(refused)
        return not refused

    def _build(self, statement: Text, fields: tuple[DeskField, ...]) -> None:
        kept = self._room.kept_form(_kept(statement))
        kept |= {name: self.editors[name].text() for name in self._typed_names()}
        self._clear()
        self._statement, self._fields = statement, fields
        for field in fields:
            editor = self._made(field, statement)
            editor.show_text(stored(self._room, statement, field.name))
            if field.name in kept:
                editor.type_in(kept[field.name])
            self.editors[field.name] = editor
            self.column.addWidget(editor)
        self.column.addStretch(1)
        self.setFocusProxy(self.editors[TITLE])
        self.area.verticalScrollBar().setValue(0)

    def _made(self, field: DeskField, statement: Text) -> SectionEditor:
        editor = SectionEditor(
            field.name,
            field.label,
            self.page,
            inlays=self._inlays if field.facts else None,
            needed=field.needed,
            hint=field.hint,
            one_line=field.one_line,
            size="lead" if field.name == TITLE else "body",
            weight=QFont.Weight.DemiBold if field.name == TITLE else QFont.Weight.Normal,
        )
        editor.field.set_language(str(statement.language))
        editor.field.setReadOnly(bool(self._room.why_read_only))
        editor.edited.connect(self._edited)
        editor.left.connect(self.save)
        editor.field.entered.connect(self._reveal)
        editor.field.cursorPositionChanged.connect(self._reveal)
        editor.field.grew.connect(self._reveal)
        return editor

    def _clear(self) -> None:
        for editor in self.editors.values():
            editor.blockSignals(True)  # it goes, and leaves nothing to be saved
            editor.hide()
            editor.deleteLater()
        self.editors = {}
        while self.column.takeAt(0):
            pass

    def _edited(self) -> None:
        editor = self.sender()
        if isinstance(editor, SectionEditor):
            self._last = editor.name
        self._away = False
        self._keep.start()
        self.edited.emit()

    def _reveal(self) -> None:
        """Keep the cursor in sight while the field that has the keys grows."""
        for editor in self.editors.values():
            if editor.field.hasFocus():
                self._last = editor.name
                self.bring_into_sight(editor.field.viewport(), editor.field.cursorRect())


def _kept(statement: Text) -> str:
    return f"{statement.kind_name},{statement.id}"
