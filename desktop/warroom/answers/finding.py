"""The question bank as it is looked through while the phone rings: any words, in any order."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.warroom.acts import Change
from desktop.warroom.answers.bank import Stand, stand
from desktop.warroom.answers.lines import Answer
from desktop.warroom.method.facts import Fact
from desktop.warroom.reading import Reading
from desktop.warroom.statements.wording import references, worded

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_RUNS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[^\s\u3400-\u9fff\uf900-\ufaff]+")
_WEIGHTS = (4.0, 2.0, 1.0)  # of what stands in the question, in the line, in what is not to be said
_ORDER = {Stand.VALID: 1.5, Stand.DRAFT: 0.5, Stand.OPEN: 0.0, Stand.EXPIRED: 0.0}
_LAST = -100.0


@dataclass(frozen=True, slots=True)
class _Held:
    """An answer with its three texts as they are compared."""

    answer: Answer
    texts: tuple[str, str, str]


class Bank:
    """The answers of a room, held ready to be searched; ``follow`` keeps them as they are."""

    def __init__(self, room: Reading) -> None:
        self._room = room
        self._held: dict[str, _Held] = {}
        self.read()

    def read(self) -> None:
        """Read everything anew."""
        self._held = {each.id: self._of(each) for each in self._room.all(Answer)}

    def follow(self, changes: Iterable[Change]) -> bool:
        """Take over what an act changed; whether anything here is another now."""
        kinds = {change.kind for change in changes}
        if Fact in kinds:  # a line says the present value of its facts
            self.read()
            return True
        for change in changes:
            after = change.after
            if isinstance(after, Answer):
                self._held.pop(after.id, None)
                if not after.gone:
                    self._held[after.id] = self._of(after)
        return Answer in kinds

    def find(self, words: str, now_ms: int, most: int = 200) -> list[Answer]:
        """The answers that hold all of the words, the best first; without words all of them.

        Words of Chinese need not stand together: each of their characters has to be there, and
        pairs that do stand together count more. What may be said at ``now_ms`` (UTC milliseconds)
        comes before what may not, what is retired last.
        """
        wanted = _terms(words)
        found = [
            (score + _favour(each.answer, now_ms), each.answer)
            for each in self._held.values()
            if (score := _score(each, wanted)) > 0
        ]
        found.sort(key=lambda pair: (-pair[0], -(pair[1].asked or 0), pair[1].id))
        return [answer for _score, answer in found[:most]]

    def _of(self, answer: Answer) -> _Held:
        named = bool(references(answer.line))
        line = worded(self._room, answer.line) if named else answer.line
        return _Held(answer, (_folded(answer.question), _folded(line), _folded(answer.not_to_say)))


def _terms(words: str) -> list[str]:
    return _RUNS.findall(_folded(words))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _favour(answer: Answer, now_ms: int) -> float:
    return _ORDER.get(stand(answer, now_ms), _LAST)


def _score(held: _Held, wanted: Sequence[str]) -> float:
    """How well an answer fits; nought where one of the words is missing."""
    total = 1.0
    for term in wanted:
        best = max(
            weight * _fits(text, term) for weight, text in zip(_WEIGHTS, held.texts, strict=True)
        )
        if best == 0:
            return 0.0
        total += best
    return total


def _fits(text: str, term: str) -> float:
    if term in text:
        return 1.0
    if len(term) < 2 or not _CHINESE.fullmatch(term) or not set(term) <= set(text):
        return 0.0
    pairs = [term[at : at + 2] for at in range(len(term) - 1)]
    return 0.25 + 0.5 * sum(pair in text for pair in pairs) / len(pairs)
