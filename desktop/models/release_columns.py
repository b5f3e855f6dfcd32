"""Releases as a table: when, where, what, in which language, and how each stands now."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.cells import Cell, Column
from desktop.models.declared_columns import declared_columns
from desktop.models.ordered_table import OrderedTable
from desktop.warroom import shown
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.whereabouts import STAYS, Board, Flag, Up, Whereabouts, board
from resources import _
from widgets.table_cell import CellChip
from widgets.theme import Token

TOKENS = {Up.LIVE: Token.GOOD, Up.SUPERSEDED: Token.MUTED, Up.WITHDRAWN: Token.BAD}


class ReleaseTable(OrderedTable):
    """The newest release first; ``board`` says how each stands, as it was looked at last."""

    def __init__(self, room: WarRoom, selection: Selection[Release], parent: QObject) -> None:
        self.board = board(room)
        super().__init__(room, release_columns(room, self), selection, _newest_first, parent)

    def look_again(self) -> Board:
        """Judge anew how the releases stand."""
        self.board = board(self._room)
        self.refresh()
        return self.board


def release_table(room: WarRoom, selection: Selection[Release], parent: QObject) -> ReleaseTable:
    """The model of the list of releases."""
    return ReleaseTable(room, selection, parent)


def release_columns(room: WarRoom, model: ReleaseTable) -> tuple[Column, ...]:
    """Time, place, title, language, version, state, and what is held against it."""
    at, title, language, version = declared_columns(
        room, Release, ("at", "title", "language", "version"), "title"
    )
    return (
        at,
        Column("channel", _("Place"), _place),
        title,
        language,
        version,
        Column("", _("State"), partial(_state, model)),
        Column("", _("Remarks"), partial(_flags, model)),
    )


def flag_token(flag: Flag) -> Token:
    """Red where something has to be done now, amber where it is for the record."""
    return Token.WARN if flag in (*STAYS, Flag.OLDER) else Token.BAD


def flags_said(stands: Whereabouts) -> str:
    """What is held against a release, in words; empty where nothing is."""
    return f"▲ {shown.listed(each.shown for each in stands.flags)}" if stands.flags else ""


def _newest_first(release: Release, _now: Moment) -> int:
    return -release.at.ms if release.at else 0


def _place(release: Release, _now: Moment) -> Cell:
    return Cell(release.place)


def _state(model: ReleaseTable, release: Release, _now: Moment) -> Cell:
    up = model.board.of_release(release).up
    return Cell(up.shown, chip=CellChip(up.shown, TOKENS[up]))


def _flags(model: ReleaseTable, release: Release, _now: Moment) -> Cell:
    stands = model.board.of_release(release)
    said = flags_said(stands)
    bad = any(flag_token(each) is Token.BAD for each in stands.flags)
    return Cell(said, Token.BAD if bad else Token.WARN, told=said)
