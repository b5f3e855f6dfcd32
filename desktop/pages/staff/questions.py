"""Questions and concerns of employees: the same one counts up, an answer names its line."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.models.named import name_of
from desktop.models.staff_voices import question_table
from desktop.pages.parts.register import Listed
from desktop.pages.staff.voices import VoicePart
from desktop.warroom import shown
from desktop.warroom.answers.lines import Answer
from desktop.warroom.faults import RuleBroken
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_asked import Asked, ask, ask_again, questions, same_question
from desktop.warroom.staff_measures import MINUTE
from desktop.warroom.staff_voices import StaffQuestion
from resources import _, ngettext
from widgets.form import FormField
from widgets.theme import Token


class QuestionPart(VoicePart):
    """A line that takes a question, the register below it, and what is asked beside it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, (_("Questions and concerns"), _questions()), parent)
        self.offer(
            ("a", _("Asked again"), self.again),
            ("r", _("Answer…"), self.reply),
        )
        self.look_again()

    # deeds

    def take(self, text: str) -> tuple[Record, str]:
        known = same_question(self._room, text)
        found = ask(self._room, StaffQuestion(question=text, asked_at=self._room.minute()))
        said = _("Asked {n} times now: {title}") if known else _("Noted: {title}")
        return found, said.format(n=found.asked, title=shown.short(found.question))

    def again(self) -> None:
        """Note that the chosen question was asked once more."""
        if question := self.one():
            n = (question.asked or 0) + 1
            said = _("Asked {n} times now: {title}")
            done = said.format(n=n, title=shown.short(question.question))
            self.deeds.attempt(partial(ask_again, self._room, question), done)

    def reply(self) -> None:
        """Ask what was answered, and with which line of the bank."""
        if (question := self.one()) is None:
            return
        lines = [(each.id, name_of(each)) for each in self._room.all(Answer)]
        fields = (
            FormField("answer", _("What we answered"), "prose", value=question.answer),
            FormField(
                "line", _("Line used"), "choice", (("", _("not said")), *lines), question.line
            ),
            FormField(
                "answered_by",
                _("Answered by"),
                value=question.answered_by or self._room.operator,
                known=tuple(self._room.people()),
            ),
        )
        self.begin(question, _("Answer"), fields, _("Answered now"), question.question)

    def answer(self, asked: Any, said: dict[str, str]) -> str:
        if not said["answer"].strip() and not said["line"]:
            raise RuleBroken(_("Write what was answered, or choose the line that was used."))
        question = self._room.get(StaffQuestion, asked.id)
        values: dict[str, Any] = dict(said)
        if question.answered_at is None:
            values["answered_at"] = self._room.minute()
        self._room.change(question, **values)
        return _("Answered: {title}").format(title=shown.short(question.question))

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        found = self.figures()
        if found.late:
            return f"▲ {found.late}", Token.BAD
        n = found.answered.of - found.answered.part
        return (f"{n:,}", Token.MUTED) if n else ("", Token.MUTED)

    def figures(self) -> Asked:
        """How the questions stand."""
        return questions(self._room, self._room.now())

    def look_again(self) -> None:
        found = self.figures()
        late = ngettext(
            "{n} question is open for more than 4 hours.",
            "{n} questions are open for more than 4 hours.",
            found.late,
        )
        warnings = [late.format(n=found.late)] if found.late else []
        self.advice.say(_told(found), warnings, Token.BAD)


def _told(found: Asked) -> str:
    if not found.answered.of:
        return ""
    count = _("{n} of {total}").format(n=found.answered.part, total=found.answered.of)
    parts = [shown.aside(_("answered {share}").format(share=found.answered.words), count)]
    if found.minutes is not None:
        time = shown.lasting(found.minutes * MINUTE)
        parts.append(_("answer after {time} (median)").format(time=time))
    return "  ·  ".join(parts)


def _questions() -> Listed:
    return Listed(
        StaffQuestion,
        (),
        "question",
        "asked_at",
        (_("No question yet"), _("Type one above and press Enter; asked again it counts up.")),
        made=question_table,
    )
