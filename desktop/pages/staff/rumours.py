"""Rumours among employees: one row travels from heard to judged, answered, and told to groups."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.models.named import name_of
from desktop.models.staff_missing import message_words, ordered_messages
from desktop.models.staff_voices import rumour_table
from desktop.pages.parts.register import Listed
from desktop.pages.staff.group_names import group_names, named_groups
from desktop.pages.staff.voices import VoicePart
from desktop.warroom import shown
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_asked import (
    Rumours,
    hear,
    hear_again,
    not_taken_up,
    rumours,
    take_all_up,
    tell,
)
from desktop.warroom.staff_measures import MINUTE
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Verdict
from resources import _, ngettext
from widgets.form import FormField
from widgets.plain import PlainButton, set_tip
from widgets.theme import Token


class RumourPart(VoicePart):
    """A line that takes a rumour, the log below it; H heard again, V verdict, T told to groups."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, (_("Rumours"), _rumours()), parent)
        self.waiting = PlainButton("", self.lists[0], "link")
        self.waiting.clicked.connect(self.take_all_up)
        self.lists[0].add_buttons(self.waiting)
        self.offer(
            ("h", _("Heard again"), self.again),
            ("v", _("Verdict…"), self.judge),
            ("t", _("Told to groups…"), self.tell),
        )
        self.look_again()

    # deeds

    def take(self, text: str) -> tuple[Record, str]:
        now, me = self._room.minute(), self._room.operator
        found = hear(self._room, Rumour(text=text, heard_at=now, owner=me))
        said = _("Noted, with its line in the timeline: {title}")
        if (found.heard or 1) > 1:
            said = _("Heard {n} times now: {title}")
        return found, said.format(n=found.heard, title=shown.short(found.text))

    def again(self) -> None:
        """Note that the chosen rumour was heard once more."""
        if rumour := self.one():
            said = _("Heard {n} times now: {title}")
            done = said.format(n=(rumour.heard or 0) + 1, title=shown.short(rumour.text))
            self.deeds.attempt(partial(hear_again, self._room, rumour), done)

    def judge(self) -> None:
        """Ask for the verdict on the chosen rumour, what it rests on, and the answer."""
        if (rumour := self.one()) is None:
            return
        verdicts = tuple((each.value, each.shown) for each in Verdict)
        facts = [(each.id, name_of(each)) for each in self._room.all(Fact)]
        nothing = ("", _("not said"))
        fields = (
            FormField(
                "verdict", _("Verdict"), "choice", verdicts, str(rumour.verdict), needed=True
            ),
            FormField("evidence", _("Evidence"), "prose", value=rumour.evidence),
            FormField("fact", _("Fact"), "choice", (nothing, *facts), rumour.fact),
            FormField("answer", _("Answer"), "prose", value=rumour.answer),
        )
        self.begin(rumour, _("Verdict"), fields, _("Judge it"), rumour.text)

    def tell(self) -> None:
        """Ask which groups were told what is true, and by which message."""
        if (rumour := self.one()) is None:
            return
        if rumour.verdict == Verdict.OPEN:
            self.told.emit(_("Judge the rumour first: what is told about it must stand."))
            return
        messages = [
            (each.id, message_words(self._room, each)) for each in ordered_messages(self._room)
        ]
        fields = (
            FormField(
                "groups",
                _("Groups told"),
                "prose",
                value=group_names(self._room, [g.id for g in self._room.all(StaffGroup)]),
                needed=True,
                hint=_("one to a line"),
            ),
            FormField(
                "message",
                _("Message that corrects it"),
                "choice",
                (("", _("by word of mouth")), *messages),
                rumour.message,
            ),
        )
        about = shown.labelled(rumour.text, rumour.answer) if rumour.answer else rumour.text
        self.begin(rumour, _("Told to groups"), fields, _("Told now"), about)

    def take_all_up(self) -> None:
        """Give each rumour of the timeline that has none a row of its own."""
        n = len(not_taken_up(self._room))
        done = ngettext("{n} rumour taken up.", "{n} rumours taken up.", n).format(n=n)
        self.deeds.attempt(partial(take_all_up, self._room), done)

    def answer(self, asked: Any, said: dict[str, str]) -> str:
        rumour = self._room.get(Rumour, asked.id)
        if "verdict" in said:
            self._room.change(rumour, **{**said, "verdict": Verdict(said["verdict"])})
            return _("Judged: {title}").format(title=shown.short(rumour.text))
        groups = named_groups(self._room, said["groups"])
        if not groups:
            raise RuleBroken(_("Name at least one group that was told."))
        message = self._room.find(StaffMessage, said["message"]) if said["message"] else None
        tell(self._room, rumour, groups, message)
        n = len(groups)
        return ngettext("{n} group told.", "{n} groups told.", n).format(n=n)

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        found = rumours(self._room)
        if found.open:
            return f"▲ {found.open}", Token.WARN
        return (f"{found.untold:,}", Token.MUTED) if found.untold else ("", Token.MUTED)

    def look_again(self) -> None:
        found, waiting = rumours(self._room), len(not_taken_up(self._room))
        self.advice.say(_told(found), _minded(found))
        said = ngettext(
            "Take up {n} rumour of the timeline", "Take up {n} rumours of the timeline", waiting
        )
        self.waiting.setVisible(bool(waiting))
        self.waiting.setText(said.format(n=waiting))
        set_tip(self.waiting, self.waiting.text())


def _told(found: Rumours) -> str:
    parts = []
    if found.untold:
        n = found.untold
        parts.append(
            ngettext("{n} not told to groups yet", "{n} not told to groups yet", n).format(n=n)
        )
    if found.minutes is not None:
        time = shown.lasting(found.minutes * MINUTE)
        parts.append(_("verdict after {time} (median)").format(time=time))
    return "  ·  ".join(parts)


def _minded(found: Rumours) -> list[str]:
    said = []
    if found.open:
        n = found.open
        many = ngettext("{n} rumour has no verdict yet.", "{n} rumours have no verdict yet.", n)
        said.append(many.format(n=n))
    if found.repeats:
        n = found.repeats
        many = ngettext(
            "Heard {n} time after the correction.", "Heard {n} times after the correction.", n
        )
        said.append(many.format(n=n))
    return said


def _rumours() -> Listed:
    return Listed(
        Rumour,
        (),
        "text",
        "heard_at",
        (_("No rumour yet"), _("Type one above and press Enter; heard again it counts up.")),
        made=rumour_table,
    )
