"""The check of the four rules beside a text: advice, and the answers of a second person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import WarRoomError
from desktop.warroom.method.words import Known
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.answering import earlier_answers, wrote
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.four_rules_check import (
    Advice,
    Rule,
    advice,
    answer,
    answers,
    complete,
    why_not_answer,
)
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import template
from resources import _, ngettext
from widgets import theme
from widgets.announce import announce
from widgets.check_rows import CheckGroup, CheckRow, CheckRows
from widgets.ground import fill
from widgets.plain import PlainLabel
from widgets.theme import Token


class CheckPanel(SidePanel):
    """``sought`` carries the part and the words, as typed, that a piece of advice means.

    The part is empty for all of the text, ``title`` for its title; the words may be empty.
    """

    sought = Signal(str, str)

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._advice: dict[str, Advice] = {}
        self._empty = PlainLabel(
            _("Choose a text to check it."), self, token=Token.MUTED, wrap=True
        )
        self.rows = CheckRows(_("Check of the four rules"), self)
        self.asked = PlainLabel("", self, wrap=True)
        self.by = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self._column = QVBoxLayout(self)
        fill(self._column, self._empty)
        self._column.addWidget(self.rows, 1)
        fill(self._column, self.by, self.asked)
        self.setFocusProxy(self.rows)
        self.rows.opened.connect(self._seek)
        self.rows.answered.connect(self._answer)
        self.measure()
        self.renew()

    def renew(self) -> None:
        text = self.statement
        for part in (self.rows, self.by, self.asked):
            part.setVisible(text is not None)
        self._empty.setVisible(text is None)
        if text is None:
            self._advice = {}
            self.rows.show_groups((), answerable=False)
            return
        found = advice(self._room, text)
        self._advice = {f"{n}": each for n, each in enumerate(found)}
        given, refused = answers(self._room, text), why_not_answer(self._room, text)
        groups = [self._group(rule, text, given) for rule in Rule]
        self.rows.show_groups(groups, answerable=not refused and not self._room.why_read_only)
        self._say(text, given, refused)

    def measure(self) -> None:
        side = theme.space(4)
        self._column.setContentsMargins(0, 0, 0, theme.space(3))
        self._column.setSpacing(theme.space(1))
        for label in (self.by, self.asked, self._empty):
            label.setContentsMargins(side, theme.space(1), side, 0)

    def told(self) -> str:
        """Who answered and what, and who may, in sentences."""
        return shown.sentences((self.by.text(), self.asked.text()))

    # inside

    def _group(self, rule: Rule, text: Statement, given: RuleAnswers | None) -> CheckGroup:
        rows = tuple(
            CheckRow(name, each.said, _quoted(each, text))
            for name, each in self._advice.items()
            if each.rule == rule
        )
        n = len(rows)
        note = ngettext("{n} piece of advice", "{n} pieces of advice", n).format(n=n)
        answered = str(getattr(given, str(rule))) if given else ""
        held = answered if answered in (Known.YES, Known.NO) else ""
        return CheckGroup(str(rule), word(rule), note if n else _("nothing found"), rows, held)

    def _say(self, text: Statement, given: RuleAnswers | None, refused: str) -> None:
        self.by.setText(self._answered(text, given))
        self.asked.setText(refused or self._still_asked(text, given))
        waits = refused and text.unreleased and not complete(given)
        self.asked.set_token(Token.WARN if waits else Token.MUTED)
        self.asked.setVisible(bool(self.asked.text()))

    def _answered(self, text: Statement, given: RuleAnswers | None) -> str:
        if given and given.at:
            form = _("Answered by {name}, {time}, about version {n} as it stands.")
            return self._filled(form, given, text)
        if (before := earlier_answers(self._room, text)) and before.at:
            form = _("{name} answered at {time}, about an earlier wording of version {n}.")
            return self._filled(form, before, text)
        return _("Nobody has answered yet.")

    def _filled(self, form: str, given: RuleAnswers, text: Statement) -> str:
        when = shown.when(given.at, self._room.here()) if given.at else ""
        return form.format(name=given.by, time=when, n=text.version or 1)

    def _still_asked(self, text: Statement, given: RuleAnswers | None) -> str:
        if complete(given):
            return ""
        if wrote(self._room, text):
            return _("You wrote this text; at level 3 and 4 you may answer yourself. Y yes, N no.")
        return _("Read the text and answer each rule: Y yes, N no.")

    def _answer(self, rule: str, said: str) -> None:
        if self.statement is None:
            return
        try:
            answer(self._room, self.statement, **{rule: Known(said)})
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return
        announce(self.rows, self.told())

    def _seek(self, name: str) -> None:
        if meant := self._advice.get(name):
            self.sought.emit(meant.field, meant.typed)


def _quoted(each: Advice, text: Statement) -> str:
    """The part that is meant, and the words in it."""
    label = _("Title") if each.field == "title" else ""
    if each.field and not label:
        label = _(template(text.form).label(each.field))
    words = _("“{text}”").format(text=each.sentence) if each.sentence.strip() else ""
    return shown.labelled(label, words) if label and words else label or words
