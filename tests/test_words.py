"""Every word a user reads is said in three languages, each as its own readers write it."""

import csv
import gettext
import re
import string
from datetime import datetime
from pathlib import Path

import pytest

import resources
from desktop.warroom.capture import Group, read
from desktop.warroom.capture.told import told
from desktop.warroom.capture.words import KINDS
from desktop.warroom.choices import EntryKind
from tests.catalogues import words
from tests.rooms import START
from tests.scripts import foreign

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = ROOT.parent / "shared" / "domain" / "glossary.csv"
CHINESE = ("zh_TW", "zh_CN")
HAN = r"[\u4e00-\u9fff]"

# names, formats, keys and what is typed on a command line: said alike in every language
NAMES = set(
    re.findall(
        r"\w+",
        "App CSV JSON KB LINE MB NAME NUL OUT PDF ROOM SHA SQLite UTF xls xlsx warroom pdf "
        "all as by column csv encoding export false field force help import in json kind map sheet "
        "true verify playbooks GPS PNG UTC kB "
        "Ctrl Enter Del Shift Space incident title type show "
        "draft file next of part template update "
        "Esc QR Code "
        "chronology coverage statements told plan files none drill play start minute text README "
        "Home End Letter War Room",
    )
)
# placeholders whose values are figures or times, which stand off from Chinese letters
FIGURES = (
    "n|count|total|all|number|line|limit|h|d|min|done|most|items|size|whole|last|late|stuck|left|"
    "records|things|span|when|time|at|zone"
)
WORDS = "kind|phase|tone|type|group|label"  # values in the language, which do not
KEYS = re.compile(r"Ctrl\+\S|\bEnter\b(?! it)|\bSpace\b|\bDel\b|\bF\d+\b|--[a-z]+|\b[NRSKB]\b")


@pytest.fixture(scope="module")
def source() -> dict[str, tuple[str, ...]]:
    """The messages of the source: the first form, and all forms."""
    ids = [m.id for m in words.extracted() if m.id]
    forms = [id_ if isinstance(id_, tuple) else (id_,) for id_ in ids]
    return {each[0]: each for each in forms}


@pytest.fixture(params=CHINESE)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def said(language: str, source: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """What the program reads from the .mo for each message of the source."""
    found = gettext.translation("warroom", words.LOCALE, [language])
    return {
        first: found.gettext(first) if len(forms) == 1 else found.ngettext(*forms, 2)
        for first, forms in source.items()
    }


# the catalogues


def test_every_message_is_translated_and_the_files_are_as_the_source_says(language):
    assert list(words.faults(language)) == []


def test_placeholders_are_those_of_the_message_and_can_be_filled(source, said):
    wrong = {
        first: text
        for first, text in said.items()
        if _fields(text) != set().union(*map(_fields, source[first]))
    }
    assert wrong == {}
    for text in said.values():
        text.format(**dict.fromkeys(_fields(text), 7))


def _fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _turn in string.Formatter().parse(text) if name}


def test_keys_and_options_are_those_of_the_message(said):
    wrong = {
        first: text
        for first, text in said.items()
        if sorted(KEYS.findall(first)) != sorted(KEYS.findall(text))
    }
    assert wrong == {}


# each as it is written there


def test_no_letter_of_the_other_script_is_used(language, said):
    found = {text: foreign(text, language) for text in said.values()}
    assert {text: letters for text, letters in found.items() if letters} == {}


def test_letters_of_the_other_script_are_found():
    assert foreign("設定", "zh_TW") == foreign("设置", "zh_CN") == set()
    assert foreign("设定", "zh_TW") == {"设"}
    assert foreign("設置", "zh_CN") == {"設"}


def test_words_of_the_other_side_are_not_used(language, said):
    converted = {  # letters changed, words kept
        "zh_TW": "軟件 程序 默認 信息 視頻 網絡 打印 保存 設置 撤銷 單元格 菜單 窗口 文件夾",
        "zh_CN": "软体 程式 档案 预设 资讯 网路 列印 储存 设定 选单 视窗 资料夹 讯息 复原",
    }
    rightly = {"個資保護窗口"}  # the glossary's contact point, no window
    wrong = [
        text for text in said.values() if any(word in text for word in converted[language].split())
    ]
    assert set(wrong) <= rightly


