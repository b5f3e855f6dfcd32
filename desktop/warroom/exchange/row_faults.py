"""What is wrong with a file, place by place, each in a sentence that tells what to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from resources import _, ngettext

KEPT = 1_000


@dataclass(frozen=True, slots=True)
class RowFault:
    """One place that cannot be read; ``column`` is empty when the whole row is meant.

    ``line`` counts the lines of the file from 1, the header included, as an editor does, or the
    rows of a spreadsheet (``in_sheet``).
    """

    line: int
    column: str
    value: str
    problem: str
    in_sheet: bool = False

    @property
    def sentence(self) -> str:
        """The place and the problem."""
        if self.in_sheet:
            whole, cell = _("Row {line}: {problem}"), _('Row {line}, column "{column}": {problem}')
        else:
            whole = _("Line {line}: {problem}")
            cell = _('Line {line}, column "{column}": {problem}')
        return (cell if self.column else whole).format(
            line=self.line, column=clipped(self.column), problem=self.problem
        )


@dataclass
class Faults:
    """The faults of one file: the first thousand, and how many ``more`` there are."""

    kept: list[RowFault] = field(default_factory=list)
    more: int = 0
    in_sheet: bool = False

    def add(self, line: int, problem: str, column: str = "", value: str = "") -> None:
        """Take note of a fault."""
        if len(self.kept) < KEPT:
            self.kept.append(RowFault(line, column, clipped(value), problem, self.in_sheet))
        else:
            self.more += 1

    def __bool__(self) -> bool:
        return bool(self.kept)

    def __iter__(self) -> Iterator[RowFault]:
        return iter(self.kept)

    @property
    def count(self) -> int:
        """How many there are, kept or not."""
        return len(self.kept) + self.more

    @property
    def summary(self) -> str:
        """One sentence for all of them."""
        return ngettext(
            "{count} fault was found and nothing was imported. Correct the file and read it again.",
            "{count} faults were found and nothing was imported. "
            "Correct the file and read it again.",
            self.count,
        ).format(count=f"{self.count:,}")

    @property
    def sentences(self) -> list[str]:
        """The summary, each fault kept, and how many are left out."""
        told = [self.summary, *(fault.sentence for fault in self.kept)]
        if self.more:
            told.append(
                ngettext("{count} more fault.", "{count} more faults.", self.more).format(
                    count=f"{self.more:,}"
                )
            )
        return told


def clipped(value: str, width: int = 60) -> str:
    """The value short enough to stand in a sentence."""
    return value if len(value) <= width else value[: width - 1] + "…"
