"""A table over records follows each commit row by row and says what a fresh reading would say."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.coverage import columns
from desktop.models.record_table import RecordTable
from desktop.warroom.choices import Tone
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from desktop.warroom.tones import ToneCounts
from tests.rooms import START, clock, new_room
from widgets.table_cell import ChipRole, TabularRole, TokenRole
from widgets.theme import Token

NEWEST = Selection(kind=Coverage, order="published_at", newest_first=True)
UNSETTLED = Selection(kind=Coverage, equal=(("tone", ("not_rated", "negative")),), order="tone")


def item(minutes: int, tone: str = "not_rated", story: str = "") -> Coverage:
    at = Moment.of(START - timedelta(minutes=minutes))
    return Coverage(
        outlet="Wire", headline=f"H{minutes}", published_at=at, tone=Tone(tone), story=story
    )


@pytest.fixture
def room(tmp_path: Path):
    room = new_room(tmp_path / "r.warroom", clock())
    yield room
    room.close()


def ids(model: RecordTable) -> list[str]:
    return [model.record(row).id for row in range(model.rowCount())]


def fresh(room, selection) -> list[str]:
    return [record.id for record in room.records(selection)]


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "tone", "time", "gone", "many", "undo", "redo"]),
        st.integers(0, 30),
        st.sampled_from(sorted(Tone)),
    ),
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, selection=st.sampled_from([NEWEST, UNSETTLED]))
def test_after_every_deed_the_table_shows_what_the_room_holds(tmp_path_factory, deeds, selection):
    room = new_room(tmp_path_factory.mktemp("room") / "r.warroom", clock())
    try:
        room.add_all([item(n) for n in range(4)])
        model = RecordTable(room, columns(room, {}), selection)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for deed, number, tone in deeds:
            do(room, deed, number, tone)
            assert ids(model) == fresh(room, selection)
    finally:
        room.close()


def do(room, deed: str, number: int, tone: str) -> None:
    items = room.all(Coverage)
    chosen = items[number % len(items)] if items else None
    match deed:
        case "add":
            room.add(item(number, tone))
        case "undo":
            room.undo()
        case "redo":
            room.redo()
        case "many" if items:
            room.change_all(items[: number % 4 + 1], tone=Tone(tone))
        case "tone" if chosen:
            room.change(chosen, tone=Tone(tone))
        case "time" if chosen:
            room.change(chosen, published_at=item(number).published_at)
        case "gone" if chosen:
            room.take_back(chosen)


def test_one_row_stands_for_each_story_and_the_earliest_leads(room):
    room.add_all(
        [
            item(1, story="recall"),
            item(9, story="recall"),
            item(5),
            item(7),
            item(3, "negative", "recall"),
        ]
    )
    once = Selection(kind=Coverage, order="published_at", leading=("story", "published_at"))
    model = RecordTable(room, columns(room, {"recall": 3}), once)
    assert [model.record(row).headline for row in range(model.rowCount())] == ["H9", "H7", "H5"]
    assert model.index(0, 3).data() == "H9   (and 2 more)"
    negative = Selection(
        kind=Coverage, equal=(("tone", ("negative",)),), leading=("story", "published_at")
    )
    assert [found.headline for found in room.records(negative)] == ["H3"]
    assert room.count(once) == 3


def test_a_column_orders_the_rows_and_a_third_click_gives_their_own_order_back(room):
    room.add_all([item(1, "positive"), item(2, "negative"), item(3)])
    model = RecordTable(room, columns(room, {}), NEWEST)
    model.sort(4, Qt.SortOrder.AscendingOrder)
    assert [model.record(row).tone for row in range(3)] == ["negative", "not_rated", "positive"]
    model.sort(-1)
    assert ids(model) == fresh(room, NEWEST)


def test_what_was_late_only_now_is_said_after_a_refresh(room):
    at = clock()
    room._clock = at
    due = Moment.of(START + timedelta(minutes=10))
    room.add(Coverage(outlet="TV", headline="x", published_at=Moment.of(START), answer_due=due))
    model = RecordTable(room, columns(room, {}), NEWEST)
    assert model.index(0, 8).data(ChipRole).token is Token.WARN
    at.move(minutes=20)
    model.refresh()
    assert model.index(0, 8).data(ChipRole).token is Token.BAD
    assert model.index(0, 8).data() == "late 10 min"


def test_a_tone_is_a_sign_and_a_word_and_not_rated_is_no_tone(room):
    for tone in ("negative", "not_rated", "sarcastic"):
        room.add(Coverage(outlet="TV", headline=tone, published_at=Moment.of(START), tone=tone))
    model = RecordTable(room, columns(room, {}), Selection(kind=Coverage, order="recorded_at"))
    chips = [model.index(row, 4).data(ChipRole) for row in range(3)]
    assert chips[0].text == "− negative"
    assert chips[1] is None
    assert model.index(1, 4).data(TokenRole) == Token.FAINT
    assert chips[2].text == "? sarcastic"
    assert "another version" in model.index(2, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 6).data(TabularRole) is True


@given(st.dictionaries(st.sampled_from([*Tone, "sarcastic"]), st.integers(0, 60)))
def test_percentages_stand_only_beside_enough_rated_items(counts):
    found = ToneCounts(counts)
    percents = [
        found.percent(tone) for tone in (Tone.NEGATIVE, Tone.NEUTRAL, Tone.POSITIVE, Tone.MIXED)
    ]
    assert found.rated <= found.total
    if found.rated < 10:
        assert percents == [None] * 4
    else:
        assert abs(sum(p for p in percents if p is not None) - 100) <= 2
