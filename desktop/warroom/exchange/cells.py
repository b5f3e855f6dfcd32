"""One cell becomes the value of one field; what cannot is refused in a sentence."""

import re
from collections.abc import Callable
from datetime import tzinfo
from functools import lru_cache
from typing import Any

from desktop.warroom import shown
from desktop.warroom.choices import Choice
from desktop.warroom.exchange.languages import in_all
from desktop.warroom.exchange.mapping import folded
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.exchange.said_times import read_time
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.moment import Moment, Precision
from resources import _

Reader = Callable[[str], Any]

_COUNT = re.compile(r"(\d{1,3}(?:([,' \u00a0\u202f\uff0c])\d{3})(?:\2\d{3})*|\d+)(?:\.0{1,2})?")
_DIGITS = 15  # more are exact neither in JSON nor in a spreadsheet
_SEPARATORS = re.compile("[;,、]")
_ABOUT = ("approx", "approximate", "approximately", "about", "circa", "ca", "~", "约", "約", "大约")
_EXACT = ("", "exact", "exactly")
LASTS = {  # milliseconds in which a time that exact may lie
    Precision.DAY: 86_400_000,
    Precision.HOUR: 3_600_000,
    Precision.MINUTE: 60_000,
    Precision.SECOND: 1_000,
    Precision.MILLISECOND: 1,
}
_PRECISE = {
    Precision.DAY: ("day", "days", "date", "日", "天"),
    Precision.HOUR: ("hour", "hours", "时", "時", "小时", "小時"),
    Precision.MINUTE: ("minute", "minutes", "min", "分", "分钟", "分鐘"),
    Precision.SECOND: ("second", "seconds", "sec", "秒"),
    Precision.MILLISECOND: ("millisecond", "milliseconds", "ms", "毫秒"),
}
_PRECISION_WORDS = {word: precision for precision, words in _PRECISE.items() for word in words}


def reader(field: Field, zone: tzinfo) -> Reader | None:
    """What turns a cell that is not empty into a value of ``field``; None: the text is it.

    The reader raises RuleBroken. Times without an offset are read in ``zone``.
    """
    match field.shape:
        case Shape.MOMENT:
            return lambda cell: read_time(cell, zone)
        case Shape.CHOICE:
            return _choices(field)
        case Shape.NUMBER:
            return _count
        case Shape.FLAG:
            return _flags()
        case Shape.WORDS:
            return parts_of
    return None


def sharpened(moment: Moment, said: str) -> Moment:
    """The moment as exact as its companion column says, never more than its own text.

    Only the first word counts ("second (from tweet id)"). Raises RuleBroken for another word.
    """
    precision, about = _precision(said)
    finer = LASTS[precision] <= LASTS[moment.precision]
    if finer and about <= moment.about:
        return moment
    coarser = moment.precision if finer else precision
    east = moment.offset * 60_000
    cut = (moment.ms + east) // LASTS[coarser] * LASTS[coarser] - east
    return Moment(cut, moment.offset, coarser, about or moment.about)


@lru_cache(maxsize=256)
def _precision(said: str) -> tuple[Precision, bool]:
    """How exact ``said`` is, and whether it means "about"."""
    word = (said.split() or [""])[0].casefold().strip("(),;.")
    if word in _ABOUT:
        return Precision.MINUTE, True
    if word in _EXACT:
        return Precision.MILLISECOND, False
    if word in _PRECISION_WORDS:
        return _PRECISION_WORDS[word], False
    raise RuleBroken(
        _('"{value}" is not a precision. Write one of: {words}.').format(
            value=clipped(said), words=shown.listed([*Precision, "approx", "exact"])
        )
    )


def _choices(field: Field) -> Reader:
    assert field.choices is not None
    known: dict[str, Choice] = {}
    for choice in field.choices:
        known |= {folded(word): choice for word in in_all(choice.word)}
    known |= {folded(choice): choice for choice in field.choices}  # a key goes before a word

    def read(cell: str) -> Choice:
        choice = known.get(folded(cell))
        if choice is None:
            words = shown.listed(choice.shown for choice in field.choices or ())
            raise RuleBroken(
                _('"{value}" is not known here. Write one of: {words}.').format(
                    value=clipped(cell), words=words
                )
            )
        return choice

    return read


def _count(cell: str) -> int:
    match = _COUNT.fullmatch(cell.strip())
    digits = "".join(c for c in match[1] if c.isdigit()) if match else ""
    if not 0 < len(digits) <= _DIGITS:
        raise RuleBroken(
            _('"{value}" is not a whole number. Write it as 12000 or 12,000.').format(
                value=clipped(cell)
            )
        )
    return int(digits)


def _flags() -> Reader:
    yes, no = _("yes"), _("no")
    known = dict.fromkeys(map(folded, ("yes", "y", "true", "1", "是", yes)), True)
    known |= dict.fromkeys(map(folded, ("no", "n", "false", "0", "否", no)), False)

    def read(cell: str) -> bool:
        value = known.get(folded(cell))
        if value is None:
            raise RuleBroken(
                _('"{value}" is neither yes nor no. Write {yes} or {no}.').format(
                    value=clipped(cell), yes=yes, no=no
                )
            )
        return value

    return read


def parts_of(cell: str) -> tuple[str, ...]:
    """The words of a list, each once."""
    plain = cell.replace("\N{FULLWIDTH SEMICOLON}", ";").replace("\N{FULLWIDTH COMMA}", ",")
    words = (word.strip() for word in _SEPARATORS.split(plain))
    return tuple(dict.fromkeys(word for word in words if word))
