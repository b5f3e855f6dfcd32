"""The wall: legible at every size, silent about what is privileged, and true within a frame."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import tongue
from desktop.app import application
from desktop.models.wall import PageName
from desktop.settings import Settings
from desktop.wall import Wall
from desktop.warroom.choices import Certainty, Classification, EntryKind, Phase, TaskStatus, Tone
from desktop.warroom.demo import write_demo
from desktop.warroom.measures import next_dues
from desktop.warroom.moment import Moment
from desktop.warroom.now import FixedClock
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Incident,
    Person,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom
from desktop.warroom.wall import SPOKESPERSON, holder, lead
from tests.rooms import START, T0, clock, new_room
from widgets import theme

ROOT = Path(__file__).resolve().parent.parent
OLD = Path(__file__).parent / "old" / "version-1.warroom"
SIZES = ((1_366, 768), (1_920, 1_080), (3_840, 2_160))
SECRET = "Counsel fears we knew"
KEY = Qt.Key
RGB = QImage.Format.Format_RGB32


@pytest.fixture
def at():
    return clock()


@pytest.fixture
def room(tmp_path, at):
    made = new_room(tmp_path / "r.warroom", at)
    yield made
    made.close()


@pytest.fixture
def kept(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def wall(qtbot, room, kept):
    return shown(qtbot, room, kept)


def shown(qtbot, room, kept, size=(1_920, 1_080)) -> Wall:
    made = Wall(room, kept)
    qtbot.addWidget(made)
    made.show_on_its_screen()
    made.resize(*size)
    qtbot.waitUntil(made.windowHandle().isExposed)
    qtbot.wait(10)  # for what the window system has to say about the keyboard
    return made


@pytest.fixture(scope="module", params=["en", "zh_TW", "zh_CN"])
def written(request, tmp_path_factory):
    """A language, and the example in it."""
    path = tmp_path_factory.mktemp("wall") / f"{request.param}.warroom"
    write_demo(path, FixedClock(START), request.param)
    return request.param, path


@pytest.fixture
def example(written):
    """The example in a language, which is spoken meanwhile."""
    language, path = written
    tongue.speak(application(), language)
    room = WarRoom.open(path, clock=FixedClock(START), operator="Lin Xia")
    yield room
    room.close()
    tongue.speak(application(), "en")


def texts(wall: Wall) -> str:
    return "\n".join(words.text for words in wall.view().words())


def everything_said(wall: Wall) -> str:
    """What is painted, and all that a screen reader or a task bar could say."""
    widgets = [wall, *wall.findChildren(QWidget)]
    aloud = (
        (each.windowTitle(), each.accessibleName(), each.accessibleDescription(), each.toolTip())
        for each in widgets
    )
    return "\n".join((texts(wall), *(text for said in aloud for text in said)))


def faults(wall: Wall) -> list[str]:
    """Lines that do not fit their box or the wall, are too small, or lie on another."""
    found, inks = [], []
    whole = wall.view().rect()
    unit = min(whole.height() / 1_080, whole.width() / 1_440)
    for words in wall.view().words():
        metrics = QFontMetrics(words.face)
        ink = metrics.tightBoundingRect(words.text).translated(words.left, words.base)
        if not words.box.adjusted(-2, -2, 2, 2).contains(ink):
            found.append(f"out of its box: {words.text}")
        if metrics.horizontalAdvance(words.text) > words.box.width():
            found.append(f"too long: {words.text}")
        if not whole.contains(ink):
            found.append(f"out of the wall: {words.text}")
        if words.face.pixelSize() < round(24 * unit):
            found.append(f"too small: {words.text}")
        inks.append((words.text, ink))
    for number, (text, ink) in enumerate(inks):
        found += [f"{text} on {other}" for other, box in inks[:number] if box.intersects(ink)]
    return found


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for how Qt smooths large letters, first and later."""
    pixels = [np.array(each.convertToFormat(RGB).constBits(), int) for each in (one, other)]
    return len(pixels[0]) == len(pixels[1]) and np.abs(pixels[0] - pixels[1]).max() < 24


