"""The figures of employee communication as rows: one table for screen, CSV and paper."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.warroom import shown
from desktop.warroom.exchange.defused import defused
from desktop.warroom.exchange.taken_out import refuse_the_room
from desktop.warroom.exchange.whole_file import whole_file
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff import GroupTold, told
from desktop.warroom.staff_asked import questions, rumours
from desktop.warroom.staff_first import staff_first
from desktop.warroom.staff_goals import goals
from desktop.warroom.staff_measures import NOTHING, Share, cascade, reached
from desktop.warroom.staff_mood import Mood, moods
from desktop.warroom.staff_not_told import NotTold, how_many, not_told
from desktop.warroom.staff_shifts import shift_coverage
from resources import _


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its key, in words, and counted where it is a part of a whole."""

    key: str
    label: str
    words: str
    share: Share | None = None
    met: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        part, of = (str(self.share.part), str(self.share.of)) if self.share else ("", "")
        met = {True: _("yes"), False: _("no"), None: ""}[self.met]
        return self.key, self.label, self.words, part, of, met


HEADS = ("figure", "label", "value", "part", "of", "met")


def figures(room: Reading, message: StaffMessage | None, now: Moment) -> list[Figure]:
    """The figures of a message, then those of all that employees ask, hear and feel."""
    found = list(_of_message(room, message, now)) if message else []
    return [*found, *_of_incident(room, now), *_of_moods(moods(room))]


def _of_message(room: Reading, message: StaffMessage, now: Moment) -> Iterator[Figure]:
    done, down = reached(room, message, now), cascade(room, message)
    yield _part("coverage", _("Audience coverage"), done.coverage)
    yield _part("read_rate", _("Read rate"), done.read_rate)
    yield _part("ack_rate", _("Acknowledgement rate"), done.ack_rate)
    yield Figure("t50", _("Half had read it after"), minutes(done.t50))
    yield Figure("t90", _("Nine in ten had read it after"), minutes(done.t90))
    yield Figure("not_told", _("People not told"), f"{how_many(not_told(room, message)):,}")
    yield Figure("late", _("Confirmations late"), f"{done.late:,}")
    yield _part("cascade_completion", _("Teams briefed"), down.completion)
    for level, lag in down.lags.items():
        named = _("Level {n} briefed after").format(n=NOTHING if level is None else level)
        yield Figure(f"cascade_lag_{level or 0}", named, minutes(lag))
    yield _part("shift_coverage", _("Shift coverage"), shift_coverage(room, message, now))
    for goal in goals(room, message, now):
        yield Figure(goal.key, goal.shown, goal.share.words, goal.share, goal.met)


def _of_incident(room: Reading, now: Moment) -> Iterator[Figure]:
    asked, heard = questions(room, now), rumours(room)
    yield _part("staff_first", _("Staff told before or with the public"), staff_first(room))
    yield _part("question_answer_rate", _("Questions answered"), asked.answered)
    yield Figure("question_minutes", _("Question answered after (median)"), minutes(asked.minutes))
    yield Figure("questions_late", _("Questions open for more than 4 hours"), f"{asked.late:,}")
    yield Figure("rumours_open", _("Rumours not judged"), f"{heard.open:,}")
    yield Figure("rumour_close", _("Rumour judged after (median)"), minutes(heard.minutes))
    yield Figure("rumour_repeat", _("Rumours heard after the correction"), f"{heard.repeats:,}")


def _of_moods(found: Sequence[Mood]) -> Iterator[Figure]:
    for each in found:
        name = _("Mood: {group}").format(group=each.group.name)
        yield Figure("pulse_mean", name, mood_words(each))


def mood_words(mood: Mood) -> str:
    """The mood of a group in one line, or that too few answered for it to be told."""
    if mood.mean is None:
        return _("too few answers to be shown")
    took_part = _("{share} took part").format(share=mood.participation.words)
    parts = [f"{mood.mean:.1f}"]
    if mood.trend is not None:
        parts.append(f"{mood.trend:+.1f}")
    if mood.favourable:
        parts.append(_("{share} favourable").format(share=mood.favourable.words))
    return shown.listed([*parts, took_part])


def minutes(count: int | None) -> str:
    """A length of time in words."""
    return NOTHING if count is None else shown.span(count * 60_000)


def _part(key: str, label: str, share: Share) -> Figure:
    return Figure(key, label, share.words, share)


# files

TOLD_HEADS = (
    *("message", "version", "group", "department", "site", "headcount", "told", "read"),
    *("confirmed", "not_reached", "not_told", "told_share", "read_share", "confirmed_share"),
    *("reported", "last_report"),
)


def told_rows(room: Reading, message: StaffMessage) -> list[tuple[str, ...]]:
    """Who has been told a message: a row for each group, in the order of the screen."""
    return [_told_row(message, each) for each in told(room, message)]


def _told_row(message: StaffMessage, each: GroupTold) -> tuple[str, ...]:
    group, at = each.group, each.report.reported_at if each.report else None
    counts = (each.heads, each.told, each.read, each.confirmed, each.missed, each.left)
    shares = (each.share(count) for count in (each.told, each.read, each.confirmed))
    return (
        message.title,
        str(message.version or 1),
        *(group.name, group.department, group.site),
        *("" if count is None else str(count) for count in counts),
        *("" if share is None else shown.percent(share) for share in shares),
        _("yes") if each.reported else _("no"),
        str(at or ""),
    )


PEOPLE_HEADS = ("group", "not_told", "number", "name", "phone", "why", "call", "call_phone")


def people_rows(found: Sequence[NotTold]) -> list[tuple[str, ...]]:
    """A row for each person who has not been told; for a group without names one of its own."""
    rows = list[tuple[str, ...]]()
    for each in found:
        count = "" if each.count is None else str(each.count)
        for person in each.people or (None,):
            said = (person.number, person.name, person.phone, person.why) if person else ("",) * 4
            rows.append((each.group.name, count, *said, *each.call))
    return rows


def write_rows(
    room: Reading, heads: Sequence[str], rows: Sequence[Sequence[str]], target: Path
) -> None:
    """Write a table as CSV, whole or not at all; what a spreadsheet would run is defused.

    Raises RuleBroken for the room itself and StoreFailed for a fault of the disk.
    """
    refuse_the_room(room, target)
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    with whole_file(target) as file:
        file.write(b"\xef\xbb\xbf" + text.getvalue().encode())
