"""The timeline of the story: lines typed into the log bar, and what becomes of them later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from desktop.warroom.choices import Certainty
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, Story, read
from desktop.warroom.records import Entry, Task
from desktop.warroom.selection import Selection

DAYS = ("log-1", "log-2", "log-3")
_DAY = timedelta(days=1)


def cues(stage: Stage) -> Iterator[Cue]:
    """Every entry, and every correction, doubt and proof that follows it."""
    for told in (each for day in DAYS for each in read(day)):
        said = _Said(stage, told)
        yield Cue(told["at"], told["by"], said.log)
        for later in told.get("later", ()):
            yield Cue(later["at"], later["by"], partial(said.turn, later))


@dataclass
class _Said:
    """An entry of the story; ``id`` is that of its record once it is logged."""

    stage: Stage
    told: Plain
    id: str = ""

    def log(self) -> None:
        line = typed(self.stage.story, self.told)
        self.id = self._in_full(line) if "source" in self.told else self._in_one_line(line)
        if "card" in self.told:
            newest = Selection(kind=Task, newest_first=True)
            self.stage.cards[self.told["card"]] = self.stage.room.records(newest, 1)[0].id

    def turn(self, later: Plain) -> None:
        room, story = self.stage.room, self.stage.story
        entry, why = room.get(Entry, self.id), story.say(later.get("why"))
        if later.get("gone"):
            room.take_back(entry)
        elif story.language in later:
            room.amend(entry, story.say(later), why, **_marks(later))
        else:
            room.change(entry, why=why, **_marks(later))

    def _in_one_line(self, line: str) -> str:
        """As the log bar does it; what a line cannot say is set right after."""
        entry = self.stage.room.capture(line).entry
        if marks := _marks(self.told):
            self.stage.room.change(entry, **marks)
        return entry.id

    def _in_full(self, line: str) -> str:
        """As the form does it, with a source."""
        reading, source = self.stage.room.reading(line), self.told["source"]
        site = self.stage.story.room["outlets"].get(source, {}).get("site")
        entry = Entry(
            kind=reading.kind,
            text=reading.text,
            reason=reading.reason,
            happened_at=reading.happened_at,
            people=reading.people,
            tags=reading.tags,
            deadline=reading.deadline,
            source=self.stage.story.names[source],
            source_url=f"https://{site}.example/{self.told['at']}" if site else "",
            **_marks(self.told),
        )
        return self.stage.room.add(entry).id


def typed(story: Story, told: Plain) -> str:
    """The line as it is typed: time, kind, text with its reason, deadline."""
    text = story.say(told)
    if "why" in told:
        text = story.word("because", text, story.say(told["why"]))
    parts = [_time(story, told), "/" + story.word(told["kind"]), text, _deadline(story, told)]
    return " ".join(filter(None, parts))


def _time(story: Story, told: Plain) -> str:
    if "on" in told:
        return f"{story.local(told['on']):%H:%M}"
    ago = story.word("ago", told["ago"]) if "ago" in told else ""
    return f"~{ago}" if told.get("about") else ago


def _deadline(story: Story, told: Plain) -> str:
    if "in" in told:
        return f"!+{told['in']}m"
    if "due" not in told:
        return ""
    due: datetime = story.quarter(told["due"])
    near = due - story.local(told["at"]) < _DAY
    return f"!{due:%H:%M}" if near else f"!{due:%Y-%m-%d %H:%M}"


def _marks(told: Plain) -> dict[str, Any]:
    """What a form has and a line has not: how sure it is, and whether it is a key entry."""
    marks: dict[str, Any] = {"key": True} if told.get("key") else {}
    if "sure" in told:
        marks["certainty"] = Certainty(told["sure"])
    return marks
