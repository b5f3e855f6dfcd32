"""The team: roles that nobody holds, people who hold too many, duty that lasts too long."""

from desktop.warroom.choices import Role, Severity
from desktop.warroom.method.team import Duty, Post, findings, fresh, holder
from desktop.warroom.moment import Moment
from desktop.warroom.records import Incident
from tests.rooms import START, T0

NOW = Moment.of(START)
LEVEL_1 = Incident(title="x", t0=T0, severity=Severity.CRITICAL)
LEVEL_2 = Incident(title="x", t0=T0, severity=Severity.MAJOR)


def post(role: Role, person: str, deputy: str = "d", **values: object) -> Post:
    return Post(role=role, person=person, deputy=deputy, verified_at=NOW, **values)


def full() -> list[Post]:
    return [post(role, f"p{number}") for number, role in enumerate(Role)]


def hours_ago(hours: float) -> Moment:
    return Moment(NOW.ms - int(hours * 3_600_000), NOW.offset)


def test_a_full_and_rested_team_has_no_findings() -> None:
    assert findings(full(), [Duty(person="p1", begun_at=hours_ago(11))], LEVEL_1, NOW) == []


def test_a_deputy_stands_in_for_a_role_without_a_person() -> None:
    posts = [Post(role=Role.LEGAL, deputy="Zhou An")]
    assert holder(posts, Role.LEGAL) == "Zhou An"
    assert holder(posts, Role.HR) == ""


def test_roles_without_anybody_are_counted() -> None:
    said = findings(full()[2:], [], LEVEL_2, NOW)
    assert said == ["2 roles are held by nobody."]


def test_one_person_in_more_than_three_roles_shows() -> None:
    posts = [post(role, "Lin Xia" if n < 4 else f"p{n}") for n, role in enumerate(Role)]
    assert any("Lin Xia holds 4 roles" in each for each in findings(posts, [], LEVEL_2, NOW))


def test_the_lead_does_not_speak_at_level_1() -> None:
    posts = full()
    posts[2] = post(Role.SPOKESPERSON, "p0")
    assert any("leads and speaks" in each for each in findings(posts, [], LEVEL_1, NOW))
    assert findings(posts, [], LEVEL_2, NOW) == []


def test_more_than_twelve_hours_on_duty_shows() -> None:
    duty = Duty(person="Wu Ke", begun_at=hours_ago(12.5))
    assert any(
        "Wu Ke has been on duty for 12 hours" in e for e in findings(full(), [duty], LEVEL_2, NOW)
    )
    ended = Duty(person="Wu Ke", begun_at=hours_ago(20), ended_at=hours_ago(6), note="quiet")
    assert findings(full(), [ended], LEVEL_2, NOW) == []


def test_who_goes_without_a_hand_over_note_is_named() -> None:
    ended = Duty(person="Wu Ke", begun_at=hours_ago(5), ended_at=hours_ago(1))
    assert findings(full(), [ended], LEVEL_2, NOW) == [
        "Wu Ke went off duty without a hand-over note."
    ]


def test_numbers_are_tried_every_ninety_days() -> None:
    assert fresh(post(Role.LEGAL, "x"), NOW)
    old = Post(role=Role.LEGAL, person="x", verified_at=hours_ago(24 * 91))
    assert not fresh(old, NOW)
