"""The cards of the story: loaded in batches or made by a line, moved, ticked, blocked, done."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from desktop.warroom.choices import Phase, Step, TaskStatus
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.rank import between
from desktop.warroom.records import Task
from desktop.warroom.selection import Selection

Batch = tuple[int, str]  # when and by whom


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of cards and every move and tick that comes after it."""
    cards = [_Card(stage, told) for told in read("cards")]
    loaded = sorted((card for card in cards if "at" in card.told), key=_batch)
    for (at, by), batch in groupby(loaded, _batch):
        yield Cue(at, by, partial(_load, stage, list(batch)))
    for card in cards:
        yield from card.cues()


def _batch(card: "_Card") -> Batch:
    return card.told["at"], card.told["by"]


def _load(stage: Stage, batch: list["_Card"]) -> None:
    """Put a batch of cards on the board in one act, as a playbook does."""
    rank, tasks = stage.room.last_rank(), []
    for card in batch:
        rank = between(rank, "")
        tasks.append(card.task(rank))
    for card, task in zip(batch, stage.room.add_all(tasks), strict=True):
        stage.cards[card.told["key"]] = task.id


@dataclass
class _Card:
    """A card of the story; what it went through before it was loaded it is loaded with."""

    stage: Stage
    told: Plain

    def cues(self) -> Iterator[Cue]:
        since, by = self.told.get("at", 0), self.told.get("owner", "zhao")
        for at, ticked in self.told.get("ticks", ()):
            if at > since:
                yield Cue(at, by, partial(self._tick, ticked))
        for at, status, *top in self.told["moves"]:
            if at > since:
                yield Cue(at, by, partial(self._move, TaskStatus(status), bool(top)))

    def task(self, rank: str) -> Task:
        told, story = self.told, self.stage.story
        moved = [move for move in told["moves"] if move[0] <= told["at"]]
        ticks = [ticked for at, ticked in told.get("ticks", ()) if at <= told["at"]]
        status = TaskStatus(moved[-1][1]) if moved else TaskStatus.TODO
        return Task(
            title=story.say(told),
            status=status,
            phase=Phase(told["phase"]),
            step=Step(told["step"]),
            owner=story.names[told["owner"]],
            due=story.due(told.get("due")),
            rank=rank,
            checklist=self._list(ticks[-1] if ticks else 0),
            note=story.say(told.get("note")),
            plan_id=told.get("plan", ""),
            offset=told.get("due") if "plan" in told else None,
            done_at=story.at(moved[-1][0]) if status is TaskStatus.DONE else None,
        )

    def _list(self, ticked: int) -> tuple[dict[str, Any], ...]:
        items = enumerate(self.told.get("list", ()))
        return tuple({"text": self.stage.story.say(each), "done": n < ticked} for n, each in items)

    def _now(self) -> Task:
        return self.stage.room.get(Task, self.stage.cards[self.told["key"]])

    def _tick(self, ticked: int) -> None:
        self.stage.room.change(self._now(), checklist=self._list(ticked))

    def _move(self, status: TaskStatus, top: bool) -> None:
        room = self.stage.room
        column = Selection(kind=Task, equal=(("status", (status,)),), order="rank")
        first = next(iter(room.records(column, 1)), None) if top else None
        room.place(self._now(), status=status, ahead_of=first)
        if status is TaskStatus.BLOCKED:
            room.change(self._now(), blocked_by=self.stage.story.say(self.told["waits"]))
