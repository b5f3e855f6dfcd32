"""An inject becomes an ordinary record of the room, written by the script."""

from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.choices import EntryKind, Tone
from desktop.warroom.drills.script import Inject
from desktop.warroom.drills.words import InjectKind
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Coverage, Entry, Task
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from resources import _

_ENTRIES = {InjectKind.ENTRY: EntryKind.FACT, InjectKind.SIGNAL: EntryKind.SIGNAL}


def author() -> str:
    """Who wrote what a script brings, in the language spoken now."""
    return _("Script")


def record_of(inject: Inject, now: Moment) -> Record:
    """The record that an inject brings at a moment; it is of the incident on screen."""
    text, who, by = inject.text, inject.who or _("Script"), author()
    match inject.kind:
        case InjectKind.MEDIA:
            return Coverage(
                outlet=who,
                headline=text,
                published_at=now,
                tone=inject.tone,
                reach=inject.reach,
                author=by,
            )
        case InjectKind.RUMOUR:
            return Rumour(text=text, heard_at=now, where=inject.who, author=by)
        case InjectKind.STAFF:
            return StaffQuestion(question=text, asked_at=now, topic=inject.who, author=by)
        case InjectKind.FACT:
            return Fact(subject=who, value=text, as_of=now, author=by)
        case InjectKind.COMMENT:
            tone = Tone.NEGATIVE if inject.tone is Tone.NOT_RATED else inject.tone
            return Comment(
                platform=who, text=text, posted_at=now, reach=inject.reach, tone=tone, author=by
            )
        case InjectKind.INQUIRY:
            return _inquiry(inject, now)
        case InjectKind.TASK:
            return Task(title=text, due=_later(now, inject.within), author=by)
    kind = _ENTRIES.get(inject.kind, EntryKind.FACT)
    return Entry(kind=kind, text=text, happened_at=now, source=inject.who, author=by)


def _inquiry(inject: Inject, now: Moment) -> Inquiry:
    outlet, _comma, journalist = inject.who.partition(", ")
    return Inquiry(
        outlet=outlet or author(),
        journalist=journalist,
        question=inject.text,
        received_at=now,
        deadline=_later(now, inject.within),
        author=author(),
    )


def _later(now: Moment, minutes: int | None) -> Moment | None:
    if minutes is None:
        return None
    return Moment(now.ms + minutes * 60_000, now.offset, now.precision)
