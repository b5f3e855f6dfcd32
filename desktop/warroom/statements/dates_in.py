"""Dates and times as English and both Chinese scripts write them, each as one written form."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from desktop.warroom.statements.numerals import HAN, from_chinese

Found = tuple[int, int, str, bool]  # where it begins and ends, its form, whether it is only hinted

_MONTHS = "january february march april may june july august september october november december"
_NUMBER = {name[:n]: at for at, name in enumerate(_MONTHS.split(), 1) for n in (3, len(name))}
_NUMBER["sept"] = 9
_MONTH = "(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_HAN_DAY = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_TO = r"\s{0,3}(?:-|–|—|~|～|/|、|&|\bto\b|\band\b|至|到|和|及|與|与)\s{0,3}"

_ISO = re.compile(r"(?<![\d.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_HAN = re.compile(
    rf"(?:(民國|民国)?\s{{0,3}}(\d{{2,4}}|[〇零一二三四五六七八九]{{4}})\s{{0,3}}年\s{{0,3}})?(?<![\d個个{HAN}])"
    rf"({_HAN_DAY})\s{{0,3}}月(?:份|\s{{0,3}}({_HAN_DAY})(?:\s{{0,3}}[日号號]|(?![\d{HAN}]))"
    rf"(?:{_TO}({_HAN_DAY})\s{{0,3}}[日号號])?)?"
)
_DAY_FIRST = re.compile(
    rf"\b(?:({_DAY}){_TO})?({_DAY})\s+(?:of\s+)?({_MONTH})(?:,?\s+(\d{{4}})\b)?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\s+({_DAY})\b(?:{_TO}({_DAY})\b(?!\s{{0,3}}(?:[:.]\d|[ap]\.?m)))?"
    r"(?:,?\s+(\d{4})\b)?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),?\s+(\d{{4}})\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])")
_NAMED = re.compile(  # May and March are words, too
    r"\b(January|February|April|June|July|August|September|October|November|December)\b"
    r"|\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id-?"
    r"|[Ll]ast|[Nn]ext|[Tt]his)\s{0,3}(May|March)\b"
)
_ONLY_DAY = re.compile(
    r"(?<![\d.,:/])(\d{1,2})\s{0,3}日(?![内內间間])|\b(\d{1,2})(?:st|nd|rd|th)\b"
)

_EARLY, _LATE = "凌晨|清晨|早上|早晨|上午", "中午|下午|傍晚|晚上|夜间|夜間|晚间|晚間|今晚|昨晚|深夜"
_PART = f"(?:{_EARLY}|{_LATE})"
_CLOCK = re.compile(
    rf"({_PART})?\s{{0,3}}(?<![\d:.])(\d{{1,2}}):(\d{{2}})(?::\d{{2}})?(?![\d:])"
    r"(?:\s{0,3}([ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_AM_PM = re.compile(
    r"(?<![\d:.])(?:(\d{1,2})(?:[:.](\d{2}))?\s{0,3}(?:-|–|\bto\b|\band\b)\s{0,3})?"
    r"(\d{1,2})(?:[:.](\d{2}))?\s{0,3}([ap])\.?\s?m\b\.?",
    re.IGNORECASE,
)
_REST = rf"(?:\s{{0,3}}({_HAN_DAY})\s{{0,3}}分|(半)|([一三])刻|\s{{0,3}}(整|鐘|钟))?"
_HAN_CLOCK = re.compile(
    rf"({_PART})?\s{{0,3}}(?<![\d:.{HAN}])({_HAN_DAY})\s{{0,3}}([点點时時])(?![\d{HAN}]*[个個])"
    rf"(?![{HAN}\d](?![\d{HAN}]*\s{{0,3}}[分刻])){_REST}"
)
_COUNTING = re.compile(r"(?:以下|如下|下列|下面|[这這有共的几幾])\s{0,3}$")
_NOON = re.compile(r"\b(?:12\s+)?noon\b|正午", re.IGNORECASE)
_CHAINED = re.compile(r"\s{0,3}(?:-|–|—|~|～|至|到|和|及)\s{0,3}$")


def dates(text: str) -> Iterator[Found]:
    """Dates as 2026-11-23, --11-23 without a year, --11 or 2026-11 for a month, ---23 for a day.

    In text with Chinese characters 5/6/2026 is 6 May, else 5 June; what is said of a day alone is
    only hinted.
    """
    for pattern, read in _DATES:
        spans = list(pattern.finditer(text))
        for match in spans:
            found = list(read(match))
            yield from found
            if found:
                text = _masked(text, match)


def times(text: str) -> Iterator[Found]:
    """Times of day as 15:00, whichever way they are said."""
    carried, end = "", -9
    for pattern, read in ((_AM_PM, _in_english), (_CLOCK, _on_a_clock), (_NOON, _at_noon)):
        for match in list(pattern.finditer(text)):
            found = list(read(match))
            yield from found
            if found:
                text = _masked(text, match)
    for match in _HAN_CLOCK.finditer(text):
        if _CHAINED.match(text[end : match.start()]) and not match[1]:
            part = carried
        else:
            part = match[1] or ""
        if said := _in_chinese(match, part):
            carried, end = part, match.end()
            yield match.start(), match.end(), said, False


def written(year: int | None, month: int | None, day: int | None) -> str:
    """A date of which parts are not said; empty where there is no such day."""
    if month is None:
        return f"---{day:02}" if day and day <= 31 else ""
    try:
        date(year or 2024, month, day or 1)
    except ValueError:
        return ""
    start = f"{year:04}-" if year else "--"
    return start + (f"{month:02}-{day:02}" if day else f"{month:02}")


def _masked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]


def _each(match: re.Match[str], *said: str) -> Iterator[Found]:
    yield from ((match.start(), match.end(), each, False) for each in said if each)


def _iso(match: re.Match[str]) -> Iterator[Found]:
    return _each(match, written(int(match[1]), int(match[3]), int(match[4])))


def _chinese(match: re.Match[str]) -> Iterator[Found]:
    republic, year, month, *days = match.groups()
    said = from_chinese(year) if year else None
    if said and republic:
        said += 1911
    elif said and said < 1000:
        said = None
    numbers = [from_chinese(day) for day in days if day] or [None]
    return _each(match, *(written(said, from_chinese(month) or 0, day) for day in numbers))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _month(name: str) -> int:
    return _NUMBER[name.lower().rstrip(".")]


def _day_first(match: re.Match[str]) -> Iterator[Found]:
    first, day, month, year = match.groups()
    said = (int(year) if year else None, _month(month))
    return _each(match, *(written(*said, _number(each)) for each in (first, day) if each))


def _month_first(match: re.Match[str]) -> Iterator[Found]:
    month, day, last, year = match.groups()
    said = (int(year) if year else None, _month(month))
    return _each(match, *(written(*said, _number(each)) for each in (day, last) if each))


def _month_year(match: re.Match[str]) -> Iterator[Found]:
    return _each(match, written(int(match[2]), _month(match[1]), None))


def _slashed(match: re.Match[str]) -> Iterator[Found]:
    """1/3 is a share unless a year stands behind it, or one of the two can only be a day."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    if not year and len(match[1]) + len(match[2]) < 4 and max(first, second) <= 12:
        return _each(match)
    said = int(year) + (2000 if len(year) == 2 else 0) if year else None
    month_leads = second > 12 or (first <= 12 and bool(re.search(r"[一-鿿]", match.string)))
    month, day = (first, second) if month_leads else (second, first)
    return _each(match, written(said, month, day))


