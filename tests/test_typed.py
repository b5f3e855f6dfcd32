"""Forms: what is typed becomes a value, and a value becomes what could have been typed."""

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import Tone
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Coverage, Entry, Task
from desktop.warroom.typed import as_typed, as_value
from tests.rooms import START

FIELDS = {(kind, f.name): f for kind in KINDS.values() for f in kind.declared()}
SECONDS = st.datetimes(
    min_value=START.replace(tzinfo=None, year=1990),
    max_value=START.replace(tzinfo=None, year=2090),
    timezones=st.integers(-14 * 4, 14 * 4).map(lambda q: timezone(timedelta(minutes=15 * q))),
)
MOMENTS = st.builds(Moment.of, SECONDS, st.sampled_from(Precision), st.booleans())


def typed(kind, name, text):
    return as_value(FIELDS[kind, name], text, START)


@given(MOMENTS)
def test_a_time_that_is_shown_in_a_form_reads_as_the_same_time(moment):
    for field in (FIELDS[Coverage, "published_at"], FIELDS[Task, "due"]):
        assert as_value(field, as_typed(field, moment, START), START) == moment


ITEM = st.fixed_dictionaries(
    {
        "text": st.from_regex(r"[a-zA-Z\u4e00-\u9fff][\w ]{0,20}\w", fullmatch=True),
        "done": st.booleans(),
    }
)


@given(st.lists(ITEM).map(tuple))
def test_a_checklist_goes_through_its_form_unharmed(items):
    field = FIELDS[Task, "checklist"]
    shown = as_typed(field, items, START)
    assert as_value(field, shown, START) == items


def test_a_bare_time_lies_ahead_for_a_deadline_and_behind_for_what_happened():
    assert str(typed(Task, "due", "16:30")) == "2026-11-23T16:30+08:00"
    assert str(typed(Task, "due", "!09:00")) == "2026-11-24T09:00+08:00"
    assert str(typed(Coverage, "published_at", "16:30")) == "2026-11-22T16:30+08:00"
    assert str(typed(Coverage, "published_at", "１４：０５")) == "2026-11-23T14:05+08:00"
    assert str(typed(Task, "due", "-10m")) == "2026-11-23T14:20+08:00"
    assert str(typed(Task, "due", "2026-11-20 08:00")) == "2026-11-20T08:00+08:00"


def test_what_is_left_empty_is_the_nothing_of_its_field():
    assert typed(Task, "due", " ") is None
    assert typed(Coverage, "reach", "") is None
    assert typed(Task, "owner", "  ") == ""
    assert typed(Entry, "tags", "") == ()
    assert typed(Entry, "key", "no") is False


def test_numbers_words_and_choices_are_read():
    assert typed(Coverage, "reach", "2,100,000") == 2_100_000
    assert typed(Entry, "tags", "B2231, 熱搜") == ("B2231", "熱搜")
    assert typed(Coverage, "tone", "mixed") is Tone.MIXED
    assert typed(Coverage, "tone", "sarcastic") == "sarcastic"


@pytest.mark.parametrize(
    ("kind", "name", "text", "says"),
    [
        (Task, "due", "soon", "14:05"),
        (Coverage, "reach", "many", "whole number"),
        (Coverage, "reach", "-3", "whole number"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(kind, name, text, says):
    with pytest.raises(RuleBroken, match=says):
        typed(kind, name, text)
