"""Messages to staff in their versions: which groups each is for, and what a newer one replaces."""

from collections.abc import Sequence

from desktop.warroom.choices import Standing
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.selection import Selection


def versions(room: Reading, message: StaffMessage) -> list[StaffMessage]:
    """All versions of a message in its language, the oldest first."""
    series = message.of_series
    later = Selection(kind=StaffMessage, equal=(("series", (series,)),))
    first = room.find(StaffMessage, series)
    found = [*([first] if first and not first.gone else []), *room.records(later)]
    same = [each for each in found if each.language == message.language]
    return sorted(same, key=lambda each: each.version or 0)


def superseded_by(room: Reading, message: StaffMessage) -> list[StaffMessage]:
    """The earlier versions that are out until this one is sent."""
    return [
        each
        for each in versions(room, message)
        if (each.version or 0) < (message.version or 0)
        and each.sent_at
        and each.standing != Standing.SUPERSEDED
    ]


def addressed(room: Reading, message: StaffMessage | None) -> list[StaffGroup]:
    """The groups that a message is for: those that it names by id or by name, else all."""
    return narrowed(room.all(StaffGroup), message)


def narrowed(groups: Sequence[StaffGroup], message: StaffMessage | None) -> list[StaffGroup]:
    """Those of some groups that a message is for."""
    if message is None or not message.groups:
        return list(groups)
    wanted = {*message.groups, *(each.casefold() for each in message.groups)}
    return [each for each in groups if each.id in wanted or each.name.casefold() in wanted]
