"""A script does the whole way of a statement without a window."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli.commands import cli
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.rooms import clock, new_room

NOW = "2026-11-23T14:30+08:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A room in which staff were told."""
    room = new_room(tmp_path / "r.warroom")
    room.add(StaffMessage(title="Stop", sent_at=room.minute()))
    room.close()
    return tmp_path / "r.warroom"


def ran(path: Path, *words: str, by: str = "Lin Xia") -> Result:
    given = ["statement", str(path), *words, "--now", NOW, "--by", by]
    return CliRunner().invoke(cli, given)


def said(path: Path, *words: str, by: str = "Lin Xia") -> str:
    result = ran(path, *words, by=by)
    assert result.exit_code == 0, result.output
    return result.output


def refused(path: Path, *words: str, code: int = 1, by: str = "Lin Xia") -> str:
    result = ran(path, *words, by=by)
    assert result.exit_code == code, result.output
    return result.output


def all_of(path: Path, kind):
    room = WarRoom.open(path, clock=clock(), writing=False)
    found = room.all(kind)
    room.close()
    return found


def test_a_text_goes_the_whole_way_from_draft_to_release(path: Path) -> None:
    draft = ("draft", "--template", "ST-HOLD", "--title", "First word")
    parts = ("--part", "headline=Bottles overheat", "--part", "care_sentence=We are sorry.")
    waits = "comms_lead, legal"
    assert said(path, *draft, *parts) == f"1\tDraft\tST-HOLD\ten\tv1\tFirst word\t{waits}\n"
    assert said(path, "show", "1") == "Bottles overheat\n\nWe are sorry.\n"
    assert "Proactive\t" in said(path, "check", "1")
    assert said(path, "submit", "1").startswith("1\tIn review\t")
    assert said(path, "approve", "1", "--role", "legal", by="Wu Ke").endswith("\tcomms_lead\n")
    approved = said(path, "approve", "1", "--role", "comms_lead", by="Chen Mo")
    assert approved == "1\tApproved\tST-HOLD\ten\tv1\tFirst word\t–\n"
    out = said(path, "release", "1", "--channel", "website", "--url", "https://acme.example/1")
    (went,) = all_of(path, Release)
    assert out.splitlines()[0] == f"Released on {went.place} (SHA-256 {went.sha256})."
    assert out.splitlines()[1] == "1\tReleased\tST-HOLD\ten\tv1\tFirst word\tOfficial website"


def test_what_is_over_is_listed_only_with_all_and_keeps_its_number(path: Path) -> None:
    assert said(path, "list") == "There is no statement yet. Begin one with draft --template.\n"
    said(path, "draft", "--template", "ST-UPD", "--title", "One", "--part", "done=All is off.")
    said(path, "draft", "--template", "ST-FULL", "--title", "Two")
    said(path, "release", "1", "--channel", "social", "--where", "@acme", "--reason", "Fire")
    assert said(path, "list").splitlines()[0].endswith("Social media: @acme (without approval)")
    assert "It is not out there" in refused(
        path, "withdraw", "1", "--channel", "app", "--reason", "x"
    )
    assert said(path, "withdraw", "1", "--reason", "Wrong").startswith("1\tWithdrawn\t")
    assert [line[:1] for line in said(path, "list").splitlines()] == ["2"]
    assert [line[:1] for line in said(path, "list", "--all").splitlines()] == ["1", "2"]


def test_what_the_desk_refuses_ends_with_its_sentence_and_1(path: Path) -> None:
    said(path, "draft", "--template", "ST-HOLD")
    assert "This text is empty" in refused(path, "submit", "1")
    said(path, "write", "1", "--part", "headline=Bottles overheat")
    said(path, "submit", "1")
    assert "You wrote this text" in refused(path, "approve", "1", "--role", "legal")
    assert "not approved by" in refused(path, "release", "1", "--channel", "website")
    assert "There is no statement 2" in refused(path, "show", "2")
    assert all_of(path, Release) == []


def test_wrong_use_is_2(path: Path) -> None:
    assert "Say either --template or --of" in refused(path, "draft", code=2)
    hold = ("draft", "--template", "ST-HOLD")
    assert 'has no part "body"' in refused(path, *hold, "--part", "body=x", code=2)
    both = (*hold, "--part", "headline=x", "--file", "x.txt")
    assert "either --part or --file" in refused(path, *both, code=2)
    refused(path, "draft", "--template", "ST-NONE", code=2)
    refused(path, "release", "1", code=2)
    said(path, *hold)
    assert "Say what to change" in refused(path, "write", "1", code=2)
    assert len(all_of(path, Statement)) == 1


def test_a_file_is_the_whole_text_as_it_was_typed(path: Path, tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_bytes("夜班停線\u200b。\r\n第二行\u202e\n".encode())
    hold = ("draft", "--template", "ST-HOLD", "--language", "zh_TW", "--file", str(text))
    said(path, *hold, "--next-update", "2026-11-23T18:00+08:00")
    (found,) = all_of(path, Statement)
    assert (found.text, found.parts) == ("夜班停線\u200b。\r\n第二行\u202e", ())
    assert said(path, "show", "1").splitlines()[-1].startswith("下次更新時間：")
    text.write_bytes(b"\xff")
    assert "Byte 1 of the file is not UTF-8" in refused(path, *hold)
    assert "cannot be read" in refused(path, *hold[:-1], str(tmp_path))


def test_a_text_is_carried_on_in_versions_and_languages(path: Path) -> None:
    said(path, "draft", "--template", "ST-UPD", "--title", "One", "--part", "done=All is off.")
    assert "A version in English is being written" in refused(path, "draft", "--of", "1")
    chinese = said(path, "draft", "--of", "1", "--language", "zh_CN", "--part", "done=已停机。")
    assert chinese.startswith("2\tDraft\tST-UPD\tzh_CN\tv1\tOne\t")
    assert said(path, "show", "2") == "已停机。\n"
    said(path, "release", "1", "--channel", "website", "--reason", "Fire")
    assert said(path, "draft", "--of", "1").split("\t")[4] == "v2"


def test_a_check_that_has_no_advice_says_so(path: Path) -> None:
    parts = {
        "as_of_time": "As of 14:30 on 23 November 2026.",
        "changed_since_last": "All sales have stopped.",
        "what_customers_should_do": "Please write to help@acme.example.",
    }
    said_of = [word for key, text in parts.items() for word in ("--part", f"{key}={text}")]
    later = ("--next-update", "2026-11-23T18:00+08:00")
    said(path, "draft", "--template", "ST-UPD", *said_of, *later)
    assert said(path, "check", "1") == "The four rules ask for nothing more here.\n"
