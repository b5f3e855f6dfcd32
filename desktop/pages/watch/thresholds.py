"""The thresholds of the rules: the defaults beside what this company has set instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from desktop.models.cells import Cell, Column
from desktop.models.listed import ListedThings
from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.alarms import Threshold
from desktop.warroom.watch.limits import in_force
from desktop.warroom.watch.rule import Limit, Rule
from desktop.warroom.watch.rules import rules
from resources import _
from widgets.headed_table import HeadedTable
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class Row:
    """A limit of a rule."""

    rule: Rule
    limit: Limit


def said(value: int, unit: str) -> str:
    """A value with its unit, in words."""
    match unit:
        case "minutes":
            return shown.lasting(value * 60_000)
        case "percent":
            return _("{n} %").format(n=value)
        case "days":
            return _("{n} d").format(n=value)
    return f"{value:,}"


class ThresholdPart(Register):
    """Every limit with its default and what holds for this incident; what was set stands below."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Threshold,
            ("rule", "key", "type", "level", "value"),
            "rule",
            "rule",
            (
                _("Every limit is the default"),
                _("Choose a limit above and press Enter to set another for this company."),
            ),
        )
        super().__init__(room, [(_("Set by this company"), listed)], parent)
        self.look_again()

    def top(self) -> QWidget:
        self.limits = _Limits(self._room, self)
        self.limits.table.opened.connect(self._set)
        act(self.limits.table, (_("Set another value"), "F2", self.set_chosen))
        return self.limits

    def look_again(self) -> None:
        self.limits.show_limits()

    def set_chosen(self) -> None:
        """Ask for another value of the chosen limit, for the type of this incident."""
        row = self.limits.row()
        if row is not None:
            each = self.limits.things.thing(row)
            type_ = self._room.incident.type
            self.ask_new(Threshold, rule=each.rule.id, key=each.limit.key, type=type_)

    def _set(self, _index: QModelIndex) -> None:
        self.set_chosen()


class _Limits(HeadedTable):
    """The table of all limits."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self._room = room
        self.things = ListedThings(room, tuple(self._columns()), parent)
        super().__init__(_("Limits of the rules"), "watch-limits", self.things, parent)

    def show_limits(self) -> None:
        """Read anew what holds; the row that was chosen stays so."""
        row = self.row()
        rows = [Row(rule, limit) for rule in rules().values() for limit in rule.limits]
        self.things.show(rows)
        if row is not None and row < len(rows):
            self.table.select(row)

    def _columns(self) -> Iterator[Column]:
        def holds(row: Row, _now: Moment) -> Cell:
            set_ = self._room.all(Threshold)
            value = in_force(row.rule, set_, self._room.incident)(row.limit.key)
            other = value != _default(row, str(self._room.incident.type))
            return Cell(said(value, row.limit.unit), Token.ACCENT if other else None)

        def default(row: Row, _now: Moment) -> Cell:
            value = _default(row, str(self._room.incident.type))
            return Cell(said(value, row.limit.unit), Token.MUTED)

        yield Column("rule", _("Rule"), lambda row, _now: Cell(row.rule.id, Token.MUTED))
        yield Column("title", _("Warning"), lambda row, _now: Cell(row.rule.shown), grows=True)
        yield Column("limit", _("Limit"), lambda row, _now: Cell(_(row.limit.label)))
        yield Column("default", _("Default"), default, figures=True)
        yield Column("holds", _("Holds here"), holds, figures=True)


def _default(row: Row, type_: str) -> int:
    return dict(row.limit.of_type).get(type_, row.limit.default)
