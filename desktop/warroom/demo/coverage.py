"""The media of the story: items brought in by the batch, and our answers to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from desktop.warroom.choices import Carried, OutletKind, Prominence, Tier, Tone
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.records import Coverage


def cues(stage: Stage) -> Iterator[Cue]:
    """Every import, and every answer that was given after it."""
    book = read("coverage")
    for before, at in pairwise((0, *book["imports"])):
        told = [each for each in book["items"] if before < each["at"] <= at]
        batch = _Batch(stage, book, told, at)
        yield Cue(at, book["by"], batch.bring_in)
        for n, each in enumerate(told):
            if each.get("answered", 0) > at:
                yield Cue(each["answered"], "lin", partial(batch.answer, n))


@dataclass
class _Batch:
    """The items that one import brings in; ``ids`` are those of their records after it."""

    stage: Stage
    book: Plain
    told: list[Plain]
    at: int
    ids: tuple[str, ...] = ()

    def bring_in(self) -> None:
        added = self.stage.room.add_all([self._item(each) for each in self.told])
        self.ids = tuple(item.id for item in added)
        for each, item in zip(self.told, added, strict=True):
            if "key" in each:
                self.stage.ids[each["key"]] = item.id

    def answer(self, n: int) -> None:
        room = self.stage.room
        answered = self.stage.story.at(self.told[n]["answered"])
        room.change(room.get(Coverage, self.ids[n]), answered_at=answered)

    def _left(self, told: Plain) -> bool:
        """Whether our statement was answer enough to what was bad in it."""
        bad = told["tone"] in (Tone.NEGATIVE, Tone.MIXED) and "answered" not in told
        return bad and "due" not in told and bool(told["at"] < self.book["left_until"])

    def _item(self, told: Plain) -> Coverage:
        story, outlet = self.stage.story, self.stage.story.room["outlets"][told["outlet"]]
        answered = told.get("answered")
        return Coverage(
            outlet=story.names[told["outlet"]],
            outlet_kind=OutletKind(outlet["kind"]),
            channel=story.say(self.book["channels"][told.get("channel", outlet["kind"])]),
            headline=story.say(self.book["headlines"].get(told.get("headline"), told)),
            url=f"https://{outlet['site']}.example/{told['at']}",
            published_at=story.at(told["at"]),
            tone=Tone(told["tone"]),
            prominence=Prominence(told["place"]),
            carried=_carried(told),
            tier=Tier(outlet["tier"]),
            no_answer_why=story.say(self.book["left"]) if self._left(told) else "",
            reach=told.get("reach", outlet.get("reach")),
            key_message=story.say(self.book["messages"].get(told.get("message"))),
            story=story.say(self.book["stories"].get(told.get("story"))),
            answer_due=story.at(told["due"]) if "due" in told else None,
            answered_at=story.at(answered) if answered and answered <= self.at else None,
        )


def _carried(told: Plain) -> Carried:
    """An item with a message carries it; one that is half against us has it wrong."""
    if "message" not in told:
        return Carried.NONE
    return Carried.WRONG if told["tone"] in (Tone.NEGATIVE, Tone.MIXED) else Carried.RIGHT
