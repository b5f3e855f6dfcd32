"""What employees ask and hear as tables: open questions first, rumours by how far they came."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.shown_value import full
from desktop.warroom.staff_asked import waits_too_long
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.staff_words import Stage, Verdict
from resources import _, ngettext
from resources.visible import visible
from widgets.table_cell import CellBar
from widgets.theme import Token

_STAGES = list(Stage)
_VERDICTS = {Verdict.TRUE: Token.BAD, Verdict.PARTLY: Token.WARN, Verdict.FALSE: Token.GOOD}


def question_table(
    room: WarRoom, selection: Selection[StaffQuestion], parent: QObject
) -> OrderedTable:
    """Questions: open ones by their age, then those that are answered, the newest first."""
    return OrderedTable(room, question_columns(room), selection, _question_place, parent)


def rumour_table(room: WarRoom, selection: Selection[Rumour], parent: QObject) -> OrderedTable:
    """Rumours: those that came the least far first, in the order in which they were heard."""
    return OrderedTable(room, rumour_columns(room), selection, _rumour_place, parent)


def question_columns(room: WarRoom) -> tuple[Column, ...]:
    """How it stands, the question, topic, group, how often it was asked, line used, by whom."""
    names = ("question", "topic", "group", "line", "answered_by")
    question, topic, group, line, by = declared_columns(room, StaffQuestion, names, "question")
    return (
        Column("answered_at", _("State"), partial(_question_state, room)),
        question,
        topic,
        group,
        Column("asked", _("Times asked"), _asked, figures=True),
        line,
        by,
    )


def rumour_columns(room: WarRoom) -> tuple[Column, ...]:
    """How far it came, the rumour, how often it was heard, spread, verdict, groups told, owner."""
    names = ("text", "where", "spread", "owner")
    text, where, spread, owner = declared_columns(room, Rumour, names, "text")
    return (
        Column("", _("Stage"), partial(_stage, room)),
        text,
        Column("heard", _("Heard"), _heard, figures=True),
        where,
        spread,
        Column("verdict", _("Verdict"), partial(_verdict, room)),
        Column("", _("Told since"), _told),
        owner,
    )


def _question_place(question: StaffQuestion, _now: Moment) -> tuple[bool, int]:
    at = question.asked_at.ms if question.asked_at else 0
    if question.answered_at:
        return True, -question.answered_at.ms
    return False, at


def _question_state(room: WarRoom, question: StaffQuestion, now: Moment) -> Cell:
    at, asked = question.answered_at, question.asked_at
    if at:
        said = _("answered {when}").format(when=shown.when(at, room.here()))
        return Cell(f"✓ {said}", Token.GOOD, told=full(at, room.zone))
    if asked is None:
        return Cell(_("open"), Token.WARN)
    said = _("open for {time}").format(time=shown.lasting(max(0, now.ms - asked.ms)))
    if waits_too_long(question, now):
        return Cell(f"▲ {said}", Token.BAD, told=_("Open for more than 4 hours"))
    return Cell(said, Token.WARN, told=full(asked, room.zone))


def _asked(question: StaffQuestion, _now: Moment) -> Cell:
    n = question.asked or 1
    return Cell(f"{n:,}", Token.WARN if n > 1 else None)


def _rumour_place(rumour: Rumour, _now: Moment) -> tuple[int, int]:
    at = rumour.heard_at.ms if rumour.heard_at else 0
    return _STAGES.index(rumour.stage), at


def _stage(room: WarRoom, rumour: Rumour, now: Moment) -> Cell:
    n = _STAGES.index(rumour.stage)
    done = rumour.stage == Stage.TOLD
    token = Token.GOOD if done else Token.ACCENT if n else Token.WARN
    said = f"{n + 1}/{len(_STAGES)} {rumour.stage.shown}"
    told = " → ".join(f"✓ {each.shown}" if k <= n else each.shown for k, each in enumerate(_STAGES))
    if rumour.heard_at:
        told = f"{told}\n{full(rumour.heard_at, room.zone)}"
    return Cell(said, token, told=told, bar=CellBar((n + 1) / len(_STAGES), token))


def _heard(rumour: Rumour, _now: Moment) -> Cell:
    n, again = rumour.heard or 1, rumour.repeats or 0
    if not again:
        return Cell(f"{n:,}")
    many = ngettext(
        "heard {n} time after the correction", "heard {n} times after the correction", again
    )
    return Cell(f"▲ {n:,}", Token.BAD, told=many.format(n=again))


def _verdict(room: WarRoom, rumour: Rumour, _now: Moment) -> Cell:
    if rumour.verdict == Verdict.OPEN:
        return Cell(_("open"), Token.WARN)
    at = rumour.verdict_at
    when = shown.when(at, room.here()) if at else ""
    token = _VERDICTS.get(rumour.verdict)  # type: ignore[call-overload]
    said = " ".join(filter(None, (visible(word(rumour.verdict)), when)))
    return Cell(said, token, told=visible(rumour.evidence))


def _told(rumour: Rumour, _now: Moment) -> Cell:
    n = len(rumour.told)
    if not n:
        return Cell(_("nobody yet"), Token.FAINT)
    return Cell(ngettext("{n} group", "{n} groups", n).format(n=n))
