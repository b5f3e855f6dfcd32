"""Records of any kind as the story tells them: written, and later changed, batch by batch."""

from typing import Any

from desktop.warroom.choices import Choice
from desktop.warroom.demo.stage import Stage
from desktop.warroom.demo.story import Plain
from desktop.warroom.fields import Field, Shape
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.record import Record


def write(stage: Stage, batch: Plain) -> None:
    """Write the records of a batch in one act, then change others as it says.

    Links lead to records of earlier batches by their keys.
    """
    told = batch.get("records", [])
    written = stage.room.together([_record(stage, each) for each in told])
    for each, record in zip(told, written, strict=True):
        if "key" in each:
            stage.ids[each["key"]] = record
    for each in batch.get("changes", []):
        now = stage.room.get(KINDS[each["kind"]], stage.ids[each["key"]])
        why = stage.story.say(each.get("why"))
        stage.room.change(now, why=why, **values(stage, each))


def _record(stage: Stage, told: Plain) -> Record:
    return KINDS[told["kind"]](**values(stage, told))


def values(stage: Stage, told: Plain) -> Plain:
    """The fields that a part of the story gives to a record, as the record has them."""
    fields = {each.name: each for each in KINDS[told["kind"]].declared()}
    return {name: _value(stage, fields[name], value) for name, value in told["with"].items()}


def _value(stage: Stage, declared: Field, value: Any) -> Any:
    match declared.shape:
        case Shape.LINK:
            return stage.ids[value]
        case Shape.MOMENT:
            return _moment(stage, declared, value)
        case Shape.CHOICE:
            return _choice(stage, declared, value)
        case Shape.WORDS:
            return tuple(_text(stage, each) for each in value)
        case Shape.ITEMS:
            return tuple({**each, "text": _text(stage, each["text"])} for each in value)
        case Shape.TEXT | Shape.PROSE:
            return _text(stage, value)
    return value


def _moment(stage: Stage, declared: Field, value: Any) -> Moment | None:
    if isinstance(value, dict):  # the day is all that anybody noted
        return Moment.of(stage.story.local(value["days"] * 24 * 60), Precision.DAY)
    return stage.story.due(value) if declared.ahead else stage.story.at(value)


def _choice(stage: Stage, declared: Field, value: str) -> Choice:
    assert declared.choices
    return declared.choices(stage.story.language if value == "own" else value)


def _text(stage: Stage, value: Any) -> str:
    """A wording, the name of somebody, the number of a phone, or what is no word."""
    story = stage.story
    if isinstance(value, dict) and "ext" in value:
        phone: str = story.room["phone"][story.language]
        return phone.format(story.room["people"][value["ext"]]["phone"])
    return story.say(value) if isinstance(value, dict) else story.names.get(value, value)
