"""Messages to staff are written in the desk's editor: from a template, in versions, approved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.pages.staff.messages import MessagePart
from desktop.pages.staff.page import StaffPage
from desktop.warroom.choices import CrisisType, Language, Role, Standing
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.staff_forms import StaffForm
from desktop.warroom.staff_messages import begin_message, send
from desktop.warroom.staff_templates import forms_for
from desktop.warroom.statements.statement import Statement
from tests.in_front import in_front

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.usefixtures("fresh_theme")


@pytest.fixture
def groups(room):
    return room.add_all([StaffGroup(name="Care", headcount=64), StaffGroup(name="Night")])


@pytest.fixture
def draft(room, groups):
    return begin_message(room, StaffForm.FRONTLINE, "What to say")


@pytest.fixture
def part(qtbot, room, groups):
    made = MessagePart(room, None)
    in_front(qtbot, made, 1300, 800)
    return made


def press(part, key):
    part.list.rows.setFocus()
    QTest.keyClick(part.list.rows, key)


def fill(part, **texts):
    """Fill fields of what is asked, and submit it by Ctrl+Enter."""
    form = part.asking.form
    for name, text in texts.items():
        form.go_to(name)
        put(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)


def put(widget, text):
    for name in ("setPlainText", "setText"):
        if hasattr(widget, name) and not hasattr(widget, "setChecked"):
            getattr(widget, name)(text)
            return
    if hasattr(widget, "setChecked"):
        widget.setChecked(text == "yes")
    else:
        widget.setCurrentIndex(widget.findData(text))


def type_into(part, key, text):
    field = part.writing.text.editors[f"part:{key}"].field
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_S, CTRL)


def test_n_begins_a_message_with_the_parts_of_its_template(room, part):
    press(part, KEY.Key_N)
    fill(part, form=StaffForm.FIRST_ALERT.value, title="What has happened")
    [message] = room.all(StaffMessage)
    assert (message.form, message.title) == (StaffForm.FIRST_ALERT, "What has happened")
    names = list(part.writing.text.editors)
    assert "part:what_we_know" in names
    assert "part:only_spokesperson" in names
    assert part.message().id == message.id


def test_the_templates_of_this_crisis_come_first_and_all_that_fit_are_offered(room, part):
    press(part, KEY.Key_N)
    form = part.asking.form
    form.go_to("form")
    box = QApplication.focusWidget()
    offered = [box.itemData(n) for n in range(box.count())]
    assert offered[0] in (StaffForm.STOP_SHIP, StaffForm.RECALL_DESK)
    assert set(offered) == {*map(str, forms_for(CrisisType.PRODUCT_QUALITY)), ""}


def test_without_template_and_title_it_is_asked_for_one(room, part):
    press(part, KEY.Key_N)
    fill(part, form="")
    assert room.all(StaffMessage) == []
    assert part.asking.isVisible()


def test_what_is_typed_is_saved_into_its_part(room, draft, part):
    type_into(part, "greeting", "Good morning")
    assert room.get(StaffMessage, draft.id).part("greeting") == "Good morning"


def test_it_is_submitted_approved_by_somebody_else_and_sent(room, draft, part):
    type_into(part, "greeting", "Good morning")
    press(part, KEY.Key_R)
    assert room.get(StaffMessage, draft.id).standing == Standing.REVIEW
    press(part, KEY.Key_A)
    assert part.writing.head.sentence.text().startswith("You wrote this text")
    room.sit_down("Ada")
    press(part, KEY.Key_A)
    assert room.get(StaffMessage, draft.id).standing == Standing.APPROVED
    press(part, KEY.Key_S)
    sent = room.get(StaffMessage, draft.id)
    assert (sent.standing, sent.sent_at) == (Standing.RELEASED, room.minute())


def test_a_message_that_is_sent_without_approval_says_whose_is_missing(qtbot, room, draft, part):
    type_into(part, "greeting", "Good morning")
    with qtbot.waitSignal(part.did) as said:
        press(part, KEY.Key_S)
    assert said.args[0].endswith(f"It has no approval by: {Role.COMMS_LEAD.shown}.")


def test_v_carries_a_sent_message_on_and_the_version_before_gives_way(room, draft, part):
    send(room, draft)
    press(part, KEY.Key_V)
    assert part.message().version == 2
    press(part, KEY.Key_S)
    assert room.get(StaffMessage, draft.id).standing == Standing.SUPERSEDED
    titles = [row.below for row in part.list.rows.model().rows]
    assert [text.split(",")[0] for text in titles] == ["version 2", "version 1"]


def test_g_says_for_whom_it_is_and_by_when_it_is_to_be_confirmed(room, groups, draft, part):
    statement = room.add(Statement(title="Holding", language=Language.ENGLISH))
    press(part, KEY.Key_G)
    fill(part, groups="night", confirm_by="16:00", statement=statement.id)
    now = room.get(StaffMessage, draft.id)
    assert now.groups == (groups[1].id,)
    assert now.confirm
    assert f"{now.confirm_by.local:%H:%M}" == "16:00"
    assert now.statement == statement.id
    told = part.writing.head.went.text()
    assert told == "Team huddle · Night · to be confirmed by 16:00 · goes with: Holding"


def test_a_group_that_is_none_is_refused_and_what_was_typed_stays(room, draft, part):
    press(part, KEY.Key_G)
    fill(part, groups="Moon base")
    assert room.get(StaffMessage, draft.id).groups == ()
    assert part.asking.form.values()["groups"] == "Moon base"


def test_t_shows_who_has_been_told_it(qtbot, room, draft):
    send(room, draft)
    page = StaffPage(room)
    qtbot.addWidget(page)
    page.show()
    part = page.show_part("messages")
    with qtbot.waitSignal(page.door_asked) as asked:
        part.show_reach()
    page.show_record(asked.args[1])
    assert page.current() == "told"
    assert page.reach.message().id == draft.id


def test_delete_takes_a_draft_back_and_undo_brings_it_again(room, draft, part):
    press(part, KEY.Key_Delete)
    assert room.all(StaffMessage) == []
    room.undo()
    assert [each.id for each in room.all(StaffMessage)] == [draft.id]


def test_without_a_message_it_is_said_how_to_begin_one(part):
    assert part.list.rows.accessibleName() == "Messages to staff"
    assert part.writing.head.isHidden()
