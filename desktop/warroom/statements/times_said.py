"""The time that a sentence names, in English or Chinese: a length from now, a day, an hour."""

import re
import unicodedata
from datetime import date, datetime, timedelta

_ENGLISH = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ENGLISH |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14}
_ENGLISH |= {"twenty-four": 24, "forty-eight": 48, "seventy-two": 72, "thirty": 30, "sixty": 60}
_DIGITS = {sign: n for n, signs in enumerate(("零", "一", "二两兩", "三")) for sign in signs}
_DIGITS |= {sign: n for n, sign in enumerate("四五六七八九", start=4)}
_N = r"\d{1,4}|[一二两兩三四五六七八九十]{1,3}"
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168}
_UNITS = {"分": 1 / 60, "小": 1, "鐘": 1, "钟": 1, "天": 24, "日": 24, "周": 168, "週": 168}
_WORDS = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_WITHIN = re.compile(
    rf"\b(?:within|in)\s+(?:the\s+next\s+)?(?P<n>\d{{1,4}}|{_WORDS})\s*"
    r"(?P<work>(?:working|business)\s+)?(?P<unit>minute|hour|day|week)s?\b",
    re.I,
)
_INSIDE = re.compile(
    rf"(?P<n>{_N})\s*[個个]?\s*(?P<work>工作)?(?P<unit>分[鐘钟]|小[時时]|[鐘钟][頭头]|天|日|[週周])"
    r"\s*(?:之|以)?[內内]"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<m>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?:(?P<year>\d{4})\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号號]"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?(?!:)", re.I
    ),
)
_NEAR = {0: "today|tonight|今天|今日|今晚|今夜", 1: "tomorrow|明天|明日|明早|明晚", 2: "後天|后天"}
_WEEK = ("mon", "tues?", "wed(?:nes)?", "thu(?:rs)?", "fri", "sat(?:ur)?", "sun")
_WEEKDAY = re.compile(
    r"\b(?:" + "|".join(f"(?P<d{n}>{each})" for n, each in enumerate(_WEEK)) + r")day\b", re.I
)
_WEEKDAY_ZH = re.compile(r"(?P<which>本|下)?(?:[週周]|星期|禮拜|礼拜)(?P<day>[一二三四五六日天])")
_CLOCK = re.compile(
    r"(?P<half>上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚間|晚间|晚|早)?\s*"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|\s*[點点時时](?:(?P<past>半)|(?P<past_min>\d{1,2})分?)?"
    r"(?!間|间|候|段))\s*(?P<ap>[ap]\.?m\b\.?)?",
    re.I,
)
_AM_PM = re.compile(r"\b(?P<hour>\d{1,2})\s*(?P<ap>[ap]\.?m\b\.?)", re.I)
_NOON = re.compile(r"\b(?:noon|midday)\b|正午", re.I)
_LATER = ("下午", "傍晚", "晚")
_END = (23, 59)


def due_said(sentence: str, at: datetime) -> datetime | None:
    """The time that a sentence said at ``at`` (aware) names, in its zone; None where it names none.

    Working days are counted Monday to Friday. A time without a day is the next such time, a day
    without a time ends at 23:59.
    """
    text = unicodedata.normalize("NFKC", sentence)
    if (length := _WITHIN.search(text) or _INSIDE.search(text)) and (n := _number(length["n"])):
        return _after(at, n, length["unit"], working=bool(length["work"]))
    day, clock = _day(text, at.date()), _clock(text)
    if day is None and clock is None:
        return None
    hour, minute = clock or _END
    try:
        due = datetime.combine(day or at.date(), at.timetz()).replace(
            hour=hour, minute=minute, second=0, microsecond=0
        )
        return due + timedelta(days=1) if day is None and due <= at else due
    except (OverflowError, ValueError):
        return None


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in _ENGLISH:
        return _ENGLISH[text.lower()]
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


def _after(at: datetime, n: int, unit: str, *, working: bool) -> datetime | None:
    try:
        if not working:
            hours = {**_HOURS, **_UNITS}.get(unit.lower()) or _UNITS[unit[0]]
            return (at + timedelta(hours=n * hours)).replace(second=0, microsecond=0)
        day = at
        while n:
            day += timedelta(days=1)
            n -= day.weekday() < 5
        return day.replace(hour=_END[0], minute=_END[1], second=0, microsecond=0)
    except OverflowError:
        return None


def _day(text: str, today: date) -> date | None:
    """The day that a text names: a date, today or tomorrow, a day of the week."""
    for pattern in _DATES:
        if (match := pattern.search(text)) and (found := _date(match, today)):
            return found
    for days, words in _NEAR.items():
        if re.search(words, text, re.I):
            return today + timedelta(days=days)
    if match := _WEEKDAY.search(text):
        wanted = next(n for n in range(7) if match[f"d{n}"])
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    return _weekday_said(text, today)


def _weekday_said(text: str, today: date) -> date | None:
    match = _WEEKDAY_ZH.search(text)
    if match is None:
        return None
    ahead = "一二三四五六日天".index(match["day"]) % 7 if match["day"] != "天" else 6
    if match["which"]:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=ahead + (7 if match["which"] == "下" else 0))
    return today + timedelta(days=(ahead - today.weekday() - 1) % 7 + 1)


def _date(match: re.Match[str], today: date) -> date | None:
    """A date; without a year the one of this year, or of the next where it is long past."""
    named = match.groupdict()
    month = int(named["m"]) if named.get("m") else 1 + _MONTHS.index(named["month"][:3].lower())
    try:
        found = date(int(named.get("year") or today.year), month, int(named["day"]))
        if not named.get("year") and (today - found).days > 180:
            found = found.replace(year=found.year + 1)
    except ValueError:
        return None
    return found


def _clock(text: str) -> tuple[int, int] | None:
    """The time of day that a text names."""
    match = _CLOCK.search(text) or _AM_PM.search(text)
    if match is None:
        return (12, 0) if _NOON.search(text) else None
    named = match.groupdict()
    hour = int(named["hour"])
    minute = 30 if named.get("past") else int(named.get("minute") or named.get("past_min") or 0)
    half, ap = named.get("half") or "", (named["ap"] or "").lower()
    if hour < 12 and (ap.startswith("p") or half.startswith(_LATER)):
        hour += 12
    if hour == 12 and (ap.startswith("a") or half == "凌晨"):
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None