def _named(match: re.Match[str]) -> Iterator[Found]:
    return _each(match, written(None, _month(match[1] or match[2]), None))


def _only_day(match: re.Match[str]) -> Iterator[Found]:
    said = written(None, None, int(match[1] or match[2]))
    return ((*each[:3], True) for each in _each(match, said))


_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Found]]], ...] = (
    (_ISO, _iso),
    (_HAN, _chinese),
    (_DAY_FIRST, _day_first),
    (_MONTH_FIRST, _month_first),
    (_MONTH_YEAR, _month_year),
    (_SLASHED, _slashed),
    (_NAMED, _named),
    (_ONLY_DAY, _only_day),
)


def _clock(hour: int, minute: int) -> str:
    return f"{hour % 24:02}:{minute:02}" if hour <= 24 and minute < 60 else ""


def _in_half(hour: int, half: str) -> int:
    """The hour of 24 for one of twelve; ``half`` is a or p."""
    if hour > 12 or not half:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _in_english(match: re.Match[str]) -> Iterator[Found]:
    first, its, hour, minute, half = match.groups()
    said = [_clock(_in_half(int(hour), half), int(minute or 0))]
    if first:
        said.insert(0, _clock(_in_half(int(first), half), int(its or 0)))
    return _each(match, *said)


def _on_a_clock(match: re.Match[str]) -> Iterator[Found]:
    part, hour, minute, half = match.groups()
    said = _in_part(int(hour), part) if part else _in_half(int(hour), half or "")
    return _each(match, _clock(said, int(minute)))


def _at_noon(match: re.Match[str]) -> Iterator[Found]:
    return _each(match, "12:00")


def _in_part(hour: int, part: str) -> int:
    """The hour of 24 in a part of the day; 晚上 12 点 is midnight, 中午 11 点 before noon."""
    if not part or hour > 12:
        return hour
    if re.fullmatch(_EARLY, part):
        return hour % 12 if hour == 12 and part == "凌晨" else hour
    if part == "中午":
        return hour + 12 if hour < 4 else hour
    late_night = part in ("晚上", "深夜", "今晚", "昨晚", "夜间", "夜間", "晚间", "晚間")
    if late_night and (hour == 12 or (part == "深夜" and hour < 4)):
        return 0 if hour == 12 else hour
    return hour % 12 + 12


def _in_chinese(match: re.Match[str], part: str) -> str:
    """The time of 下午三點半; 三点 alone may be three points, and 一时 a moment."""
    _part, hour, _unit, minute, half, quarter, whole = match.groups()
    sure = part or minute or half or quarter or whole
    if not sure and (not hour.isdecimal() or _COUNTING.search(match.string[: match.start()])):
        return ""
    quarters = {"一": 15, "三": 45}.get(quarter, 0)
    past = 30 if half else quarters or (from_chinese(minute) or 0 if minute else 0)
    said = from_chinese(hour)
    return "" if said is None else _clock(_in_part(said, part), past)
