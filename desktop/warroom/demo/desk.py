"""The statement desk of the story: texts through the desk's own verbs, and all that is answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from desktop.warroom.choices import Channel, Language, Role
from desktop.warroom.demo.records import write
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import LANGUAGES, Plain, Story, read
from desktop.warroom.method.words import Known
from desktop.warroom.statements import desk
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import fingerprint

SITES = {"website": "bottles", "app": "bottlesapp", "social": "murmur"}


def cues(stage: Stage) -> Iterator[Cue]:
    """Every batch of records, and every step of every text."""
    for name in ("desk-1", "desk-2"):
        for batch in read(name):
            yield Cue(batch["at"], batch["by"], partial(write, stage, batch))
    for told in read("desk-texts"):
        text = _Text(stage, told)
        for at, by, verb, *more in told["steps"]:
            yield Cue(at, by, partial(getattr(text, verb), at, *more))
        if rules := told.get("rules"):
            yield Cue(rules["at"], rules["by"], partial(text.check, rules))


@dataclass
class _Text:
    """A text of the story in one language or in all; its records are in ``stage.ids``."""

    stage: Stage
    told: Plain

    def write(self, at: int) -> None:
        own, others = self._languages()
        first = self._begun(own)
        self._fill(first, own)
        for language in others:
            self._fill(desk.in_language(self.stage.room, first, language), language)

    def submit(self, _at: int) -> None:
        for text in self._texts():
            desk.submit(self.stage.room, text)

    def approve(self, _at: int, role: str) -> None:
        for text in self._texts():
            desk.approve(self.stage.room, text, Role(role))

    def release(self, at: int, channel: str, where: str = "") -> None:
        for text in self._texts():
            self._release(text, at, channel, where)

    def release_own(self, at: int, channel: str, where: str = "") -> None:
        """Release the text in the language of the example alone; its steps name this verb."""
        self._release(self._texts()[0], at, channel, where)

    def check(self, told: Plain) -> None:
        room, text = self.stage.room, self._texts()[0]
        room.add(
            RuleAnswers(
                statement=text.id,
                sha256=fingerprint(room, text),
                by=room.operator,
                at=room.minute(),
                note=self.stage.story.say(told["note"]),
                concise=Known(told["concise"]),
                truthful=Known(told["truthful"]),
                sincere=Known(told["sincere"]),
                proactive=Known(told["proactive"]),
            )
        )

    # inside

    def _languages(self) -> tuple[str, list[str]]:
        own = self.stage.story.language
        others = [each for each in LANGUAGES if each != own]
        return own, others if self.told.get("languages") == "all" else []

    def _begun(self, language: str) -> Statement:
        room, told = self.stage.room, self.told
        if "after" in told:
            return desk.next_version(room, room.get(Statement, self.stage.ids[told["after"]]))
        title = self.stage.story.say(told["title"])
        return desk.begin(room, told["form"], Language(language), title)

    def _fill(self, text: Statement, language: str) -> None:
        story = self._voice(language)
        said = {name: story.say(words) for name, words in self.told["parts"].items()}
        parts = tuple({**p, "text": said.get(p["field"], p["text"])} for p in text.parts)
        title = story.say(self.told["title"]) if "title" in self.told else text.title
        due = story.due(self.told.get("next"))
        owner = self.stage.story.names["lin"]
        self.stage.room.change(text, title=title, parts=parts, next_update_at=due, owner=owner)
        self.stage.ids[self._key(language)] = text.id
        self.stage.ids.setdefault(self.told["key"], text.id)

    def _release(self, text: Statement, at: int, channel: str, where: str) -> None:
        place, minute = self.stage.story.names.get(where, ""), self.stage.story.at(at)
        url = f"https://{SITES[channel]}{text.language[-2:].lower()}.example/{at}"
        desk.release(self.stage.room, text, Channel(channel), place, url, minute)

    def _texts(self) -> list[Statement]:
        own, others = self._languages()
        ids = [self.stage.ids[self._key(language)] for language in (own, *others)]
        return [self.stage.room.get(Statement, each) for each in ids]

    def _key(self, language: str) -> str:
        return f"{self.told['key']}-{language}"

    def _voice(self, language: str) -> Story:
        """The story as it is told in this language."""
        here = self.stage.story
        if language == here.language:
            return here
        return Story(language, here.now, here.room, facts=here.facts)
