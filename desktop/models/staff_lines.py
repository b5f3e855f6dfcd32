"""What of employee communication wants somebody, in lines of the dashboard, each with its door."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.staff_mood import mean_words, trend_words
from desktop.warroom import shown
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.choices import shown as word
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import entries_of
from desktop.warroom.staff import GroupTold
from desktop.warroom.staff_asked import questions, rumours
from desktop.warroom.staff_measures import overdue
from desktop.warroom.staff_mood import moods
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_support import Pulse
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage
from resources import _, ngettext
from resources.visible import visible
from widgets.theme import Token
from widgets.voices import Voice

RUMOURS = 2  # of the newest
MOODS = 4  # groups whose mood stands in the line


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A line, and what it opens: a record, or the part that holds a kind."""

    voice: Voice
    opens: Record | type[Record]


def staff_lines(
    room: WarRoom, message: StaffMessage | None, groups: Sequence[GroupTold], most: int
) -> list[StaffLine]:
    """Who has not been told or is late, questions and rumours that wait, moods, newest rumours.

    ``most`` are as many as there is room for; what comes first is what matters most.
    """
    found = [*_untold(room, message, groups), *_questions(room), *_rumours(room), *_moods(room)]
    return [*found, *_newest(room)][:most]


def _untold(
    room: WarRoom, message: StaffMessage | None, groups: Sequence[GroupTold]
) -> list[StaffLine]:
    left = sum(each.left or 0 for each in groups)
    if message is None or not left:
        return []
    said = ngettext("{n} person", "{n} people", left).format(n=f"{left:,}")
    unconfirmed = sum(max(0, (g.heads or 0) - (g.confirmed or 0)) for g in groups)
    late = overdue(message, room.now()) and unconfirmed
    many = ngettext("{n} late with confirming", "{n} late with confirming", unconfirmed)
    note = many.format(n=f"{unconfirmed:,}") if late else ""
    voice = Voice("untold", _("Not told"), said, note, Token.BAD if late else Token.WARN)
    return [StaffLine(voice, Receipt)]


def _questions(room: WarRoom) -> list[StaffLine]:
    n = questions(room, room.now()).late
    if not n:
        return []
    many = ngettext("{n} open for more than 4 hours", "{n} open for more than 4 hours", n)
    voice = Voice("questions", _("Questions"), many.format(n=n), "", Token.BAD)
    return [StaffLine(voice, StaffQuestion)]


def _rumours(room: WarRoom) -> list[StaffLine]:
    n = rumours(room).open
    if not n:
        return []
    many = ngettext("{n} without a verdict", "{n} without a verdict", n).format(n=n)
    return [StaffLine(Voice("rumours", _("Rumours"), many, "", Token.WARN), Rumour)]


def _moods(room: WarRoom) -> list[StaffLine]:
    """Each group with its mean and change; of too few answers only that they are hidden."""
    found = sorted(moods(room), key=lambda mood: (mood.mean is None, mood.mean or 0))
    if not found:
        return []
    said = (
        shown.labelled(visible(mood.group.name), f"{mean_words(mood)} {trend_words(mood)}".strip())
        for mood in found[:MOODS]
    )
    return [StaffLine(Voice("mood", _("Mood"), " · ".join(said), "", Token.ACCENT), Pulse)]


def _newest(room: WarRoom) -> list[StaffLine]:
    """The rumours heard last, from the timeline, with how far each has come."""
    entries = room.records(entries_of(EntryKind.RUMOUR, newest_first=True), RUMOURS)
    rows = {each.entry: each for each in room.all(Rumour)}
    return [_heard(room, entry, rows.get(entry.id)) for entry in entries]


def _heard(room: WarRoom, entry: Entry, row: Rumour | None) -> StaffLine:
    at = entry.happened_at
    time = shown.when(at, room.here()) if at else ""
    open_ = entry.certainty == Certainty.UNCONFIRMED
    verdict = "" if open_ else word(entry.certainty).lower()
    if row and row.stage != Stage.HEARD:
        verdict = row.stage.shown
    voice = Voice(entry.id, EntryKind.RUMOUR.shown, entry.text, shown.listed((time, verdict)))
    return StaffLine(voice, row or entry)
