"""The first of the way back: indicators, what is improved, what is learned already."""

from collections.abc import Iterator
from functools import partial

from desktop.warroom.demo.records import write
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import read


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of records."""
    for batch in read("recovery"):
        yield Cue(batch["at"], batch["by"], partial(write, stage, batch))
