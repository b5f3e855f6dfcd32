"""The import page as people use it: a real file, real keys, and nothing written before the end."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.app import application
from desktop.models.arriving_choices import OFFSETS
from desktop.pages.bring_in import BringIn
from desktop.warroom.choices import Tone
from desktop.warroom.records import Coverage, Entry, Evidence, Record, Task
from desktop.warroom.selection import Selection
from tests.rooms import new_room
from tests.test_xlsx_in import workbook
from widgets import theme
from widgets.choice_column import ChoiceRow

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ROWS = "time,source,text\n2026-11-23 14:05,Wire,pump off\n2026-11-23T14:06+08:00,Wire,pump on\n"


@pytest.fixture(scope="module", autouse=True)
def _dressed():
    application()
    theme.apply("dark")


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


class Memory(dict[str, str]):
    """What the settings would remember."""

    def recall(self, name: str) -> str:
        return self.get(name, "")


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def bring(qtbot, room, memory, tmp_path):
    pages = []

    def made(file: str | bytes | Path | None, kind: type[Record] = Entry) -> BringIn:
        if isinstance(file, str | bytes):
            data = file.encode() if isinstance(file, str) else file
            path = tmp_path / ("rows.xlsx" if data.startswith(b"PK") else "rows.csv")
            path.write_bytes(data)
            file = path
        page = BringIn(room, file, kind, recall=memory.recall, remember=memory.__setitem__)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1_380, 760)
        page.show()
        if file is not None:
            settle(qtbot, page)
        return page

    yield made
    for page in pages:
        page.stop()


def settle(qtbot, page: BringIn) -> None:
    qtbot.waitUntil(lambda: not page.reading.running(), timeout=20_000)


def choose(qtbot, page: BringIn, name: str, value: str) -> None:
    """Choose as a person does, by the keys of the box, which keeps the keys all along."""
    page.activateWindow()
    page.face.choices.box(name).setFocus()
    qtbot.keyClick(page.face.choices.box(name), KEY.Key_Home)
    settle(qtbot, page)
    for _step in range(page.face.choices.box(name).count()):
        box = page.face.choices.box(name)
        assert box.hasFocus()
        if box.currentData() == value:
            return
        qtbot.keyClick(box, KEY.Key_Down)
        settle(qtbot, page)
    raise AssertionError(f"{value} is not offered")


def shown(page: BringIn) -> list[list[str]]:
    model = page.face.tables.rows.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def faults(page: BringIn) -> list[str]:
    if page.face.tables.faults.isHidden() or not page.face.tables.faults.isVisible():
        return []
    model = page.face.tables.faults.model()
    return [" ".join(str(model.index(row, column).data()) for column in range(3))
            for row in range(model.rowCount())]  # fmt: skip


def asked(page: BringIn) -> list[str]:
    return [row.name for row in page.reading.choices() if isinstance(row, ChoiceRow)]


def test_rows_are_shown_as_they_will_be_read_and_nothing_is_written(bring, room) -> None:
    page = bring(ROWS)
    assert shown(page) == [
        ["2026-11-23 14:05+08:00", "pump off", "Wire"],
        ["2026-11-23 14:06+08:00", "pump on", "Wire"],
    ]
    assert page.face.foot.go.text() == "Import 2 entries"
    assert page.face.foot.go.isEnabled()
    assert room.all(Entry) == []


def test_enter_imports_in_one_act_and_says_so(qtbot, bring, room) -> None:
    page = bring(ROWS)
    with qtbot.waitSignal(page.done) as done:
        qtbot.keyClick(page.face.foot.go, KEY.Key_Space)
    assert done.args == ["2 entries were imported."]
    assert [entry.text for entry in room.all(Entry)] == ["pump off", "pump on"]
    assert [file.name for file in room.all(Evidence)] == ["rows.csv"]
    room.undo()
    assert (room.all(Entry), room.all(Evidence)) == ([], [])


def test_ctrl_enter_imports_from_anywhere_on_the_page(qtbot, bring, room) -> None:
    page = bring(ROWS)
    page.activateWindow()
    page.face.choices.box("kind").setFocus()
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.face.choices.box("kind"), KEY.Key_Return, CTRL)
    assert len(room.all(Entry)) == 2


def test_escape_leaves_without_a_trace(qtbot, bring, room) -> None:
    page = bring(ROWS)
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page.face.foot.go, KEY.Key_Escape)
    assert room.all(Entry) == []


def test_what_is_wrong_is_listed_and_nothing_can_be_imported(bring) -> None:
    page = bring("time,text\n2026-11-23 14:05,good\n03/04/2026,bad\n")
    assert faults(page)[0].startswith('3 time "03/04/2026" can be read as two different days.')
    assert shown(page) == [["2026-11-23 14:05+08:00", "good"]]
    assert not page.face.foot.go.isEnabled()
    assert page.face.foot.sentence().startswith("1 fault was found and nothing was imported.")


def test_a_file_that_is_no_table_says_why(bring) -> None:
    page = bring('a,b\n1,"never closed\n')
    assert faults(page)[0].startswith("2  the quotation marks of the row")
    page = bring("")
    assert page.face.tables.rows.accessibleDescription() == (
        "Nothing can be read yet. The file is empty. Choose a file with column names and rows."
    )


def test_an_unsure_encoding_is_chosen_by_looking(qtbot, bring) -> None:
    page = bring("time,text\n2026-11-23 14:05,工廠起火\n".encode("big5"))
    assert page.face.foot.sentence() == "The file does not say how its text is encoded."
    cards = page.face.candidates._cards
    assert [card.accessibleName() for card in cards] == ["GB18030", "Big5", "cp1252"]
    assert "工廠起火" in cards[1].accessibleDescription()
    qtbot.keyClick(cards[0], KEY.Key_Down)
    qtbot.keyClick(cards[1], KEY.Key_Return)
    settle(qtbot, page)
    assert shown(page)[0][1] == "工廠起火"
    choose(qtbot, page, "encoding", "GB18030")
    assert shown(page)[0][1] != "工廠起火"


def test_of_several_sheets_one_is_chosen(qtbot, bring) -> None:
    rows = [["time", "text"], ["2026-11-23 14:05", "pump off"]]
    page = bring(workbook([["x"], [1]], rows, names=["Plan", "Log"]))
    qtbot.mouseClick(page.face.candidates._cards[1], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert shown(page) == [["2026-11-23 14:05+08:00", "pump off"]]
    assert "sheet" in asked(page)


def test_the_offset_is_asked_only_when_a_time_has_none(qtbot, bring) -> None:
    assert "offset" not in asked(bring("time,text\n2026-11-23T14:05Z,x\n"))
    page = bring(ROWS)
    choose(qtbot, page, "offset", "-570")
    assert [row[0] for row in shown(page)] == ["2026-11-23 14:05-09:30", "2026-11-23 14:06+08:00"]
    assert len(OFFSETS) == len(set(OFFSETS)) == 38


def test_columns_can_be_mapped_and_are_remembered_for_files_like_it(qtbot, bring, memory) -> None:
    rows = "wann,was,wer\n2026-11-23 14:05,pump off,Wu\n"
    page = bring(rows)
    assert "No column holds" in page.face.tables.rows.accessibleDescription()
    choose(qtbot, page, "column:wann", "happened_at")
    choose(qtbot, page, "column:was", "text")
    assert shown(page) == [["2026-11-23 14:05+08:00", "pump off"]]
    with qtbot.waitSignal(page.done):
        page.face.foot.go.click()
    again = bring(rows.replace("pump off", "pump on"))
    assert shown(again) == [["2026-11-23 14:05+08:00", "pump on"]]
    assert bring("a,b\n1,2\n").reading.mapping == {}


def test_a_memory_that_makes_no_sense_is_no_harm(bring, memory) -> None:
    bring(ROWS).reading.keep_mapping()
    (name,) = memory
    for said in ("{", "[1]", '{"time": "nothing", "gone": "text", "text": 7}'):
        memory[name] = said
        page = bring(ROWS)
        assert set(page.reading.mapping) <= {"time", "source", "text"}


def test_a_field_that_another_column_takes_leaves_the_first(qtbot, bring) -> None:
    page = bring("time,text,remark\n2026-11-23 14:05,one,two\n")
    choose(qtbot, page, "column:remark", "text")
    assert page.reading.mapping == {"time": "happened_at", "remark": "text"}
    assert page.face.choices.box("column:text").currentText() == "Left out"


def test_another_kind_guesses_its_own_columns(qtbot, bring) -> None:
    page = bring("title,owner\nRecall,Wu\n", Entry)
    choose(qtbot, page, "kind", "tasks")
    assert shown(page) == [["Recall", "Wu"]]
    assert page.face.foot.go.text() == "Import 1 task"


def test_what_is_known_is_marked_said_and_left_out_unless_it_is_wanted(qtbot, bring, room) -> None:
    page = bring(ROWS)
    with qtbot.waitSignal(page.done):
        page.face.foot.go.click()
    page = bring(ROWS + "2026-11-23 15:00,Wire,new\n2026-11-23 15:00,Wire,new\n")
    assert [row[0] for row in shown(page)] == ["in the room", "in the room", "", "above"]
    assert page.face.foot.go.text() == "Import 1 entry"
    assert page.face.foot.sentence().startswith("2 are already in the room and will be left out.")
    choose(qtbot, page, "twins", "add")
    assert page.face.foot.go.text() == "Import 4 entries"
    choose(qtbot, page, "twins", "skip")
    with qtbot.waitSignal(page.done) as done:
        page.face.foot.go.click()
    assert done.args[0].startswith("1 entry was imported. 2 are already in the room and were left")
    page = bring(ROWS)
    assert page.face.foot.sentence().startswith("There is nothing new in it.")
    assert not page.face.foot.go.isEnabled()


def test_pasted_rows_come_in_as_a_file_does(qtbot, room) -> None:
    text = "time\tsource\ttext\n2026-11-23 14:05\tWire\tpump \U0001f6d1 off\n"
    page = BringIn.of_text(room, text, Entry)
    qtbot.addWidget(page)
    settle(qtbot, page)
    assert shown(page) == [["2026-11-23 14:05+08:00", "pump \U0001f6d1 off", "Wire"]]
    with qtbot.waitSignal(page.done):
        page.face.foot.go.click()
    (file,) = room.all(Evidence)
    assert (file.name, b"".join(room.kept(file))) == ("Pasted rows", text.encode())


def many(count: int) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["time", "text"])
    writer.writerows(["2026-11-23T14:05+08:00", f"entry {n}"] for n in range(count))
    return out.getvalue()


def test_writing_can_be_stopped_half_way_and_leaves_no_trace(qtbot, bring, room) -> None:
    page = bring(many(20_000))
    before = room.tail()
    page.face.foot.go.click()
    assert not page.face.choices.isEnabled()
    qtbot.waitUntil(lambda: (page.face.line.share() or 0) > 0.02, timeout=20_000)
    assert room.count(Selection(kind=Entry)) == 0
    qtbot.keyClick(page.face.foot.cancel, KEY.Key_Space)
    assert page.face.foot.sentence() == "Stopped. Nothing was imported."
    assert (room.tail(), room.all(Evidence)) == (before, [])
    assert page.face.foot.go.isEnabled()
    with qtbot.waitSignal(page.done, timeout=60_000):
        page.face.foot.go.click()
    assert room.count(Selection(kind=Entry)) == 20_000


def test_the_window_draws_while_a_large_file_is_read_and_written(qtbot, bring, room) -> None:
    """Not a timed promise: between two slices events are served, many times over."""
    served = []
    page = bring(None)
    timer = page.startTimer(0)
    page.timerEvent = lambda event: served.append(event)
    path = room.path.with_name("many.csv")
    path.write_text(many(10_000))
    page.open(path)
    settle(qtbot, page)
    reading = len(served)
    with qtbot.waitSignal(page.done, timeout=60_000):
        page.face.foot.go.click()
    page.killTimer(timer)
    assert reading > 5
    assert len(served) - reading > 5


def test_a_room_that_refuses_is_said_and_the_rows_stay(qtbot, bring, room) -> None:
    page = bring(many(3_000))
    room._store._open().execute("PRAGMA max_page_count = 600")
    page.face.foot.go.click()
    qtbot.waitUntil(page.face.foot.go.isEnabled, timeout=20_000)
    assert page.face.foot.sentence().startswith("The disk is full. NOT saved")
    assert page.face.foot.go.text() == "Import 3,000 entries"
    assert room.count(Selection(kind=Entry)) == 0


def test_a_page_that_is_thrown_away_while_it_writes_leaves_the_room_as_it_was(
    qtbot, bring, room
) -> None:
    page = bring(many(20_000))
    page.face.foot.go.click()
    qtbot.waitUntil(lambda: (page.face.line.share() or 0) > 0.02, timeout=20_000)
    page.stop()
    assert room.capture("logged").entry in room.all(Entry)
    assert room.count(Selection(kind=Entry)) == 1


def dropped(path: Path) -> tuple[QDragEnterEvent, QDropEvent]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    entered = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event = QDropEvent(
        QPoint(10, 10).toPointF(), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.data = data  # events do not keep it alive
    return entered, event


def test_a_file_may_be_dropped_or_chosen(qtbot, bring, room, tmp_path, monkeypatch) -> None:
    page = bring(None)
    assert page.face.tables.rows.accessibleDescription().startswith("No file yet.")
    (tmp_path / "dropped.csv").write_text(ROWS)
    entered, event = dropped(tmp_path / "dropped.csv")
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(page, event)
    settle(qtbot, page)
    assert len(shown(page)) == 2
    (tmp_path / "chosen.csv").write_text(ROWS + "2026-11-23 15:00,Wire,more\n")
    answer = (str(tmp_path / "chosen.csv"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: answer)
    page.face.file.button.click()
    settle(qtbot, page)
    assert len(shown(page)) == 3


def test_only_one_table_is_taken_from_what_is_dragged(tmp_path) -> None:
    def takes(*names: str) -> Path | None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        return BringIn.takes(data)

    assert takes("a.CSV") == tmp_path / "a.CSV"
    assert [takes("a.pdf"), takes("a.csv", "b.csv"), takes()] == [None, None, None]


def test_links_and_choices_are_shown_in_words(qtbot, bring, room) -> None:
    page = bring(
        "date,outlet,headline,tone,reach\n2026-11-23,<b>o</b>,h,positive,12000\n", Coverage
    )
    assert shown(page) == [["2026-11-23+08:00", "<b>o</b>", "h", "Positive", "12,000"]]
    assert page.reading.arrival.records[0].tone is Tone.POSITIVE


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_boxes_keep_their_height_at_every_text_size(qtbot, bring, scale: float) -> None:
    page = bring(ROWS)
    theme.set_scale(scale)
    try:
        QApplication.processEvents()
        for name in asked(page):
            box = page.face.choices.box(name)
            assert box.height() >= box.sizeHint().height() > 0
    finally:
        theme.set_scale(1.0)


def test_everything_has_a_name_for_a_screen_reader(bring) -> None:
    page = bring(ROWS)
    face = page.face
    named = [face.choices.box(name) for name in asked(page)]
    named += [face.tables.rows, face.tables.faults, face.line, page]
    assert all(widget.accessibleName() for widget in named)
    assert face.choices.box("column:source").accessibleName() == "source"
    assert face.choices.box("column:source").accessibleDescription() == "source: Wire"


def test_tasks_of_a_playbook_come_in_by_their_labels_in_any_language(bring) -> None:
    page = bring("任務,負責人\n召回,Wu\n", Task)
    assert shown(page) == [["召回", "Wu"]]
