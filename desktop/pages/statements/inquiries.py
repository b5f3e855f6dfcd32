"""Questions of journalists with their deadlines, and requests for correction."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.inquiry_columns import call_chips, correction_table, inquiry_table
from desktop.pages.parts.asking import Asking
from desktop.pages.parts.register import Listed, Register
from desktop.pages.statements import inquiry_questions as questions
from desktop.warroom import shown
from desktop.warroom.answers import called, replying
from desktop.warroom.answers.corrections import figures
from desktop.warroom.answers.inquiries import Correction, Inquiry, late, open_inquiries
from desktop.warroom.answers.words import CorrectionState, InquiryState
from desktop.warroom.faults import WarRoomError
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.quick_line import QuickLine
from widgets.theme import Token

_LINE = "call"  # what is half-typed in the line of calls is kept under this name


class InquiryPart(Register):
    """A line takes the call, the queue says who is next, keys say what became of each."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self._question: questions.Question | None = None
        super().__init__(room, _lists(), parent)
        self.asking = Asking(room, self.beside)
        self.beside.take_questions(self.asking)
        self.figures = PlainLabel("", self.lists[1], token=Token.MUTED, tabular=True)
        self.lists[1].add_buttons(self.figures)
        self._add_deeds()
        self._connect_line()
        self.asking.answered.connect(self._answered)
        self.look_again()

    # what the page asks

    def top(self) -> QWidget | None:
        example = _("City TV, Wu: why so late?   !16:30")
        ground = Ground(Token.BACKGROUND, None, self)
        self.quick = QuickLine(_("Log a call"), example, ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, theme.space(2.5))
        column.addWidget(self.quick)
        return ground

    def ask_new(self, kind: type[Record] | None = None, /, **given: object) -> None:
        """A call is typed into the line above; a request for correction has its form."""
        if kind is Correction:
            super().ask_new(kind, **given)
        else:
            self.quick.setFocus()

    def put_away(self) -> None:
        super().put_away()
        typed = self.quick.line.text()
        try:
            self._room.keep_form(_LINE, {"line": typed} if typed.strip() else {})
        except WarRoomError:
            pass  # a courtesy; logging the call will say what is wrong

    def refresh(self) -> None:
        super().refresh()
        self.look_again()

    def look_again(self) -> None:
        room, now = self._room, self._room.now()
        waiting = room.records(open_inquiries())
        n = sum(late(each, now) for each in waiting)
        assumed = sum(each.tier_assumed for each in waiting)
        said = ngettext(
            "{n} inquiry is past its deadline.", "{n} inquiries are past their deadlines.", n
        )
        guess = ngettext(
            "{n} outlet of unknown tier counts as first tier. F2 says its tier.",
            "{n} outlets of unknown tier count as first tier. F2 says their tier.",
            assumed,
        )
        advice = [text.format(n=k) for text, k in ((said, n), (guess, assumed)) if k]
        self.advice.say("", advice, Token.BAD if n else Token.WARN)
        if hasattr(self, "figures"):
            self.figures.setText(_figures_said(room))

    def mark(self) -> tuple[str, Token]:
        waiting, now = self._room.records(open_inquiries()), self._room.now()
        n = sum(late(each, now) for each in waiting)
        return (f"▲ {n}", Token.BAD) if n else (str(len(waiting) or ""), Token.MUTED)

    # deeds

    def answer(self) -> None:
        """Ask what was said and which line was used."""
        self._ask(questions.AnswerQuestion)

    def decline(self) -> None:
        """Ask why the chosen inquiry is declined."""
        self._ask(questions.DeclineQuestion)

    def use_line(self) -> None:
        """Ask which line of the bank answers it."""
        self._ask(questions.LineQuestion)

    def link_contact(self) -> None:
        """Ask who of our media contacts it is."""
        self._ask(questions.ContactQuestion)

    def bank(self) -> None:
        """Put the question into the bank, or count it there as asked again."""
        if inquiry := self._chosen():
            self.deeds.attempt(
                partial(replying.into_bank, self._room, inquiry),
                _("The question is in the bank: {question}").format(question=inquiry.question[:80]),
            )

    def publish(self) -> None:
        """Say that the outlet has published already, or that it has not."""
        if inquiry := self._chosen():
            out = not inquiry.published
            said = _("Noted: it has published.") if out else _("Noted: it has not published.")
            self.deeds.change([inquiry], said, published=out)

    def reopen(self) -> None:
        """Let the chosen inquiries wait for us again."""
        chosen = [each for each in self.lists[0].chosen() if not each.open]
        self.deeds.change(chosen, _("It waits for us again."), state=InquiryState.OPEN)

    def corrected(self) -> None:
        """Note that the chosen reports were corrected now."""
        self._settle(CorrectionState.CORRECTED, _("Noted as corrected now."))

    def refused(self) -> None:
        """Note that the outlets refused."""
        self._settle(CorrectionState.REFUSED, _("Noted as refused."))

    # inside

    def _settle(self, state: CorrectionState, said: str) -> None:
        self.deeds.change(
            [c for c in self.lists[1].chosen() if c.state != state], said, state=state
        )

    def _chosen(self) -> Inquiry | None:
        chosen = self.lists[0].chosen()
        if not chosen:
            self.told.emit(_("Choose an inquiry first."))
        return chosen[0] if chosen else None

    def _ask(self, question: type[questions.Question]) -> None:
        inquiry = self._chosen()
        if inquiry is None:
            return
        asked = question(self._room, inquiry)
        if why := asked.why_not():
            self.told.emit(why)
            return
        self._question = asked
        asked.show(self.asking)

    def _answered(self) -> None:
        if self._question:
            self.asking.settle(self._question.take, self._question.named)

    def _add_deeds(self) -> None:
        deeds = (
            (_("Answer now"), "a", self.answer),
            (_("Decline"), "d", self.decline),
            (_("Use line"), "l", self.use_line),
            (_("Into the bank"), "b", self.bank),
            (_("Link contact"), "c", self.link_contact),
            (_("Has published"), "p", self.publish),
            (_("Open again"), "o", self.reopen),
        )
        self.lists[0].offer(*deeds, buttons=4)
        made = ((_("Made"), "c", self.corrected), (_("Refused"), "x", self.refused))
        self.lists[1].offer(*made)

    def _connect_line(self) -> None:
        self.quick.submitted.connect(self._log)
        self.quick.edited.connect(self._read)
        self.quick.left.connect(self.lists[0].table.setFocus)
        self.quick.undo_asked.connect(self.undo_asked)
        self.quick.line.setText(self._room.kept_form(_LINE).get("line", ""))

    def _log(self, line: str) -> None:
        try:
            inquiry = called.log(self._room, line)
        except WarRoomError as fault:
            self.quick.refuse(str(fault))
            return
        self.quick.accepted()
        self._room.keep_form(_LINE, {})
        self.lists[0].show_record(inquiry)
        self.did.emit(_("The call from {outlet} is logged.").format(outlet=inquiry.outlet))

    def _read(self, line: str) -> None:
        call = called.read(self._room, line) if line.strip() else None
        self.quick.show_chips(call_chips(call, self._room) if call else ())


def _figures_said(room: WarRoom) -> str:
    found = figures(room.all(Correction))
    if found.rate is None:
        return ""
    said = _("{n} of {all} corrected").format(n=found.corrected, all=found.requested)
    if found.hours is None:
        return said
    return shown.listed((said, _("median {n} h").format(n=f"{found.hours:.1f}")))


def _lists() -> list[tuple[str, Listed]]:
    inquiries = Listed(
        Inquiry,
        ("outlet", "journalist", "question", "deadline", "state"),
        "question",
        "received_at",
        (_("No inquiry yet"), _("N types a call while the phone rings: outlet, name: question.")),
        made=inquiry_table,
    )
    corrections = Listed(
        Correction,
        ("outlet", "wrong", "asked_at", "state"),
        "wrong",
        "asked_at",
        (_("No correction asked for yet"), _("Press N to add the first one.")),
        made=correction_table,
    )
    return [(_("Inquiries"), inquiries), (_("Correction requests"), corrections)]
