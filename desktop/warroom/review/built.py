"""The review as the record tells it: nothing here is typed, all of it is worked out."""

from dataclasses import dataclass

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry, Incident
from desktop.warroom.review.decided import Decided, decisions
from desktop.warroom.review.fired import Fired, fired
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.response import Took, response_times
from desktop.warroom.selection import timeline


@dataclass(frozen=True, slots=True)
class Built:
    """What a review looks at: the chronology of key entries, times, warnings and decisions.

    ``entries`` counts all lines of the log; ``reviews`` and ``lessons`` are what people wrote.
    """

    incident: Incident
    entries: int
    chronology: tuple[Entry, ...]
    times: tuple[Took, ...]
    fired: tuple[Fired, ...]
    decisions: tuple[Decided, ...]
    reviews: tuple[Review, ...]
    lessons: tuple[Lesson, ...]

    @property
    def in_time(self) -> tuple[Took, ...]:
        """What worked by the clock: everything of it was done in time."""
        return tuple(each for each in self.times if each.in_time)

    @property
    def late(self) -> tuple[Took, ...]:
        """What was not done in time, or not all of it."""
        return tuple(each for each in self.times if each.in_time is False)


def built(room: Reading, now: Moment) -> Built:
    """The review of the incident on screen at a moment; of a closed one at its closing."""
    incident = room.incident
    end = incident.closed_at or now
    key = (("key", (1,)),)
    return Built(
        incident=incident,
        entries=room.count(timeline()),
        chronology=tuple(room.records(timeline(equal=key))),
        times=tuple(response_times(room, end)),
        fired=tuple(fired(room, end)),
        decisions=tuple(decisions(room)),
        reviews=tuple(room.all(Review)),
        lessons=tuple(room.all(Lesson)),
    )
