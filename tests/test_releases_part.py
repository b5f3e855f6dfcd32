"""Releases: exactly what went out, how it stands now, and the way to what is wrong with it."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop.pages.statements.page import StatementsPage
from desktop.pages.statements.releases import ReleasePart
from desktop.warroom.choices import Certainty, Channel, Language, Severity
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.desk import begin, in_language, next_version, release, withdraw
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.whereabouts import (
    Flag,
    Up,
    as_it_went,
    board,
    link,
    rested_on,
    web_address,
)
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
WHY = {"unapproved_why": "No time", "before_staff_why": "They are told on the phone"}


@pytest.fixture(autouse=True)
def calm(room: WarRoom) -> None:
    room.change(room.incident, severity=Severity.MODERATE, why="calm")


@pytest.fixture
def fact(room: WarRoom) -> Fact:
    return room.add(Fact(subject="Units sold", value="1,200", status=Certainty.CONFIRMED))


@pytest.fixture
def page(qtbot, room: WarRoom) -> StatementsPage:
    page = StatementsPage(room)
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    return page


def out(
    room: WarRoom, text: Statement, said: str, channel: Channel = Channel.WEBSITE, **more: str
) -> Release:
    text = room.get(Statement, text.id)
    if text.unreleased:
        room.change(text, parts=({"field": "headline", "text": said},))
    return release(room, room.get(Statement, text.id), channel, **{**WHY, **more})


def recalled(room: WarRoom, fact: Fact) -> list[Release]:
    """A text in two languages with different days, the English one on two channels."""
    english = begin(room, Form.HOLDING, Language.ENGLISH, title="Recall")
    chinese = in_language(room, english, Language.TRADITIONAL)
    said = f"We sold {reference(fact.id)} bottles. Return them by 30 November."
    return [
        out(room, english, said, url="https://example.com/recall"),
        out(room, english, said, Channel.SOCIAL, where="@brand"),
        out(room, chinese, f"已售出 {reference(fact.id)} 個，請於 11月29日前退回。"),
    ]


def shown(page: StatementsPage) -> ReleasePart:
    part = page.show_part("releases")
    assert isinstance(part, ReleasePart)
    part.lists[0].table.setFocus()
    return part


def row(part: ReleasePart, record: Release) -> list[str]:
    model = part.lists[0].model
    at = model.row_of(record)
    return [str(model.index(at, n).data() or "") for n in range(model.columnCount())]


# without a window


def test_each_release_says_how_it_stands(room: WarRoom, fact: Fact) -> None:
    first, social, chinese = recalled(room, fact)
    seen = board(room)
    assert {each.up for each in seen.of.values()} == {Up.LIVE}
    assert seen.of[first.id].flags == (Flag.DIFFERS, Flag.UNAPPROVED, Flag.BEFORE_STAFF)
    later = out(room, next_version(room, room.get(Statement, first.statement)), "Return them.")
    withdraw(room, chinese, "Wrong day")
    seen = board(room)
    assert [seen.of[each.id].up for each in (first, social, chinese, later)] == [
        Up.SUPERSEDED,
        Up.LIVE,
        Up.WITHDRAWN,
        Up.LIVE,
    ]
    assert Flag.OLDER in seen.of[social.id].flags
    assert seen.of[first.id].flags == (Flag.UNAPPROVED, Flag.BEFORE_STAFF)


def test_a_release_with_a_changed_fact_is_to_be_corrected(room: WarRoom, fact: Fact) -> None:
    first, social, chinese = recalled(room, fact)
    room.change(fact, value="1,350")
    seen = board(room)
    assert all(Flag.TO_CORRECT in seen.of[each.id].flags for each in (first, social, chinese))
    assert seen.open == 4  # three releases and one difference between them
    (rested,) = rested_on(room, first)
    assert (rested.subject, rested.went, rested.now) == ("Units sold", "1,200", "1,350 (Confirmed)")
    assert not rested.holds


def test_the_text_of_a_release_matches_its_hash(room: WarRoom, fact: Fact) -> None:
    first, *_others = recalled(room, fact)
    room.change(fact, value="1,350")
    kept = room.get(Release, first.id)
    assert as_it_went(kept)
    assert "1,200" in kept.text


@pytest.mark.parametrize(
    "typed", ["https://example.com/a?b=1", "http://example.com", " https://例子.測試/公告 "]
)
def test_addresses_of_the_web_are_opened(typed: str) -> None:
    assert web_address(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "example.com",
        "https://",
        "https://bank.com@evil.com/",
        "https://example.com/a b",
        "https://example.com/\u202egpj",
        "\\\\server\\share",
        "https://[::1",
        "",
    ],
)
def test_nothing_else_is_opened(typed: str) -> None:
    with pytest.raises(RuleBroken, match="http"):
        web_address(typed)


def test_a_link_is_added_and_taken_away(room: WarRoom, fact: Fact) -> None:
    *_others, chinese = recalled(room, fact)
    link(room, chinese, "https://example.com/tw")
    assert room.get(Release, chinese.id).url == "https://example.com/tw"
    with pytest.raises(RuleBroken):
        link(room, chinese, "ftp://example.com")
    link(room, chinese, " ")
    assert room.get(Release, chinese.id).url == ""


# the part


def test_without_a_release_it_says_how_there_comes_to_be_one(page: StatementsPage) -> None:
    part = shown(page)
    assert "Approve a statement" in part.lists[0].table.accessibleDescription()
    assert not part.warnings.isVisible()
    assert part.mark()[0] == ""


def test_the_table_says_where_what_and_how_it_stands(
    page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    _first, social, _chinese = recalled(room, fact)
    part = shown(page)
    assert row(part, social) == [
        "14:30",
        "Social media: @brand",
        "Recall",
        "English",
        "1",
        "Still up",
        "▲ differs, without approval, before the staff",
    ]


def test_the_mark_counts_what_asks_for_somebody(
    page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    part = shown(page)
    recalled(room, fact)
    assert part.mark()[0] == "▲ 1"
    room.change(fact, value="1,350")
    assert part.mark()[0] == "▲ 4"


def test_the_chosen_release_stands_beside_word_for_word(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    first, _social, chinese = recalled(room, fact)
    part = shown(page)
    for each in (first, chinese):
        part.show_record(each)
        assert part.view.text.text() == each.text
        assert each.sha256 in part.view.hash.text().replace(" ", "")
        assert "matches" in part.view.hash.text()
        assert part.view.facts.names() == [fact.id]
    assert "They are told on the phone" in part.view.why.text()
    room.change(fact, value="1,350")
    assert "1,350" in part.view.facts.rows()[0].below
    assert "1,200" in part.view.text.text()


def test_a_warning_leads_to_its_releases(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    releases = recalled(room, fact)
    other = out(room, begin(room, Form.UPDATE, title="Update"), "All is well.")
    part = shown(page)
    (said,) = part.warnings.texts()
    assert "30 November" in said
    assert "11月29日" in said
    part.show_record(other)
    qtbot.mouseClick(part.warnings.buttons[0], LEFT)
    assert {each.id for each in part.lists[0].chosen()} == {each.id for each in releases}
    assert part.view.release is not None
    assert part.view.release.id in {each.id for each in releases}


def test_more_warnings_than_fit_are_scrolled_to_by_keys(
    qtbot, page: StatementsPage, room: WarRoom
) -> None:
    for n in range(12):
        english = begin(room, Form.HOLDING, Language.ENGLISH, title=f"Text {n}")
        chinese = in_language(room, english, Language.SIMPLIFIED)
        out(room, english, f"We sold {n + 10} bottles.")
        out(room, chinese, f"已售出 {n + 20} 个。")
    part = shown(page)
    assert part.warnings.height() < part.height() // 2
    assert len(part.warnings.texts()) == 12
    last = part.warnings.buttons[-1]
    part.warnings.buttons[0].setFocus()
    while not last.hasFocus():
        qtbot.keyClick(page.focusWidget(), KEY.Key_Tab)
    top = last.mapTo(part.warnings.area.viewport(), last.rect().topLeft()).y()
    assert 0 <= top < part.warnings.area.viewport().height()


def test_where_there_is_little_room_the_text_stands_below_the_table(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    recalled(room, fact)
    part = shown(page)
    table = part.lists[0].table
    beside = part.view.mapTo(page, part.view.rect().topLeft())
    assert beside.x() > table.mapTo(page, table.rect().topRight()).x()
    page.resize(800, 800)
    qtbot.waitUntil(lambda: part.beside.orientation() is Qt.Orientation.Vertical)
    assert part.view.width() > part.width() // 2
    page.resize(1400, 800)
    qtbot.waitUntil(lambda: part.beside.orientation() is Qt.Orientation.Horizontal)


def test_the_exact_text_is_copied_with_one_key(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    *_others, chinese = recalled(room, fact)
    part = shown(page)
    part.show_record(chinese)
    with qtbot.waitSignal(part.told):
        qtbot.keyClick(part.lists[0].table, KEY.Key_C)
    assert QGuiApplication.clipboard().text() == chinese.text


class Catcher(QObject):
    """Stands where the programs of the system would, and keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def catch(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_only_addresses_of_the_web_reach_the_browser(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    first, social, _chinese = recalled(room, fact)
    part, catcher = shown(page), Catcher()
    room.change(social, url="file:///etc/passwd")
    QDesktopServices.setUrlHandler("https", catcher, "catch")
    QDesktopServices.setUrlHandler("file", catcher, "catch")
    try:
        part.show_record(first)
        qtbot.keyClick(part.lists[0].table, KEY.Key_O)
        part.show_record(social)
        with qtbot.waitSignal(part.failed):
            qtbot.keyClick(part.lists[0].table, KEY.Key_O)
    finally:
        QDesktopServices.unsetUrlHandler("https")
        QDesktopServices.unsetUrlHandler("file")
    assert catcher.opened == ["https://example.com/recall"]


def test_a_link_is_typed_beside_and_a_wrong_one_is_refused_there(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    *_others, chinese = recalled(room, fact)
    part = shown(page)
    part.show_record(chinese)
    qtbot.keyClick(part.lists[0].table, KEY.Key_U)
    assert not part.view.isVisible()
    line = page.focusWidget()
    qtbot.keyClicks(line, "example.com")
    qtbot.keyClick(line, KEY.Key_Return)
    assert room.get(Release, chinese.id).url == ""
    assert part.asking.isVisible()
    qtbot.keyClick(line, KEY.Key_Home)
    qtbot.keyClicks(line, "https://")
    qtbot.keyClick(line, KEY.Key_Return)
    assert room.get(Release, chinese.id).url == "https://example.com"
    assert part.view.isVisible()


def test_withdrawing_asks_why_and_says_so(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    *_others, chinese = recalled(room, fact)
    part = shown(page)
    part.show_record(chinese)
    qtbot.keyClick(part.lists[0].table, KEY.Key_W)
    field = page.focusWidget()
    qtbot.keyClick(field, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.get(Release, chinese.id).withdrawn_at is None
    qtbot.keyClicks(field, "The day is wrong")
    qtbot.keyClick(field, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.get(Release, chinese.id).withdrawn_why == "The day is wrong"
    assert row(part, chinese)[5] == "Withdrawn"
    assert part.warnings.texts() == []
    assert part.lists[0].table.hasFocus()


def test_a_release_is_neither_made_nor_taken_back_here(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    recalled(room, fact)
    part = shown(page)
    for key in (KEY.Key_N, KEY.Key_Delete):
        with qtbot.waitSignal(part.told):
            qtbot.keyClick(part.lists[0].table, key)
    assert len(room.all(Release)) == 3


def test_a_fact_of_a_release_is_opened(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    first, *_others = recalled(room, fact)
    part = shown(page)
    part.show_record(first)
    part.view.facts.choose(fact.id)
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.keyClick(part.view.facts, KEY.Key_Return)
    assert (asked.args[0], asked.args[1].id) == ("plan", fact.id)
    with qtbot.waitSignal(page.door_asked) as asked:
        qtbot.keyClick(part.lists[0].table, KEY.Key_S)
    assert (asked.args[0], asked.args[1].id) == ("statements", first.statement)


def test_its_own_panel_takes_the_place_of_the_text_and_gives_it_back(
    qtbot, page: StatementsPage, room: WarRoom, fact: Fact
) -> None:
    recalled(room, fact)
    part = shown(page)
    part.lists[0].table.select(0)
    qtbot.keyClick(part.lists[0].table, KEY.Key_F2)
    assert part.beside.panel.isVisible()
    assert not part.view.isVisible()
    qtbot.keyClick(page.focusWidget(), KEY.Key_Escape)
    assert not part.beside.panel.isVisible()
    assert part.view.isVisible()
