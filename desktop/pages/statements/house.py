"""The message house: one roof, at most three key messages, and their proofs."""

from PySide6.QtWidgets import QWidget

from desktop.models.house_stones import message_table, proof_table, stones
from desktop.pages.actions import act_by_letter
from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.answers.house import advice, house
from desktop.warroom.answers.lines import KeyMessage, ProofPoint
from desktop.warroom.answers.words import MessageRole
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from resources import _
from widgets.house_frame import HouseFrame
from widgets.plain import PlainButton
from widgets.theme import Token

BUILT_OF = (KeyMessage, ProofPoint, Fact)


class HousePart(Register):
    """The house as it is said now, and below it the registers of messages and proofs."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (_("Messages"), _messages()),
            (_("Proof points of the chosen message"), _proofs()),
        ]
        super().__init__(room, lists, parent, linked="message")
        self.approved = PlainButton(_("Approve"), self)
        self.ended = PlainButton(_("End it"), self)
        self.lists[0].add_buttons(self.approved, self.ended)
        self._act()
        self.look_again()

    # deeds

    def approve(self) -> None:
        """Approve the chosen messages as the operator."""
        if not self._room.operator.strip():
            self.failed.emit(_("Say first who you are: an approval needs a name."))
            return
        chosen: list[KeyMessage] = self.lists[0].chosen()
        self._change(chosen, _("Approved: {title}"), approved_by=self._room.operator.strip())

    def end(self) -> None:
        """Let the chosen messages be said no more from now on."""
        self._change(self.lists[0].chosen(), _("Ended: {title}"), valid_to=self._room.minute())

    # what the page asks

    def top(self) -> QWidget:
        frame = HouseFrame(self._main)
        self.view = frame.view
        return frame

    def look_again(self) -> None:
        found = house(self._room)
        self.view.show_house(*stones(self._room, found))
        self.advice.say("", advice(found))
        for each in self.lists:
            each.model.refresh()

    def mark(self) -> tuple[str, Token]:
        found = house(self._room)
        if advice(found):
            return "▲", Token.WARN
        n = len(found.pillars)
        return (str(n), Token.MUTED) if n else ("", Token.MUTED)

    # inside

    def _act(self) -> None:
        self.approved.clicked.connect(self.approve)
        self.ended.clicked.connect(self.end)
        approve, end = self.approved.text(), self.ended.text()
        act_by_letter(self.lists[0].table, (approve, "a", self.approve), (end, "e", self.end))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open_stone)
        self.view.wanted.connect(self._ask_for)

    def _change(self, chosen: list[KeyMessage], done: str, **values: object) -> None:
        if chosen:
            said = done.format(title=shown.short(chosen[0].text))
            self.deeds.change(chosen, said, **values)

    def _choose(self, key: str) -> None:
        """Choose in the lists below what has the keys in the house."""
        if proof := self._room.find(ProofPoint, key):
            message = self._room.find(KeyMessage, proof.message)
            if message:
                self.lists[0].show_record(message)
            self.lists[1].show_record(proof)
        elif message := self._room.find(KeyMessage, key):
            self.lists[0].show_record(message)

    def _open_stone(self, key: str) -> None:
        record = self._room.find(KeyMessage, key) or self._room.find(ProofPoint, key)
        if record:
            self.beside.open([record])

    def _ask_for(self, place: str) -> None:
        role = MessageRole.UMBRELLA if place == "roof" else MessageRole.KEY
        self.ask_new(KeyMessage, role=role)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(issubclass(change.kind, BUILT_OF) for change in changes):
            self.look_again()


def _messages() -> Listed:
    return Listed(
        KeyMessage,
        (),
        "text",
        "role",
        (_("No message yet"), _("N adds the first: the umbrella, then up to three key messages.")),
        made=message_table,
    )


def _proofs() -> Listed:
    return Listed(
        ProofPoint,
        (),
        "text",
        "recorded_at",
        (_("No proof yet"), _("N adds the first, with the fact that it rests on.")),
        made=proof_table,
    )
