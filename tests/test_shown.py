"""Days, times, spans, lists and briefings as each language says them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from desktop.paper.issue import material
from desktop.warroom import shown
from desktop.warroom.briefing import Seal, content
from desktop.warroom.choices import EntryKind, Tone
from desktop.warroom.demo import write_demo
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.plan import Audience
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import next_update
from resources import speaking
from tests.rooms import START
from tests.scripts import foreign

MONDAY = date(2026, 11, 23)
MINUTE, HOUR = 60_000, 3_600_000
LANGUAGES = st.sampled_from(resources.LANGUAGES)


def in_each(say: Any, *asked: Any) -> tuple[str, ...]:
    """What is said in English, in Taiwan and on the mainland."""
    said = []
    for language in resources.LANGUAGES:
        with speaking(language):
            said.append(say(*asked))
    return tuple(said)


def test_a_day_is_said_as_people_there_write_it():
    assert in_each(shown.day, MONDAY) == ("23 Nov", "11月23日", "11月23日")
    assert in_each(shown.long_day, MONDAY) == (
        "Mon 23 Nov 2026",
        "2026年11月23日 週一",
        "2026年11月23日 周一",
    )


def test_a_time_said_to_the_hour_says_so():
    moment = Moment.of(START, Precision.HOUR)
    assert in_each(shown.time, moment) == ("14 h", "14 時", "14 时")


def test_another_day_stands_before_its_time():
    said = in_each(shown.when, Moment.of(START), START + timedelta(days=1))
    assert said == ("23 Nov 14:30", "11月23日 14:30", "11月23日 14:30")


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (32 * MINUTE, ("32 min", "32 分鐘", "32 分钟")),
        (HOUR + 58 * MINUTE, ("1 h 58", "1 小時 58 分", "1 小时 58 分")),
        (2 * HOUR + 5 * MINUTE, ("2 h 05", "2 小時 5 分", "2 小时 5 分")),
        (2 * HOUR, ("2 h 00", "2 小時", "2 小时")),
        (72 * HOUR, ("3 d 0 h", "3 天", "3 天")),
        (76 * HOUR, ("3 d 4 h", "3 天 4 小時", "3 天 4 小时")),
    ],
)
def test_a_span_is_said_in_the_units_of_the_language(ms, said):
    assert in_each(shown.lasting, ms) == said


def test_clocks_percent_and_thousands_are_alike_everywhere():
    assert set(in_each(shown.span, 107 * MINUTE)) == {"01:47"}
    assert set(in_each(shown.zone_name, 480)) == {"UTC+8"}


def test_words_are_listed_labelled_and_noted_in_its_punctuation():
    assert in_each(shown.listed, ["a", "", "b"]) == ("a, b", "a、b", "a、b")
    assert in_each(shown.labelled, "a", "b") == ("a: b", "a：b", "a：b")
    assert in_each(shown.aside, "a", "b") == ("a (b)", "a（b）", "a（b）")
    assert in_each(shown.sentences, ["A.", "", "B."]) == ("A. B.", "A.B.", "A.B.")


@given(language=LANGUAGES, day=st.dates())
def test_no_two_days_are_said_alike(language, day):
    with speaking(language):
        said = shown.long_day(day)
        assert str(day.year) in said
        assert said != shown.long_day(day + timedelta(days=1) if day < date.max else date.min)
        assert not set(said) & set("{}")


@given(language=LANGUAGES, ms=st.integers(0, 10**11))
def test_the_figures_of_a_span_add_up(language, ms):
    with speaking(language):
        figures = [int(figure) for figure in re.findall(r"\d+", shown.lasting(ms))]
    days, hours, minutes = ms // (24 * HOUR), ms // HOUR % 24, ms // MINUTE % 60
    whole = [days, hours] if days else [hours, minutes] if hours else [minutes]
    assert figures in (whole, whole[:1] if whole[-1] == 0 else whole)


@given(name=st.text())
def test_any_locale_has_one_of_the_languages(name):
    assert resources.nearest(name) in resources.LANGUAGES


# the briefing


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN"])
def test_a_briefing_speaks_its_language_alone(tmp_path, language):
    file = tmp_path / "r.warroom"
    at = FixedClock(START)
    write_demo(file, at, language)
    room = WarRoom.open(file, clock=at, writing=False)
    typed = {line for text in _typed(room) for line in (text, *text.splitlines()) if len(line) > 3}
    channels = {word for audience in room.all(Audience) for word in audience.channels}
    paper = Paper(language=language, issued_at=room.now(), author=room.operator)
    with speaking(language):
        made = content(material(room, Seal("a", 1, "00" * 32), paper))
    room.close()
    ours = [text for text in _texts({**made, "language": "", "seal": ""}) if text not in typed]
    assert len(ours) > 100
    assert [text for text in ours if foreign(text, language)] == []
    typed |= channels
    known = re.compile("|".join(map(re.escape, sorted(typed, key=len, reverse=True))))
    codes = r"https?://\S+|\{\w+\}|[\d.]+fr|UTC|SHA-256|PF\d-\d+|TWD|CNY"
    left = [re.sub(codes, "", known.sub("", t)) for t in ours]
    assert {text for text in left if re.search("[A-Za-z]{2}", text)} <= _KEYS


_KEYS = {
    "timeline",
    "table",
    "text",
    "auto",
    "ink",
    "red",
    "amber",
    *EntryKind,
    *Tone,
}  # said to the template


def _typed(room: WarRoom) -> Iterator[str]:
    """What people of the room wrote; a statement in another language ends in that one's words."""
    for kind in KINDS.values():
        for record in room.all(kind):
            yield from filter(None, _texts(record.plain()))
    for said in room.all(Statement):
        if said.next_update_at:
            yield next_update(said.next_update_at, said.language)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
