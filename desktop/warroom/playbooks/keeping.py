"""The company's own versions of the playbooks: edited, approved, put in force."""

from collections.abc import Sequence
from typing import Any

from desktop.warroom.choices import CrisisType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.checking import checked
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.plan import Playbook, said
from desktop.warroom.playbooks.shipped import shipped
from desktop.warroom.reading import Reading
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _

SHIPPED = 1  # the number of the version that the program brings


def versions(room: Reading, kind: CrisisType) -> list[PlaybookVersion]:
    """The versions for a type, the shipped one first; that one is no record and has no id."""
    own = room.records(Selection(kind=PlaybookVersion, equal=(("type", (kind,)),), order="version"))
    name = said(shipped(kind).name)
    standing = not any(each.in_force for each in own)
    return [PlaybookVersion(name=name, type=kind, version=SHIPPED, in_force=standing), *own]


def in_force(room: Reading, kind: CrisisType) -> PlaybookVersion:
    """The version in force for a type: the shipped one until the room has approved its own."""
    return next(each for each in reversed(versions(room, kind)) if each.in_force)


def keep(room: WarRoom, plans: Sequence[Playbook]) -> list[PlaybookVersion]:
    """Keep playbooks as new drafts, each with the next number of its type, in one act."""
    return room.add_all([PlaybookVersion(version=_next(room, p.type), **_held(p)) for p in plans])


def edit(room: WarRoom, version: PlaybookVersion, plan: Playbook) -> PlaybookVersion:
    """Give a draft another content; of what was approved or shipped this makes a new draft."""
    if not version.draft:
        return keep(room, [plan])[0]
    room.change(version, **_held(plan))
    return room.get(PlaybookVersion, version.id)


def approve(
    room: WarRoom, version: PlaybookVersion, by: str, review_due: Moment | None = None
) -> PlaybookVersion:
    """Put a version in force, and the one before it out of force, in one act.

    The shipped one is kept as a version of our own by this. Raises RuleBroken without a name.
    """
    if not by.strip():
        raise RuleBroken(_("Say who approves the playbook."))
    kind = CrisisType(version.type)
    said_by: dict[str, Any] = {
        "approver": by.strip(),
        "approved_at": room.minute(),
        "review_due": review_due,
        "in_force": True,
    }
    others = [each for each in versions(room, kind) if each.in_force and each.id != version.id]
    changed = [(each, {"in_force": False}) for each in others if each.id]
    if version.id:
        room.together((), [*changed, (version, said_by)])
        return room.get(PlaybookVersion, version.id)
    own = PlaybookVersion(version=_next(room, kind), **_held(version.plan()), **said_by)
    return room.get(PlaybookVersion, room.together([own], changed)[0])


def _next(room: Reading, kind: CrisisType) -> int:
    return max(each.version or SHIPPED for each in versions(room, kind)) + 1


def _held(plan: Playbook) -> dict[str, Any]:
    """A playbook as the fields of a version."""
    plain = plan.plain()
    checked(plain)
    return {
        "name": said(plan.name),
        "type": plan.type,
        "names": (plain["name"],),
        "tasks": tuple(plain["tasks"]),
        "prevention": tuple(plain["prevention"]),
        "audiences": tuple(plain["audiences"]),
        "statements": plan.statements,
        "messages": plan.messages,
    }
