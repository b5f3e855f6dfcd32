"""The example: a made-up crisis of two days, played through the room's own verbs at past times.

What happens stands in ``resources/example``, once for all languages; every text in it has its
three wordings side by side. Times there are minutes after T0, and the story ends at the clock.
"""

from collections.abc import Iterator
from pathlib import Path

from desktop.warroom.choices import Classification, CrisisType, Phase, Severity
from desktop.warroom.demo import (
    cards,
    coverage,
    desk,
    frame,
    log,
    method,
    recovery,
    site,
    staff,
    voices,
)
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import LANGUAGES, Story
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock, FixedClock
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom
from resources import speaking, spoken

__all__ = ["LANGUAGES", "write_demo"]


def write_demo(path: Path, clock: Clock, language: str | None = None) -> None:
    """Write the example to a new room in one of ``LANGUAGES``, by default the one spoken now.

    It ends at the clock's minute.
    Raises StoreFailed when the file cannot be written.
    """
    story = Story(language or spoken(), clock.now())
    first = story.names["chen"]
    told = FixedClock(story.local(1))
    incident = Incident(
        title=story.say(story.room["title"]),
        type=CrisisType.PRODUCT_QUALITY,
        severity=Severity.MAJOR,
        phase=Phase.PREVENTION,
        classification=Classification.RESTRICTED,
        t0=Moment.of(story.local(0)),
    )
    room = WarRoom.create(path, incident, operator=first, clock=told)
    try:
        stage = Stage(room, told, story)
        with speaking(story.language):  # the room words some lines of its timeline itself
            stage.play(_cues(stage))
    finally:
        room.close()


def _cues(stage: Stage) -> Iterator[Cue]:
    for part in (frame, method, staff, site, coverage, desk, log, cards, voices, recovery):
        yield from part.cues(stage)
