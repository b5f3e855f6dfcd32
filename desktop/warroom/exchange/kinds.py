"""The kinds of record that files are read as: their plural words, and what makes two the same."""

from desktop.warroom import shown
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from resources import _, ngettext

NAMES: dict[str, type[Record]] = {
    "timeline": Entry,
    "tasks": Task,
    "coverage": Coverage,
    "staff_groups": StaffGroup,
    "staff_messages": StaffMessage,
    "deliveries": Delivery,
    "people": Person,
}
SAME: dict[type[Record], tuple[str, ...]] = {  # records equal in all of these are one
    Entry: ("happened_at", "source", "text"),
    Task: ("due", "owner", "title"),
    Coverage: ("published_at", "outlet", "headline"),
    StaffGroup: ("name",),
    StaffMessage: ("sent_at", "title", "text"),
    Delivery: ("reported_at", "message", "group", "reached", "missed", "confirmed"),
    Person: ("name", "role"),
}


def kind_called(name: str) -> type[Record]:
    """The kind of a plural word. Raises RuleBroken, with the words there are."""
    try:
        return NAMES[name]
    except KeyError:
        raise RuleBroken(
            _('"{name}" is no kind of record. Write one of: {names}.').format(
                name=name, names=shown.listed(NAMES)
            )
        ) from None


def name_of(kind: type[Record]) -> str:
    """The plural word of a kind, as the command line and the settings have it."""
    return next(name for name, each in NAMES.items() if each is kind)


def shown_plural(kind: type[Record]) -> str:
    """The plural word of a kind, as a user reads it."""
    return {
        Entry: _("Timeline"),
        Task: _("Tasks"),
        Coverage: _("Media coverage"),
        StaffGroup: _("Staff groups"),
        StaffMessage: _("Staff messages"),
        Delivery: _("Deliveries"),
        Person: _("People"),
    }[kind]


def counted(kind: type[Record], n: int) -> str:
    """``1 entry``, ``19 entries``."""
    return {
        Entry: ngettext("{n} entry", "{n} entries", n),
        Task: ngettext("{n} task", "{n} tasks", n),
        Coverage: ngettext("{n} media item", "{n} media items", n),
        StaffGroup: ngettext("{n} staff group", "{n} staff groups", n),
        StaffMessage: ngettext("{n} staff message", "{n} staff messages", n),
        Delivery: ngettext("{n} delivery", "{n} deliveries", n),
        Person: ngettext("{n} person", "{n} people", n),
    }[kind].format(n=f"{n:,}")
