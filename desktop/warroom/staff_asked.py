"""Questions and rumours among employees: the same one counts up, and each runs to its end."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry, StaffGroup, StaffMessage
from desktop.warroom.selection import entries_of
from desktop.warroom.staff_measures import MINUTE, Share
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage, Verdict
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.room import WarRoom

LATE_AFTER = 240  # minutes in which a question is answered (practice 2.10)


# questions


@dataclass(frozen=True, slots=True)
class Asked:
    """How the questions of employees stand; minutes from asking to the answer.

    ``late`` counts those that are open for more than four hours.
    """

    answered: Share
    minutes: int | None
    late: int


def questions(room: Reading, now: Moment) -> Asked:
    """The questions and concerns of this incident (practice 2.10, ``question_answer_rate``)."""
    found = room.all(StaffQuestion)
    done = [each for each in found if each.answered]
    took = [
        max(0, each.answered_at.ms - each.asked_at.ms) // MINUTE
        for each in done
        if each.answered_at and each.asked_at
    ]
    late = sum(waits_too_long(each, now) for each in found)
    return Asked(Share(len(done), len(found)), _median(took), late)


def waits_too_long(question: StaffQuestion, now: Moment) -> bool:
    """Whether a question is open for more than four hours."""
    at = question.asked_at
    return not question.answered and at is not None and now.ms - at.ms > LATE_AFTER * MINUTE


def same_question(room: Reading, text: str) -> StaffQuestion | None:
    """The question that asks the same in these words, whatever case and marks they have."""
    wanted = _plain(text)
    return next((q for q in room.all(StaffQuestion) if _plain(q.question) == wanted), None)


def ask(room: "WarRoom", question: StaffQuestion) -> StaffQuestion:
    """Note a question; one that was asked before counts up instead."""
    known = same_question(room, question.question)
    if known is None:
        return room.add(question)
    return ask_again(room, known)


def ask_again(room: "WarRoom", question: StaffQuestion) -> StaffQuestion:
    """Note that a question was asked once more."""
    now = room.get(StaffQuestion, question.id)
    room.change(now, asked=(now.asked or 0) + 1)
    return room.get(StaffQuestion, question.id)


# rumours


@dataclass(frozen=True, slots=True)
class Rumours:
    """How the rumours stand: minutes from the first hearing to the verdict, and what came back.

    ``open`` counts those without a verdict, ``repeats`` how often one was heard after the
    correction.
    """

    open: int
    untold: int
    minutes: int | None
    repeats: int


def rumours(room: Reading) -> Rumours:
    """The rumours of this incident (practice 2.10, ``rumour_close`` and ``rumour_repeat``)."""
    found = room.all(Rumour)
    took = [minutes for each in found if (minutes := minutes_to_close(each)) is not None]
    return Rumours(
        sum(each.verdict == Verdict.OPEN for each in found),
        sum(each.stage != Stage.TOLD for each in found),
        _median(took),
        sum(each.repeats or 0 for each in found),
    )


def minutes_to_close(rumour: Rumour) -> int | None:
    """Minutes from when it was first heard to the verdict; None before the verdict."""
    if rumour.verdict_at is None or rumour.heard_at is None:
        return None
    return max(0, rumour.verdict_at.ms - rumour.heard_at.ms) // MINUTE


def hear(room: "WarRoom", rumour: Rumour) -> Rumour:
    """Note a rumour with its line in the timeline; one that is known is heard once more."""
    wanted = _plain(rumour.text)
    known = next((each for each in room.all(Rumour) if _plain(each.text) == wanted), None)
    if known is not None:
        return hear_again(room, known)
    if rumour.entry:
        return room.add(rumour)
    entry = Entry(
        id=new_id(room.now().ms),
        kind=EntryKind.RUMOUR,
        text=rumour.text,
        happened_at=rumour.heard_at,
        source=rumour.where,
        incident=rumour.incident,
    )
    _entry, made = room.together([entry, replace(rumour, entry=entry.id)])
    return room.get(Rumour, made)


def hear_again(room: "WarRoom", rumour: Rumour) -> Rumour:
    """Note that a rumour was heard once more; after groups were told, that it came back."""
    now = room.get(Rumour, rumour.id)
    more: dict[str, Any] = {"heard": (now.heard or 0) + 1}
    if now.stage == Stage.TOLD:
        more["repeats"] = (now.repeats or 0) + 1
    room.change(now, **more)
    return room.get(Rumour, rumour.id)


def take_up(room: "WarRoom", entry: Entry) -> Rumour:
    """Make a row of a rumour that stands in the timeline. Raises RuleBroken when it has one."""
    if any(each.entry == entry.id for each in room.all(Rumour)):
        raise RuleBroken(_("This rumour is in the log of rumours already."))
    return room.add(_row_of(room, entry))


def take_all_up(room: "WarRoom") -> list[Rumour]:
    """Make rows of all rumours of the timeline that have none, in one act."""
    return room.add_all([_row_of(room, entry) for entry in not_taken_up(room)])


def _row_of(room: "WarRoom", entry: Entry) -> Rumour:
    return Rumour(
        text=entry.text,
        heard_at=entry.happened_at,
        where=entry.source,
        entry=entry.id,
        owner=room.operator,
    )


def not_taken_up(room: Reading) -> list[Entry]:
    """The rumours of the timeline that have no row of their own yet."""
    known = {each.entry for each in room.all(Rumour)}
    return [each for each in room.records(entries_of(EntryKind.RUMOUR)) if each.id not in known]


def tell(
    room: "WarRoom",
    rumour: Rumour,
    groups: Iterable[StaffGroup],
    message: StaffMessage | None = None,
) -> Rumour:
    """Note that groups have been told what is true, by a message or by word of mouth.

    Raises RuleBroken before there is a verdict.
    """
    now = room.get(Rumour, rumour.id)
    if now.verdict == Verdict.OPEN:
        raise RuleBroken(_("Judge the rumour first: what is told about it must stand."))
    told: Sequence[str] = tuple(dict.fromkeys((*now.told, *(each.id for each in groups))))
    more = {"message": message.id} if message else {}
    room.change(now, told=told, **more)
    return room.get(Rumour, rumour.id)


def _plain(text: str) -> str:
    """The words of a text as they are compared: without case, marks and spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum())


def _median(minutes: Sequence[int]) -> int | None:
    return round(median(minutes)) if minutes else None
