"""The employees of the story: groups, what they are told, and who it has reached so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from desktop.warroom.choices import Channel
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage


def cues(stage: Stage) -> Iterator[Cue]:
    """The groups, every message, and every report that does not come by a line of the log."""
    book, told = read("staff"), _Told(stage)
    yield Cue(1, "chen", told.gather)
    for message in book["messages"]:
        yield Cue(message["at"], message["by"], partial(told.send, message))
    for report in book["reports"]:
        yield Cue(report["at"], report["by"], partial(told.report, report))


@dataclass
class _Told:
    """Groups and messages by their keys, once they have records."""

    stage: Stage
    groups: dict[str, str] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)

    def gather(self) -> None:
        story = self.stage.story
        table: dict[str, Plain] = story.room["groups"]
        groups = [
            StaffGroup(
                name=story.names[key], headcount=each["heads"], note=story.say(each.get("note"))
            )
            for key, each in table.items()
        ]
        for key, group in zip(table, self.stage.room.add_all(groups), strict=True):
            self.groups[key] = group.id

    def send(self, message: Plain) -> None:
        story = self.stage.story
        sent = StaffMessage(
            title=story.say(message["title"]),
            text=story.say(message["text"]),
            channel=Channel(message["channel"]),
            sent_at=story.at(message["at"]),
        )
        self.messages[message["key"]] = self.stage.room.add(sent).id

    def report(self, report: Plain) -> None:
        self.stage.room.add_all(
            [
                Delivery(
                    message=self.messages[report["message"]],
                    group=self.groups[group],
                    reached=reached,
                    confirmed=confirmed,
                    reported_at=self.stage.story.at(report["at"]),
                )
                for group, (reached, confirmed) in report["told"].items()
            ]
        )
