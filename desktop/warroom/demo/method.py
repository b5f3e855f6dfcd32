"""The method of the story: team, facts, plan, risks, signals and what was prepared before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from desktop.warroom.choices import CrisisType
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.playbooks.keeping import approve, in_force
from desktop.warroom.record import Record

APPROVED = {CrisisType.PRODUCT_QUALITY: 200, CrisisType.DATA_LEAK: 300}  # days until the review
DAY = 86_400_000  # milliseconds


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of records, and the playbooks that were approved."""
    told = _Told(stage)
    yield Cue(1, "chen", partial(_approve, stage))
    for batch in read("method"):
        yield Cue(batch["at"], batch["by"], partial(told.write, batch["records"]))


def _approve(stage: Stage) -> None:
    room = stage.room
    for kind, days in APPROVED.items():
        now = room.minute()
        again = Moment(now.ms + days * DAY, now.offset, now.precision)
        approve(room, in_force(room, kind), stage.story.names["chen"], again)


@dataclass
class _Told:
    """The records by their keys, once they are written."""

    stage: Stage
    ids: dict[str, str] = field(default_factory=dict)

    def write(self, told: list[Plain]) -> None:
        """Write a batch in one act; links lead to records of earlier batches."""
        written = self.stage.room.together([self._record(each) for each in told])
        for each, record in zip(told, written, strict=True):
            if "key" in each:
                self.ids[each["key"]] = record

    def _record(self, told: Plain) -> Record:
        kind = KINDS[told["kind"]]
        fields = {each.name: each for each in kind.declared()}
        values = {name: self._value(fields[name], value) for name, value in told["with"].items()}
        return kind(**values)

    def _value(self, declared: Field, value: Any) -> Any:
        story = self.stage.story
        match declared.shape:
            case Shape.LINK:
                return self.ids[value]
            case Shape.MOMENT:
                if isinstance(value, dict):  # the day is all that anybody noted
                    return Moment.of(story.local(value["days"] * 24 * 60), Precision.DAY)
                return story.due(value) if declared.ahead else story.at(value)
            case Shape.CHOICE:
                assert declared.choices
                return declared.choices(value)
            case Shape.WORDS:
                return tuple(map(self._text, value))
            case Shape.TEXT | Shape.PROSE:
                return self._text(value)
        return value

    def _text(self, value: Any) -> str:
        """A wording, the name of somebody, the number of a phone, or what is no word."""
        story = self.stage.story
        if isinstance(value, dict) and "ext" in value:
            phone: str = story.room["phone"][story.language]
            return phone.format(story.room["people"][value["ext"]]["phone"])
        return story.say(value) if isinstance(value, dict) else story.names.get(value, value)
