"""The panel beside a text that asks what a deed needs; what is typed is kept until it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.room import WarRoom
from widgets import theme
from widgets.announce import announce
from widgets.editors import FormField
from widgets.form import Form
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.theme import Token


class WrongField(RuleBroken):
    """What was typed into one field cannot be taken."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: ``key`` keeps what is typed, ``why`` are sentences that say why it is asked.

    ``deed`` does it with what was typed and answers with the sentence for the notice.
    """

    key: str
    title: str
    word: str
    fields: Sequence[FormField]
    deed: Callable[[dict[str, str]], str]
    why: Sequence[str] = ()


class AskPanel(Ground):
    """``done`` carries what was done, ``failed`` what went wrong; ``closed``: nothing was."""

    done = Signal(str)
    failed = Signal(str)
    closed = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self.form: Form | None = None
        self._ask: Ask | None = None
        self._title = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold, wrap=True)
        self._why = PlainLabel("", self, token=Token.WARN, wrap=True)
        self._fault = PlainLabel("", self, token=Token.BAD, wrap=True)
        self._column = QVBoxLayout(self)
        for each in (self._title, self._why, self._fault):
            self._column.addWidget(each)
        self.measure()

    def ask(self, ask: Ask) -> None:
        """Ask this; what was typed into the same before stands in it."""
        self.put_away()
        self._drop()
        self._ask = ask
        kept = self._room.kept_form(ask.key)
        fields = [replace(each, value=kept.get(each.name, each.value)) for each in ask.fields]
        self._title.setText(ask.title)
        self.setAccessibleName(ask.title)
        self._say(self._why, "\n".join(f"▲ {each}" for each in ask.why))
        self._say(self._fault, "")
        self.form = Form(fields, ask.word, self)
        self.form.submitted.connect(self._submit)
        self.form.cancelled.connect(self._cancel)
        self._column.addWidget(self.form, 1)
        self.setFocusProxy(self.form)

    def fault(self) -> str:
        """The sentence that says why it was not done."""
        return self._fault.text()

    def put_away(self) -> None:
        """Keep in the room what is typed."""
        if self.form and self._ask:
            start = {each.name: each.value for each in self._ask.fields}
            self._keep({n: t for n, t in self.form.values().items() if t != start.get(n)})

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column") * 3 // 4, super().sizeHint().height())

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(3), space(3))
        self._column.setSpacing(space(2.5))
        self.setMinimumWidth(theme.length("column") // 2)

    def _submit(self) -> None:
        assert self.form is not None
        assert self._ask is not None
        self.form.clear_faults()
        self._say(self._fault, "")
        try:
            done = self._ask.deed(self.form.values())
        except WrongField as fault:
            self.form.show_fault(fault.name, str(fault))
        except RuleBroken as fault:
            self._say(self._fault, str(fault))
            announce(self, str(fault))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            self._keep({})
            self._drop()
            self.done.emit(done)

    def _cancel(self) -> None:
        self.put_away()
        self._drop()
        self.closed.emit()

    def _keep(self, typed: dict[str, str]) -> None:
        if self._ask:
            try:
                self._room.keep_form(self._ask.key, typed)
            except WarRoomError:
                pass  # a courtesy; doing it will say what is wrong

    def _say(self, label: PlainLabel, sentence: str) -> None:
        label.setText(sentence)
        label.setVisible(bool(sentence))

    def _drop(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form, self._ask = None, None
