"""The frame of a wall in words: the incident, who leads and speaks, clock, drill and foot."""

from datetime import datetime

from desktop.models.header import LEVELS, elsewhere
from desktop.models.strip import NOTHING
from desktop.warroom import shown
from desktop.warroom.briefing.material import Seal
from desktop.warroom.choices import Severity
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Incident, Person
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import SPOKESPERSON, holder, lead
from resources import _, ngettext
from resources.visible import visible
from widgets.theme import Token
from widgets.wall_state import Head


class HeadWords:
    """What stands on every page of the wall of a room."""

    def __init__(self, room: WarRoom) -> None:
        self._room = room
        self.warnings: tuple[str, ...] = ()
        self.read()

    def read(self) -> None:
        """Read incident and people anew."""
        self._incident: Incident = self._room.incident
        people = self._room.all(Person)
        self._lead, self._speaker = lead(people), holder(people, SPOKESPERSON)
        versions = reversed(self._room.history(self._incident))
        self._moved = next((v.at for v in versions if "phase" in v.changed), None)

    def open(self, entries: int) -> Head:
        """The frame of a room that may be shown, with so many entries."""
        incident, now = self._incident, self._room.now()
        return Head(
            clock=_clock(now),
            elapsed=f"T+{shown.elapsed(now.ms - incident.t0.ms)}" if incident.t0 else "",
            title=visible(incident.title),
            level=_("SEV {n}").format(n=incident.severity),
            level_token=_level(incident),
            phase=visible(word(incident.phase)),
            notes=tuple(self._notes(self._room.here())),
            drill=_drill(incident),
            warnings=self.warnings,
            foot=visible(word(incident.classification)),
            seal=self._seal(entries),
        )

    def closed(self) -> Head:
        """The frame of a room of which nothing may be shown but that, and whether it is real."""
        why = visible(word(self._incident.classification))
        nothing = _("Nothing of this incident is shown here.")
        return Head(
            clock=_clock(self._room.now()),
            drill=_drill(self._incident),
            closed=f"{why}\n{nothing}",
        )

    def _notes(self, now: datetime) -> list[str]:
        since = [_("since {time}").format(time=shown.when(self._moved, now))] if self._moved else []
        return [
            *since,
            _("lead {name}").format(name=visible(self._lead) or NOTHING),
            _("spokesperson {name}").format(name=visible(self._speaker) or NOTHING),
            *elsewhere(self._incident, now),
        ]

    def _seal(self, entries: int) -> str:
        line = self._room.tail()
        at = shown.when(line.said().at, self._room.here())
        seal = Seal(line.device, line.number, line.hash).spoken[:9]
        parts = (
            _("last change {time}").format(time=at),
            ngettext("{n} entry", "{n} entries", entries).format(n=f"{entries:,}"),
            _("seal {seal}").format(seal=seal),
        )
        return " · ".join(parts)


def _clock(now: Moment) -> str:
    return f"{now.local:%H:%M}"


def _drill(incident: Incident) -> str:
    return _("DRILL: this is an exercise, nothing here is real") if incident.drill else ""


def _level(incident: Incident) -> Token:
    known = isinstance(incident.severity, Severity)
    return LEVELS.get(Severity(incident.severity), Token.MUTED) if known else Token.MUTED
