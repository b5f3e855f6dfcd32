"""The form of a new room offers the sub-type and the playbook, and the window loads it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop.pages.new_room import NewRoom
from desktop.settings import Settings
from desktop.warroom.choices import CrisisType, SubType
from desktop.warroom.records import Incident, Task
from desktop.window import MainWindow
from tests.rooms import T0, clock
from widgets.editors import NO, YES
from widgets.form import Form


@pytest.fixture
def page(qtbot) -> NewRoom:
    page = NewRoom(clock(), "Lin Xia")
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def fill(page: NewRoom, **said: str) -> Form:
    form = page.findChild(Form)
    assert form is not None
    for name, value in said.items():
        form.go_to(name)
        editor = page.focusWidget()
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(value == YES)
        else:
            editor.setText(value)
    return form


def test_the_playbook_is_ticked_and_the_sub_type_kept(qtbot, page):
    form = fill(page, title="Salmonella", type=CrisisType.PRODUCT_QUALITY, subtype="food")
    with qtbot.waitSignal(page.made) as made:
        form.submitted.emit()
    incident, by, with_playbook = made.args
    assert (incident.subtype, by, with_playbook) == (SubType.FOOD_SAFETY, "Lin Xia", True)


def test_the_playbook_can_be_left_out_and_no_sub_type_is_needed(qtbot, page):
    form = fill(page, title="Leak", type=CrisisType.DATA_LEAK, playbook=NO)
    with qtbot.waitSignal(page.made) as made:
        form.submitted.emit()
    assert (made.args[0].subtype, made.args[2]) == ("", False)


def test_a_sub_type_of_another_type_is_refused_beside_its_field(qtbot, page):
    form = fill(page, title="Leak", type=CrisisType.DATA_LEAK, subtype="outage")
    with qtbot.assertNotEmitted(page.made):
        form.submitted.emit()
    assert "Choose one of the type above" in page.focusWidget().accessibleDescription()


@pytest.mark.parametrize(("with_playbook", "cards"), [(True, 51), (False, 0)])
def test_the_window_makes_the_room_with_the_cards(
    qtbot, tmp_path: Path, monkeypatch, with_playbook, cards
):
    window = MainWindow(clock(), Settings(), "Lin Xia")
    qtbot.addWidget(window)
    incident = Incident(title="Salmonella", t0=T0, subtype=SubType.FOOD_SAFETY)
    monkeypatch.setattr(window._asking, "to_write", lambda *_asked: tmp_path / "r.warroom")
    window._make(incident, "Lin Xia", with_playbook)
    assert len(window.desk.room.all(Task)) == cards
