"""What the cards of a playbook do when T0 or the severity changes or a repeating one is done."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop.warroom.choices import TaskStatus
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.timing import due_at, interval
from desktop.warroom.rank import between
from desktop.warroom.reading import Reading
from desktop.warroom.records import Incident, Task
from desktop.warroom.scope import Scope
from desktop.warroom.selection import Selection


def moved(
    before: Incident, after: Incident, room: Reading
) -> Iterator[tuple[Task, dict[str, Any]]]:
    """The cards that get another due time when T0 or the severity of their incident changes."""
    now = room.minute()
    for card in _open(room, before):
        due = _after_t0(card, before, after) or _after_interval(card, before, after, now)
        if due and card.due and due.ms != card.due.ms:
            yield card, {"due": due}


def _open(room: Reading, incident: Incident) -> list[Task]:
    """The cards of an incident that are not done and have a deadline."""
    held = Scope.of(room.incidents(), incident.id).held
    cards = Selection(kind=Task, equal=(("incident", (held,)),), filled=("due",), everywhere=True)
    return [card for card in room.records(cards) if card.status != TaskStatus.DONE]


def _after_t0(card: Task, before: Incident, after: Incident) -> Moment | None:
    """The new due of a card that still stands at its offset from T0."""
    if card.offset is None or not (card.due and before.t0 and after.t0):
        return None
    stands = card.due.ms == due_at(before.t0, card.offset).ms
    return due_at(after.t0, card.offset) if stands else None


def _after_interval(card: Task, before: Incident, after: Incident, now: Moment) -> Moment | None:
    """The new due of a card that still stands at its interval; it comes nearer up to now."""
    was = interval(card.every, card.every_level_1, before.severity)
    will = interval(card.every, card.every_level_1, after.severity)
    start = card.counts_from
    if not (card.due and start and was and will) or was == will:
        return None
    if card.due.ms != due_at(start, was).ms:
        return None
    due = due_at(start, will)
    if due.ms < card.due.ms and due.ms < now.ms:
        due = min(card.due, now, key=lambda moment: moment.ms)
    return due


def next_round(card: Task, room: Reading) -> Iterator[Task]:
    """The card for the next round of a repeating one that is done, unless it stands there."""
    if not card.every or card.gone or _stands(room, card):
        return
    incident = _incident_of(room, card)
    minutes = interval(card.every, card.every_level_1, incident.severity)
    assert minutes
    start = room.minute()
    if card.due and card.due.ms > start.ms:
        start = card.due
    yield replace(
        card,
        id="",
        recorded_at=None,
        author="",
        status=TaskStatus.TODO,
        rank=between(room.last_rank(), ""),
        due=due_at(start, minutes),
        offset=None,
        counts_from=start,
        done_at=None,
        evidence="",
        blocked_by="",
        checklist=tuple(map(_unticked, card.checklist)),
    )


def _unticked(item: Any) -> Any:
    return {**item, "done": False} if isinstance(item, dict) else item


def _stands(room: Reading, card: Task) -> bool:
    """Whether another round of a card is open."""
    by = ("plan_id", card.plan_id) if card.plan_id else ("title", card.title)
    same = Selection(
        kind=Task,
        equal=(("incident", (card.incident,)), (by[0], (by[1],))),
        everywhere=True,
    )
    return any(each.id != card.id and each.status != TaskStatus.DONE for each in room.records(same))


def _incident_of(room: Reading, card: Task) -> Incident:
    incidents = room.incidents()
    return next((each for each in incidents if each.id == card.incident), incidents[0])
