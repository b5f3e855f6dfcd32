"""A site of the story whose people are known by name: duty roster, versions, and receipts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from desktop.warroom.choices import Channel, Language
from desktop.warroom.demo.staff import gather
from desktop.warroom.demo.stage import Cue, Stage
from desktop.warroom.demo.story import Plain, read
from desktop.warroom.moment import Moment
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff_forms import StaffForm, ToldHow
from desktop.warroom.staff_messages import begin_message, next_version, send
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember

OPENED = 1545  # minute in which the site is set up
CONFIRMING = 2  # minutes from reading to confirming


def cues(stage: Stage) -> Iterator[Cue]:
    """The people and their shifts, then each version and who has got it."""
    site = _Site(stage, read("staff-roster"))
    yield Cue(OPENED, "zhao", site.open)
    for version in site.book["versions"]:
        yield Cue(version["at"], "song", partial(site.send, version))
        yield Cue(version["noted"], "song", partial(site.note, version))


@dataclass
class _Site:
    """The site and its book; ``newest`` is the version that was sent last."""

    stage: Stage
    book: Plain
    newest: StaffMessage | None = None

    def open(self) -> None:
        room, story, ids = self.stage.room, self.stage.story, self.stage.ids
        gather(self.stage, self.book["site"])
        phone: str = story.room["phone"][story.language]
        people = [
            StaffMember(
                name=story.say(each["name"]),
                number=each["number"],
                group=ids[f"g_{each['group']}"],
                manager=each.get("manager", False),
                phone=phone.format(each["phone"]),
                language=Language(story.language),
            )
            for each in self.book["people"]
        ]
        for member in room.add_all(people):
            ids[member.number] = member.id
        room.add_all([self._shift(each) for each in self.book["shifts"]])

    def _shift(self, told: Plain) -> Shift:
        story, group = self.stage.story, told["group"]
        numbers = [each["number"] for each in self.book["people"] if each["group"] == group]
        away = told.get("away", ())
        return Shift(
            group=self.stage.ids[f"g_{group}"],
            starts_at=Moment.of(story.quarter(told["from"])),
            ends_at=Moment.of(story.quarter(told["to"])),
            headcount=told.get("heads"),
            people=tuple(number for number in numbers if number not in away),
        )

    def send(self, version: Plain) -> None:
        room, story = self.stage.room, self.stage.story
        draft = next_version(room, self.newest) if self.newest else self._begun()
        said = {name: story.say(words) for name, words in version["parts"].items()}
        parts = tuple({**p, "text": said.get(p["field"], p["text"])} for p in draft.parts)
        room.change(draft, parts=parts, confirm_by=story.due(version["at"] + 240))
        send(room, draft, story.at(version["at"]))
        self.newest = room.get(StaffMessage, draft.id)

    def _begun(self) -> StaffMessage:
        story, site = self.stage.story, self.book["site"]
        return begin_message(
            self.stage.room,
            StaffForm.RECALL_DESK,
            story.say(self.book["title"]),
            Language(story.language),
            channel=Channel.EMAIL,
            groups=tuple(self.stage.ids[f"g_{key}"] for key in site),
            confirm=True,
            owner=story.names["song"],
        )

    def note(self, version: Plain) -> None:
        found = list[Receipt | None]()
        for group in self.book["site"]:
            people = [each for each in self.book["people"] if each["group"] == group]
            found += [self._receipt(version, n, each) for n, each in enumerate(people)]
        self.stage.room.add_all([each for each in found if each])

    def _receipt(self, version: Plain, n: int, person: Plain) -> Receipt | None:
        """What came of a version in one person; nothing where nobody knows."""
        assert self.newest
        story, number = self.stage.story, person["number"]
        known = Receipt(message=self.newest.id, member=self.stage.ids[number])
        if number in version["missing"]:
            why = story.say(version["missing"][number])
            said = replace(known, unreachable_why=why, how=ToldHow.SUPERVISOR)
            return said if why else None
        read = version["at"] + version["from"][person["group"]] + n * version["step"]
        confirmed = None if n % version["confirm_every"] else story.at(read + CONFIRMING)
        return replace(
            known, reached_at=story.at(read - 2), read_at=story.at(read), confirmed_at=confirmed
        )
