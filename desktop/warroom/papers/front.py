"""What every paper beside the briefing carries: head, edges of a page, and the seal."""

from dataclasses import dataclass

from desktop.warroom.briefing import Seal
from desktop.warroom.briefing.content import head, seal
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.ready import ready
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.clock_check import ClockCheck, standing
from desktop.warroom.records import Paper, Sitting
from desktop.warroom.room import WarRoom

LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Front:
    """The room, the seal of its journal, and how a paper is asked for: language, size, author.

    The record of a briefing says the latter here, too; it is not kept.
    """

    room: WarRoom
    seal: Seal
    asked: Paper

    @property
    def material(self) -> Material:
        """What head and seal are made from: the incident and the instant, and no records."""
        room, asked = self.room, self.asked
        return Material(
            incident=room.incident,
            entries=(),
            tasks=(),
            coverage=(),
            groups=(),
            messages=(),
            heads=0,
            confirmed=None,
            seal=self.seal,
            as_of=asked.issued_at or room.now(),
            operator=asked.author,
            clock=standing(room.all(Sitting), room.all(ClockCheck)),
            paper=asked,
        )

    def paper(self, template: str, name: str) -> Plain:
        """The part that papers share: which template, its name on the edges, head and seal."""
        material = self.material
        return {
            "template": template,
            "language": self.asked.language,
            "size": "us-letter" if self.asked.size == LETTER else "a4",
            "head": {**head(material), "name": name},
            "seal": seal(material),
        }


def printed(paper: Plain, **more: object) -> Plain:
    """The paper with what it tells, every text ready to print."""
    return ready({**paper, **more})
