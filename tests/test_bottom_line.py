"""The bottom line is typed over time: kept as a draft, taken by the next briefing, then gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop import paper
from desktop.pages.plan.outlook import OutlookPart
from desktop.warroom.briefing import drafted
from desktop.warroom.choices import Edition
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom


@pytest.fixture
def part(qtbot, fresh_theme, room: WarRoom) -> OutlookPart:
    part = OutlookPart(room, None)
    qtbot.addWidget(part)
    part.resize(1_000, 700)
    part.show()
    return part


def test_what_is_typed_is_kept_without_a_button_and_on_leaving(qtbot, part, room) -> None:
    qtbot.keyClicks(part.bottom_line.text, "The recall runs.")
    qtbot.waitUntil(lambda: drafted.drafted(room) == "The recall runs.")
    qtbot.keyClicks(part.bottom_line.text, " All is well.")
    part.put_away()
    assert drafted.drafted(room) == "The recall runs. All is well."
    again = OutlookPart(room, None)
    qtbot.addWidget(again)
    assert again.bottom_line.text.toPlainText() == "The recall runs. All is well."


def test_tab_leaves_the_field(qtbot, part) -> None:
    part.bottom_line.text.setFocus()
    qtbot.keyClick(part.bottom_line.text, Qt.Key.Key_Tab)
    assert part.bottom_line.text.toPlainText() == ""


def test_a_numbered_briefing_takes_it_and_the_next_is_written_anew(
    qtbot, part, room, tmp_path: Path
) -> None:
    qtbot.keyClicks(part.bottom_line.text, "The recall runs.")
    part.put_away()
    paper.preview(room, tmp_path / "p.pdf", "en")
    assert drafted.drafted(room) == "The recall runs."
    issued = paper.issue(room, tmp_path / "1.pdf", "en")
    assert issued.bottom_line == "The recall runs."
    part.refresh()
    part.look_again()
    assert part.bottom_line.text.toPlainText() == ""
    assert paper.issue(room, tmp_path / "2.pdf", "en").bottom_line == ""
    assert paper.write_again(room, issued, tmp_path / "again.pdf") == issued.sha256


def test_one_that_could_not_be_written_leaves_the_draft(room, tmp_path: Path) -> None:
    drafted.keep(room, "The recall runs.")
    with pytest.raises(paper.PaperFailed):
        paper.issue(room, tmp_path / "no" / "b.pdf", "en")
    assert drafted.drafted(room) == "The recall runs."


@pytest.mark.parametrize("edition", [Edition.STAFF, Edition.MEDIA])
def test_an_edition_for_others_does_not_take_the_draft(room, edition) -> None:
    drafted.keep(room, "We expect a fine.")
    assert drafted.of_paper(room, Paper(edition=edition)) == ""
    assert drafted.of_paper(room, Paper(edition=edition, bottom_line="For you")) == "For you"
    assert drafted.of_paper(room, Paper()) == "We expect a fine."
