"""One line about staff becomes figures, or nothing at all where there is doubt."""

import pytest

from desktop.warroom.capture.told import Group, told

GROUPS = tuple(
    Group(name, name)
    for name in (
        "Customer care", "Head office", "Warehouse, day", "Warehouse, night", "倉儲夜班", "仓库白班",
    )
)  # fmt: skip

READ = [
    ("told 140 of night shift, 12 not reached", "Warehouse, night", 140, 12, None),
    ("told 140 of the Warehouse, night, 12 not reached, 96 confirmed", "Warehouse, night", 140, 12, 96),
    ("customer care: 64 briefed, 64 confirmed", "Customer care", 64, None, 64),
    ("1,204 of head office informed", "Head office", 1204, None, None),
    ("reached 1,204 of head office; 1,100 acknowledged", "Head office", 1204, None, 1100),
    ("已通知倉儲夜班 140 人，12 人未聯絡到", "倉儲夜班", 140, 12, None),
    ("夜班告知128人、96人已確認", "倉儲夜班", 128, None, 96),
    ("仓库白班已传达 80 人；3 人联系不上；70 人已确认", "仓库白班", 80, 3, 70),
    ("Head office 380 confirmed", "Head office", None, None, 380),
    ("day shift briefed 120", "Warehouse, day", 120, None, None),
    ("12 of night shift not reached", "Warehouse, night", None, 12, None),
    ("夜班 3 人聯絡不上", "倉儲夜班", None, 3, None),
    ("told 140 of night shift, 12 missing", "Warehouse, night", 140, 12, None),
    ("head office 380 confirmed, 0 not reached", "Head office", None, 0, 380),
]  # fmt: skip


@pytest.mark.parametrize(("line", "group", "reached", "missed", "confirmed"), READ)
def test_what_a_line_reports(line, group, reached, missed, confirmed):
    found = told(line, GROUPS)
    assert found is not None
    assert (found.group.name, found.reached, found.missed, found.confirmed) == (
        group, reached, missed, confirmed,
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "told 140 people",  # nobody knows which group
        "told 140 of the warehouse",  # there are two
        "night shift is worried",  # no number
        "night shift of 140 is worried",  # a number, but of nothing that was told
        "3 of night shift missing after the fire",  # not from a message
        "",
    ],
)
def test_a_doubtful_line_reports_nothing(line):
    assert told(line, GROUPS) is None


def test_without_groups_nothing_is_reported():
    assert told("told 140 of night shift", ()) is None
