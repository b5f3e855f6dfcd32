"""A printed briefing held against a room: match, mismatch, another room, and no briefing at all."""

import re
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from desktop import paper
from desktop.cli.commands import cli
from desktop.warroom.briefing.anchor import Answer, held_against, read_anchor
from desktop.warroom.choices import Edition
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, Paper
from desktop.warroom.room import WarRoom
from tests.rooms import START, T0, clock, new_room

AT = Moment.of(START)
NOW = ("--now", "2026-11-23T14:40+08:00")


@pytest.fixture
def room(tmp_path: Path):
    made = new_room(tmp_path / "r.warroom", clock())
    made.add(Entry(text="Two bottles too hot", happened_at=T0))
    yield made
    made.close()


def test_a_briefing_of_this_room_matches_also_when_the_room_went_on(room, tmp_path) -> None:
    out = tmp_path / "b.pdf"
    issued = paper.issue(room, out)
    room.add(Entry(text="later", happened_at=AT))
    held = held_against(room, out)
    line = room.line_that_added(issued)
    assert held.answer is Answer.MATCH
    assert (held.anchor.device, held.anchor.number) == (line.device, line.number)
    assert held.anchor.hash == line.hash


def test_a_preview_matches_the_line_that_it_was_made_at(room, tmp_path) -> None:
    paper.preview(room, tmp_path / "p.pdf")
    assert held_against(room, tmp_path / "p.pdf").answer is Answer.MATCH


def test_every_page_prints_device_number_and_hash_and_the_last_the_whole_anchor(room, tmp_path):
    room.add_all([Entry(text=f"call {n}", happened_at=AT) for n in range(120)])
    paper.issue(room, tmp_path / "b.pdf")
    anchor = read_anchor(tmp_path / "b.pdf")
    pages = ["".join(page.extract_text().split()) for page in PdfReader(tmp_path / "b.pdf").pages]
    short = f"{anchor.device}:{anchor.number}:{anchor.hash[:12]}"
    assert len(pages) > 2
    assert [short in page for page in pages] == [True] * len(pages)
    assert f"{anchor.device}:{anchor.number}:{anchor.hash}" in pages[-1]


def test_a_room_whose_end_was_cut_off_or_written_anew_does_not_match(room, tmp_path) -> None:
    copy = tmp_path / "copy.warroom"
    room.back_up(copy)
    paper.issue(room, tmp_path / "b.pdf")
    cut = WarRoom.open(copy, clock=clock(), operator="Lin Xia")
    held = held_against(cut, tmp_path / "b.pdf")
    assert held.answer is Answer.MISMATCH
    assert "cut off" in held.why
    while cut.tail().number < read_anchor(tmp_path / "b.pdf").number:
        cut.add(Entry(text="another history", happened_at=AT))
    held = held_against(cut, tmp_path / "b.pdf")
    cut.close()
    assert held.answer is Answer.MISMATCH
    assert held.why


def test_a_briefing_of_another_room_on_the_same_laptop_is_told_from_a_mismatch(room, tmp_path):
    paper.issue(room, tmp_path / "b.pdf")
    other = new_room(tmp_path / "other.warroom", clock())
    other.add(Entry(text="Two bottles too hot", happened_at=T0))
    held = held_against(other, tmp_path / "b.pdf")
    other.close()
    assert held.answer is Answer.OTHER_ROOM


def test_a_briefing_whose_bytes_were_changed_does_not_match(room, tmp_path) -> None:
    out = tmp_path / "b.pdf"
    paper.issue(room, out)
    data = out.read_bytes()
    out.write_bytes(data + b"\n% added\n")
    held = held_against(room, out)
    assert held.answer is Answer.MISMATCH
    assert "SHA-256" in held.why