# seen from across the room


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size_on_any_page(qtbot, example, kept, size):
    wall = shown(qtbot, example, kept, size)
    for bands in (False, True):
        if bands:
            example.change(example.incident, drill=True)
        wall.show_warnings(("Night shift not briefed for 2 h 10 min",) * 3 if bands else ())
        for page in PageName:
            assert wall.page() is page
            assert faults(wall) == []
            assert "…" not in texts(wall)
            wall.turn()
    example.undo()  # an exercise never becomes real by a change


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_clock_and_figures_are_as_large_as_the_design_says(qtbot, example, kept, size):
    wall = shown(qtbot, example, kept, size)
    pixels = {words.text: words.face.pixelSize() for words in wall.view().words()}
    unit = size[1] / 1_080
    assert pixels["14:30"] == round(92 * unit)
    assert max(pixels[each.left] for each in wall.state().page.ahead) == round(62 * unit)
    first = wall.state().page.log[0].text
    assert {p for text, p in pixels.items() if first.startswith(text)} == {round(30 * unit)}


@settings(max_examples=25)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=300),
        max_size=6,
    ),
    st.text("奶瓶過熱 recall-notice,。", max_size=90),
    st.integers(960, 2_600),
    st.integers(540, 1_500),
)
def test_no_words_and_no_window_make_anything_lie_on_anything_else(
    qtbot, tmp_path_factory, said, long, width, height
):
    folder = tmp_path_factory.mktemp("any")
    room = new_room(folder / "r.warroom", title=f"Bottles {long}")
    room.add(Person(name=f"Lin {long}", role="Crisis lead"))
    for text in filter(str.strip, said):
        room.add(Entry(text=text, happened_at=T0, key=True, kind=EntryKind.DECISION))
        room.add(Task(title=text, owner=long, due=Moment.of(START + timedelta(hours=3))))
        room.add(Coverage(outlet=long or "x", headline=text, published_at=T0))
        room.add(StaffGroup(name=text, headcount=12))
    wall = shown(qtbot, room, Settings(folder / "s.ini"), (width, height))
    for _page in PageName:
        assert [fault for fault in faults(wall) if " on " in fault or "of the" in fault] == []
        wall.turn()
    wall.put_away()
    room.close()


def test_an_entry_stands_there_whole_or_not_at_all(qtbot, room, wall):
    said = [f"Entry {n}: " + "the laboratory reports on the returned units " * 4 for n in range(9)]
    for text in said:
        room.change(room.capture(text).entry, key=True)
    flow = " ".join(texts(wall).split())
    whole = [text for text in said if " ".join(text.split()) in flow]
    begun = [text for text in said if text[:8] in flow]
    assert 1 < len(whole) < len(said)
    assert whole == begun == said[-len(whole) :]


def test_an_entry_longer_than_the_wall_ends_in_dots(room, wall):
    room.capture("It is very long and " * 400)
    assert texts(wall).count("…") == 1
    assert faults(wall) == []


def test_text_of_users_is_shown_as_it_is(room, wall):
    room.capture("<b>loud</b> & \u202ehidden\u202c")
    assert "<b>loud</b> & ⟨U+202E⟩hidden⟨U+202C⟩" in texts(wall)


@pytest.mark.parametrize("first", ["dark", "light"])
def test_a_change_of_theme_leaves_no_trace_of_the_old(qtbot, example, kept, first):
    other = {"dark": "light", "light": "dark"}[first]
    theme.apply(first)
    try:
        wall = shown(qtbot, example, kept)
        theme.apply(other)
        fresh = shown(qtbot, example, kept)
        assert alike(wall.grab().toImage(), fresh.grab().toImage())
    finally:
        theme.apply("dark")


def test_the_text_scale_of_the_laptop_is_not_that_of_the_wall(qtbot, example, kept):
    wall = shown(qtbot, example, kept)
    before = wall.grab().toImage()
    theme.set_scale(2.0)
    try:
        assert alike(wall.grab().toImage(), before)
    finally:
        theme.set_scale(1.0)


# what may not be read there


def test_a_privileged_entry_is_nowhere_on_the_wall(qtbot, room, wall):
    soon = Moment.of(START + timedelta(minutes=20))
    first = room.add(Entry(text=SECRET, happened_at=T0, key=True, deadline=soon))
    assert SECRET in texts(wall)
    room.amend(first, "It is worded otherwise")
    room.change(room.get(Entry, first.id), privileged=True)
    room.capture(f"/task {SECRET} !14:40")
    entry = next(each for each in room.all(Entry) if each.text == SECRET)
    room.change(entry, privileged=True)
    for _page in PageName:
        said = everything_said(wall)
        assert SECRET not in " ".join(said.split())
        assert "worded otherwise" not in said
        wall.turn()
    room.change(entry, privileged=False)
    assert SECRET in texts(wall)


