"""Two wordings beside each other: what was removed and what was added, line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from operator import itemgetter

_WORD = re.compile(
    r"\d+(?:[.,:/-]\d+)*"  # 3,412 and 2026-11-23 are read as one
    r"|[^\W\d_\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+(?:['’-][^\W\d_\u2e80-\u9fff]+)*"
    r"|[^\S\n]+"
    r"|."
    r"|\n",
    re.DOTALL,
)
MOST = 4_000  # pairs of lines that are weighed; beyond it two texts are simply two texts
ALIKE = 0.3  # of the words: lines that share less stand one after the other


class Mark(StrEnum):
    """What became of a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one side that share a mark."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line before and after; a side is None where it has no such line at all."""

    before: tuple[Piece, ...] | None
    after: tuple[Piece, ...] | None

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        sides = [self.before, self.after]
        return None in sides or any(p.mark != Mark.SAME for side in sides for p in side or ())


def differences(before: str, after: str) -> list[Row]:
    """The rows of two texts: words are compared, in Chinese characters, figures as wholes."""
    ours, theirs = before.split("\n"), after.split("\n")
    rows = list[Row]()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            rows += [Row(_whole(line, Mark.SAME), _whole(line, Mark.SAME)) for line in ours[a:b]]
        else:
            rows += _compared(ours[a:b], theirs[c:d])
    return rows


def words(text: str) -> list[str]:
    """What a text is compared by: words, figures, spaces, signs, each Chinese character alone."""
    return _WORD.findall(text)


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    """Rows of lines that differ: those that are alike beside each other, the rest alone."""
    old, new = 0, 0
    for a, b in [*_pairs(before, after), (len(before), len(after))]:
        yield from (Row(_whole(line, Mark.REMOVED), None) for line in before[old:a])
        yield from (Row(None, _whole(line, Mark.ADDED)) for line in after[new:b])
        if a < len(before):
            yield _Pair().of(words(before[a]), words(after[b]))
        old, new = a + 1, b + 1


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that stand beside each other, so that as much as can be is alike."""
    if len(before) * len(after) > MOST:
        return []
    best = [[(0.0, list[tuple[int, int]]())] * (len(after) + 1) for _line in range(len(before) + 1)]
    for a in range(1, len(before) + 1):
        for b in range(1, len(after) + 1):
            share, (score, path) = _alike(before[a - 1], after[b - 1]), best[a - 1][b - 1]
            joined = (score + share, [*path, (a - 1, b - 1)]) if share >= ALIKE else (-1.0, [])
            best[a][b] = max(joined, best[a - 1][b], best[a][b - 1], key=itemgetter(0))
    return best[-1][-1][1]


def _alike(old: str, new: str) -> float:
    """Which share of two lines is the same words, spaces not counted."""
    ours, theirs = ([w for w in words(line) if w.strip()] for line in (old, new))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _whole(line: str, mark: Mark) -> tuple[Piece, ...]:
    return (Piece(mark, line),) if line else ()


@dataclass(slots=True)
class _Pair:
    """The pieces of a line before and after, as they are found."""

    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)

    def of(self, old: Sequence[str], new: Sequence[str]) -> Row:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        codes = matcher.get_opcodes()
        for n, (tag, a, b, c, d) in enumerate(codes):
            gone, come = "".join(old[a:b]), "".join(new[c:d])
            if tag == "equal" and (gone.strip() or not 0 < n < len(codes) - 1):
                self._put(self.before, Mark.SAME, gone)
                self._put(self.after, Mark.SAME, come)
            else:  # a space between two changed words is read as part of the change
                self._put(self.before, Mark.REMOVED, gone)
                self._put(self.after, Mark.ADDED, come)
        return Row(tuple(self.before), tuple(self.after))

    @staticmethod
    def _put(side: list[Piece], mark: Mark, text: str) -> None:
        if side and side[-1].mark == mark:
            text = side.pop().text + text
        if text:
            side.append(Piece(mark, text))
