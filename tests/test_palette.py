"""The palette on Ctrl+K and the sheet on Ctrl+/: real keys, and what they open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from desktop.app import application
from desktop.settings import Settings
from desktop.warroom.answers.lines import Answer
from desktop.warroom.answers.words import LineState
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.media import MediaContact
from desktop.warroom.method.plan import Audience, Measure, Objective
from desktop.warroom.method.risks import Risk
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.subjects import Product
from desktop.warroom.method.team import Post
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage, Entry, StaffGroup, StaffMessage, Task
from desktop.warroom.review.cases import Case
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, Indicator
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Pulse, Referral, Thanks, Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.window import MainWindow
from tests.rooms import START, clock, new_room
from widgets import theme
from widgets.palette import Palette
from widgets.palette_items import PaletteItem, matching

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
README = Path(__file__).parents[1] / "README.md"


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def bare(qtbot, tmp_path, monkeypatch) -> MainWindow:
    monkeypatch.setenv("WARROOM_HOME", str(tmp_path / "home"))
    window = MainWindow(clock(), Settings(), "Zhao Min")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def window(qtbot, bare, tmp_path) -> MainWindow:
    room = new_room(tmp_path / "r.warroom", clock())
    at = Moment.of(START)
    room.add(Entry(text="<b>Lab</b> called", happened_at=at, people=("Chan Wing",)))
    room.add(Entry(text="第一份聲明發布", happened_at=at))
    room.add(Task(title="Ask the lab again", owner="Chan Wing", rank="V"))
    room.add(Coverage(outlet="City TV", headline="Bottles in the lab", published_at=at))
    room.add(StaffMessage(title="What the lab found"))
    room.close()
    with qtbot.waitSignal(bare.room_ready):
        assert bare.open_room(tmp_path / "r.warroom")
    return bare


def ask(qtbot, window, words="") -> Palette:
    qtbot.keyClick(QApplication.focusWidget() or window, KEY.Key_K, CTRL)
    return typed(qtbot, window, words)


def typed(qtbot, window, words) -> Palette:
    palette = next(each for each in window.findChildren(Palette) if each.isVisible())
    if words.isascii():
        qtbot.keyClicks(palette.line, words)
    else:
        palette.line.insert(words)
    return palette


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def rows(palette) -> list[str]:
    palette.look_further()
    return palette.shown()


# which words mean what


def test_all_words_in_any_order_and_letters_of_either_case_find_an_item():
    items = [PaletteItem(words) for words in ("Write the briefing", "Brief staff", "Undo")]
    assert [each.words for each in matching("BRIEF wr", items)] == ["Write the briefing"]
    assert matching("briefly", items) == []


def test_what_begins_with_the_words_comes_first():
    items = [PaletteItem(words) for words in ("A debrief", "The brief", "Brief staff")]
    found = [each.words for each in matching("brief", items)]
    assert found == ["Brief staff", "The brief", "A debrief"]


def test_chinese_is_found_inside_a_line_and_wide_letters_as_narrow_ones():
    items = [PaletteItem("撰寫簡報"), PaletteItem("時間軸"), PaletteItem("City TV")]
    assert [each.words for each in matching("簡報", items)] == ["撰寫簡報"]
    assert [each.words for each in matching("ｔｖ", items)] == ["City TV"]


# in the window


def test_ctrl_k_finds_a_command_and_enter_gives_it(qtbot, window):
    palette = ask(qtbot, window, "media")
    assert "Media, Ctrl+4" in palette.shown()
    while palette.current() != "Media, Ctrl+4":
        press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    assert window.desk.current() == "media"
    assert not palette.isVisible()


def test_who_is_at_the_keyboard_is_found(qtbot, window):
    assert "Who is at the keyboard?" in ask(qtbot, window, "keyboard").shown()
    press(qtbot, KEY.Key_Escape)


def test_what_employees_ask_hear_and_get_is_found_and_no_mood_is(qtbot, window):
    room = window.desk.room
    group = room.add(StaffGroup(name="Night"))
    at = Moment.of(START)
    room.add_all(
        [
            StaffQuestion(question="Is the quay open?"),
            Rumour(text="The quay closes", heard_at=at),
            StaffMember(name="Quay Li", group=group.id),
            Training(what="Quay drill"),
            Referral(to_whom="Quay help line"),
            Thanks(to_whom="Quay", what_for="a quiet night"),
            Pulse(group=group.id, at=at, ones=5, concerns=("quay",)),
        ]
    )
    found = rows(ask(qtbot, window, "quay"))
    for words in (
        *("Is the quay open?", "The quay closes", "Quay Li", "Quay drill"),
        *("Quay help line", "Quay: a quiet night"),
    ):
        assert [row for row in found if row.startswith(words)], found
    assert not [row for row in found if "pulse" in row.casefold()]


def test_escape_gives_the_keys_back_and_what_was_half_typed_stays(qtbot, window):
    line = window.desk.bar.line
    line.setFocus()
    qtbot.keyClicks(line, "half a")
    palette = ask(qtbot, window, "board")
    assert palette.line.hasFocus()
    press(qtbot, KEY.Key_Escape)
    assert line.hasFocus()
    assert line.text() == "half a"
    assert not palette.isVisible()
    qtbot.keyClicks(line, " sentence")
    assert line.text() == "half a sentence"


def test_a_field_of_text_does_not_keep_the_keys_of_commands(qtbot, window):
    line = window.desk.bar.line
    line.setFocus()
    for keys, kept in (("Ctrl+K", False), ("Ctrl+E", False), ("Ctrl+Z", True), ("Ctrl+A", True)):
        combination = QKeySequence(keys)[0]
        event = QKeyEvent(
            QKeyEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers()
        )
        event.ignore()
        QApplication.sendEvent(line, event)
        assert event.isAccepted() is kept, keys


def test_records_of_every_kind_are_found_as_plain_text(qtbot, window):
    shown = rows(ask(qtbot, window, "lab"))
    assert [each for each in shown if each in ("Entries", "Tasks", "Media", "Messages to staff")]
    assert "<b>Lab</b> called, Fact, 14:30" in shown
    assert any(each.startswith("Ask the lab again") for each in shown)
    assert any(each.startswith("Bottles in the lab") for each in shown)
    assert any(each.startswith("What the lab found") for each in shown)


@pytest.mark.parametrize(
    ("words", "page", "field"),
    [("called", "timeline", "text"), ("again", "tasks", "title"), ("Bottles", "media", "headline")],
)
def test_enter_opens_the_record_that_was_found(qtbot, window, words, page, field):
    palette = ask(qtbot, window, words)
    qtbot.waitUntil(lambda: any(words in each for each in palette.shown()))
    press(qtbot, KEY.Key_Return)
    assert window.desk.current() == page
    assert words in window.desk.page(page).beside.panel.values()[field]


def test_enter_before_the_pause_is_over_finds_the_record_too(qtbot, window):
    ask(qtbot, window, "一份聲")
    press(qtbot, KEY.Key_Return)
    assert window.desk.timeline.beside.panel.values()["text"] == "第一份聲明發布"


def test_a_message_to_staff_is_chosen_on_its_page(qtbot, window):
    ask(qtbot, window, "lab found")
    press(qtbot, KEY.Key_Return)
    assert window.desk.current() == "staff"
    assert window.desk.page("staff").part("told").message().title == "What the lab found"


def test_a_person_leads_to_cards_and_to_entries(qtbot, window):
    palette = ask(qtbot, window, "wing chan")
    people = [each for each in palette.shown() if each.startswith("Chan Wing")]
    assert people == ["Chan Wing, 1 card", "Chan Wing, in the timeline"]
    press(qtbot, KEY.Key_Return)
    assert window.desk.current() == "tasks"
    assert window.desk.page("tasks").bar.filter().of("owner") == ("Chan Wing",)
    ask(qtbot, window, "wing chan")
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    assert window.desk.current() == "timeline"
    assert window.desk.timeline.bar.filter().of("people") == ("Chan Wing",)
    assert window.desk.timeline.view.hasFocus()


def test_a_deed_of_the_page_in_sight_is_done_on_its_list(qtbot, window):
    window.turn_to("timeline")
    window.desk.timeline.view.select(0)
    entry = window.desk.timeline._current()
    window.desk.bar.line.setFocus()
    palette = ask(qtbot, window, "key entry")
    assert palette.current() == "Key entry, Timeline, K"
    press(qtbot, KEY.Key_Return)
    assert window.desk.room.get(Entry, entry.id).key
    assert window.desk.timeline.view.hasFocus()


def test_nothing_found_says_so_and_enter_does_nothing(qtbot, window):
    palette = ask(qtbot, window, "xyzzy")
    palette.look_further()
    assert palette.shown() == []
    assert palette.line.accessibleDescription() == "Nothing is called that"
    press(qtbot, KEY.Key_Return)
    assert palette.isVisible()


def test_without_words_the_commands_given_last_come_first(qtbot, window):
    qtbot.keyClick(window, KEY.Key_3, CTRL)
    shown = ask(qtbot, window).shown()
    assert shown[:2] == ["Used last", "Tasks, Ctrl+3"] or shown[1:3].count("Tasks, Ctrl+3")
    assert "Commands" in shown
    assert "Pages" in shown


def test_arrows_go_round_and_never_stand_on_a_title(qtbot, window):
    palette = ask(qtbot, window)
    titles = {"Used last", "On this page", "Commands", "Pages"}
    first = palette.current()
    press(qtbot, KEY.Key_Up)
    last = palette.current()
    assert last == palette.shown()[-1]
    press(qtbot, KEY.Key_Down)
    assert palette.current() == first
    for _step in range(40):
        press(qtbot, KEY.Key_Tab)
        assert palette.line.hasFocus()
        assert palette.current() not in titles


def test_the_welcome_page_offers_what_can_be_done_there(qtbot, bare):
    shown = ask(qtbot, bare).shown()
    assert "New room, Ctrl+N" in shown
    assert not any(each.startswith(("Undo", "Export", "Timeline")) for each in shown)
    typed(qtbot, bare, "new")
    press(qtbot, KEY.Key_Return)
    assert bare._form is not None


def test_asking_twice_leaves_one_palette_and_the_first_focus(qtbot, window):
    window.desk.bar.line.setFocus()
    ask(qtbot, window)
    ask(qtbot, window)
    assert len([each for each in window.findChildren(Palette) if each.isVisible()]) == 1
    press(qtbot, KEY.Key_Escape)
    assert window.desk.bar.line.hasFocus()


def test_many_finds_lead_to_all_of_them_in_the_timeline(qtbot, window):
    for number in range(12):
        window.desk.room.add(Entry(text=f"returns {number}", happened_at=Moment.of(START)))
    palette = ask(qtbot, window, "returns")
    shown = rows(palette)
    assert len([each for each in shown if each.startswith("returns ")]) == 8
    while palette.current() != "All of them in the timeline":
        press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    assert window.desk.timeline.view.count() == 12


# the sheet


def sheet(qtbot, window, words="") -> Palette:
    qtbot.keyClick(QApplication.focusWidget() or window, KEY.Key_Slash, CTRL)
    return typed(qtbot, window, words)


def test_the_sheet_shows_every_command_with_keys_and_the_keys_of_every_page(qtbot, window):
    shown = sheet(qtbot, window).shown()
    for each in window._commands.offered():
        if each.command.keys:
            assert any(row.startswith(each.command.words + ", ") for row in shown)
    for wanted in ("Key entry, K", "Checklist, C", "Mark as sent now, S", "Find, Ctrl+F"):
        assert wanted in shown
    for title in ("Rooms", "This room", "Log", "Timeline", "Tasks", "Media", "Staff"):
        assert title in shown


def test_the_sheet_is_narrowed_by_words_or_keys_and_escape_shuts_it(qtbot, window):
    palette = sheet(qtbot, window, "ctrl+k")
    assert palette.shown() == ["Window", "Find anything, Ctrl+K"]
    press(qtbot, KEY.Key_Escape)
    assert not palette.isVisible()


def table_of_keys() -> set[str]:
    """What the first and third columns of the table in the README name, key by key."""
    part = README.read_text(encoding="utf-8").split("## Keys")[1].split("\n## ")[0]
    rows = [line.split("|") for line in part.splitlines() if line.startswith("|")][2:]
    cells = {cell.strip() for row in rows for cell in (row[1], row[3]) if cell.strip()}
    keys = {key for cell in cells for key in cell.split(" (")[0].replace(" or ", ", ").split(", ")}
    everywhere = {"Ctrl+1 … Ctrl+5", "Tab", "arrows"}  # a range, and what no command declares
    return keys - everywhere | {f"Ctrl+{n}" for n in range(1, 6)}


def test_the_readme_names_the_keys_that_are_declared_and_no_others(qtbot, window):
    window.desk.show_part("clocks", "clocks")  # a part is made when it is first asked for
    palette, declared = sheet(qtbot, window), set()
    for row in range(palette.list.model().rowCount()):
        if item := palette.list.model().item(row):
            declared |= set(item.keys.split(", "))
    assert table_of_keys() - declared == set()
    second = {"Ctrl+=", "Ctrl+Y", "Ctrl+?"}  # another way to type a key that is named
    assert declared - table_of_keys() == second


@pytest.mark.parametrize(
    ("record", "words", "part"),
    [
        (Fact(subject="When the valve failed"), "valve", "facts"),
        (Product(name="Thermos", batch="B2231"), "B2231", "facts"),
        (Objective(text="No further injury"), "injury", "plan"),
        (Measure(text="Close the line"), "Close the line", "plan"),
        (Audience(name="families of Pier", owner="Wu"), "Pier", "audiences"),
        (Signal(text="It smells of rubber", received_at=Moment.of(START)), "rubber", "signals"),
        (Risk(title="Harbour fire"), "Harbour fire", "risks"),
        (MediaContact(name="He Yu", outlet="Quay Daily"), "Quay", "relations"),
        (Post(person="Xiao Wen"), "Xiao Wen", "team"),
    ],
)
def test_what_the_plan_holds_is_found_and_opened_there(qtbot, window, record, words, part):
    window.desk.room.add(record)
    ask(qtbot, window, words)
    press(qtbot, KEY.Key_Return)
    page = window.desk.page("plan")
    assert (window.desk.current(), page.current()) == ("plan", part)
    panel = page.part(part).beside.panel
    assert panel.isVisible()
    assert any(words in each for each in panel.values().values())


@pytest.mark.parametrize(
    ("record", "words", "part"),
    [
        (Review(held_at=Moment.of(START), causes="A worn seal"), "worn seal", "review"),
        (Lesson(text="Test every seal"), "every seal", "lessons"),
        (Indicator(name="Trust in our bottles"), "Trust in", "recovery"),
        (Improvement(action="A second seal"), "second seal", "improvements"),
        (Case(company="Amberline"), "Amberline", "cases"),
    ],
)
def test_what_the_review_holds_is_found_and_opened_there(qtbot, window, record, words, part):
    window.desk.room.add(record)
    ask(qtbot, window, words)
    press(qtbot, KEY.Key_Return)
    page = window.desk.page("review")
    assert (window.desk.current(), page.current()) == ("review", part)
    panel = page.part(part).beside.panel
    assert panel.isVisible()
    assert any(words in each for each in panel.values().values())


def test_a_line_of_the_question_bank_is_found_with_whether_it_may_be_said(qtbot, window):
    over = Moment.parse("2026-11-23T14:00+08:00")
    held = {"line": "Nobody.", "state": LineState.APPROVED, "expires_at": over}
    line = window.desk.room.add(Answer(question="Was anybody hurt?", **held))
    palette = ask(qtbot, window, "hurt anybody")
    assert any("Was anybody hurt?" in row and "Expired" in row for row in rows(palette))
    press(qtbot, KEY.Key_Return)
    page = window.desk.page("statements")
    assert (window.desk.current(), page.current()) == ("statements", "lines")
    assert page.part("lines").chosen().id == line.id
