"""The employees of the story: groups, what they are told, and who it has reached so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from desktop.warroom.choices import Channel, Language, Standing
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage


def cues(stage: Stage) -> Iterator[Cue]:
    """The groups, every message, and every report that does not come by a line of the log."""
    book, told = read("staff"), _Told(stage)
    yield Cue(1, "chen", partial(gather, stage, stage.story.room["groups"]))
    for message in book["messages"]:
        yield Cue(message["at"], message["by"], partial(told.send, message))
    for report in book["reports"]:
        yield Cue(report["at"], report["by"], partial(told.report, report))


def gather(stage: Stage, table: Plain) -> None:
    """Write down some groups of the roster, whose ids are then in ``stage.ids``."""
    known = read("staff-roster")["groups"]
    groups = [_group(stage, key, {**known.get(key, {}), **each}) for key, each in table.items()]
    for key, group in zip(table, stage.room.add_all(groups), strict=True):
        stage.ids[f"g_{key}"] = group.id


def _group(stage: Stage, key: str, told: Plain) -> StaffGroup:
    story = stage.story
    phone: str = story.room["phone"][story.language]
    return StaffGroup(
        name=story.names.get(key) or story.say(told["name"]),
        headcount=told.get("heads"),
        note=story.say(told.get("note")),
        department=story.say(told["department"]),
        site=story.say(told["site"]),
        shift=story.say(told.get("shift")),
        manager=story.say(told.get("manager")),
        phone=phone.format(told["phone"]) if "phone" in told else "",
        level=told["level"],
        frontline=told.get("frontline", False),
    )


@dataclass
class _Told:
    """The messages to the whole company, and the reports on them."""

    stage: Stage

    def send(self, message: Plain) -> None:
        story = self.stage.story
        sent = StaffMessage(
            title=story.say(message["title"]),
            text=story.say(message["text"]),
            language=Language(story.language),
            channel=Channel(message["channel"]),
            sent_at=story.at(message["at"]),
            standing=Standing.RELEASED,
            groups=tuple(self.stage.ids[f"g_{key}"] for key in story.room["groups"]),
            confirm=message.get("confirm", False),
        )
        self.stage.ids[f"m_{message['key']}"] = self.stage.room.add(sent).id

    def report(self, report: Plain) -> None:
        ids = self.stage.ids
        self.stage.room.add_all(
            [
                Delivery(
                    message=ids[f"m_{report['message']}"],
                    group=ids[f"g_{group}"],
                    reached=reached,
                    confirmed=confirmed,
                    reported_at=self.stage.story.at(report["at"]),
                )
                for group, (reached, confirmed) in report["told"].items()
            ]
        )
