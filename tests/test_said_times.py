"""Times as people and programs write them, and the ones that are refused."""

from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from desktop.warroom.exchange import read_time
from desktop.warroom.exchange.said_times import lacks_offset
from desktop.warroom.faults import RuleBroken

TAIPEI = ZoneInfo("Asia/Taipei")

SAID = {
    "2026-11-23T14:05:09+08:00": "2026-11-23T14:05:09+08:00",
    "2026-11-23T14:05:09+0800": "2026-11-23T14:05:09+08:00",
    "2026-11-23T14:05+08": "2026-11-23T14:05+08:00",
    "2026-11-23T14:05:09Z": "2026-11-23T14:05:09+00:00",
    "2026-11-23t14:05:09z": "2026-11-23T14:05:09+00:00",
    "2026-11-23 14:05:09 -03:30": "2026-11-23T14:05:09-03:30",
    "2026-11-23 14:05:09 \N{MINUS SIGN}03:30": "2026-11-23T14:05:09-03:30",
    "2026-11-23 14:05 UTC": "2026-11-23T14:05+00:00",
    "2026-11-23 14:05 GMT+8": "2026-11-23T14:05+08:00",
    "2026-11-23T14:05:09.5Z": "2026-11-23T14:05:09.500+00:00",
    "2026-11-23T14:05:09.123456789+00:00": "2026-11-23T14:05:09.123+00:00",
    "2026-11-23T14:05:09,250Z": "2026-11-23T14:05:09.250+00:00",
    "2026-11-23T14+01:00": "2026-11-23T14+01:00",
    "2026-11-23+01:00": "2026-11-23+01:00",
    "2026-11-23": "2026-11-23+08:00",
    "2026-11-23 14:05": "2026-11-23T14:05+08:00",
    " 2026-11-23  14:05\n": "2026-11-23T14:05+08:00",
    "2026-11-23T14:05+08:00~": "2026-11-23T14:05+08:00~",
    "~2026-11-23 14:05": "2026-11-23T14:05+08:00~",
    "约2026年11月23日14时05分": "2026-11-23T14:05+08:00~",
    "2026/11/23 14:05": "2026-11-23T14:05+08:00",
    "2026/1/3 4:05": "2026-01-03T04:05+08:00",
    "2026.11.23": "2026-11-23+08:00",
    "2026年11月23日": "2026-11-23+08:00",
    "2026年11月23日 14:05": "2026-11-23T14:05+08:00",
    "2026年11月23日14:05:09": "2026-11-23T14:05:09+08:00",
    "2026 年 1 月 3 日 14時05分09秒": "2026-01-03T14:05:09+08:00",
    "2026年11月23日14點": "2026-11-23T14+08:00",
    "23 Nov 2026 14:05": "2026-11-23T14:05+08:00",
    "23 november 2026": "2026-11-23+08:00",
    "3 Sept. 2026, 04:05": "2026-09-03T04:05+08:00",
    "Nov 23, 2026 14:05": "2026-11-23T14:05+08:00",
    "Mon, 23 Nov 2026 14:05:09 +0100": "2026-11-23T14:05:09+01:00",
    "1066-10-14T09:00Z": "1066-10-14T09:00+00:00",
}


@pytest.mark.parametrize(("said", "moment"), SAID.items())
def test_a_time_keeps_its_offset_and_says_no_more_than_was_said(said: str, moment: str) -> None:
    assert str(read_time(said, TAIPEI)) == moment


REFUSED = [
    "",
    "soon",
    "14:05",
    "31/31/2020",
    "23/11/2026",
    "2026-13-01",
    "2026-02-30",
    "2026-11-23T25:00",
    "2026-11-23T14:60",
    "2026-11-23 14:05 PM",
    "2026-11-23 14-05",
    "2026-11-23-08",
    "2026-11-23T14:05+15:00",
    "2026-11-23T14:05+08:75",
    "2026-11/23",
    "23 Brumaire 2026",
    "0202-11-23",
    "1795413900",
    "2026-11-23T14:05:09+08:00 or later",
]


@pytest.mark.parametrize("said", REFUSED)
def test_what_is_no_time_is_refused_with_the_forms_that_are_read(said: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_time(said, UTC)
    assert str(refused.value).startswith(f'"{said}" is not a date and time this program reads.')
    assert "Write it as 2026-11-23 14:05" in str(refused.value)


@pytest.mark.parametrize("said", ["03/04/2026", "3.4.2026 14:05", "12-11-26"])
def test_a_date_with_two_readings_is_refused(said: str) -> None:
    with pytest.raises(RuleBroken, match=r"two different days.*2026-11-23 14:05"):
        read_time(said, UTC)


def test_the_zone_is_that_of_the_day_and_the_first_of_two_equal_hours() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert str(read_time("2026-07-01 12:00", berlin)) == "2026-07-01T12:00+02:00"
    assert str(read_time("2026-10-25 02:30", berlin)) == "2026-10-25T02:30+02:00"


def test_only_a_time_without_offset_needs_a_zone() -> None:
    assert lacks_offset("2026-11-23 14:05")
    assert not lacks_offset("2026-11-23 14:05Z")
    assert not lacks_offset("soon")


def test_the_farthest_offsets_are_read() -> None:
    kiritimati = timezone(timedelta(hours=14))
    assert str(read_time("2026-11-23T14:05", kiritimati)) == "2026-11-23T14:05+14:00"
    assert str(read_time("2026-11-23T14:05+14:00", UTC)) == "2026-11-23T14:05+14:00"


def test_full_width_digits_and_signs_are_read() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in "2026-11-23 14:05+08:00")
    assert str(read_time(wide, UTC)) == "2026-11-23T14:05+08:00"
    with pytest.raises(RuleBroken):
        read_time("2026-11-2\N{SUPERSCRIPT TWO}", UTC)
