"""What the story stands in: the people of the room and the turns of the incident itself."""

from collections.abc import Iterator
from functools import partial

from desktop.warroom.choices import Phase, Severity
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain
from desktop.warroom.records import Person


def cues(stage: Stage) -> Iterator[Cue]:
    """The people at the start, then every change of phase and severity."""
    yield Cue(1, "chen", partial(_people, stage))
    for turn in stage.story.room["turns"]:
        yield Cue(turn["at"], turn["by"], partial(_turn, stage, turn))


def _people(stage: Stage) -> None:
    story = stage.story
    phone: str = story.room["phone"][story.language]
    stage.room.add_all(
        [
            Person(
                name=story.names[key],
                role=story.say(each["role"]),
                phone=phone.format(each["phone"]),
            )
            for key, each in story.room["people"].items()
        ]
    )


def _turn(stage: Stage, turn: Plain) -> None:
    why = stage.story.say(turn["why"])
    if "phase" in turn:
        stage.room.move_phase(Phase(turn["phase"]), why)
    else:
        stage.room.change(stage.room.incident, why=why, severity=Severity(turn["severity"]))
