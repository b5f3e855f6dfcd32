"""Puts the tasks of a playbook onto the board, in one act."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.warroom.choices import CrisisType, Role, TaskStatus
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.team import Post, holder
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.keeping import in_force
from desktop.warroom.playbooks.plan import PlanTask, Playbook, said
from desktop.warroom.playbooks.timing import due_at
from desktop.warroom.rank import behind
from desktop.warroom.records import Person, Task
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _


def load_playbook(room: WarRoom, kind: CrisisType | None = None) -> list[str]:
    """Load the playbook in force for a type, by default the incident's; the ids of the new cards.

    A task that is on the board already is not doubled: of its due times the earlier holds, unless
    somebody moved it or it is done. Raises RuleBroken when nothing is left to load.
    """
    wanted = kind or room.incident.type
    if not isinstance(wanted, CrisisType):
        raise RuleBroken(_("There is no playbook for this type of crisis."))
    return load(room, in_force(room, wanted).plan())


def load(room: WarRoom, plan: Playbook) -> list[str]:
    """Load this playbook; see ``load_playbook``."""
    incident = room.incident
    if incident.t0 is None:
        raise RuleBroken(_("Say first when the incident began (T0)."))
    tasks = plan.tasks_for(incident.subtype)
    there = loaded(room)
    new = [task for task in tasks if task.id not in there]
    sooner = list(_sooner(tasks, there, incident.t0))
    if not new and not sooner:
        raise RuleBroken(_("All tasks of this playbook are on the board already."))
    owners, ranks = holders(room), behind(room.last_rank(), len(new))
    cards = [_card(task, incident.t0, owners, rank) for task, rank in zip(new, ranks)]
    return room.together(cards, sooner, why=_("Playbook: {name}").format(name=said(plan.name)))


def loaded(room: WarRoom) -> dict[str, Task]:
    """The cards of this incident that came from a playbook, by their ids there.

    Of one that repeats the first round stands for all.
    """
    found = dict[str, Task]()
    for card in room.records(Selection(kind=Task, filled=("plan_id",))):
        found.setdefault(card.plan_id, card)
    return found


def holders(room: WarRoom) -> dict[Role, str]:
    """Who holds each role of the team, or stands in; else who was written down with it."""
    posts = room.all(Post)
    found = {role: name for role in Role if (name := holder(posts, role))}
    words = {word.casefold(): role for role in Role for word in (role.value, role.word, role.shown)}
    for person in room.all(Person):
        if role := words.get(person.role.strip().casefold()):
            found.setdefault(role, person.name)
    return found


def _card(task: PlanTask, t0: Moment, owners: Mapping[Role, str], rank: str) -> Task:
    return Task(
        title=said(task.title),
        phase=task.step.phase,
        step=task.step,
        role=task.owner,
        owner=owners.get(task.owner, ""),
        critical=task.critical,
        due=due_at(t0, task.offset),
        rank=rank,
        note=_note(task),
        done_when=said(task.done_when or {}),
        plan_id=task.id,
        offset=task.offset,
        every=task.every,
        every_level_1=task.every_level_1,
    )


def _note(task: PlanTask) -> str:
    """Why it is done, and where the course says so."""
    where = _("Course: {points}").format(points=task.seed) if "§" in task.seed else ""
    return "\n".join(filter(None, (said(task.why or {}), where)))


def _sooner(
    tasks: list[PlanTask], there: Mapping[str, Task], t0: Moment
) -> Iterator[tuple[Task, dict[str, Any]]]:
    for task in tasks:
        card = there.get(task.id)
        if card is None or card.status == TaskStatus.DONE or card.offset is None or not card.due:
            continue
        untouched = card.due.ms == due_at(t0, card.offset).ms
        if untouched and task.offset < card.offset:
            yield card, {"due": due_at(t0, task.offset), "offset": task.offset}
