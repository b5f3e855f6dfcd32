"""What employees of the story ask, hear and feel, and who was trained, helped and thanked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from desktop.warroom.demo.records import values, write
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.records import StaffGroup
from desktop.warroom.staff_asked import hear_again, not_taken_up, take_up, tell
from desktop.warroom.staff_voices import Rumour


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of records, and every step of every rumour."""
    book = read("staff-voices")
    for batch in book["batches"]:
        yield Cue(batch["at"], batch["by"], partial(write, stage, batch))
    for told in book["rumours"]:
        rumour = _Rumour(stage, told)
        yield Cue(told["at"], told["by"], rumour.take_up)
        for at, by, verb, said in told["steps"]:
            yield Cue(at, by, partial(getattr(rumour, verb), said))


@dataclass
class _Rumour:
    """A rumour of the timeline, from the line that told of it on."""

    stage: Stage
    told: Plain

    def take_up(self) -> None:
        newest = not_taken_up(self.stage.room)[-1]
        self.stage.ids[self.told["key"]] = take_up(self.stage.room, newest).id
        self.change(self.told["with"])

    def change(self, said: Plain) -> None:
        told = {"kind": Rumour.kind_name, "with": said}
        self.stage.room.change(self._now(), **values(self.stage, told))

    def tell(self, groups: list[str]) -> None:
        room, ids = self.stage.room, self.stage.ids
        tell(room, self._now(), [room.get(StaffGroup, ids[f"g_{key}"]) for key in groups])

    def hear(self, _said: Plain) -> None:
        hear_again(self.stage.room, self._now())

    def _now(self) -> Rumour:
        return self.stage.room.get(Rumour, self.stage.ids[self.told["key"]])