def test_chinese_is_punctuated_as_chinese(language, said):
    half_width = re.compile(rf"{HAN}[,;:?()]|[,;:?()]{HAN}|{HAN}!|!{HAN}|{HAN}\.|{HAN}['\"]")
    quotes = {"zh_TW": "[“”‘’]", "zh_CN": "[「」『』]"}[language]
    wrong = [t for t in said.values() if half_width.search(t) or re.search(quotes, t)]
    assert wrong == []


def test_a_sentence_ends_as_the_message_does(said):
    ends = {".": "。", "?": "？", "…": "…", ":": "：", ")": "）"}
    wrong = {
        first: text
        for first, text in said.items()
        if first[-1] in ends and text[-1] not in (ends[first[-1]], first[-1]) and first != "No."
    }
    assert wrong == {}
    assert [text for text in said.values() if text.endswith(".")] == []


def test_latin_letters_and_figures_stand_off_from_chinese_ones_by_a_space(said):
    """As in the glossary (匯出 PDF); dates (11月23日) are written without."""
    glued = re.compile(rf"{HAN}[A-Za-z0-9]|[A-Za-z](?={HAN})|[0-9](?![月日年]){HAN}")
    figure = re.compile(rf"{HAN}\{{(?:{FIGURES})\}}|\{{(?:{FIGURES})\}}{HAN}")
    word = re.compile(rf"{HAN} \{{(?:{WORDS})\}}|\{{(?:{WORDS})\}} {HAN}")
    assert [t for t in said.values() if glued.search(t) or figure.search(t)] == []
    assert [t for t in said.values() if word.search(t)] == []
    span = re.compile(rf"{HAN}\{{lasting\}}|\{{lasting\}} {HAN}")  # 3 小時: a figure, then a letter
    assert [t for t in said.values() if span.search(t)] == []


def test_no_english_word_is_left_but_names_and_formats(said):
    left = {}
    for text in said.values():
        bare = re.sub(r"\{[^}]*\}", " ", text)
        found = set(re.findall(r"[A-Za-z]{2,}", bare)) - NAMES
        if found:
            left[text] = found
    assert left == {}
    assert len(said) > 600


@pytest.mark.skipif(not GLOSSARY.exists(), reason="the glossary is not beside here")
def test_the_terms_are_those_of_the_glossary(language, said):
    wanted: dict[str, set[str]] = {}
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted.setdefault(row["en"], set()).add(row[language])
    known = {first: text for first, text in said.items() if first in wanted}
    assert len(known) > 60
    assert {f: t for f, t in known.items() if t not in wanted[f]} == {}


@pytest.mark.parametrize("language", resources.LANGUAGES)
def test_what_hints_tell_to_type_is_read(language):
    """The lines that placeholders and refusals show as examples are lines the program reads."""
    night = {"en": "night shift", "zh_TW": "夜班", "zh_CN": "夜班"}[language]
    with resources.speaking(language):
        bar = resources._("What happened?  14:05 /media City TV airs at 18:00 @name !16:30")
        report = resources._("Report: told 140 of night shift, 12 not reached")
        card = resources._("New task   @name !17:00")
        when = resources._("14:05, yesterday 18:30 or 2026-11-01 09:30")
        door = resources._("Log one with /task, or open the page and add it.")
    reading = read(bar.partition("  ")[2], START)
    assert (reading.kind, len(reading.people)) == (EntryKind.MEDIA, 1)
    assert reading.deadline
    assert f"{reading.happened_at.local:%H:%M}" == "14:05"
    counts = told(report.replace("：", ": ").partition(": ")[2], [Group("n", night)])
    assert counts
    assert (counts.reached, counts.missed) == (140, 12)
    assert read(card, START).deadline
    days = [_day(part, START) for part in re.split("、| or | 或 |, ", when)]
    assert days == [START.day, START.day - 1, 1]
    assert {KINDS[word] for word in re.findall(r"/([^\s,，]+)", door)} == {EntryKind.TASK}


def _day(text: str, now: datetime) -> int:
    reading = read(f"{text} x", now)
    assert reading.time_said
    return reading.happened_at.local.day


def test_no_message_is_said_both_with_and_without_a_plural() -> None:
    """Older Pythons find the one form of a plural by its plural alone."""
    single, plural = set(), set()
    for source in words.SOURCES:
        folder = words.extract_from_dir(
            words.ROOT / source, [("**.py", "python")], keywords=words.KEYWORDS
        )
        for _file, _line, said, _comments, _context in folder:
            (plural if isinstance(said, tuple) else single).add(
                said[0] if isinstance(said, tuple) else said
            )
    assert single & plural == set()
