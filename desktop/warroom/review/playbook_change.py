"""What a version of a playbook does otherwise than the one before it, line by line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.playbooks.keeping import versions
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.plan import PlanTask, Playbook, said
from desktop.warroom.statements.differences import Row, differences
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading


def own_versions(room: "Reading") -> list[PlaybookVersion]:
    """The versions that the company has made, of all types, the newest of each first."""
    found = (versions(room, kind) for kind in CrisisType)
    return [each for some in found for each in reversed(some) if each.id]


def before(room: "Reading", version: PlaybookVersion) -> PlaybookVersion:
    """The version that came before one; the shipped one has no id."""
    earlier = [
        each
        for each in versions(room, CrisisType(version.type))
        if (each.version or 0) < (version.version or 0)
    ]
    return max(earlier, key=lambda each: each.version or 0)


def held(room: "Reading", version_id: str, kind: CrisisType) -> PlaybookVersion:
    """A version by its id; the shipped one of its type where there is none."""
    found = room.find(PlaybookVersion, version_id) if version_id else None
    return found or versions(room, kind)[0]


def change(old: PlaybookVersion, new: PlaybookVersion) -> list[Row]:
    """The lines of two versions beside each other, in the language spoken now."""
    return differences(as_text(old.plan()), as_text(new.plan()))


def changed(old: PlaybookVersion, new: PlaybookVersion) -> bool:
    """Whether one does anything otherwise than the other."""
    return old.plan() != new.plan()


def named(version: PlaybookVersion) -> str:
    """A version as it is called: type, number, and whether it is in force."""
    n = version.version or 1
    draft = _("Draft") if version.draft else ""
    state = _("In force") if version.in_force else draft
    name = _("{type}, version {n}").format(type=word(version.type), n=n)
    return shown.aside(name, state) if state else name


def as_text(plan: Playbook) -> str:
    """A playbook as lines that can be compared: tasks, prevention, audiences, templates."""
    return "\n".join(_lines(plan))


def _lines(plan: Playbook) -> Iterator[str]:
    yield said(plan.name)
    for task in sorted(plan.tasks, key=lambda each: each.id):
        yield from _task(task)
    for each in plan.prevention:
        every = _("every {n} d").format(n=each.every_days)
        yield "  ".join((each.id, every, each.owner.shown, said(each.title)))
    for row in plan.audiences:
        due = _after(row.first_due)
        yield "  ".join(filter(None, (row.audience, due, row.owner.shown, row.channels)))
    yield from (*plan.statements, *plan.messages)


def _task(task: PlanTask) -> Iterator[str]:
    sign = "●" if task.critical else ""
    parts = (task.id, sign, _after(task.offset), task.owner.shown, said(task.title))
    yield "  ".join(filter(None, parts))
    if task.done_when:
        yield "    " + shown.labelled(_("Done when"), said(task.done_when))


def _after(minutes: int) -> str:
    return f"T+{shown.lasting(minutes * 60_000)}" if minutes >= 0 else f"T−{-minutes} min"
