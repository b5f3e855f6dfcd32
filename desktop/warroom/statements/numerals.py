"""Numbers written in Chinese characters and in English words, as whole numbers."""

import re

HAN = "〇零一二三四五六七八九十百千万萬亿億两兩"
LONGEST = 24  # signs of a number; what is longer counts nothing
_DIGITS = dict(zip("〇零一二三四五六七八九两兩", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2)))
_TENS = {"十": 10, "百": 100, "千": 1_000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_ONES_ON = f"{_ONES} sixteen seventeen eighteen nineteen"
_SMALL = {word: value for value, word in enumerate(_ONES_ON.split(), start=1)}
_TENS_ON = "twenty thirty forty fifty sixty seventy eighty ninety"
_TIES = {word: 10 * value for value, word in enumerate(_TENS_ON.split(), start=2)}
_POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_TIMES = {"hundred": 100, "dozen": 12}
_WORD = "|".join((*_SMALL, *_TIES, *_POWERS, *_TIMES))
ENGLISH = re.compile(
    rf"\b(?:{_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}))*\b", re.IGNORECASE | re.ASCII
)


def from_chinese(said: str) -> int | None:
    """The number of Chinese numerals such as 二百零五, 一万二 or 二〇二六; None if it is none."""
    if not said or len(said) > LONGEST:
        return None
    if said.isdecimal():
        return int(said)
    if all(each in _DIGITS for each in said):
        return int("".join(str(_DIGITS[each]) for each in said))
    return _counted(said)


def _counted(said: str) -> int | None:
    total, section, digit, last = 0, 0, None, ""
    for each in said:
        if each in _DIGITS:
            if digit:
                return None  # two digits side by side count nothing
            digit = _DIGITS[each]
        elif each in _TENS:
            if not digit and (each != "十" or section):
                return None
            section, digit = section + (digit or 1) * _TENS[each], None
        else:
            if not (section or digit or total):
                return None
            total = _in_myriads(total, section + (digit or 0), _MYRIADS[each])
            section, digit = 0, None
        last = each if each not in _DIGITS or not _DIGITS[each] else last
    return total + section + (digit or 0) * _short(last, digit)


def _in_myriads(total: int, section: int, myriad: int) -> int:
    """一亿二千万 adds, 三万亿 multiplies."""
    return total + section * myriad if section else total * myriad


def _short(last: str, digit: int | None) -> int:
    """What the last digit counts: 二百五 is 250, 二百零五 is 205."""
    unit = _TENS.get(last) or _MYRIADS.get(last) or 1
    return unit // 10 if digit and unit > 10 else 1


def from_english(said: str) -> int | None:
    """The number of English words such as ``one hundred and twenty``; None if it is none."""
    total, section, before = 0, 0, ""
    for word in re.split(r"[\s-]+", said.lower()):
        if word == "and":
            continue
        if word in _SMALL or word in _TIES:
            follows = word in _SMALL and before in _TIES and _SMALL[word] < 10
            if before and not follows and before not in (*_POWERS, *_TIMES):
                return None
            section += _SMALL.get(word) or _TIES[word]
        elif word in _TIMES:
            section = (section or 1) * _TIMES[word]
        else:
            total, section = total + (section or 1) * _POWERS[word], 0
        before = word
    return total + section
