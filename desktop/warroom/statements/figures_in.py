"""The numbers, shares, sums, dates and times in a text, alike however a language writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.warroom.statements.dates_in import Found, dates, times
from desktop.warroom.statements.numerals import ENGLISH, HAN, from_chinese, from_english


class FigureKind(StrEnum):
    """What sort of figure it is; numbers may be the same as sums of money and as ordinals."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    CODE = "code"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``start`` to ``end`` of a text, which says ``said``.

    ``value`` is the same for the same figure in any language; of money ``unit`` is the ISO 4217
    code, or empty where the text leaves it open. A ``hinted`` one may be only a manner of speaking,
    such as a number below ten in words.
    """

    kind: FigureKind
    value: str
    said: str
    start: int
    end: int
    unit: str = ""
    hinted: bool = False

    def agrees(self, other: "Figure") -> bool:
        """Whether both may say the same: what one leaves open the other may say."""
        kinds = {self.kind, other.kind}
        if kinds == {FigureKind.DATE}:
            return _same_day(self.value, other.value)
        if len(kinds) == 1 or kinds in _ALIKE:
            return self.value == other.value and (
                self.unit == other.unit or not (self.unit and other.unit)
            )
        return False


_ALIKE = ({FigureKind.NUMBER, FigureKind.MONEY}, {FigureKind.NUMBER, FigureKind.ORDINAL})
_PLAIN = str.maketrans("０１２３４５６７８９．：／％－", "0123456789.:/%-")
_PASSED = (  # what holds digits and counts nothing
    re.compile(
        r"(?:https?://|www\.)[^\s　-鿿，。；、）】」]+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]+", re.ASCII
    ),
    re.compile(r"\b[\w-]{1,63}\.(?:com|cn|tw|hk|org|net)\b[^\s　-鿿，。；、）】」]*", re.ASCII),
    re.compile(r"(?:UTC|GMT)\s{0,3}[-+−]\s{0,3}\d{1,2}(?::?\d\d)?|(?<=\d)\s{0,3}[+−]\d\d:\d\d"),
    re.compile(r"\b24/7\b|\b7\s{0,3}[x×]\s{0,3}24\b"),
    re.compile(r"\+\d[\d ()-]{6,}\d|\(0\d{1,3}\)\s{0,3}\d[\d -]{5,}\d"),
    re.compile(r"(?<![\d-])(?:\d{2,4}-\d{6,8}|\d{3,4}[- ]\d{3,4}[- ]\d{3,4}|0\d{8,10})(?![\d-])"),
    re.compile(r"(?:星期|禮拜|礼拜|[周週])[一二三四五六日天]"),
)
_CODE = re.compile(r"(?<![A-Za-z0-9$])[A-Za-z]{1,8}-?\d[A-Za-z0-9-]*(?:\.\d+)*")
_CURRENCY = {
    "CNY": "CN¥|RMB|CNY|人民币|人民幣|yuan",
    "USD": r"US\$|USD|US dollars?|美元|美金",
    "TWD": r"NT\$|NTD|TWD|NT dollars?|新台幣|新臺幣|新台币|台幣|臺幣|台币",
    "HKD": r"HK\$|HKD|港元|港幣|港币",
    "EUR": "€|EUR|euros?|欧元|歐元",
    "GBP": "£|GBP|pounds? sterling|英镑|英鎊",
    "JPY": "JPY|日元|日圓|日圆|yen",
    "": r"\$|¥|￥|dollars?|元|圓|块钱|塊錢",
}
_CODES = {f"c{n}": code for n, code in enumerate(_CURRENCY)}
_MONEY = "|".join(f"(?P<c{n}>{words})" for n, words in enumerate(_CURRENCY.values()))
_MONEY_BEFORE = re.compile(rf"(?:{_MONEY})\s{{0,3}}$", re.IGNORECASE)
_MONEY_AFTER = re.compile(rf"[餘余多]?\s{{0,3}}(?:{_MONEY})(?![A-Za-z])", re.IGNORECASE)
_PERCENT_AFTER = re.compile(r"\s{0,3}(?:%|per\s?cent\b)", re.IGNORECASE)
_SHARE = re.compile(rf"([{HAN}]{{1,24}}|\d{{1,24}})分之([{HAN}]{{1,24}}|\d+(?:\.\d+)?)")
_TENTHS = re.compile(
    rf"(?<![{HAN}\d.])([一二三四五六七八九]|\d(?:\.\d)?)成([一二三四五六七八九])?"
    r"(?![不為为功立本员員果熟长長效因份分语語交就人色型年])"
)
_ORDINAL = re.compile(rf"第\s{{0,3}}(\d+|[{HAN}]+)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")
_DIGITS = re.compile(
    r"(?<![0-9_])(?<!\d[.,])(\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d+(?:\.\d+)?)(?![0-9]|[A-Z]|[.,]\d)"
    r"(?:\s{0,3}(thousand\b|million\b|billion\b|trillion\b|bn\b|k\b|[十百千万萬]?[万萬亿億]|百(?!分)"
    r"|千(?![克米瓦卡字])))?",
)
_SCALES = {"thousand": 3, "k": 3, "million": 6, "billion": 9, "bn": 9, "trillion": 12}
_MEASURES = (
    r"名|人|位|[个個]|件|[台臺]|部|款|[项項]|起|批|次|天|日|年|[周週]|小[时時]|分[钟鐘]|秒|家|份|宗"
    r"|例|元|公斤|[吨噸]|倍|[间間]|[条條]|[种種]|步|[点點]|座|[处處]|[层層]|[辆輛]|[张張]|[只隻]"
    r"|瓶|箱|[组組]|[类類]|[阶階]|[区區]|[号號]|[美港欧歐日英]"
)
_COUNTED = re.compile(rf"(?<![{HAN}])(?<![第周週期双雙統统])[{HAN}]+")
_MEASURED = re.compile(rf"[餘余多]?\s{{0,3}}(?:{_MEASURES})")
_HALF_HOUR = re.compile(r"半[個个]?小[时時]|\bhalf[- ]an[- ]hour\b|\bhalf[- ]hour\b", re.IGNORECASE)


def figures(text: str) -> list[Figure]:
    """All figures of a text in their order. Telephone numbers, links and ordinals are none."""
    plain = text.translate(_PLAIN)
    for pattern in _PASSED:
        plain = pattern.sub(_blank, plain)
    found: list[Figure] = []
    for kind, read in ((FigureKind.DATE, dates), (FigureKind.TIME, times)):
        taken = list(read(plain))
        found += _of(text, kind, taken)
        plain = _without(plain, taken)
    return sorted([*found, *_counts(text, plain)], key=_place)


def _place(figure: Figure) -> tuple[int, int]:
    return figure.start, figure.end


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _without(plain: str, taken: Iterable[Found]) -> str:
    for start, end, *_rest in taken:
        plain = plain[:start] + "\0" * (end - start) + plain[end:]
    return plain


def _of(text: str, kind: FigureKind, taken: Iterable[Found]) -> list[Figure]:
    found = []
    for start, end, value, hinted in taken:
        said = text[start:end].strip()
        if kind is FigureKind.DATE:  # the full stop behind may end the sentence
            said = said.rstrip(".")
        found.append(Figure(kind, value, said, start, end, hinted=hinted))
    return found


def _counts(text: str, plain: str) -> Iterator[Figure]:
    """Codes, shares, ordinals, and what numbers count."""
    found = [*_shares(plain), *_ordinals(plain)]
    yield from found
    plain = _without(plain, ((each.start, each.end, "", False) for each in found))
    for match in list(_CODE.finditer(plain)):
        if not _MONEY_BEFORE.fullmatch(re.split(r"\d", match[0])[0]):
            plain = plain[: match.start()] + _blank(match) + plain[match.end() :]
            if sum(each.isdigit() for each in match[0]) >= 3:
                said = text[match.start() : match.end()]
                yield Figure(FigureKind.CODE, said.upper(), said, match.start(), match.end())
    for start, end, value, hinted in _quantities(plain):
        yield _in_context(text, plain, (start, end, value, hinted))


def _shares(plain: str) -> Iterator[Figure]:
    """百分之五 and 八成, 三分之一 and 1/3."""
    for match in _SHARE.finditer(plain):
        of, part = _read(match[1]), _read(match[2])
        if of == 100 and part is not None:
            yield Figure(FigureKind.PERCENT, _said(part), match[0], match.start(), match.end())
        elif of and part:
            yield _share(match, part, of)
    for match in _SLASHED.finditer(plain):
        yield _share(match, Decimal(match[1]), Decimal(match[2]))

    for match in _TENTHS.finditer(plain):
        percent = (_read(match[1]) or 0) * 10 + (from_chinese(match[2] or "零") or 0)
        value = _said(Decimal(percent))
        yield Figure(FigureKind.PERCENT, value, match[0], match.start(), match.end())


def _ordinals(plain: str) -> Iterator[Figure]:
    """第三 and 第 57: what another language may write as a mere number."""
    for match in _ORDINAL.finditer(plain):
        if (value := _read(match[1])) is not None:
            place = (match.start(), match.end())
            yield Figure(FigureKind.ORDINAL, _said(value), match[0], *place, hinted=True)


def _share(match: re.Match[str], part: Decimal, of: Decimal) -> Figure:
    value = f"{_said(part)}/{_said(of)}"
    return Figure(FigureKind.NUMBER, value, match[0], match.start(), match.end(), hinted=True)


def _read(said: str) -> Decimal | None:
    if said[0].isdecimal():
        return Decimal(said)
    value = 100 if said == "百" else from_chinese(said)
    return None if value is None else Decimal(value)


def _said(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _quantities(plain: str) -> Iterator[Found]:
    for match in list(_DIGITS.finditer(plain)):
        plain = plain[: match.start()] + _blank(match) + plain[match.end() :]
        value = Decimal(re.sub(r"[,\s]", "", match[1])) * _scale(match[2])
        yield match.start(), match.end(), _said(value), False
    for match in _COUNTED.finditer(plain):
        yield from _in_han(plain, match)
    for match in ENGLISH.finditer(plain):
        if (whole := from_english(match[0])) is not None:
            yield match.start(), match.end(), str(whole), whole < 10
    for match in _HALF_HOUR.finditer(plain):
        yield match.start(), match.end(), "30", True


def _in_han(plain: str, match: re.Match[str]) -> Iterator[Found]:
    """Chinese numerals that count: 二百, 十二, 三名; neither 万一 nor 十分."""
    said, value = match[0], from_chinese(match[0])
    digits = all(each not in "十百千万萬亿億" for each in said)
    if value is None or said[0] in "百千万萬亿億" or (digits and len(said) in (2, 3)):
        return
    alone = len(said) == 1
    if alone and not _MEASURED.match(plain, match.end()):
        return
    yield match.start(), match.end(), str(value), value < 10


def _scale(word: str | None) -> Decimal:
    if not word:
        return Decimal(1)
    if word in _SCALES:
        return Decimal(10) ** _SCALES[word]
    return Decimal(from_chinese("一" + word) or 1)


def _in_context(text: str, plain: str, found: Found) -> Figure:
    """A quantity with what stands before and after it: percent, money, or a mere number."""
    start, end, value, hinted = found
    if after := _PERCENT_AFTER.match(plain, end):
        return Figure(FigureKind.PERCENT, value, text[start : after.end()], start, after.end())
    before = _MONEY_BEFORE.search(plain[max(0, start - 15) : start])
    behind = _MONEY_AFTER.match(plain, end)
    if not (before or behind):
        return Figure(FigureKind.NUMBER, value, text[start:end], start, end, hinted=hinted)
    unit = _currency(before) or _currency(behind)
    start = start - len(before[0]) if before else start
    end = behind.end() if behind else end
    return Figure(FigureKind.MONEY, value, text[start:end].strip(), start, end, unit)


def _currency(match: re.Match[str] | None) -> str:
    return _CODES[match.lastgroup] if match and match.lastgroup else ""


def _same_day(one: str, other: str) -> bool:
    """Whether two dates may be the same; what one leaves open the other may say."""
    parts = [_parts(one), _parts(other)]
    (year, month, day), (its_year, its_month, its_day) = parts
    if day != its_day:
        return False
    months = month == its_month or not (month and its_month)
    return months and (year == its_year or not (year and its_year))


def _parts(value: str) -> tuple[str, str, str]:
    if value.startswith("---"):
        return "", "", value[3:]
    year, _dash, rest = ("", "", value[2:]) if value.startswith("--") else value.partition("-")
    month, _dash, day = rest.partition("-")
    return year, month, day
