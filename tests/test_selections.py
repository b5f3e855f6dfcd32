"""A selection says the same in Python and in the file, whatever it asks and however it orders."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.choices import Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, key_of
from tests.rooms import HONG_KONG, START, new_room

HOUR = 3_600_000
START_MS = Moment.of(START).ms


def item(number: int, tone: str, reach: int | None, due: int | None, story: str) -> Coverage:
    return Coverage(
        outlet=f"Outlet {number % 3}",
        headline=f"Headline {number}",
        published_at=Moment.of(START + timedelta(minutes=25 * number)),
        tone=Tone(tone),
        reach=reach,
        answer_due=None if due is None else Moment.of(START + timedelta(hours=due)),
        story=story,
    )


ITEMS = [
    item(n, ("negative", "neutral", "not_rated")[n % 3], *rest)
    for n, rest in enumerate(
        [
            (None, None, ""),
            (0, 1, "refund"),
            (500, None, "refund"),
            (500, -2, ""),
            (12, 3, "recall"),
            (None, 1, ""),
            (7, None, "recall"),
        ]
    )
]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory):
    path: Path = tmp_path_factory.mktemp("room") / "r.warroom"
    room = new_room(path)
    room.add_all(ITEMS)
    gone = room.add(item(9, "negative", 1, 1, "refund"))
    room.take_back(gone)
    yield room
    room.close()


bounds = st.none() | st.integers(-3, 5).map(lambda h: START_MS + h * HOUR)
selections = st.builds(
    Selection,
    kind=st.just(Coverage),
    equal=st.sampled_from([(), (("tone", ("negative", "neutral")),)]),
    within=st.sampled_from(["published_at", "answer_due"]).flatmap(
        lambda name: st.tuples(st.tuples(st.just(name), bounds, bounds)) | st.just(())
    ),
    filled=st.sets(st.sampled_from(["reach", "answer_due", "story"])).map(tuple),
    empty=st.sets(st.sampled_from(["answered_at", "story", "reach"])).map(tuple),
    either=st.sets(st.sampled_from(["reach", "story"])).map(tuple),
    words=st.sampled_from(["", "headline 4", "OUTLET 1"]),
    order=st.sampled_from(["published_at", "answer_due", "reach", "story", "tone", "recorded_at"]),
    newest_first=st.booleans(),
    gone=st.booleans(),
)


@given(wanted=selections)
def test_the_file_and_the_rule_choose_the_same_records_in_the_same_order(room: WarRoom, wanted):
    everything = [*room.all(Coverage), *room.taken_back(Coverage)]
    chosen = [each for each in everything if wanted.admits(each)]
    chosen.sort(key=lambda each: key_of(wanted, each), reverse=wanted.newest_first)
    assert room.records(wanted) == chosen
    assert room.count(wanted) == len(chosen)
    window = room.window(wanted)
    assert [window.place(each) for each in chosen] == list(range(len(chosen)))


@given(wanted=selections)
def test_a_tally_counts_every_record_once(room: WarRoom, wanted):
    assert sum(room.tally(wanted, "tone").values()) == room.count(wanted)


def test_hours_begin_on_the_local_hour_and_lose_nothing(room: WarRoom):
    found = room.by_hour(Selection(kind=Coverage, order="published_at"), "tone")
    assert sum(count for _at, _tone, count in found) == len(ITEMS)
    for at, _tone, _count in found:
        local = Moment(at, HONG_KONG.utcoffset(None).seconds // 60).local
        assert (local.minute, local.second) == (0, 0)


def test_half_hour_zones_have_their_own_hours(room: WarRoom):
    found = room._store.by_hour(Selection(kind=Coverage, order="published_at"), "tone", 330)
    assert {Moment(at, 330).local.minute for at, _tone, _count in found} == {0}
