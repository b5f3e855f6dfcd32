"""Closing a lesson with what follows from it: an action, a change in a playbook, or a reason."""

from typing import TYPE_CHECKING

from desktop.warroom.choices import CrisisType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.records import Task
from desktop.warroom.review import playbook_change
from desktop.warroom.review.records import Lesson
from desktop.warroom.review.recovery import Improvement
from desktop.warroom.review.words import Area, Ending
from desktop.warroom.statements.differences import Row
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


def by_action(room: "WarRoom", lesson: Lesson, action: Task | Improvement) -> None:
    """Close a lesson with a card of the board or an improvement that is there already."""
    link = {"task" if isinstance(action, Task) else "improvement": action.id}
    room.change(lesson, ended_by=Ending.ACTION, **link)


def by_new_action(
    room: "WarRoom",
    lesson: Lesson,
    what: str,
    owner: str,
    due: Moment | None,
    area: Area | str = Area.QUALITY,
) -> None:
    """Close a lesson with an improvement that it begins, in one act.

    Raises RuleBroken where nobody is named, or no time.
    """
    if not what.strip():
        raise RuleBroken(_("Say what is done."))
    if not owner.strip():
        raise RuleBroken(_("Say who sees to it."))
    if due is None:
        raise RuleBroken(_("Say by when it is done."))
    begun = Improvement(
        id=new_id(room.now().ms), action=what.strip(), owner=owner.strip(), due=due, area=area
    )
    values = {"ended_by": Ending.ACTION, "improvement": begun.id, "owner": owner, "due": due}
    room.together([begun], [(lesson, values)])


def by_playbook(room: "WarRoom", lesson: Lesson, version: PlaybookVersion) -> None:
    """Close a lesson with a version of a playbook that differs from the one before it.

    Raises RuleBroken where the two are the same.
    """
    before = playbook_change.before(room, version)
    if not playbook_change.changed(before, version):
        raise RuleBroken(_("This version changes nothing. Change the playbook first."))
    room.change(
        lesson,
        ended_by=Ending.PLAYBOOK,
        playbook=version.id,
        playbook_before=before.id,
    )


def by_reason(room: "WarRoom", lesson: Lesson, reason: str) -> None:
    """Close a lesson from which nothing follows. Raises RuleBroken without a reason."""
    room.change(lesson, ended_by=Ending.REASON, reason=reason.strip())


def open_again(room: "WarRoom", lesson: Lesson, why: str) -> None:
    """Open a lesson again. Raises RuleBroken without a reason."""
    if not why.strip():
        raise RuleBroken(_("Say why the lesson is opened again."))
    cleared = {"task": "", "improvement": "", "playbook": "", "playbook_before": "", "reason": ""}
    room.change(lesson, why=why.strip(), ended_by="", **cleared)


def playbook_rows(room: "Reading", lesson: Lesson) -> tuple[tuple[str, str], list[Row]]:
    """The names of the two versions that closed a lesson, and their lines; nothing of others."""
    found = room.find(PlaybookVersion, lesson.playbook) if lesson.playbook else None
    if found is None:
        return ("", ""), []
    kind = CrisisType(found.type)
    before = playbook_change.held(room, lesson.playbook_before, kind)
    heads = (playbook_change.named(before), playbook_change.named(found))
    return heads, playbook_change.change(before, found)
