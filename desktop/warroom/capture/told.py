"""How many of a staff group were told, read from one line in any of the three languages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MISSED = (
    "not reached", "unreached", "not told", "not briefed",
    "未聯絡", "未联系", "未聯繫", "未通知", "沒聯絡", "没联系",
    "聯絡不上", "联系不上", "未達", "未到",
)  # fmt: skip
_ABSENT = ("missing",)  # says who was not reached only beside those who were
_CONFIRMED = (
    "confirmed",
    "acknowledged",
    "read it",
    "確認",
    "确认",
    "簽收",
    "签收",
    "已讀",
    "已读",
)
_TOLD = (
    "told", "reached", "briefed", "informed", "notified",
    "通知", "告知", "傳達", "传达", "轉達", "转达", "說明", "说明",
)  # fmt: skip
_SORTS = (
    ("missed", _MISSED),
    ("absent", _ABSENT),
    ("confirmed", _CONFIRMED),
    ("reached", _TOLD),
)
_CLAUSE = re.compile(r"[;,，；、。\n]|(?<!\d)\.(?!\d)")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = {True: 3, False: 2}  # letters that tell a group: of an ASCII word, of a Chinese one


@dataclass(frozen=True, slots=True)
class Group:
    """A staff group as the line may name it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """People of a group: told, not reached, confirmed; None for what the line does not say."""

    group: Group
    reached: int | None
    missed: int | None
    confirmed: int | None


def told(line: str, groups: Sequence[Group]) -> Told | None:
    """What a line such as ``told 140 of night shift, 12 not reached`` reports.

    None when no group, or no number of people told, not reached or confirmed, can be read without
    doubt. A group is named whole, or by words that no other group has. Nothing is worked out: who
    only says that 12 were not reached does not say how many were.
    """
    group = _named(line.casefold(), groups)
    if group is None:
        return None
    text = line.casefold().replace(group.name.casefold(), " ")
    found = dict(_counts(text))
    absent = found.pop("absent", None)
    if not found:
        return None
    missed = found.get("missed", absent)
    return Told(group, found.get("reached"), missed, found.get("confirmed"))


def _counts(text: str) -> Iterable[tuple[str, int]]:
    for clause in _clauses(text):
        number = _NUMBER.search(clause)
        if number is None:
            continue
        for sort, words in _SORTS:
            if any(word in clause for word in words):
                yield sort, int(number[0].replace(",", ""))
                break


def _clauses(text: str) -> list[str]:
    """The clauses; a comma within a number parts nothing."""
    joined = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return [clause for clause in _CLAUSE.split(joined) if clause]


def _named(text: str, groups: Sequence[Group]) -> Group | None:
    whole = [group for group in groups if group.name and group.name.casefold() in text]
    if whole:
        return max(whole, key=lambda group: len(group.name))
    marked = [(sum(word in text for word in own), group) for group, own in _own_words(groups)]
    best = max((score for score, _group in marked), default=0)
    found = [group for score, group in marked if score == best > 0]
    return found[0] if len(found) == 1 else None


def _own_words(groups: Sequence[Group]) -> Iterable[tuple[Group, set[str]]]:
    """For each group the words of its name that no other group's name holds."""
    words = {group: set(_words(group.name.casefold())) for group in groups}
    for group, own in words.items():
        others = set().union(*(words[other] for other in groups if other != group))
        yield group, own - others


def _words(name: str) -> Iterable[str]:
    for word in _WORD.findall(name):
        if word.isascii():
            yield from [word] if len(word) >= _FEWEST[True] else []
        else:
            yield from (word[i : i + 2] for i in range(len(word) - 1))
