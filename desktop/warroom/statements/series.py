"""What belongs to one text: its versions and languages, where they went, what staff were told."""

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.written import Written


def in_series(room: Reading, text: Statement) -> list[Statement]:
    """All versions and languages of a text, itself among them, in the order of writing."""
    return [each for each in room.all(Statement) if each.of_series == text.of_series]


def releases_of(room: Reading, text: Written) -> list[Release]:
    """Where one version went out, in the order in which it did."""
    mine = (("statement", (text.id,)),)
    of = Selection(kind=Release, equal=mine, order="at", everywhere=True)
    return room.records(of)


def staff_told(room: Reading, text: Statement) -> bool:
    """Whether staff were sent what matches a text.

    That is a message linked to any version or language of it; where none is linked, any message
    sent in this incident since T0.
    """
    series = {each.id for each in in_series(room, text)} | {text.id}
    messages = room.all(StaffMessage)
    linked = [each for each in messages if each.statement in series]
    if linked:
        return any(each.sent_at for each in linked)
    t0 = room.incident.t0
    return any(_since(each.sent_at, t0) for each in messages)


def _since(sent: Moment | None, t0: Moment | None) -> bool:
    return sent is not None and (t0 is None or sent.ms >= t0.ms)
