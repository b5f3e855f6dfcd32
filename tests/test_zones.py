"""Further time zones of a room: how they are written, what their clocks say, where they are seen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.entry_row import entry_row
from desktop.models.header import header_state
from desktop.models.wall_head import HeadWords
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Entry
from desktop.warroom.zones import MOST, Zone, clock, elsewhere, normal, zones
from tests.rooms import HONG_KONG, START, new_room

TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(HONG_KONG))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Europe/London", "Europe/London"),
        ("london", "Europe/London"),
        ("New York", "America/New_York"),
        ("asia/ho_chi_minh", "Asia/Ho_Chi_Minh"),
        ("工廠＝Europe/Berlin", "工廠=Europe/Berlin"),
        ("Plant = berlin", "Plant=Europe/Berlin"),
        ("utc", "UTC"),
    ],
)
def test_a_city_or_a_name_is_kept_by_its_name(typed: str, kept: str) -> None:
    assert normal([typed]) == (kept,)


@pytest.mark.parametrize("typed", ["Lodnon", "../etc/passwd", "Plant=", "GMT-5", "\x00", "/"])
def test_what_is_no_zone_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match="Write a city such as London"):
        normal([typed])


@given(st.text(max_size=30))
def test_whatever_is_typed_becomes_a_zone_or_a_sentence(typed: str) -> None:
    try:
        kept = normal([typed])
    except RuleBroken:
        return
    assert len(zones(kept)) == len(kept) == bool(typed.strip())


def test_the_same_zone_is_kept_once_and_too_many_are_refused() -> None:
    assert normal(["London", "Europe/London", " "]) == ("Europe/London",)
    with pytest.raises(RuleBroken, match="8 further time zones are the most"):
        normal([f"Place {n}=UTC" for n in range(MOST + 1)])


def test_a_zone_that_this_laptop_does_not_know_is_passed_over() -> None:
    assert [zone.label for zone in zones(["Moon/Sea_of_Tranquility", "America/New_York"])] == [
        "New York"
    ]


def test_a_clock_elsewhere_says_when_its_day_is_another() -> None:
    assert clock(zones(["Europe/London"])[0], START) == "06:30 London"
    early = START.replace(hour=3)
    assert clock(zones(["Europe/London"])[0], early) == "19:30 London −1 d"
    late = START.replace(hour=23)
    assert clock(zones(["Pacific/Auckland"])[0], late) == "04:30 Auckland +1 d"


@given(TIMES)
def test_a_clock_elsewhere_shows_the_same_instant(now: datetime) -> None:
    zone = Zone("There", ZoneInfo("America/St_Johns"))
    hour, rest = clock(zone, now).split(" There")
    day = now.date() + timedelta(days=int(rest.replace("−", "-").removesuffix("d") or 0))
    there = datetime.fromisoformat(f"{day} {hour}")
    assert abs(there - now.astimezone(zone.rules).replace(tzinfo=None)) < timedelta(minutes=1)


def test_a_time_is_told_in_each_zone_but_a_day_in_none() -> None:
    places = zones(["Europe/London", "UTC"])
    at = Moment.of(START, about=True)
    assert elsewhere(at, places) == [
        "London: Mon 23 Nov 2026 ~06:30",
        "UTC: Mon 23 Nov 2026 ~06:30",
    ]
    assert elsewhere(Moment.of(START, Precision.DAY), places) == []


def test_header_wall_and_tooltips_follow_the_zones_of_the_room(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    assert header_state(room).elsewhere == ()
    room.change(room.incident, zones=("london", "HQ=America/New_York"))
    assert room.incident.zones == ("Europe/London", "HQ=America/New_York")
    assert header_state(room).elsewhere == ("06:30 London", "01:30 HQ")
    assert HeadWords(room).open(0).notes[-2:] == ("06:30 London", "01:30 HQ")
    entry = room.add(Entry(text="the line stopped", happened_at=Moment.of(START)))
    row = entry_row(entry, HONG_KONG, room.now().ms, room.incident.zones)
    assert "\nLondon: Mon 23 Nov 2026 06:30\nHQ: Mon 23 Nov 2026 01:30\n" in row.tooltip
    room.close()


def test_a_wrong_zone_changes_nothing(tmp_path: Path) -> None:
    room = new_room(tmp_path / "r.warroom")
    with pytest.raises(RuleBroken, match='no time zone called "Lodnon"'):
        room.change(room.incident, zones=("Lodnon",), title="Other")
    assert (room.incident.zones, room.incident.title) == ((), "Bottles overheat")
    room.close()


def test_summer_time_of_the_other_place_is_its_own() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert clock(zones(["Europe/London"])[0], summer) == "13:00 London"
