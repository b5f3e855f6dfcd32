"""A question beside a list: what it is about, a form for the answer, and nothing in front."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.room import WarRoom
from resources.visible import visible
from widgets import theme
from widgets.form import Form, FormField
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token


class Asking(QWidget):
    """Shows a form until it is answered or left; what was typed and not answered is kept.

    ``answered`` is for its owner to ``settle``; ``began`` says that it is about to ask. ``did``
    and ``failed`` carry a sentence.
    """

    began = Signal()
    answered = Signal()
    left = Signal()
    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._key = room, ""
        self._fields: Sequence[FormField] = ()
        self._submit = ""
        self._form: Form | None = None
        self._title = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold, wrap=True)
        self._about = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self._warning = PlainLabel("", self, token=Token.BAD, wrap=True)
        self.tool = PlainButton("", self)
        self._column = QVBoxLayout(self)
        fill(self._column, self._title, self._about, self._warning)
        self._column.addWidget(self.tool, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(theme.length("column") // 2)
        self.measure()
        self.hide()

    def ask(
        self,
        key: str,
        title: str,
        fields: Sequence[FormField],
        submit: str,
        *,
        about: str = "",
        warning: str = "",
        tool: str = "",
    ) -> None:
        """Ask; ``key`` tells this question from others for what was typed and not answered yet.

        ``about`` and ``warning`` stand above the form, and a button with the words of ``tool``.
        """
        self.began.emit()
        self.put_away()
        self._key, self._fields, self._submit = key, fields, submit
        self._title.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(visible(warning or about))
        for part, said in ((self._about, about), (self._warning, warning), (self.tool, tool)):
            part.setText(visible(said))
            part.setVisible(bool(said))
        self._show(self._room.kept_form(key))

    def put(self, name: str, text: str) -> None:
        """Put a text into a field, behind what stands there."""
        values = self.values()
        there = values.get(name, "").rstrip()
        self._show({**values, name: f"{there}\n\n{text}" if there else text})

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return self._form.values() if self._form else {}

    def settle(self, do: Callable[[dict[str, str]], str], named: str = "") -> None:
        """Do what was answered and say so; what breaks a rule is said beside a field.

        ``do`` gets what stands in the form and says what was done; ``named`` is the field, the
        first where none is named.
        """
        said = self.values()
        try:
            did = do(said)
        except RuleBroken as fault:
            self.refuse(named or next(iter(said)), str(fault))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self.left.emit()
            self.done()
            self.did.emit(did)

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why the answer was not taken."""
        if self._form:
            self._form.show_fault(name, sentence)

    def done(self) -> None:
        """The answer was taken: forget it."""
        self._keep({})
        self._drop()
        self.hide()

    def put_away(self) -> None:
        """Keep what was typed and not answered."""
        if self._form:
            start = {each.name: each.value for each in self._fields}
            self._keep({n: text for n, text in self.values().items() if text != start.get(n)})

    def leave(self) -> None:
        """Ask no longer; what was typed is kept for the next time."""
        self.put_away()
        self.left.emit()  # first: what is hidden with the keys gives them to whatever is next
        self._drop()
        self.hide()

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(4), space(2), space(3))
        self._column.setSpacing(space(3))

    def sizeHint(self) -> QSize:
        """As wide as the record panel, in whose place it stands."""
        return QSize(theme.length("column") * 3 // 4, super().sizeHint().height())

    # inside

    def _show(self, texts: dict[str, str]) -> None:
        self._drop()
        filled = [replace(each, value=texts.get(each.name, each.value)) for each in self._fields]
        self._form = Form(filled, self._submit, self)
        self._form.submitted.connect(self.answered)
        self._form.cancelled.connect(self.leave)
        self._column.addWidget(self._form, 1)
        self.setFocusProxy(self._form)
        self.show()
        self._form.go_to(self._fields[0].name)

    def _keep(self, typed: dict[str, str]) -> None:
        try:
            self._room.keep_form(self._key, typed)
        except WarRoomError:
            pass  # a courtesy; answering will say what is wrong

    def _drop(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
