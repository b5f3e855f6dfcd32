"""Employee communication in a briefing: each group with what it was told last, and the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from desktop.warroom.briefing.tables import Plain, table
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.staff import GroupTold, all_told
from desktop.warroom.staff_measures import NOTHING
from desktop.warroom.staff_table import Figure, figures
from resources import _


@dataclass(frozen=True, slots=True)
class Staff:
    """The groups, where the newest message stands that each was told of, and the figures.

    The figures are in the language that is spoken while they are read.
    """

    groups: Sequence[StaffGroup] = ()
    told: Sequence[tuple[GroupTold, StaffMessage]] = ()
    figures: Sequence[Figure] = ()

    @classmethod
    def of(cls, room: Reading, as_of: Moment) -> Self:
        """What a room holds of it; of a room without groups nothing is told."""
        groups = room.all(StaffGroup)
        if not groups:
            return cls()
        newest: dict[str, tuple[GroupTold, StaffMessage]] = {}
        for each in all_told(room):  # the newest first
            for group in each.groups:
                if each.message and each.message.sent_at and not group.untold:
                    newest.setdefault(group.group.id, (group, each.message))
        found = [each for each in figures(room, room.last_message(), as_of) if _counts(each)]
        return cls(groups, list(newest.values()), found)


def sections(staff: Staff) -> Iterator[Plain]:
    """The tables of a briefing; those without a row are left out by it."""
    yield _groups(staff)
    head = [_("Figure"), _("Value"), _("Counted")]
    rows = [[each.label, each.words, _parts(each)] for each in staff.figures]
    yield table(_("Employee communication"), head, ["3fr", "2fr", "auto"], rows)


def _groups(staff: Staff) -> Plain:
    told = {each.group.id: (each, message) for each, message in staff.told}
    rows = [_row(group, *told.get(group.id, (None, None))) for group in staff.groups]
    head = [
        _("Group"),
        _("Headcount"),
        _("Reached"),
        _("Read"),
        _("Confirmed"),
        _("Not told"),
        _("Last message"),
    ]
    widths = ["2fr", "auto", "auto", "auto", "auto", "auto", "2fr"]
    return table(_("Employees"), head, widths, rows)


def _row(group: StaffGroup, told: GroupTold | None, message: StaffMessage | None) -> list[str]:
    if told is None or message is None:
        return [group.name, _count(group.headcount), _("not told"), "", "", "", ""]
    counts = (told.heads, told.reached, told.read, told.confirmed, told.left)
    return [group.name, *map(_count, counts), message.title]


def _count(number: int | None) -> str:
    return _("unknown") if number is None else f"{number:,}"


def _parts(figure: Figure) -> str:
    share = figure.share
    return f"{share.part:,} / {share.of:,}" if share else ""


def _counts(figure: Figure) -> bool:
    """Whether there is anything behind a figure."""
    return figure.words not in (NOTHING, "0")
