"""Decisions: what was asked, weighed and chosen, why, and when it is looked at again."""

from PySide6.QtWidgets import QWidget

from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.warroom.choices import EntryKind
from desktop.warroom.record import Record
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _, ngettext
from widgets.theme import Token

_DECISIONS = (("kind", (EntryKind.DECISION,)),)


class DecisionPart(Register):
    """The decisions of the log, the newest first; those without a reason are counted above."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Entry,
            ("happened_at", "text", "reason", "present", "review_at"),
            "text",
            "happened_at",
            (
                _("No decision yet"),
                _("N logs one: the question, the options, the choice, why, and who was present."),
            ),
            newest_first=True,
            narrowed=_DECISIONS,
            given={"kind": EntryKind.DECISION},
        )
        super().__init__(room, [(_("Decisions"), listed)], parent)
        act(self.lists[0].table, (_("What we knew then"), "W", self._ask_past))
        self.look_again()

    def holds(self, kind: type[Record]) -> bool:
        return False  # an entry is opened in its log

    def look_again(self) -> None:
        bare, past = self._without_reason(), self._past_review()
        said = []
        if bare:
            text = ngettext("{n} decision has no reason.", "{n} decisions have no reason.", bare)
            said.append(text.format(n=bare))
        if past:
            text = ngettext(
                "{n} decision was to be looked at again by now.",
                "{n} decisions were to be looked at again by now.",
                past,
            )
            said.append(text.format(n=past))
        self.advice.say("", said)

    def mark(self) -> tuple[str, Token]:
        n = self._without_reason() + self._past_review()
        return (f"▲ {n}", Token.WARN) if n else ("", Token.MUTED)

    def _ask_past(self) -> None:
        """Ask for the room as it was when the chosen decision was taken."""
        chosen = self.lists[0].chosen()
        if chosen and chosen[0].happened_at:
            self.past_asked.emit(chosen[0].happened_at)

    def _without_reason(self) -> int:
        return self._room.count(Selection(kind=Entry, equal=_DECISIONS, empty=("reason",)))

    def _past_review(self) -> int:
        within = (("review_at", None, self._room.now().ms),)
        return self._room.count(Selection(kind=Entry, equal=_DECISIONS, within=within))
