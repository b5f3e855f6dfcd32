"""What is asked about an inquiry before a deed: what was said, why not, which line, who it is."""

from desktop.models.named import name_of
from desktop.pages.parts.asking import Asking
from desktop.warroom import shown
from desktop.warroom.answers import replying
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.answers.matching import matching
from desktop.warroom.method.media import MediaContact
from desktop.warroom.room import WarRoom
from resources import _
from widgets.editors import FormField

_CUT = 90  # characters of a line where one is chosen
_BEST = 8  # lines that come first because they match the question


class Question:
    """Asks about one inquiry; ``named`` is the field beside which a refusal is said."""

    named = ""

    def __init__(self, room: WarRoom, inquiry: Inquiry) -> None:
        self._room, self._inquiry = room, inquiry

    def why_not(self) -> str:
        """Why there is nothing to be asked; empty where there is."""
        return ""

    def show(self, asking: Asking) -> None:
        """Ask."""
        raise NotImplementedError

    def take(self, values: dict[str, str]) -> str:
        """Do what was answered; what is said of it. Raises RuleBroken or StoreFailed."""
        raise NotImplementedError

    def _show(self, asking: Asking, title: str, fields: list[FormField], submit: str) -> None:
        inquiry = self._inquiry
        who = shown.listed((inquiry.outlet, inquiry.journalist, inquiry.phone))
        about = shown.labelled(who, inquiry.question)
        asking.ask(f"{type(self).__name__}-{inquiry.id}", title, fields, submit, about=about)

    def _lines(self) -> list[Answer]:
        """The lines in force, those that match the question first."""
        now = self._room.now().ms
        said = [each for each in self._room.all(Answer) if valid(each, now)]
        best = matching(said, self._inquiry.question, _BEST)
        linked = [each for each in said if each.id == self._inquiry.line]
        return list({each.id: each for each in (*linked, *best, *said)}.values())

    def _line_field(self, needed: bool) -> FormField:
        lines = self._lines()
        named = [(each.id, _short(self._room, each)) for each in lines]
        known = self._inquiry.line in {each.id for each in lines}
        value = self._inquiry.line if known else lines[0].id if needed else ""
        choices = tuple(named) if needed else (("", _("none")), *named)
        return FormField("line", _("Line used"), "choice", choices, value, needed=needed)


class AnswerQuestion(Question):
    """What was answered, and with which line."""

    named = "said"

    def show(self, asking: Asking) -> None:
        said = FormField("said", _("What we said"), "prose", value=self._inquiry.answer)
        self._show(asking, _("Answered now"), [said, self._line_field(False)], _("Answered"))

    def take(self, values: dict[str, str]) -> str:
        line = self._room.find(Answer, values["line"]) if values["line"] else None
        replying.reply(self._room, self._inquiry, values["said"], line)
        return _("Answered: {outlet}").format(outlet=self._inquiry.outlet)


class DeclineQuestion(Question):
    """Why an inquiry is declined."""

    named = "reason"

    def show(self, asking: Asking) -> None:
        why = FormField("reason", _("Reason"), value=self._inquiry.reason, needed=True)
        self._show(asking, _("Decline with a reason"), [why], _("Decline"))

    def take(self, values: dict[str, str]) -> str:
        replying.decline(self._room, self._inquiry, values["reason"])
        return _("Declined: {outlet}").format(outlet=self._inquiry.outlet)


class LineQuestion(Question):
    """Which line the answer begins with."""

    named = "line"

    def why_not(self) -> str:
        return "" if self._lines() else _("No line is valid now. Approve one in the bank first.")

    def show(self, asking: Asking) -> None:
        self._show(asking, _("Use a line"), [self._line_field(True)], _("Use line"))

    def take(self, values: dict[str, str]) -> str:
        replying.use_line(self._room, self._inquiry, self._room.get(Answer, values["line"]))
        return _("The answer is filled in. A notes it as given.")


class ContactQuestion(Question):
    """Who of our media contacts asks."""

    named = "contact"

    def why_not(self) -> str:
        known = self._room.all(MediaContact)
        return "" if known else _("No media contact is known. Add them under Media relations.")

    def show(self, asking: Asking) -> None:
        known = self._known()
        begun = self._inquiry.contact or known[0][0]
        field = FormField("contact", _("Media contact"), "choice", known, begun, needed=True)
        self._show(asking, _("Who asks?"), [field], _("Link contact"))

    def take(self, values: dict[str, str]) -> str:
        contact = self._room.get(MediaContact, values["contact"])
        replying.link(self._room, self._inquiry, contact)
        return _("Linked to {name}.").format(name=contact.name)

    def _known(self) -> tuple[tuple[str, str], ...]:
        """The contacts, those of the outlet first."""
        outlet = self._inquiry.outlet.casefold()
        found = sorted(
            self._room.all(MediaContact), key=lambda each: each.outlet.casefold() != outlet
        )
        return tuple((each.id, shown.aside(name_of(each), each.outlet)) for each in found)


def _short(room: WarRoom, answer: Answer) -> str:
    said = " ".join(replying.line_said(room, answer).split())
    cut = said if len(said) <= _CUT else f"{said[: _CUT - 1].rstrip()}…"
    return shown.labelled(answer.question, cut)
