"""The records that a line makes: its entry, and the card or the report that it speaks of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from desktop.warroom.capture.reading import Reading
from desktop.warroom.choices import EntryKind
from desktop.warroom.ids import new_id
from desktop.warroom.moment import Moment
from desktop.warroom.rank import between
from desktop.warroom.records import Delivery, Entry, Incident, Record, StaffMessage, Task


class Known(Protocol):
    """What is asked of a room, and only for the lines that need it."""

    @property
    def incident(self) -> Incident: ...
    def now(self) -> Moment: ...
    def last_rank(self) -> str: ...
    def last_message(self) -> StaffMessage | None: ...


def records_of(
    reading: Reading, room: Known, about: StaffMessage | None = None
) -> Iterator[Record]:
    """The entry first; a task also makes a card at the end, which knows its entry.

    A line about staff also reports ``about`` a message, or for the one sent last if there is one.
    """
    entry = Entry(
        id=new_id(room.now().ms),
        kind=reading.kind,
        text=reading.text,
        reason=reading.reason,
        happened_at=reading.happened_at,
        people=reading.people,
        tags=reading.tags,
        deadline=reading.deadline,
    )
    yield entry
    if reading.kind is EntryKind.TASK:
        yield replace(card_of(reading, room), entry=entry.id)
    if reading.told and (message := about or room.last_message()):
        yield Delivery(
            message=message.id,
            group=reading.told.group.id,
            reached=reading.told.reached,
            missed=reading.told.missed,
            confirmed=reading.told.confirmed,
            reported_at=reading.happened_at,
        )


def card_of(reading: Reading, room: Known) -> Task:
    """The card that a line speaks of: at the end, in the present phase."""
    return Task(
        title=reading.text.strip(),
        owner=next(iter(reading.people), ""),
        due=reading.deadline,
        phase=room.incident.phase,
        rank=between(room.last_rank(), ""),
    )