def test_the_card_of_a_privileged_entry_stays_away_when_the_entry_is_taken_back(room, wall):
    entry = room.capture(f"/task {SECRET} @Lin Xia #legal !14:40").entry
    room.change(entry, privileged=True)
    room.take_back(room.get(Entry, entry.id))
    assert [SECRET in task.title for task in room.all(Task)] == [True]
    for _page in PageName:
        assert SECRET not in " ".join(everything_said(wall).split())
        wall.turn()
    room.undo()
    assert SECRET not in " ".join(everything_said(wall).split())


def test_the_card_of_a_privileged_entry_stays_away_under_another_title(room, wall):
    entry = room.capture(f"/task {SECRET} !14:40").entry
    room.change(room.all(Task)[0], title="Say it as counsel does")
    assert "as counsel does" in everything_said(wall)
    room.change(entry, privileged=True)
    for _page in PageName:
        assert "as counsel does" not in everything_said(wall)
        wall.turn()


def test_of_a_privileged_room_the_wall_says_only_that_it_is(room, wall):
    room.add(Person(name="Song Lan", role="Crisis lead"))
    room.capture(f"/decision {SECRET}")
    room.change(room.incident, classification=Classification.PRIVILEGED)
    wall.show_warnings((SECRET,))
    for _page in PageName:
        assert texts(wall).split("\n") == [
            *("14:30", "Legally privileged", "Nothing of this incident is shown here."),
        ]
        said = everything_said(wall)
        for hidden in (SECRET, "Bottles overheat", "Song Lan", "T+"):
            assert hidden not in said
        wall.turn()


def test_a_classification_of_another_version_is_not_taken_for_a_lower_one(room, wall):
    room.capture(SECRET)
    room.change(room.incident, classification="top_secret")
    assert SECRET not in everything_said(wall)


def test_internal_entries_stand_there_only_where_the_room_allows_it(room, wall):
    said = {
        EntryKind.NOTE: "Ask counsel again",
        EntryKind.RUMOUR: "They close the plant",
        EntryKind.STAFF: "Night shift knows nothing",
    }
    due = Moment.of(START + timedelta(minutes=20))
    for kind, text in said.items():
        room.add(Entry(text=text, kind=kind, happened_at=T0, key=True, deadline=due))
    room.capture("Refunds begin")
    assert all(text in texts(wall) for text in said.values())
    room.change(room.incident, wall_shows_internal=False)
    for _page in range(len(PageName)):
        assert wall.page() is not PageName.STAFF
        assert not any(text in everything_said(wall) for text in said.values())
        wall.turn()
    assert "Refunds begin" in everything_said(turned_to(wall, PageName.OVERVIEW))


def turned_to(wall: Wall, page: PageName) -> Wall:
    while wall.page() is not page:
        wall.turn()
    return wall


@pytest.mark.parametrize("writing", [True, False])
def test_a_room_of_an_older_version_shows_internal_entries(tmp_path, writing):
    path = tmp_path / "old.warroom"
    shutil.copy(OLD, path)
    room = WarRoom.open(path, clock=clock(), writing=writing)
    assert room.incident.wall_shows_internal
    assert not any(entry.privileged for entry in room.all(Entry))
    assert room.verify().sound
    room.close()


# true within a frame


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_an_entry_is_painted_before_its_verb_returns(qtbot, room, wall):
    paints = Paints(wall.view())
    room.capture("The regulator calls")
    assert paints.count == 1
    assert "The regulator calls" in texts(wall)
    room.undo()
    assert paints.count == 2
    assert "The regulator calls" not in texts(wall)


