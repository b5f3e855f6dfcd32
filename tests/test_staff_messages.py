"""Messages to staff: eighteen templates, versions that replace each other, approved as statements."""

import json
from pathlib import Path

import pytest

from desktop.warroom.choices import CrisisType, Language, Role, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.staff_forms import StaffForm
from desktop.warroom.staff_messages import addressed, begin_message, next_version, send, versions
from desktop.warroom.staff_templates import audience, forms_for, staff_template
from desktop.warroom.statements.approving import approve, approvers, missing, submit
from desktop.warroom.statements.templates import template

PLAYBOOKS = Path(__file__).parents[2] / "shared" / "domain" / "playbooks.json"


def test_the_templates_are_those_of_the_playbooks() -> None:
    if not PLAYBOOKS.exists():
        pytest.skip("the playbooks are not beside this checkout")
    wanted = json.loads(PLAYBOOKS.read_text(encoding="utf-8"))["employee_message_templates"]
    assert [(form, form.word) for form in StaffForm] == [
        (each["key"], each["name"]["en"]) for each in wanted
    ]
    for each in wanted:
        keys = [key for key in each["fields"] if key != "next_update_at"]  # a field of every text
        found = staff_template(each["key"])
        assert found is not None
        assert [field.key for field in found.fields] == keys
        assert template(each["key"]) is found
        assert (each["key"] in forms_for(each["for"])) or each["for"] == "all"


def test_each_type_of_crisis_has_the_general_forms_and_its_own() -> None:
    assert all(len(forms_for(kind)) == 12 for kind in CrisisType)
    assert audience(StaffForm.STOP_SHIP) == "Warehouse and purchasing"
    assert audience("EM-01") == "All staff"


def test_a_message_begins_with_the_parts_of_its_template(room) -> None:
    made = begin_message(room, StaffForm.RUMOUR, confirm=True)
    assert (made.title, made.confirm, made.writers) == ("Rumour correction", True, ("Lin Xia",))
    assert [each["field"] for each in made.parts][:2] == ["rumour", "verdict"]
    with pytest.raises(RuleBroken, match="Title is empty"):
        begin_message(room)


def test_a_message_without_a_title_is_called_as_its_template(room) -> None:
    assert begin_message(room, "EM-Q1").title == "Stop-ship order"


def test_a_version_that_is_sent_supersedes_the_one_before_and_undo_brings_it_back(room) -> None:
    first = begin_message(room, title="Stop")
    room.change(first, text="All lines stop")
    send(room, first)
    second = next_version(room, first)
    assert (second.version, second.text, second.sent_at) == (2, "All lines stop", None)
    assert room.get(StaffMessage, first.id).standing == Standing.RELEASED
    with pytest.raises(RuleBroken, match="being written"):
        next_version(room, first)
    send(room, second)
    assert [each.standing for each in versions(room, first)] == [
        Standing.SUPERSEDED,
        Standing.RELEASED,
    ]
    room.undo()
    assert [each.standing for each in versions(room, second)] == [
        Standing.RELEASED,
        Standing.DRAFT,
    ]
    with pytest.raises(RuleBroken, match="sent already"):
        send(room, first)


def test_another_language_supersedes_nothing(room) -> None:
    first = begin_message(room, title="Stop")
    send(room, first)
    other = room.add(StaffMessage(title="停", series=first.id, language=Language.TRADITIONAL))
    send(room, other)
    assert room.get(StaffMessage, first.id).standing == Standing.RELEASED


def test_it_is_approved_by_the_roles_of_its_template(room) -> None:
    room.change(room.incident, why="It stays small", severity=Severity.MODERATE)
    plain = begin_message(room, title="Stop")
    order = begin_message(room, StaffForm.STOP_SHIP)
    assert approvers(plain) == (Role.COMMS_LEAD,)
    assert approvers(order) == (Role.COMMS_LEAD, Role.QUALITY)
    room.change(order, parts=({"field": "locations", "text": "Hall 3"},))
    submit(room, order)
    approve(room, order, Role.COMMS_LEAD)
    now = room.get(StaffMessage, order.id)
    assert (now.standing, missing(room, now)) == (Standing.REVIEW, [Role.QUALITY])
    approve(room, order, Role.QUALITY)
    assert room.get(StaffMessage, order.id).standing == Standing.APPROVED
    send(room, order)
    assert room.get(StaffMessage, order.id).standing == Standing.RELEASED


def test_a_message_is_for_the_groups_it_names_by_id_or_name_and_else_for_all(room) -> None:
    night, day = room.add_all([StaffGroup(name="Night"), StaffGroup(name="Day")])
    assert addressed(room, StaffMessage(title="x")) == [night, day]
    assert addressed(room, StaffMessage(title="x", groups=(day.id,))) == [day]
    assert addressed(room, StaffMessage(title="x", groups=("night",))) == [night]
