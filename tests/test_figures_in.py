"""Figures in texts: the same number, sum, date or time reads the same in every language."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.statements.figures_in import Figure, FigureKind, figures
from desktop.warroom.statements.numerals import from_chinese, from_english

SPRING = ["January", "February", "March", "April", "May", "June"]
MONTHS = [*SPRING, "July", "August", "September", "October", "November", "December"]
HAN = "零一二三四五六七八九"


def said(text: str) -> list[str]:
    """What is sure in a text, as kind and value."""
    return [f"{each.kind} {each.value}" for each in figures(text) if not each.hinted]


def in_han(n: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(n, 10)
    return f"{HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{HAN[ones] if ones else ''}"


def agree(*texts: str) -> bool:
    """Whether texts hold one figure each, and all of these may be the same."""
    found = [figures(text) for text in texts]
    assert all(len(each) == 1 for each in found), found
    first = found[0][0]
    return all(first.agrees(each[0]) and each[0].agrees(first) for each in found)


@pytest.mark.parametrize(
    "texts",
    [
        ("1,200 units", "1200 台", "１２００台", "一千二百台", "1.2千台", "1\u202f200 units"),
        ("12,000 people", "1.2万人", "1.2 萬人", "一万二千人", "一萬二人", "twelve thousand"),
        ("1.2 million users", "120万用户", "120 萬名使用者", "1,200,000", "1200000"),
        ("200 calls", "二百通電話", "200 通电话", "two hundred calls"),
        ("5 per cent", "5%", "5 %", "５％", "百分之五", "five percent"),
        ("80 %", "八成", "8成", "百分之八十"),
        ("75%", "七成五"),
        ("Article 57", "第57條", "第五十七条"),
        ("¥500", "500元", "500 元", "五百元", "CNY 500", "RMB500", "500 yuan", "人民币 500 元"),
        ("NT$1,200", "新台幣 1,200 元", "新臺幣1200元", "1,200元", "TWD 1,200"),
        ("US$1.2 million", "120万美元", "120 萬美元", "USD 1,200,000"),
        ("batch B2311-07", "批次 B2311-07", "批號b2311-07"),
    ],
)
def test_one_number_is_the_same_in_all_its_dresses(texts: tuple[str, ...]) -> None:
    assert agree(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "23 November 2026",
            "Nov 23, 2026",
            "November 23rd",
            "the 23rd of November",
            "2026-11-23",
            "2026/11/23",
            "23/11/2026",
            "11/23",
            "23/11",
            "11月23日",
            "2026 年 11 月 23 日",
            "2026年11月23號",
            "二〇二六年十一月二十三日",
            "民國115年11月23日",
        ),
        ("in November", "11月", "2026年11月", "November 2026", "11 月份"),
    ],
)
def test_one_date_is_the_same_in_all_its_dresses(texts: tuple[str, ...]) -> None:
    assert agree(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "15:00",
            "3 p.m.",
            "3 pm",
            "3:00 PM",
            "下午3点",
            "下午 3 點",
            "15时",
            "15時",
            "下午三点整",
        ),
        ("14:05", "2:05 p.m.", "下午2点05分", "14时05分", "下午兩點零五分", "14：05"),
        ("20:30", "8:30 p.m.", "晚上8点半", "晚上八點三十分", "20時30分"),
        ("00:00", "12 a.m.", "晚上12点", "24:00"),
        ("12:00", "noon", "中午12点", "12 p.m.", "正午"),
        ("09:15", "9:15 a.m.", "上午9点一刻", "早上9時15分"),
    ],
)
def test_one_time_is_the_same_in_all_its_dresses(texts: tuple[str, ...]) -> None:
    assert agree(*texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200", "12,000"),
        ("23 November 2026", "2025年11月23日"),
        ("23 November", "11月24日"),
        ("3 p.m.", "上午3点"),
        ("NT$500", "CNY 500"),
        ("5 %", "5 units"),
        ("12 萬", "12 万亿"),
        ("in November", "11月23日"),
    ],
)
def test_what_is_not_the_same_does_not_agree(one: str, other: str) -> None:
    assert not figures(one)[0].agrees(figures(other)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Call 400-123-4567, +86 10 1234 5678, (02) 2345-6789 or 0800 123 456.",
        "See https://example.com/2026/11/23?id=1200 or write to help24@example.com.",
        "周一至周五，第二批，第 3 版，星期三，一成不变，八成功",
        "十分抱歉，千万不要使用，万一发生，一致，统一，双十一",
        "Open 24/7, on iOS, with a USB-C3 cable, in times of COVID-19",
        "The first, the second; you may march on",
        "14 hours ago (UTC+8)".replace("14 hours ago ", ""),
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert said(text) == []


def test_a_sentence_gives_its_figures_in_their_order() -> None:
    text = "As of 14:05 on 23 November 2026, 1,200 of 3.5 million units (5 %) are back: US$20 each."
    assert said(text) == [
        "time 14:05",
        "date 2026-11-23",
        "number 1200",
        "number 3500000",
        "percent 5",
        "money 20",
    ]
    chinese = "截至2026年11月23日14时05分，350万台中已召回1,200台（5%），每台赔偿20美元。"
    assert sorted(said(chinese)) == sorted(said(text))


def test_ranges_give_both_their_ends() -> None:
    assert said("from 23 to 25 November") == said("11月23日至25日") == said("11月23-25日")
    assert said("3 to 5 p.m.") == said("下午3点至5点") == ["time 15:00", "time 17:00"]


def test_small_numbers_in_words_are_only_hinted() -> None:
    assert [each.hinted for each in figures("two of them, 两名员工, 三個步驟")] == [True] * 3
    assert figures("两名员工")[0].agrees(figures("2 employees")[0])


@given(st.integers(1, 10**12))
def test_every_whole_number_reads_the_same_with_separators_and_without(n: int) -> None:
    assert agree(f"{n:,} units", f"{n} units", f"{n} 件", f"共{n:,}件")


@given(st.integers(1, 9_999), st.sampled_from([("万", "萬"), ("亿", "億")]))
def test_every_number_of_myriads_reads_the_same(n: int, units: tuple[str, str]) -> None:
    size = 10**4 if units[0] == "万" else 10**8
    assert agree(f"{n}{units[0]}", f"{n} {units[1]}", f"{n * size:,}")


@given(st.integers(10, 99))
def test_every_number_in_chinese_numerals_reads_as_in_digits(n: int) -> None:
    assert from_chinese(in_han(n)) == n
    assert agree(f"{in_han(n)}人", f"{n} people")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_the_same_in_three_scripts(day: date) -> None:
    month = MONTHS[day.month - 1]
    assert agree(
        f"on {day.day} {month} {day.year}",
        f"on {month[:3]} {day.day}, {day.year}",
        f"{day:%Y-%m-%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.month} 月 {day.day} 日",
        f"{in_han(day.month)}月{in_han(day.day)}日",
        f"民國{day.year - 1911}年{day.month}月{day.day}日" if day.year >= 2011 else f"{day}",
    )
    after = day + timedelta(days=1)
    assert not figures(f"{day}")[0].agrees(figures(f"{after.month}月{after.day}日")[0])


@given(st.times())
def test_every_time_reads_the_same_on_both_clocks(at) -> None:
    half, hour = ("p.m." if at.hour >= 12 else "a.m."), at.hour % 12 or 12
    part = "下午" if at.hour >= 12 else "上午"
    texts = [f"{at:%H:%M}", f"{hour}:{at:%M} {half}", f"{at.hour}时{at:%M}分"]
    if at.hour % 12:
        texts.append(f"{part}{at.hour % 12}點{at:%M}分")
    assert agree(*texts)


@given(st.text(max_size=200))
def test_any_text_gives_figures_that_stand_in_it(text: str) -> None:
    for each in figures(text):
        assert isinstance(each, Figure)
        assert 0 <= each.start < each.end <= len(text)
        assert each.said.strip() in text[each.start : each.end]
        assert each.agrees(each)


@given(st.text("0123456789/年月日时点:.,%万亿千百十一二三 -$元", max_size=40))
def test_any_heap_of_digits_is_read_without_a_fault(text: str) -> None:
    assert all(each.value for each in figures(text))


def test_numerals_that_count_nothing_are_none() -> None:
    assert [from_chinese(each) for each in ("三五百", "百", "", "万")] == [None] * 4
    assert from_english("two three") is None
    assert [from_chinese(each) for each in ("二百五", "二百零五", "三万亿")] == [
        250,
        205,
        3 * 10**12,
    ]
    assert from_english("one hundred and twenty-three thousand") == 123_000


def test_kinds_are_told_apart() -> None:
    kinds = [each.kind for each in figures("5 %, 5 USD, 5, 5:00, 5 May, ABC-500")]
    assert kinds == [
        FigureKind.PERCENT,
        FigureKind.MONEY,
        FigureKind.NUMBER,
        FigureKind.TIME,
        FigureKind.DATE,
        FigureKind.CODE,
    ]