def test_what_is_on_the_screen_is_what_was_said_last(qtbot, room, wall):
    """Only what looks otherwise is painted anew, which must leave nothing of the old."""
    entry = room.capture("First word on the wall").entry
    deeds = (
        lambda: room.capture("/decision Recall all of it because nobody can rule it out"),
        lambda: room.amend(entry, "Another wording"),
        lambda: room.add(Task(title="Call back", due=Moment.of(START + timedelta(minutes=9)))),
        lambda: room.change(room.incident, title="Bottles", drill=True, phase=Phase.HANDLING),
        lambda: room.take_back(room.get(Entry, entry.id)),
        lambda: wall.turn(2),
        lambda: wall.show_warnings(("Two statements differ",)),
        lambda: wall.turn(-2),
    )
    for deed in deeds:
        deed()
        on_screen = wall.screen().grabWindow(wall.winId()).toImage()
        assert alike(on_screen, wall.grab().toImage())


def test_figures_follow_by_themselves(qtbot, room, wall):
    room.add_all([coverage(Tone.NEGATIVE), coverage(Tone.POSITIVE), coverage(Tone.NOT_RATED)])
    qtbot.waitUntil(lambda: "−1 · +1 · ?1" in texts(wall))
    assert {"− 1", "+ 1", "? 1"} <= set(texts(wall).split("\n"))


def coverage(tone: Tone = Tone.NEUTRAL, **values) -> Coverage:
    published = Moment.of(START - timedelta(minutes=5))
    return Coverage(outlet="City TV", headline="H", published_at=published, tone=tone, **values)


def test_clock_and_countdown_go_on(qtbot, room, wall, at):
    room.add(Task(title="Statement 3", owner="Lin Xia", due=Moment.parse("2026-11-23T15:00+08:00")))
    assert {"14:30", "T+05:00", "00:30", "15:00 Lin Xia"} <= set(texts(wall).split("\n"))
    at.move(minutes=3)
    qtbot.waitUntil(lambda: "00:27" in texts(wall))
    assert {"14:33", "T+05:03"} <= set(texts(wall).split("\n"))
    at.move(minutes=28)
    qtbot.waitUntil(lambda: "No deadline is ahead" in texts(wall))


def test_the_next_three_deadlines_are_those_of_cards_answers_and_the_log(room):
    def ahead(minutes: int) -> Moment:
        return Moment.of(START + timedelta(minutes=minutes))

    room.add(Task(title="fourth", due=ahead(40)))
    room.add(Task(title="done", due=ahead(1), status=TaskStatus.DONE))
    room.add(Task(title="first", due=ahead(10)))
    room.add(coverage(answer_due=ahead(20)))
    room.add(Entry(text="third", happened_at=T0, deadline=ahead(30)))
    room.add(Entry(text="past", happened_at=T0, deadline=ahead(-5)))
    found = next_dues(room, room.now(), 3)
    assert [due.text for due in found] == ["first", "City TV: H", "third"]
    room.capture("/task print the notice !14:35")
    assert [due.text for due in next_dues(room, room.now(), 2)] == ["print the notice", "first"]
    [card] = [task for task in room.all(Task) if task.title == "print the notice"]
    room.change(card, status=TaskStatus.DONE)
    assert [due.text for due in next_dues(room, room.now(), 1)] == ["first"]


def test_key_entries_stay_and_others_give_way(room, wall, at):
    for n in range(9):
        room.change(room.capture(f"Key {n}").entry, key=True)
    at.move(minutes=6)
    wall.refresh()
    room.capture("Of no weight")
    assert "Of no weight" in texts(wall)
    at.move(minutes=5)
    wall.refresh()
    assert "Of no weight" not in texts(wall)
    assert "Key 8" in texts(wall)


# new


def new_lines(wall: Wall) -> int:
    return sum(words.text == "new" for words in wall.view().words())


def test_what_is_new_says_so_for_five_minutes(qtbot, room, wall, at):
    entry = room.capture("Refunds begin").entry
    wall.refresh()
    assert new_lines(wall) == 2  # the entry, and the figure that counts it
    at.move(minutes=4, seconds=59)
    wall.refresh()
    assert new_lines(wall) == 2
    at.move(seconds=1)
    qtbot.waitUntil(lambda: new_lines(wall) == 0)
    room.amend(entry, "Refunds begin tomorrow")
    assert new_lines(wall) == 1


def test_what_was_written_before_the_wall_was_there_is_new_too(qtbot, room, kept, at):
    entry = room.capture("Refunds begin").entry
    at.move(minutes=20)
    room.amend(entry, "Refunds begin tomorrow")
    room.capture("City TV calls")
    assert [said.fresh for said in shown(qtbot, room, kept).state().page.log] == [True, True]


