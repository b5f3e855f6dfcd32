"""Groups as they are typed into a form: a name to a line."""

from collections.abc import Iterable

from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import StaffGroup
from desktop.warroom.room import WarRoom
from resources import _
from resources.visible import visible


def group_names(room: WarRoom, wanted: Iterable[str]) -> str:
    """The names of groups, which may be told by id or by name, a line each."""
    known = {each.id: each.name for each in room.all(StaffGroup)}
    return "\n".join(known.get(each, each) for each in wanted)


def named_groups(room: WarRoom, text: str) -> list[StaffGroup]:
    """The groups that are named, each once. Raises RuleBroken for a name that is none."""
    known = {each.name.casefold(): each for each in room.all(StaffGroup)}
    found: dict[str, StaffGroup] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        group = known.get(line.casefold())
        if group is None:
            said = _("There is no group “{name}”. Correct the name, or take it out.")
            raise RuleBroken(said.format(name=visible(line)))
        found[group.id] = group
    return list(found.values())
