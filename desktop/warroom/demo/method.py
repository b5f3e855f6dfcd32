"""The method of the story: team, facts, plan, risks, signals and what was prepared before it."""

from collections.abc import Iterator
from functools import partial

from desktop.warroom.choices import CrisisType
from desktop.warroom.demo.records import write
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import read
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.keeping import approve, in_force

APPROVED = {CrisisType.PRODUCT_QUALITY: 200, CrisisType.DATA_LEAK: 300}  # days until the review
DAY = 86_400_000  # milliseconds


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of records, and the playbooks that were approved."""
    yield Cue(1, "chen", partial(_approve, stage))
    for batch in read("method"):
        yield Cue(batch["at"], batch["by"], partial(write, stage, batch))


def _approve(stage: Stage) -> None:
    room = stage.room
    for kind, days in APPROVED.items():
        now = room.minute()
        again = Moment(now.ms + days * DAY, now.offset, now.precision)
        approve(room, in_force(room, kind), stage.story.names["chen"], again)
