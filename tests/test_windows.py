"""The model of the timeline stays what a fresh reading would be, whatever comes and goes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.timeline import TimelineModel
from desktop.warroom import window as windows
from desktop.warroom.choices import EntryKind
from desktop.warroom.moment import Moment
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from tests.rooms import START, clock, new_room
from widgets.timeline_row import TimelineRole, TimelineRow

MINUTES = st.integers(0, 40)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add some", "key", "put off", "take back", "undo", "look"]),
        MINUTES,
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WarRoom]:
    monkeypatch.setattr(windows, "PAGE", 4)
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


def _entry(minutes: int) -> Entry:
    kind = EntryKind.MEDIA if minutes % 2 else EntryKind.FACT
    when = Moment.of(START - timedelta(minutes=minutes))
    return Entry(kind=kind, text=f"{minutes} minutes ago", happened_at=when)


def _do(room: WarRoom, model: TimelineModel, deed: str, number: int) -> None:
    rows = model.rowCount()
    at = number % rows if rows else 0
    match deed:
        case "add":
            room.add(_entry(number))
        case "add some":
            room.add_all([_entry(number), _entry(number // 2), _entry(number + 3)])
        case "put off" if rows:
            room.change(model.entry(at), happened_at=_entry(number).happened_at)
        case "undo":
            room.undo()
        case "key" if rows:
            room.change(model.entry(at), key=not model.entry(at).key)
        case "take back" if rows:
            room.take_back(model.entry(at))
        case "look" if rows:
            model.index(at, 0).data(TimelineRole)


def _rows(model: TimelineModel) -> list[TimelineRow]:
    return [model.index(n, 0).data(TimelineRole) for n in range(model.rowCount())]


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("kinds", [(), (EntryKind.MEDIA,)])
@settings(max_examples=25)
@given(deeds=DEEDS)
def test_the_model_follows_every_deed(qapp, room: WarRoom, deeds, newest_first, kinds):
    wanted = timeline(equal=(("kind", kinds),) if kinds else (), newest_first=newest_first)
    model = TimelineModel(room)
    model.show(wanted)
    for deed, number in deeds:
        _do(room, model, deed, number)
    fresh = TimelineModel(room)
    fresh.show(wanted)
    assert _rows(model) == _rows(fresh)
    assert [model.entry(n) for n in range(model.rowCount())] == room.records(wanted)


def test_a_deadline_turns_late_with_the_clock(qapp, tmp_path: Path):
    at = clock()
    room = new_room(tmp_path / "late.warroom", at)
    room.capture("/media City TV asks !14:40")
    model = TimelineModel(room)
    before = _rows(model)[0].meta[-1]
    at.move(minutes=10)
    after = _rows(model)[0].meta[-1]
    room.close()
    assert before.text.startswith("answer by")
    assert after.text.startswith("answer was due")


def test_only_the_media_wait_for_an_answer(qapp, tmp_path: Path):
    room = new_room(tmp_path / "due.warroom")
    room.capture("/task book the hall !16:30")
    room.capture("/media City TV asks !16:30")
    said = [row.meta[-1].text for row in _rows(TimelineModel(room))]
    room.close()
    assert sorted(said) == ["answer by 16:30", "due 16:30"]


def test_a_tooltip_tells_times_to_people(qapp, tmp_path: Path):
    room = new_room(tmp_path / "told.warroom")
    room.capture("14:05 the line stopped")
    [row] = _rows(TimelineModel(room))
    room.close()
    happened, recorded, _author = row.tooltip.splitlines()
    assert happened == "Happened Mon 23 Nov 2026 14:05 UTC+8"
    assert recorded == "Recorded Mon 23 Nov 2026 14:30:00 UTC+8"


def test_rows_are_made_once_while_nothing_changes(qapp, room: WarRoom):
    room.add_all([_entry(n) for n in range(9)])
    model = TimelineModel(room)
    assert all(a is b for a, b in zip(_rows(model), _rows(model), strict=True))


def test_the_last_row_of_a_page_may_change_its_time_and_stay(room: WarRoom) -> None:
    for minutes in (40, 38, 36, 34, 20, 18):
        room.add(_entry(minutes))
    model, oldest_first = TimelineModel(room), timeline(newest_first=False)
    model.show(oldest_first)
    last = model.entry(windows.PAGE - 1)
    room.change(last, happened_at=_entry(22).happened_at)
    shown = [model.entry(row).id for row in range(model.rowCount())]
    assert shown == [entry.id for entry in room.records(oldest_first)]