def test_cards_items_and_groups_say_that_they_are_new(room, wall, at):
    group = room.add(StaffGroup(name="Night shift", headcount=140))
    message = room.add(StaffMessage(title="First word", sent_at=T0))
    room.add_all([Task(title="Call back"), coverage()])
    at.move(minutes=10)
    wall.refresh()
    for page in (PageName.TASKS, PageName.MEDIA, PageName.STAFF):
        assert new_lines(turned_to(wall, page)) == 0
    room.add(Delivery(message=message.id, group=group.id, reached=12, reported_at=room.now()))
    room.change(room.all(Task)[0], owner="Lin Xia")
    room.change(room.all(Coverage)[0], tone=Tone.NEGATIVE)
    for page in (PageName.TASKS, PageName.MEDIA, PageName.STAFF):
        assert new_lines(turned_to(wall, page)) == 1


# who and what


@pytest.mark.parametrize(
    ("roles", "leader", "speaker"),
    [
        (("Quality lead", "CEO, crisis lead", "Spokesperson"), "1", "2"),
        (("品質負責人", "執行長、危機總指揮", "公關傳播負責人、發言人"), "1", "2"),
        (("质量负责人", "首席执行官、危机总指挥", "发言人"), "1", "2"),
        (("Deputy spokesperson", "Spokeswoman", "lead"), "2", "1"),
        (("副發言人", "Quality lead"), "", "0"),
        ((), "", ""),
    ],
)
def test_lead_and_spokesperson_are_found_by_their_role(roles, leader, speaker):
    people = [Person(name=str(n), role=role) for n, role in enumerate(roles)]
    assert (lead(people), holder(people, SPOKESPERSON)) == (leader, speaker)


def test_people_and_phase_stand_below_the_title_and_a_dash_where_nobody_is(room, wall, at):
    assert "lead –" in texts(wall)
    assert "spokesperson –" in texts(wall)
    room.add(Person(name="Lin Xia", role="Spokesperson"))
    at.move(minutes=5)
    room.move_phase(Phase.HANDLING)
    assert {"Handling", "since 14:35", "· lead –", "· spokesperson Lin Xia"} <= set(
        texts(wall).split("\n")
    )


def test_a_drill_says_so_and_warnings_only_where_there_are_some(qtbot, tmp_path, kept):
    incident = Incident(title="Exercise", t0=T0, drill=True)
    room = WarRoom.create(tmp_path / "d.warroom", incident, operator="x", clock=clock())
    wall = shown(qtbot, room, kept)
    for _page in PageName:
        assert texts(wall).startswith("DRILL: this is an exercise, nothing here is real")
        wall.turn()
    assert "▲" not in texts(wall)
    wall.show_warnings(("Night shift not briefed", "Six items unanswered"))
    assert "▲ Night shift not briefed · Six items unanswered" in texts(wall)
    wall.put_away()
    room.close()


def test_doubts_and_rumours_are_not_shown_as_facts(room, wall):
    room.capture("/rumour They close the plant")
    room.add(Entry(text="Forty hurt", happened_at=T0, certainty=Certainty.REFUTED))
    assert {"Rumour", "Refuted"} <= set(texts(wall).split("\n"))


def test_an_empty_room_says_what_belongs_there(wall):
    for sentences in (
        ("Nothing has been logged yet", "No deadline is ahead", "No coverage yet today"),
        ("Nothing has been logged yet",),
        ("To do", "0"),
        ("No media item has been logged yet",),
        ("No group of employees yet",),
    ):
        assert set(sentences) <= set(texts(wall).split("\n"))
        assert faults(wall) == []
        wall.turn()


# a guest on the screen


