"""The log bar: nothing typed is lost, and Chinese goes in as it is composed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from widgets import theme
from widgets.chip import Chip
from widgets.log_bar import BarState, ChipText, LogBar, Side
from widgets.log_field import LogField
from widgets.theme import Token

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bar(qtbot):
    bar = LogBar((("Ctrl L", "log"),))
    qtbot.addWidget(bar)
    bar.resize(1200, 60)
    bar.show()
    bar.activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.line.hasFocus)
    return bar


def compose(bar, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(bar.line, event)


def chips(bar):
    return [each.text() for each in bar.findChildren(Chip) if not each.isHidden()]


def test_enter_submits_the_whole_line_as_typed(qtbot, bar):
    qtbot.keyClicks(bar.line, "14:05 /media City TV @Lin !16:30")
    with qtbot.waitSignal(bar.submitted) as told:
        qtbot.keyClick(bar.line, KEY.Key_Return)
    assert told.args == ["14:05 /media City TV @Lin !16:30"]
    assert bar.line.text() == told.args[0]  # until it is accepted


def test_every_key_is_told_so_that_chips_can_follow(qtbot, bar):
    seen = []
    bar.edited.connect(seen.append)
    qtbot.keyClicks(bar.line, "abc")
    assert seen == ["a", "ab", "abc"]


def test_a_refused_line_stays_with_the_sentence_until_it_is_changed(qtbot, bar):
    qtbot.keyClicks(bar.line, "/media")
    bar.refuse("Say what happened.")
    assert bar.line.text() == "/media"
    assert bar.sentence() == "Say what happened."
    qtbot.keyClick(bar.line, KEY.Key_Space)
    assert bar.sentence() == ""
    assert bar.line.text() == "/media "


@pytest.mark.parametrize("typed", ["", "   ", "\u3000"])
def test_an_empty_line_is_not_submitted_but_asked_about(qtbot, bar, typed):
    bar.line.setText(typed)
    with qtbot.assertNotEmitted(bar.submitted):
        qtbot.keyClick(bar.line, KEY.Key_Return)
    assert bar.sentence() == "Say what happened."


def test_an_accepted_line_leaves_an_empty_bar_and_can_be_recalled(qtbot, bar):
    qtbot.keyClicks(bar.line, "first")
    bar.accepted()
    qtbot.keyClicks(bar.line, "half of the sec")
    qtbot.keyClick(bar.line, KEY.Key_Up)
    assert bar.line.text() == "first"
    qtbot.keyClick(bar.line, KEY.Key_Down)
    assert bar.line.text() == "half of the sec"


def test_ctrl_z_undoes_typing_first_and_then_asks_for_the_last_entry_back(qtbot, bar):
    bar.accepted()
    qtbot.keyClicks(bar.line, "oops")
    with qtbot.assertNotEmitted(bar.undo_asked):
        while bar.line.isUndoAvailable():
            qtbot.keyClick(bar.line, KEY.Key_Z, CTRL)
    assert bar.line.text() == ""
    with qtbot.waitSignal(bar.undo_asked):
        qtbot.keyClick(bar.line, KEY.Key_Z, CTRL)


def test_a_line_taken_back_returns_and_the_unfinished_one_waits(qtbot, bar):
    qtbot.keyClicks(bar.line, "unfinished")
    bar.restore("14:05 taken back")
    assert bar.line.text() == "14:05 taken back"
    qtbot.keyClick(bar.line, KEY.Key_Up)
    assert bar.line.text() == "unfinished"


def test_an_input_method_composes_chinese_into_the_line(qtbot, bar):
    qtbot.keyClicks(bar.line, "/fact ")
    compose(bar, "nai ping")
    assert bar.line.text() == "/fact "  # not said yet
    compose(bar, "", "奶瓶")
    compose(bar, "guo re")
    compose(bar, "", "過熱")
    with qtbot.waitSignal(bar.submitted) as told:
        qtbot.keyClick(bar.line, KEY.Key_Return)
    assert told.args == ["/fact 奶瓶過熱"]


def test_chips_shown_while_composing_do_not_break_the_composition(qtbot, bar):
    bar.edited.connect(lambda text: bar.show_chips([ChipText(text, Token.ACCENT)]))
    compose(bar, "huo")
    bar.show_chips([ChipText("14:30", Token.ACCENT)])
    compose(bar, "huo jing")
    compose(bar, "", "火警")
    assert bar.line.text() == "火警"
    assert "火警" in chips(bar)


def test_pasted_line_breaks_stay_in_the_text(qtbot, bar):
    QGuiApplication.clipboard().setText("line one\nline two\ttab")
    qtbot.keyClick(bar.line, KEY.Key_V, CTRL)
    assert bar.line.text() == "line one\nline two\ttab"


def test_chips_follow_what_was_recognised(bar):
    bar.show_chips([ChipText("14:30", Token.ACCENT), ChipText("@Lin", Token.MUTED, Side.RIGHT)])
    assert chips(bar)[:2] == ["14:30", "@Lin"]
    bar.show_chips([ChipText("@Lin", Token.MUTED, Side.RIGHT)])
    assert "14:30" not in chips(bar)


@pytest.mark.parametrize("state", [BarState.WAITING, BarState.READ_ONLY])
def test_a_locked_bar_keeps_its_line_and_submits_nothing(qtbot, bar, state):
    qtbot.keyClicks(bar.line, "kept")
    bar.set_state(state, "The file is being imported.")
    qtbot.keyClicks(bar.line, "more")
    with qtbot.assertNotEmitted(bar.submitted):
        qtbot.keyClick(bar.line, KEY.Key_Return)
    assert bar.line.text() == "kept"
    assert bar.sentence() == "The file is being imported."
    bar.set_state(BarState.READY)
    qtbot.keyClick(bar.line, KEY.Key_Exclam)
    assert bar.line.text() == "kept!"


def test_the_saved_state_is_said_with_words(bar):
    bar.set_saved("saved 14:31:52")
    assert chips(bar)[-1] == "● saved 14:31:52"
    bar.set_saved("NOT SAVED", Token.BAD)
    assert chips(bar)[-1] == "● NOT SAVED"
    bar.set_state(BarState.CHECKING)
    assert chips(bar)[-1] == "● checking the file…"


def test_a_click_on_the_frame_goes_to_the_line(qtbot, bar):
    bar.line.clearFocus()
    frame = bar.line.parentWidget()
    qtbot.mouseClick(frame, Qt.MouseButton.LeftButton, pos=frame.rect().topLeft())
    assert bar.line.hasFocus()


def test_the_hint_leaves_a_narrow_line_its_room(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    field = LogField(owner)
    owner.show()
    field.resize(theme.space(160), field.height())
    field.show()
    hint = field._hint
    assert hint.isVisible()
    field.resize(field.line.minimumWidth() + hint.sizeHint().width(), field.height())
    assert not hint.isVisible()