def test_an_anchor_in_a_deflated_packet_is_found(tmp_path) -> None:
    packet = b"<x:xmpmeta>warroom:ab12:dev:7:" + b"c" * 64 + b"</x:xmpmeta>"
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF-1.7\nstream\n" + zlib.compress(packet) + b"\nendstream")
    assert read_anchor(file).number == 7


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no briefing"),
        (b"%PDF-1.7 of somebody else", "no briefing"),
        (b"<x:xmpmeta>warroom:a:d:1:" + b"a" * 64 + b"</x:xmpmeta>", "no briefing"),
        (
            b"%PDF-1.7\n"
            + b"".join(
                b"<x:xmpmeta>warroom:a:d:%d:" % n + b"a" * 64 + b"</x:xmpmeta>" for n in (1, 2)
            ),
            "several seals",
        ),
    ],
)
def test_a_file_that_is_no_briefing_is_refused_in_a_sentence(tmp_path, data, said) -> None:
    (tmp_path / "x.pdf").write_bytes(data)
    with pytest.raises(RuleBroken, match=said):
        read_anchor(tmp_path / "x.pdf")


def test_the_command_answers_and_ends_with_0_or_1(room, tmp_path) -> None:
    file = room.path
    paper.issue(room, tmp_path / "b.pdf")
    room.close()
    new_room(tmp_path / "other.warroom", clock()).close()
    run = CliRunner().invoke
    good = run(cli, ["verify", str(file), "--against", str(tmp_path / "b.pdf")])
    assert (good.exit_code, "b.pdf: match" in good.output) == (0, True)
    other = str(tmp_path / "other.warroom")
    bad = run(cli, ["verify", other, "--against", str(tmp_path / "b.pdf")])
    assert (bad.exit_code, "printed from another room" in bad.output) == (1, True)
    gone = run(cli, ["verify", str(file), "--against", str(tmp_path / "no.pdf")])
    assert (gone.exit_code, "cannot be read" in gone.output) == (1, True)


def test_a_briefing_is_printed_again_by_its_number_with_the_same_bytes(room, tmp_path) -> None:
    first, midnight = tmp_path / "1.pdf", Moment.parse("2026-11-23T00:30+08:00")
    for minutes in (-60, 0):  # two days in Hong Kong, one in New York
        at = Moment(midnight.ms + minutes * 60_000, midnight.offset)
        room.add(Coverage(outlet="City TV", headline="Hot", published_at=at, reach=1_000))
    asked = Paper(edition=Edition.BOARD, language="zh_TW", annexes=("chronology",), size="letter")
    paper.issue(room, first, asked)
    room.add(Entry(text="later", happened_at=AT))
    paper.issue(room, tmp_path / "2.pdf")
    file = room.path
    room.close()
    for name, now in (("again.pdf", []), ("elsewhere.pdf", ["--now", "2026-11-29T03:00-05:00"])):
        words = ["brief", str(file), "--reprint", "1", "-o", str(tmp_path / name), *now]
        done = CliRunner().invoke(cli, words)
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).read_bytes() == first.read_bytes()
    missing = CliRunner().invoke(cli, ["brief", str(file), "--reprint", "9", "-o", "x.pdf"])
    assert (missing.exit_code, "no briefing 9" in missing.output) == (1, True)


def test_previews_with_the_same_clock_have_the_same_bytes(room, tmp_path) -> None:
    file, made = room.path, []
    room.close()
    for name in ("a.pdf", "b.pdf"):
        words = ["brief", str(file), "--preview", "-o", str(tmp_path / name), *NOW]
        assert CliRunner().invoke(cli, words).exit_code == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_what_an_edition_reveals_is_listed_row_by_row_and_nothing_is_written(room) -> None:
    room.add(Entry(text="Counsel is asked", privileged=True, happened_at=AT))
    file, lines = room.path, room.tail().n
    room.close()
    whole = CliRunner().invoke(cli, ["brief", str(file), "--reveals"]).output
    media = CliRunner().invoke(cli, ["brief", str(file), "--edition", "media", "--reveals"]).output
    assert "Two bottles too hot" in whole
    assert "Counsel is asked" not in whole
    assert "Left out: 1 entry" in whole
    assert "Two bottles too hot" not in media
    assert re.search(r"Left out: .*2 entries", media)
    again = WarRoom.open(file, writing=False)
    assert again.tail().n == lines
    again.close()
