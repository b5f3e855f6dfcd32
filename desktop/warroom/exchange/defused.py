"""Text that a spreadsheet would run as a formula gets a ' before it, and back.

The list is OWASP's for CSV injection: = + - @ at the start, after white space too, also full
width, and a tab, CR or LF among that white space.
"""

import re
from collections.abc import Callable, Sequence

from desktop.warroom.exchange.columns_out import columns_out
from desktop.warroom.records import Record

_QUOTE = "'"
_RUNS = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\s\x00-\x1f]*?[\t\r\n]")


def runs(text: str) -> bool:
    """Whether a spreadsheet might take this text for a formula."""
    return _RUNS.match(text) is not None


def defused(text: str) -> str:
    """The text with a ' before it if it might run; ``as_meant`` reads it back exactly.

    A text that has such a ' already gets one more, so that none is lost on the way back.
    """
    return _QUOTE + text if runs(text.lstrip(_QUOTE)) else text


def as_meant(cell: str) -> str:
    """What ``defused`` was given."""
    return cell[1:] if cell.startswith(_QUOTE) and runs(cell.lstrip(_QUOTE)) else cell


def row_reader(kind: type[Record], header: Sequence[str]) -> Callable[[list[str]], list[str]]:
    """What gives the cells of a row as they were meant, where the header is that of our own CSV.

    In files of other programs a leading ' may belong to the text, and stays.
    """
    return _row_as_meant if _is_ours(kind, header) else list


def _row_as_meant(row: list[str]) -> list[str]:
    return list(map(as_meant, row))


def _is_ours(kind: type[Record], header: Sequence[str]) -> bool:
    return any(
        tuple(header) == tuple(column.heading for column in columns_out(kind, words=words))
        for words in (False, True)
    )
