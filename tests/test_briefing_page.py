"""The page of a briefing: pages and rows before it is written, and whom earlier ones went to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop import paper
from desktop.pages.briefing import EARLIER, PAGES, ROWS, BriefingPage
from desktop.warroom.choices import Channel, Edition
from desktop.warroom.distribution import Distribution, issued
from desktop.warroom.records import Entry, Paper
from tests.rooms import T0

KEY = Qt.Key
LONG = 60_000  # milliseconds in which pages are surely painted

pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def page(qtbot, room):
    room.add(Entry(text="Two bottles too hot", happened_at=T0))
    made = BriefingPage(room)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    yield made
    made.stop()


def choose(page: BriefingPage, name: str, value: str) -> None:
    box = page.form.findChildren(type(page.form.focusProxy()))
    found = next(each for each in box if each.findData(value) >= 0 and each.isVisible())
    found.setCurrentIndex(found.findData(value))


def told(page: BriefingPage) -> str:
    return " ".join(each.text for each in map(page.rows.thing, range(page.rows.rowCount())))


def test_the_pages_come_beside_the_work_and_are_turned_by_keys(qtbot, page) -> None:
    assert page.preview.running()
    qtbot.waitUntil(lambda: page.preview.pages.count() > 1, timeout=LONG)
    qtbot.keyClick(page.preview.pages, KEY.Key_Right)
    assert page.preview.pages.page() == 2
    qtbot.keyClick(page.preview.pages, KEY.Key_End)
    assert page.preview.pages.page() == page.preview.pages.count()
    qtbot.keyClick(page.preview.pages, KEY.Key_Home)
    assert page.preview.pages.page() == 1


def test_painting_can_be_stopped(qtbot, page) -> None:
    page.preview.line.stopped.emit()
    assert not page.preview.running()
    assert "Stopped" in page.preview.line.sentence()


def test_a_preview_leaves_the_room_as_it_was(qtbot, page, room) -> None:
    lines = room.tail().n
    qtbot.waitUntil(lambda: page.preview.pages.count() > 0, timeout=LONG)
    assert room.tail().n == lines


def test_what_an_edition_tells_is_listed_before_it_is_written(qtbot, page, room) -> None:
    room.add(Entry(text="Counsel is asked", privileged=True, happened_at=T0))
    page.show_view(ROWS)
    assert "Two bottles too hot" in told(page)
    assert "Counsel" not in told(page)
    assert "1 entry" in page.left_out.text()
    choose(page, "edition", "media")
    qtbot.waitUntil(lambda: "Two bottles" not in told(page), timeout=LONG)
    assert "2 entries" in page.left_out.text()


def test_what_was_typed_for_one_edition_is_not_read_by_another(qtbot, page, room) -> None:
    room.keep_form("briefing-board", {"bottom_line": "For the board alone."})
    choose(page, "edition", "board")
    qtbot.waitUntil(lambda: page.wanted().bottom_line == "For the board alone.")
    choose(page, "edition", "media")
    qtbot.waitUntil(lambda: page.wanted().edition is Edition.MEDIA)
    qtbot.waitUntil(lambda: page.wanted().bottom_line == "")
    choose(page, "edition", "board")
    qtbot.waitUntil(lambda: page.wanted().bottom_line == "For the board alone.")


def test_the_form_asks_for_all_annexes_unless_some_are_taken_out(page) -> None:
    assert page.wanted().annexes == ()
    assert page.wanted() == Paper(language="en", id=page.wanted().id)


def test_whom_a_briefing_was_sent_to_is_noted_and_undone_in_one_act(
    qtbot, page, room, tmp_path: Path
) -> None:
    paper.issue(room, tmp_path / "1.pdf", Paper(edition=Edition.BOARD))
    page.show_view(EARLIER)
    line = page.sent.to.widget()
    qtbot.keyClicks(line, "Chair")
    qtbot.keyClick(line, KEY.Key_Return)
    [given] = room.all(Distribution)
    assert (given.to, given.how, given.at) == ("Chair", Channel.EMAIL, room.minute())
    [found] = issued(room)
    assert found.whom == "Chair (E-mail)"
    room.undo()
    assert issued(room)[0].sent == ()


def test_nobody_is_noted_without_a_name(qtbot, page, room) -> None:
    page.show_view(EARLIER)
    page.sent.note_sent()
    assert "Choose a briefing" in page.sent.fault.text()
    assert room.all(Distribution) == []


def test_a_briefing_is_asked_for_again_from_the_list(qtbot, page, room, tmp_path: Path) -> None:
    first = paper.issue(room, tmp_path / "1.pdf")
    page.show_view(EARLIER)
    page.activateWindow()
    page.sent.listed.table.setFocus()
    qtbot.waitUntil(page.sent.listed.table.hasFocus)
    with qtbot.waitSignal(page.again_asked) as asked:
        qtbot.keyClick(page.sent.listed.table, KEY.Key_R)
    assert asked.args[0].id == first.id
    page.show_view(PAGES)
