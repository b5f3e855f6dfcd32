"""Clocks as columns of tables: what is left, of what, for whom, by whose measure."""

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.method import clock_words
from desktop.warroom.method.clock_lines import Alarm, Group, Line
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full, in_words
from resources import _
from widgets.theme import Token

LONGEST = 22  # characters of a source or an authority in a cell
_ALARMS = {
    Alarm.HALF: Token.TEXT,
    Alarm.THREE_QUARTERS: Token.WARN,
    Alarm.NINE_TENTHS: Token.WARN,
    Alarm.LATE: Token.BAD,
}


def clock_columns(room: WarRoom, group: Group) -> tuple[Column, ...]:
    """The columns of a group; what is done says how it ended instead of what is left."""

    def due(line: Line, _now: Moment) -> Cell:
        if line.due is None:
            return Cell(_starts(line), Token.MUTED)
        field = next(each for each in Clock.declared() if each.name == "due")
        said = in_words(field, line.due, room.here())
        if line.statutory:
            said = f"{said} {_offset(line.due, room)}"
        return Cell(said, Token.MUTED, told=full(line.due, room.zone))

    place = Column("place", _("To whom"), _place)
    law = Column("standing", _("Law"), _standing)
    last = (
        Column("sureness", _("Certainty"), _sureness),
        Column("source", _("Source"), _source),
    )
    if group is Group.DONE:
        ended = Column("ended", _("How it ended"), lambda line, _now: _plain(line, line.ended))
        return (ended, Column("title", _("Clock"), _title, grows=True), place, *last[:1])
    return (
        Column("left", _("Time left"), _left),
        Column("title", _("Clock"), _title, grows=True),
        place,
        Column("due", _("Due"), due),
        Column("length", _("Counted as"), _length),
        Column("state", _("State"), _state) if group is Group.RUNNING else law,
        *last,
    )


def _offset(due: Moment, room: WarRoom) -> str:
    """The offset that the time is told in: the laptop's zone at that time."""
    there = due.local.astimezone(room.zone).utcoffset()
    return shown.zone_name(round(there.total_seconds() / 60) if there is not None else 0)


def _starts(line: Line) -> str:
    return _("starts {when}").format(when=line.template.start_said) if line.template else ""


def _left(line: Line, now: Moment) -> Cell:
    said, mark = clock_words.left(line, now), line.alarm(now)
    if line.due is None or line.draft:
        return Cell(said, Token.FAINT)
    if Alarm.THREE_QUARTERS <= mark < Alarm.LATE:
        said = f"▲ {said}"
    told = _("{n} % of its time is used").format(n=int(mark)) if 0 < mark < Alarm.LATE else ""
    if line.group is Group.PROPOSED:
        return Cell(said, Token.WARN if mark is Alarm.LATE else Token.MUTED, told=told)
    ours = Token.VOICE if line.internal else Token.TEXT
    return Cell(said, _ALARMS.get(mark) if mark > Alarm.HALF else ours, told=told)


def _title(line: Line, _now: Moment) -> Cell:
    kind = "" if line.statutory or word(line.what) == line.title else f"{word(line.what)} · "
    return _plain(line, f"{kind}{line.title}")


def _place(line: Line, _now: Moment) -> Cell:
    said = clock_words.place(line)
    return Cell(_cut(said), Token.MUTED, told=said)


def _length(line: Line, _now: Moment) -> Cell:
    known, said = line.template, clock_words.length(line)
    short = _("our target {n} h").format(n=known.target) if known and not known.fixed else said
    return Cell(short, Token.VOICE if line.internal else Token.MUTED, told=said)


def _standing(line: Line, _now: Moment) -> Cell:
    if line.template is None:
        return Cell("")
    return Cell(line.template.standing.shown, Token.FAINT if line.draft else Token.MUTED)


def _state(line: Line, now: Moment) -> Cell:
    said = clock_words.state(line, now)
    owner = f" · {line.owner}" if line.owner else ""
    return Cell(said + owner, Token.FAINT if line.draft else None)


def _sureness(line: Line, _now: Moment) -> Cell:
    if not line.statutory:
        return Cell("")
    grade = f"{line.template.sureness} · " if line.template else ""
    return Cell(f"{grade}{_(clock_words.VERIFY)}", Token.WARN, told=clock_words.sureness(line))


def _source(line: Line, _now: Moment) -> Cell:
    said = line.clock.source if line.clock else ""
    return Cell(_cut(said), Token.MUTED, told=said)


def _cut(text: str) -> str:
    """As much as tells it from others: the whole is the tooltip, and stands below the lists."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _plain(line: Line, said: str) -> Cell:
    text = " ".join(said.split())
    return Cell(text, Token.FAINT if line.draft else None, told=text)
