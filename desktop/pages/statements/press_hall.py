"""The hall while a press conference is on: questions, answers and promises with one key each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.chips import chip_texts
from desktop.models.press_columns import question_table
from desktop.pages.actions import Deed, act, act_by_letter, passing_menu
from desktop.pages.deeds import Deeds
from desktop.pages.statements.hall_head import HallHead
from desktop.pages.statements.line_shown import LineShown
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.answers import press_live
from desktop.warroom.answers.called import who_and_what
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.matching import matching
from desktop.warroom.answers.press import PressConference, PressQuestion
from desktop.warroom.answers.replying import into_bank
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import WarRoomError
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible
from widgets import theme
from widgets.ground import Ground, fill
from widgets.log_field import ChipText
from widgets.plain import PlainButton, PlainLabel
from widgets.quick_line import QuickLine
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.theme import Token

QUESTION, ANSWER, PROMISE = "question", "answer", "promise"
TICK = 1_000  # milliseconds between two looks at the time
KEEP = 400  # milliseconds after the last key, when what is half-typed is kept


class Hall(Ground):
    """Takes the whole part while it is on; Escape in the log leaves it, which ends nothing."""

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    left = Signal()
    undo_asked = Signal()

    def __init__(self, room: WarRoom, conference: PressConference, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room, self._id = room, conference.id
        self.deeds = Deeds(room, self)
        self.mode = QUESTION
        self._over = False
        self._bank: list[Answer] | None = None  # read anew when a line has changed
        self._typed: dict[str, str] = room.kept_form(self._key())
        self.head = HallHead(room, self)
        self.what = PlainLabel("", self, size="lead", token=Token.ACCENT)
        self.quick = QuickLine(_("Question"), "", self)
        self.table = TableView(self)
        self.model = question_table(room, press_live.asked_at(conference), self)
        self.line = LineShown(room, self)
        self._ticking, self._keeping = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self.turn_to(QUESTION)
        self.setFocusProxy(self.table)
        self.refresh()
        room.on_change(self._follow)

    # what the part asks

    def conference(self) -> PressConference:
        """The conference as it is now."""
        return self._room.get(PressConference, self._id)

    def refresh(self) -> None:
        """Say anew what time has changed."""
        self.head.tick(self.conference())

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._typed[self.mode] = self.quick.line.text()
        held = {mode: text for mode, text in self._typed.items() if text.strip()}
        try:
            self._room.keep_form(self._key(), held)
        except WarRoomError:
            pass  # a courtesy; saving the line will say what is wrong

    def leave(self) -> None:
        """Keep what is half-typed, follow the room no more, and go."""
        self.put_away()
        self._over = True
        self.hide()
        self.deleteLater()

    # deeds

    def turn_to(self, mode: str) -> None:
        """Let the line be for a question, an answer or a promise; what was typed there is there."""
        self._typed[self.mode] = self.quick.line.text() or self._typed.get(self.mode, "")
        self.mode = mode
        words, example = _modes()[mode]
        self.what.setText(words)
        self.quick.line.setAccessibleName(words)
        self.quick.line.setPlaceholderText(example)
        self.quick.line.setText(self._typed.get(mode, ""))

    def write(self, mode: str) -> None:
        """Type a question, an answer or a promise."""
        question = self.chosen()
        if mode == ANSWER and question is None:
            self.told.emit(_("Log the question first."))
            return
        self.turn_to(mode)
        if mode == ANSWER and question and not self.quick.line.text():
            self.quick.line.setText(question.answer)
        self.quick.setFocus()

    def turn(self) -> None:
        """Begin, or end."""
        if self.conference().began_at is None:
            self._begin()
        else:
            self._end()

    def use_line(self) -> None:
        """Note that the chosen question was answered with the line that is shown."""
        question, line = self.chosen(), self._room.find(Answer, self.line.line_id)
        if question is None or line is None:
            self.told.emit(_("Choose a question for which a valid line is shown."))
            return
        done = _("The line was used.")
        self.deeds.attempt(partial(press_live.used, self._room, question, line), done)

    def stray(self) -> None:
        """Note that the answer said otherwise than the line, or that it did not."""
        if question := self.chosen():
            off = not question.off_line
            done = (
                _("Noted: said otherwise than the line.") if off else _("Noted: as the line says.")
            )
            self.deeds.change([question], done, off_line=off)

    def bank(self) -> None:
        """Put the chosen question into the bank, or count it there as asked again."""
        if question := self.chosen():
            done = _("The question is in the bank: {question}").format(
                question=question.question[:80]
            )
            self.deeds.attempt(partial(into_bank, self._room, question), done)

    def take_back(self) -> None:
        """Take the chosen questions out of the log."""
        self.deeds.take_back([self.model.record(row) for row in self.table.rows()])

    def chosen(self) -> PressQuestion | None:
        """The question that is chosen, else the last that was asked."""
        rows = self.table.rows() or list(range(self.model.rowCount()))
        return self.model.record(rows[0]) if rows else None

    # inside

    def _key(self) -> str:
        return f"hall-{self._id}"

    def _submit(self, text: str) -> None:
        try:
            done = self._save(text)
        except WarRoomError as fault:
            self.quick.refuse(str(fault))
            return
        self._typed[self.mode] = ""
        self.quick.accepted()
        self.put_away()
        self.table.setFocus()
        self.did.emit(done)

    def _save(self, text: str) -> str:
        room, conference, question = self._room, self.conference(), self.chosen()
        if self.mode == QUESTION:
            new = press_live.ask(room, conference, text)
            self.table.select(self.model.row_of(new))
            return _("The question is logged.")
        if self.mode == ANSWER and question:
            press_live.answer(room, question, text)
            return _("The answer is logged.")
        clock = press_live.promise(room, conference, question, text)
        return _("The promise is a clock now: {title}").format(title=visible(clock.title))

    def _edited(self, text: str) -> None:
        self._keeping.start(KEEP)
        self.quick.show_chips(self._chips(text))
        if self.mode == QUESTION and text.strip():
            self._find(text)

    def _chips(self, text: str) -> Sequence[ChipText]:
        if not text.strip():
            return ()
        if self.mode == PROMISE:
            return chip_texts(self._room.reading(text, EntryKind.MEDIA))
        who, _what = who_and_what(text) if self.mode == QUESTION else ("", "")
        return (ChipText(visible(who), Token.ACCENT),) if who else ()

    def _find(self, asked: str) -> None:
        _who, question = who_and_what(asked)
        if self._bank is None:
            self._bank = self._room.all(Answer)
        self.line.show_lines(matching(self._bank, question), question)

    def _show_chosen(self) -> None:
        question = self.chosen()
        typing = self.mode == QUESTION and self.quick.line.text().strip()
        if question and not typing:
            self._find(question.question)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if self._over:
            return
        if any(change.after.id == self._id and change.after.gone for change in changes):
            self.left.emit()
            return
        if any(change.kind is Answer for change in changes):
            self._bank = None
        self.refresh()

    # building

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        below = Seam(Qt.Orientation.Horizontal, self)
        below.setObjectName("press-hall")
        below.addWidget(self.table)
        below.addWidget(self.line)
        below.setChildrenCollapsible(False)
        for number, stretch in enumerate((3, 2)):
            below.setStretchFactor(number, stretch)
        self.table.set_model(self.model)
        self.table.setAccessibleName(_("Questions in the hall"))
        self.table.setObjectName("press-questions")
        self.table.set_empty(
            _("No question yet"), _("Q logs a question, A its answer, P a promise.")
        )
        self._buttons.addWidget(self.what)
        self._buttons.addStretch(1)
        for words, key, slot in self._deeds()[:4]:
            button = PlainButton(shown.aside(words, key.upper()), self)
            button.clicked.connect(slot)
            self._buttons.addWidget(button)
        self._column.addWidget(self.head)
        self._column.addLayout(self._buttons)
        fill(self._column, self.quick)
        self._column.addSpacing(theme.space(2.5))
        self._column.addWidget(below, 1)
        self.measure()

    def measure(self) -> None:
        space = theme.space
        self._buttons.setContentsMargins(space(4), space(3), space(4), 0)
        self._buttons.setSpacing(space(2))

    def _deeds(self) -> tuple[Deed, ...]:
        return (
            (_("Question"), "q", self._question),
            (_("Answer now"), "a", self._answer),
            (_("Promise"), "p", self._promise),
            (_("Line used"), "l", self.use_line),
            (_("Said otherwise than the line"), "o", self.stray),
            (_("Into the bank"), "k", self.bank),
            (_("Begin"), "b", self._begin),
            (_("End"), "e", self._end),
        )

    def _question(self) -> None:
        self.write(QUESTION)

    def _answer(self) -> None:
        self.write(ANSWER)

    def _promise(self) -> None:
        self.write(PROMISE)

    def _begin(self) -> None:
        conference = self.conference()
        done = _("It has begun. The timeline says so.")
        self.deeds.attempt(partial(press_live.begin, self._room, conference), done)

    def _end(self) -> None:
        conference = self.conference()
        done = _("It has ended. The timeline says so.")
        self.deeds.attempt(partial(press_live.end, self._room, conference), done)

    def _connect(self) -> None:
        for said, ours in (
            (self.deeds.did, self.did),
            (self.deeds.told, self.told),
            (self.deeds.failed, self.failed),
        ):
            said.connect(ours)
        self.table.opened.connect(self._opened)
        self.table.menu_asked.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        act_by_letter(self.table, *self._deeds())
        act(self.table, (_("Take back"), "Del", self.take_back))
        self.quick.submitted.connect(self._submit)
        self.quick.edited.connect(self._edited)
        self.quick.left.connect(self.table.setFocus)
        self.quick.undo_asked.connect(self.undo_asked)
        self.head.turn.clicked.connect(self.turn)
        self.head.back.clicked.connect(self.left)
        self._ticking.timeout.connect(self.refresh)
        self._keeping.setSingleShot(True)
        self._keeping.timeout.connect(self.put_away)

    def _opened(self, _index: QModelIndex) -> None:
        self.write(ANSWER)

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions())
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start(TICK)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticking.stop()
        self._keeping.stop()
        super().hideEvent(event)


def _modes() -> dict[str, tuple[str, str]]:
    """What the line is for, and an example of it."""
    return {
        QUESTION: (_("Question"), _("City TV: why so late?")),
        ANSWER: (_("Answer to the chosen question"), _("Chen: we tested it first")),
        PROMISE: (_("Promise"), _("The list of shops   @name !18:00")),
    }
