"""What a drill keeps in its incident: the script, when it was played how fast, and what came."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.choices import CrisisType
from desktop.warroom.drills.script import MINUTE, Inject, Script
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_

Items = tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Drill(Record):
    """A script that is played in an incident, the whole of it, so that it can go on any day.

    An item of ``stretches`` is a time in which it ran: ``{"at": moment, "from": milliseconds of
    the script, "speed": n, "until": moment or nothing}``. An item of ``played`` is
    ``{"key": inject, "kind": kind of record, "record": its id, "at": moment}``.
    """

    kind_name = "drill"
    shown_name = N_("Drill")

    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True, form=False)
    type: CrisisType | str = declare(
        Shape.CHOICE, N_("Crisis type"), "", choices=CrisisType, form=False
    )
    injects: Items = declare(Shape.ITEMS, N_("Script"), (), form=False)
    stretches: Items = declare(Shape.ITEMS, N_("Played when"), (), form=False)
    played: Items = declare(Shape.ITEMS, N_("Events played"), (), form=False)
    ended_at: Moment | None = declare(Shape.MOMENT, N_("Ended at"), form=False)
    exercise: str = declare(Shape.LINK, N_("Crisis exercise"), "", target="exercise", form=False)

    @property
    def script(self) -> Script:
        """The script that is played."""
        kind = self.type if isinstance(self.type, CrisisType) else CrisisType.PRODUCT_QUALITY
        return Script.of(self.title, kind, [Inject.of(each) for each in self.injects])

    @property
    def keys(self) -> frozenset[str]:
        """The injects that were played."""
        return frozenset(each["key"] for each in self.played)

    @property
    def runs(self) -> bool:
        """Whether its time goes on."""
        return bool(self.stretches) and not self.stretches[-1].get("until") and not self.ended_at

    @property
    def speed(self) -> int:
        """The speed at which it is played, or was last."""
        return int(self.stretches[-1]["speed"]) if self.stretches else 1

    def script_ms(self, at: Moment) -> int:
        """Milliseconds of the script that had run at a moment."""
        found = 0
        for each in self.stretches:
            begun = Moment.parse(each["at"])
            if begun.ms > at.ms:
                break
            until = min(at.ms, Moment.parse(each["until"]).ms) if each.get("until") else at.ms
            found = int(each["from"]) + (until - begun.ms) * int(each["speed"])
        return found

    def minute(self, at: Moment) -> int:
        """The minute of the script at a moment."""
        return self.script_ms(at) // MINUTE


KINDS = (Drill,)
