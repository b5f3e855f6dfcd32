"""Whether staff heard it first: what they were sent, against what went out to the public."""

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff_measures import Share
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.words import Form

TO_NO_PUBLIC = (Form.BREACH, Form.AUTHORITY)


def staff_first(room: Reading) -> Share:
    """The releases to the public before or with which staff were told, of all of them.

    Practice 2.10: staff hear first or at the same time.
    """
    found = [each for each in told_first(room).values() if each is not None]
    return Share(sum(found), len(found))


def told_first(room: Reading) -> dict[str, bool | None]:
    """For each release by its id whether staff were told by then; None where no time is known.

    What counts is a message that goes with any version of the released text; where none does, any
    message that was sent since T0. Releases to no public are left out.
    """
    statements = {each.id: each for each in room.all(Statement)}
    messages = room.all(StaffMessage)
    found: dict[str, bool | None] = {}
    for release in room.all(Release):
        statement = statements.get(release.statement)
        if statement is None or statement.form not in TO_NO_PUBLIC:
            first = _first_sent(room, statement, statements, messages)
            known = release.at is not None
            found[release.id] = _by(first, release.at) if known else None
    return found


def _first_sent(
    room: Reading,
    statement: Statement | None,
    statements: dict[str, Statement],
    messages: list[StaffMessage],
) -> int | None:
    t0 = room.incident.t0
    linked = [
        each
        for each in messages
        if statement
        and each.statement in statements
        and statements[each.statement].of_series == statement.of_series
    ]
    sent = [each.sent_at.ms for each in linked or messages if each.sent_at]
    since = sent if linked or t0 is None else [ms for ms in sent if ms >= t0.ms]
    return min(since, default=None)


def _by(first: int | None, at: Moment | None) -> bool:
    return first is not None and at is not None and first <= at.ms
