"""No emergency plan: each rule fires at its limit, is silent before it, and clears."""

import pytest

from desktop.warroom.choices import CrisisType, Phase, Role, TaskStatus
from desktop.warroom.method.exercises import Approval, Exercise, Finding
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.readiness import MANDATORY
from desktop.warroom.method.team import Post
from desktop.warroom.method.words import AudienceKind, Progress
from desktop.warroom.playbooks.keeping import approve, in_force
from desktop.warroom.records import Task
from desktop.warroom.review.records import Lesson
from desktop.warroom.review.recovery import Improvement
from desktop.warroom.review.words import Ending
from desktop.warroom.room import WarRoom
from desktop.warroom.watch.watching import Warned
from tests.watched import at, fires, warned

DAY = 1_440
QUALITY, LEAK = CrisisType.PRODUCT_QUALITY, CrisisType.DATA_LEAK


def about(room: WarRoom, rule: str, subject: str, minutes: float = 0) -> list[Warned]:
    return [each for each in warned(room, rule, at(minutes)) if each.raised.subject == subject]


def test_the_type_of_the_incident_is_graver_without_a_plan_until_one_is_approved(room):
    assert about(room, "PF3-1", QUALITY)[0].raised.severity == 1
    assert about(room, "PF3-1", LEAK)[0].raised.severity == 2
    approve(room, in_force(room, QUALITY), "Chen")
    assert not about(room, "PF3-1", QUALITY)


def test_a_plan_is_stale_after_a_year_or_when_its_review_is_past(room):
    approve(room, in_force(room, QUALITY), "Chen")
    approve(room, in_force(room, LEAK), "Chen", at(30))
    assert not about(room, "PF3-2", QUALITY, 365 * DAY)
    assert about(room, "PF3-2", QUALITY, 365 * DAY + 1)
    assert not about(room, "PF3-2", LEAK, 30)
    assert about(room, "PF3-2", LEAK, 31)
    approve(room, in_force(room, LEAK), "Chen", at(90 * DAY))
    assert not about(room, "PF3-2", LEAK, 31)


def test_numbers_are_tried_every_ninety_days(room):
    post = room.add(Post(role=Role.LEGAL, person="Wu", verified_at=at()))
    assert not about(room, "PF3-2", "numbers", 90 * DAY)
    assert about(room, "PF3-2", "numbers", 90 * DAY + 1)
    room.change(post, verified_at=at(90 * DAY))
    assert not about(room, "PF3-2", "numbers", 90 * DAY + 1)


def test_a_type_is_exercised_once_a_year(room):
    assert about(room, "PF3-3", QUALITY)
    room.add(Exercise(scenario="Bottles", type=QUALITY, held_at=at()))
    assert not about(room, "PF3-3", QUALITY, 365 * DAY)
    assert about(room, "PF3-3", QUALITY, 365 * DAY + 1)


def test_a_plan_is_incomplete_without_roles_templates_and_audiences(room):
    assert {each.raised.subject for each in warned(room, "PF3-4", at())} == {
        "roles",
        "template",
        "audiences",
    }
    room.add_all([Post(role=role, person="Wu", deputy="Lin") for role in MANDATORY])
    room.add(Approval(template="ST-HOLD", approver="Wu", languages=("en", "zh_TW")))
    assert about(room, "PF3-4", "template")
    room.add(Approval(template="ST-HOLD", approver="Wu", languages=("zh_CN",)))
    room.add(Audience(who=AudienceKind.MEDIA, role=Role.MEDIA_RELATIONS))
    assert not fires(room, "PF3-4", 0)


def test_an_incident_needs_its_playbook_after_a_quarter_of_an_hour(room):
    assert not fires(room, "PF3-5", 14)
    assert fires(room, "PF3-5", 15)
    room.add(Task(title="Stop the sale", plan_id="Q01"))
    assert not fires(room, "PF3-5", 15)


def test_before_a_crisis_no_playbook_is_asked_for(room):
    room.move_phase(Phase.PREVENTION, "Nothing has happened yet")
    assert not fires(room, "PF3-5", 60)


def test_a_critical_task_that_is_late_fires_until_it_is_done(room):
    task = room.add(Task(title="Stop the sale", critical=True, owner="Wu", due=at(30)))
    assert not fires(room, "PF3-6", 30)
    assert fires(room, "PF3-6", 31)
    room.change(task, status=TaskStatus.DONE)
    assert not fires(room, "PF3-6", 31)


@pytest.mark.parametrize("given", [{"owner": "Wu"}, {"role": Role.LEGAL}])
def test_a_task_has_an_owner_or_a_role_after_ten_minutes(room, given):
    task = room.add(Task(title="Stop the sale"))
    assert not fires(room, "PF3-6", 9)
    assert about(room, "PF3-6", "owner", 10)
    room.change(task, **given)
    assert not fires(room, "PF3-6", 10)


def test_a_task_is_blocked_for_an_hour_at_most(room):
    task = room.add(Task(title="Ship", owner="Wu", blocked_by="The laboratory"))
    room.change(task, status=TaskStatus.BLOCKED)
    assert not fires(room, "PF3-6", 59)
    assert fires(room, "PF3-6", 60)
    room.change(task, status=TaskStatus.DOING)
    assert not fires(room, "PF3-6", 60)


def test_a_finding_is_mended_by_its_day(room):
    finding = room.add(Finding(text="No deputy answered", due=at(60)))
    assert not fires(room, "PF3-7", 60)
    assert fires(room, "PF3-7", 61)
    room.change(finding, closed_at=at(61))
    assert not fires(room, "PF3-7", 61)


def test_what_a_review_wants_done_is_done_by_its_day(room):
    lesson = room.add(Lesson(text="Test every seal", due=at(60)))
    action = room.add(Improvement(action="A test bench", due=at(80)))
    assert not fires(room, "PF3-7", 60)
    assert about(room, "PF3-7", lesson.id, 61)
    room.change(lesson, ended_by=Ending.REASON, reason="No longer made")
    assert not fires(room, "PF3-7", 61)
    assert about(room, "PF3-7", action.id, 81)
    room.change(action, state=Progress.DONE)
    assert not fires(room, "PF3-7", 81)
