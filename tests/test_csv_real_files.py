"""Files that nobody on this project wrote are read whole."""

from collections import Counter
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.warroom.exchange import (
    EncodingUnsure,
    Reading,
    guess_mapping,
    read_records,
    read_sheet,
    read_text,
    zone_matters,
)
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.records import Coverage, Entry, Record

DATA = Path(__file__).parents[2] / "shared" / "data"
GITLAB = "timeline_gitlab_2017-01-31_db_outage.csv"
ALIBABA = "timeline_alibaba_cloud_hk_2022-12-18_outage.csv"
WEIBO = "weibo_2022-03_315_sauerkraut_food_safety.csv"
MEDIA = "media_coverage_2014.csv"


def real(name: str) -> bytes:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout")
    return path.read_bytes()


def reading(kind: type[Record], text: str) -> Reading:
    sheet = read_sheet(text)
    mapping = guess_mapping(kind, sheet.header)
    assert not zone_matters(kind, sheet, mapping)
    ids = map(str, count())
    return read_records(
        kind,
        sheet,
        mapping,
        zone=ZoneInfo("Asia/Taipei"),
        now=Moment(0),
        author="Lin",
        new_id=lambda: next(ids),
    )


def entries(text: str) -> list[Entry]:
    read = reading(Entry, text)
    assert not read.faults
    return [record for record in read.records if isinstance(record, Entry)]


def test_the_gitlab_chronology_keeps_how_exact_each_time_was() -> None:
    text = read_text(real(GITLAB))
    read = entries(text)
    assert len(read) == 19
    assert reading(Entry, text).unused == ()
    assert str(read[0].happened_at) == "2017-01-31T17:20+00:00~"
    assert str(read[1].happened_at) == "2017-01-31T18+00:00"
    assert str(read[8].happened_at) == "2017-01-31T23:28:38+00:00"
    assert str(read[-1].happened_at) == "2017-02-10+00:00"
    assert all(entry.text and entry.source and entry.source_url for entry in read)


def test_the_alibaba_chronology_keeps_its_offset() -> None:
    read = entries(read_text(real(ALIBABA)))
    assert len(read) == 15
    assert str(read[0].happened_at) == "2022-12-18T08:56+08:00"


def test_the_weibo_topics_are_entries_and_the_rest_is_named() -> None:
    text = read_text(real(WEIBO))
    read = entries(text)
    assert len(read) == 43
    assert (read[0].text, read[0].source) == ("谁最害怕315晚会", "微博热搜")
    assert str(read[0].happened_at) == "2022-03-14T20:31:47+08:00"
    assert read[0].source_url.startswith("https://s.weibo.com/")
    assert reading(Entry, text).unused == ("snapshot_commit", "case")


def test_the_weibo_topics_in_gb18030_are_a_question_and_then_equal() -> None:
    text = read_text(real(WEIBO))
    old = text.encode("gb18030")
    with pytest.raises(EncodingUnsure) as unsure:
        read_text(old)
    assert "谁最害怕315晚会" in unsure.value.previews["GB18030"][1]
    assert read_text(old, "GB18030") == text
    assert entries(read_text(old, "GB18030")) == entries(text)


def test_the_weibo_topics_in_utf16_are_sure() -> None:
    text = read_text(real(WEIBO))
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert read_text(text.encode(encoding)) == text


def test_the_media_list_is_read_and_its_empty_tones_are_not_rated() -> None:
    read = reading(Coverage, read_text(real(MEDIA)))
    assert not read.faults
    assert len(read.records) == 199
    assert read.unused == ("case", "source_row_id", "url_date")
    kinds = Counter(
        (str(r.tone), r.published_at.precision)
        for r in read.records
        if isinstance(r, Coverage) and r.published_at
    )
    assert kinds == {("not_rated", Precision.SECOND): 199}
