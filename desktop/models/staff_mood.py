"""The mood of groups as a table: of fewer than five answers it says that they are hidden, alone."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.models.staff import NOTHING
from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff_mood import Mood
from desktop.warroom.staff_support import Pulse
from resources import _
from resources.visible import visible
from widgets.table_cell import CellBar
from widgets.theme import Token

BEST = 5  # of the scale
LOW, HIGH = 2.5, 3.5  # means below and from which a mood is red or green


def hidden_words() -> str:
    """What stands in place of every figure of a group of which too few answered."""
    return _("hidden (fewer than five)")


def mood_columns(room: WarRoom) -> tuple[Column, ...]:
    """Group, mean, favourable, change, part that answered, when, and what worries it."""
    return (
        Column("", _("Group"), _group, grows=True),
        Column("", _("Mean (1 to 5)"), _mean),
        Column("", _("Favourable"), _favourable),
        Column("", _("Against baseline"), _trend),
        Column("", _("Participation"), _participation),
        Column("", _("Asked at"), partial(_at, room)),
        Column("", _("Concerns"), _concerns),
    )


def mean_words(mood: Mood) -> str:
    """The mean to a tenth, or that it is hidden."""
    return hidden_words() if mood.mean is None else f"{mood.mean:.1f}"


def mean_token(mood: Mood) -> Token:
    """The colour of a mean."""
    if mood.mean is None:
        return Token.FAINT
    return Token.BAD if mood.mean < LOW else Token.GOOD if mood.mean >= HIGH else Token.WARN


def trend_words(mood: Mood) -> str:
    """The change of the mean against the first pulse: ``▲ +0.4``; empty where there is none."""
    if mood.trend is None or mood.hidden:
        return ""
    change = round(mood.trend, 1)
    sign = "▲ +" if change > 0 else "▼ −" if change < 0 else "± "
    return f"{sign}{abs(change):.1f}"


def _group(mood: Mood, _now: Moment) -> Cell:
    return Cell(visible(mood.group.name))


def _mean(mood: Mood, _now: Moment) -> Cell:
    token = mean_token(mood)
    if mood.mean is None:
        return Cell(hidden_words(), token)
    return Cell(mean_words(mood), token, bar=CellBar(mood.mean / BEST, token))


def _favourable(mood: Mood, _now: Moment) -> Cell:
    return Cell(mood.favourable.words if mood.favourable and not mood.hidden else "")


def _trend(mood: Mood, _now: Moment) -> Cell:
    said = trend_words(mood)
    worse = said.startswith("▼")
    return Cell(said, Token.BAD if worse else Token.GOOD if said.startswith("▲") else Token.MUTED)


def _participation(mood: Mood, _now: Moment) -> Cell:
    if mood.hidden:
        return Cell("")
    part = mood.participation
    if part.value is None:
        return Cell(NOTHING, Token.FAINT)
    count = _("{n} of {total}").format(n=f"{part.part:,}", total=f"{part.of:,}")
    return Cell(shown.aside(part.words, count))


def _at(room: WarRoom, mood: Mood, _now: Moment) -> Cell:
    at = mood.at if not mood.hidden else None
    return Cell(shown.when(at, room.here()) if at else "", Token.MUTED)


def _concerns(mood: Mood, _now: Moment) -> Cell:
    return Cell(visible(shown.listed(mood.concerns)) if not mood.hidden else "")


# the pulses as they were taken


def pulse_table(room: WarRoom, selection: Selection[Pulse], parent: QObject) -> OrderedTable:
    """Pulses, the newest first."""
    return OrderedTable(room, pulse_columns(room), selection, _newest, parent)


def pulse_columns(room: WarRoom) -> tuple[Column, ...]:
    """When, group, answers, and how many gave each of them."""
    group, at = declared_columns(room, Pulse, ("group", "at"), "group")
    fields = ("ones", "twos", "threes", "fours", "fives")
    scale = (Column(name, str(n), partial(_count, name)) for n, name in enumerate(fields, 1))
    return (at, group, Column("", _("Answers"), _answers), *scale)


def _newest(pulse: Pulse, _now: Moment) -> int:
    return -pulse.at.ms if pulse.at else 0


def _answers(pulse: Pulse, _now: Moment) -> Cell:
    if pulse.hidden:
        return Cell(hidden_words(), Token.FAINT)
    return Cell(f"{pulse.answered:,}")


def _count(name: str, pulse: Pulse, _now: Moment) -> Cell:
    count = None if pulse.hidden else getattr(pulse, name)
    return Cell("" if count is None else f"{count:,}", Token.MUTED)
