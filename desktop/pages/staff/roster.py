"""The roster: groups, the people of the chosen one where names are in, and who is on duty when."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.pages.actions import act_by_letter
from desktop.pages.parts.register import Listed, RecordList, Register
from desktop.pages.staff.briefing_bar import BriefingBar
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.records import StaffGroup
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff_people import members
from desktop.warroom.staff_roster import Shift, StaffMember
from resources import _, ngettext
from widgets.plain import PlainButton

KINDS = (StaffGroup, StaffMember, Shift)


class RosterPart(Register):
    """Groups lead; their people and shifts stand below them. B notes a group or shift briefed."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [(_("Groups"), _groups()), (_("People"), _members()), (_("Shifts"), _shifts())]
        super().__init__(room, lists, parent, linked="group")
        self._keys_of: RecordList = self.lists[0]
        self.bar.did.connect(self.did)
        self.bar.told.connect(self.told)
        self.bar.failed.connect(self.failed)
        self.bar.left.connect(self._back)
        for place, deed in ((0, self.brief_group), (2, self.brief_shift)):
            self._offer(self.lists[place], deed)
        self.look_again()

    # deeds

    def brief_group(self) -> None:
        """Ask how many of the chosen group were briefed on the message sent last."""
        self._keys_of = self.lists[0]
        self.bar.ask(self._room.last_message(), self._one(0))

    def brief_shift(self) -> None:
        """Ask the same of those on duty in the chosen shift; they add to those told before."""
        self._keys_of = self.lists[2]
        shift = self._one(2)
        group = self._room.find(StaffGroup, shift.group) if shift else None
        on_duty = shift.headcount if shift and shift.headcount is not None else None
        if shift and on_duty is None and shift.people:
            on_duty = len(shift.people)
        self.bar.ask(self._room.last_message(), group, on_duty)

    # what the page asks

    def top(self) -> QWidget:
        self.bar = BriefingBar(self._room, self._main)
        return self.bar

    def show_record(self, record: Record) -> None:
        group = getattr(record, "group", "")
        if group and (found := self._room.find(StaffGroup, group)):
            self.lists[0].show_record(found)
        super().show_record(record)

    def look_again(self) -> None:
        known = members(self._room)
        groups = self._room.all(StaffGroup)
        heads = sum(g.headcount if g.headcount is not None else known.get(g.id, 0) for g in groups)
        self.advice.say(_told(len(groups), heads, sum(known.values())))

    # inside

    def _offer(self, listed: RecordList, deed: Any) -> None:
        button = PlainButton(_("Briefed"), listed)
        button.clicked.connect(deed)
        listed.add_buttons(button)
        act_by_letter(listed.table, (_("Whole group briefed"), "b", deed))

    def _one(self, place: int) -> Any:
        return next(iter(self.lists[place].chosen()), None)

    def _back(self) -> None:
        self._keys_of.table.setFocus()

    def _follow_lead(self) -> None:
        """People and shifts are those of the chosen group."""
        super()._follow_lead()
        chosen = self._one(0)
        group, shifts = chosen.id if chosen else "", self.lists[2]
        shifts.narrow(("group", (group,)), group=group)
        shifts.new.setEnabled(bool(group))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in KINDS for change in changes):
            self.look_again()

    def selection(self) -> Selection[Any] | None:
        return self._of_keys().model.selection()


def _told(groups: int, heads: int, people: int) -> str:
    """How many there are; that names are not needed."""
    if not groups:
        return ""
    said = ngettext("{n} group", "{n} groups", groups).format(n=f"{groups:,}")
    all_ = ngettext("{n} person", "{n} people", heads).format(n=f"{heads:,}")
    if not people:
        return shown.listed((said, all_, _("no names are in: headcounts do as well")))
    known = ngettext("{n} known by name", "{n} known by name", people)
    return shown.listed((said, all_, known.format(n=f"{people:,}")))


def _groups() -> Listed:
    names = ("name", "department", "site", "shift", "level", "headcount", "manager", "phone")
    return Listed(
        StaffGroup,
        names,
        "name",
        "name",
        (_("No staff groups yet"), _("N adds the first; Ctrl+I imports a list.")),
    )


def _members() -> Listed:
    return Listed(
        StaffMember,
        ("name", "number", "manager", "phone", "language"),
        "name",
        "name",
        (_("Nobody by name"), _("Headcounts do as well. N adds a person of this group.")),
    )


def _shifts() -> Listed:
    return Listed(
        Shift,
        ("starts_at", "ends_at", "headcount", "people", "note"),
        "people",
        "starts_at",
        (_("No shift yet"), _("N adds the first: from when until when, over midnight or not.")),
        newest_first=True,
    )