@pytest.fixture
def laptop(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    yield line
    window.close()


def test_the_wall_never_takes_the_keyboard(qtbot, laptop, room, kept):
    wall = shown(qtbot, room, kept)
    qtbot.waitUntil(laptop.window().isActiveWindow)
    assert not wall.isActiveWindow()
    room.capture("something happens")
    wall.turn()
    qtbot.keyClicks(laptop.window().focusWidget(), "14:05 /media")
    assert laptop.text() == "14:05 /media"
    assert wall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    policies = {each.focusPolicy() for each in (wall, *wall.findChildren(QWidget))}
    assert policies == {Qt.FocusPolicy.NoFocus}


def clicked(qtbot, wall: Wall) -> Wall:
    qtbot.mouseClick(wall.view(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(wall.isActiveWindow)
    return wall


def test_who_clicks_it_may_turn_its_pages(qtbot, laptop, room, kept):
    wall = clicked(qtbot, shown(qtbot, room, kept))
    qtbot.keyClick(wall, KEY.Key_Right)
    assert wall.page() is PageName.TIMELINE
    assert "Timeline 2/5" in texts(wall)
    qtbot.keyClick(wall, KEY.Key_Left)
    qtbot.keyClick(wall, KEY.Key_Left)
    assert wall.page() is PageName.STAFF
    laptop.window().activateWindow()
    qtbot.waitUntil(laptop.window().isActiveWindow)
    assert wall.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_pages_turn_by_themselves_when_asked_and_that_is_remembered(qtbot, room, kept):
    wall = clicked(qtbot, shown(qtbot, room, kept))
    assert not wall.turning()
    qtbot.keyClick(wall, KEY.Key_R)
    assert wall.turning()
    turns = next(t for t in wall.findChildren(QTimer) if t.interval() == 20_000)
    turns.setInterval(1)
    qtbot.waitUntil(lambda: wall.page() is PageName.TASKS)
    wall.put_away()
    again = shown(qtbot, room, kept)
    assert again.turning()
    qtbot.keyClick(clicked(qtbot, again), KEY.Key_R)
    assert not shown(qtbot, room, kept).turning()


def test_escape_closes_it_for_good_and_putting_it_away_does_not(qtbot, laptop, room, kept):
    assert kept.text("wall/open") == ""
    wall = shown(qtbot, room, kept)
    wall.put_away()
    assert kept.text("wall/open") == "yes"
    assert not wall.isVisible()
    wall.show_on_its_screen()
    with qtbot.waitSignal(wall.closed):
        qtbot.keyClick(clicked(qtbot, wall), KEY.Key_Escape)
    assert kept.text("wall/open") == "no"
    room.capture("It is closed")
    assert "It is closed" not in texts(wall)
    wall.show_on_its_screen()
    assert "It is closed" in texts(wall)


def test_an_idle_pointer_is_hidden_until_it_moves(qtbot, wall):
    view = wall.view()
    [idle] = view.findChildren(QTimer)
    assert idle.interval() == 3_000
    idle.start(0)
    qtbot.waitUntil(lambda: view.cursor().shape() is Qt.CursorShape.BlankCursor)
    qtbot.mouseMove(view, QPoint(40, 40))
    qtbot.mouseMove(view, QPoint(60, 60))
    qtbot.waitUntil(lambda: view.cursor().shape() is Qt.CursorShape.ArrowCursor)


# screens

SCREENS = """
import sys, tempfile
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from desktop.app import application
from desktop.settings import Settings
from desktop.wall import Wall
from tests.rooms import new_room
app, folder = application(), Path(tempfile.mkdtemp())
laptop = QWidget()
laptop.setGeometry(10, 10, 400, 300)
laptop.show()
laptop.activateWindow()
app.processEvents()
kept = Settings(folder / "settings.ini")
kept.remember("wall/screen", sys.argv[1])
wall = Wall(new_room(folder / "r.warroom"), kept)
wall.show_on_its_screen()
app.processEvents()
app.processEvents()
print(wall.screen().name(), wall.isFullScreen(), wall.width(), laptop.isActiveWindow(),
      kept.text("wall/screen"), sep="|")
"""


@pytest.mark.parametrize(
    ("names", "wanted", "found"),
    [
        (("laptop", "desk", "hall"), "hall", "hall|True|1920|True|hall"),
        (("laptop", "desk", "hall"), "gone", "desk|True|1600|True|desk"),
        (("laptop",), "hall", "laptop|False|1280|True|hall"),
    ],
)
def test_it_goes_to_its_screen_or_another_second_one_or_is_a_window(tmp_path, names, wanted, found):
    wide = {"laptop": 1_440, "desk": 1_600, "hall": 1_920}
    screens, left = [], 0
    for name in names:
        screens.append({"name": name, "x": left, "y": 0, "width": wide[name], "height": 1_080})
        left += wide[name]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", SCREENS, wanted],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""
    assert run.stdout.strip() == found
