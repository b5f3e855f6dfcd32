"""Who has not been told: exactly those, person by person or by number, with the person to call."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.choices import Channel
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, Incident, StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.slices import finished
from desktop.warroom.staff import told
from desktop.warroom.staff_messages import brief, next_version, send
from desktop.warroom.staff_not_told import how_many, not_told
from desktop.warroom.staff_people import people_told, person_counts
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import StaffMember
from tests.rooms import START, clock, new_room

SENT = Moment.of(START)


def after(minutes: int) -> Moment:
    return Moment(SENT.ms + minutes * 60_000, SENT.offset)


def team(room: WarRoom, name: str, people: int, **more) -> tuple[StaffGroup, list[StaffMember]]:
    group = room.add(StaffGroup(name=name, **more))
    rows = [
        StaffMember(name=f"{name} {n}", number=f"{name}-{n}", group=group.id) for n in range(people)
    ]
    return group, room.add_all(rows)


def read(message: StaffMessage, member: StaffMember, **times) -> Receipt:
    return Receipt(message=message.id, member=member.id, **(times or {"read_at": after(5)}))


def test_seven_people_are_not_told_version_3_and_exactly_those_are_listed(room) -> None:
    care, people = team(room, "Care", 12)
    shop, others = team(room, "Shop", 5)
    message = room.add(StaffMessage(title="Stop"))
    for _n in range(2):
        send(room, message)
        room.add_all([read(message, each) for each in (*people, *others)])
        message = next_version(room, message)
    send(room, message)
    room.add_all([read(message, each) for each in (*people[:6], *others[:4])])
    found = not_told(room, room.get(StaffMessage, message.id))
    assert (message.version, how_many(found)) == (3, 7)
    assert all(each.exact for each in found)
    assert {(each.group.id, person.name) for each in found for person in each.people} == {
        *((care.id, each.name) for each in people[6:]),
        (shop.id, others[4].name),
    }


def test_whom_to_call_is_the_manager_of_the_roster_or_of_the_group(room) -> None:
    team(room, "Care", 2, manager="He Yu", phone="1")
    shop, people = team(room, "Shop", 2, manager="Nobody")
    room.change(people[1], manager=True, phone="22")
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    called = {each.group.name: each.call for each in not_told(room, message)}
    assert called == {"Care": ("He Yu", "1"), "Shop": ("Shop 1", "22")}
    assert shop.manager == "Nobody"


def test_why_somebody_was_not_reached_is_said_until_it_came_all_the_same(room) -> None:
    group, [one, two] = team(room, "Care", 2)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room.add_all([read(message, each, unreachable_why="on leave") for each in (one, two)])
    [found] = not_told(room, message)
    assert [(each.name, each.why) for each in found.people] == [
        ("Care 0", "on leave"),
        ("Care 1", "on leave"),
    ]
    assert [each.missed for each in told(room, message)] == [2]
    room.add(read(message, two, confirmed_at=after(9)))
    [found] = not_told(room, message)
    assert [each.name for each in found.people] == ["Care 0"]
    [standing] = told(room, message)
    assert (standing.reached, standing.read, standing.confirmed, standing.missed) == (1, 1, 1, 1)
    first, last = people_told(room, message, group.id)
    assert (first.name, first.why, first.told) == ("Care 0", "on leave", False)
    assert (last.confirmed, last.why) == (after(9).ms, "")


def test_headcounts_alone_do_as_well(room) -> None:
    night, unknown = room.add_all([StaffGroup(name="Night", headcount=40), StaffGroup(name="New")])
    message = room.add(StaffMessage(title="Stop", sent_at=SENT, channel=Channel.HUDDLE))
    assert [(each.group.name, each.count) for each in not_told(room, message)] == [
        ("Night", 40),
        ("New", None),
    ]
    report = brief(room, message, night, 33)
    assert (report.reached, report.read) == (33, 33)
    by_name = {each.group.name: each for each in not_told(room, message)}
    assert (by_name["Night"].count, by_name["Night"].people) == (7, ())
    marked = {each.group.name: each.reported for each in told(room, message)}
    assert marked == {"Night": True, "New": False}
    brief(room, message, night, 40)
    assert [each.group.id for each in not_told(room, message)] == [unknown.id]


def test_a_supervisor_who_counted_more_than_have_signed_leaves_the_names_open(room) -> None:
    group, people = team(room, "Care", 10)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room.add_all([read(message, each) for each in people[:3]])
    brief(room, message, group, 8)
    [found] = not_told(room, message)
    assert (found.count, len(found.people), found.exact) == (2, 7, False)


def test_who_was_reached_in_a_huddle_was_briefed_and_by_mail_has_not_read_it(room) -> None:
    group = room.add(StaffGroup(name="Night", headcount=10))
    for channel, count in ((Channel.HUDDLE, 9), (Channel.EMAIL, None)):
        message = room.add(StaffMessage(title="Stop", sent_at=SENT, channel=channel))
        room.add(Delivery(message=message.id, group=group.id, reached=9))
        assert [each.read for each in told(room, message)] == [count]


def test_only_the_groups_a_message_is_for_are_asked(room) -> None:
    night, _day = room.add_all([StaffGroup(name="Night"), StaffGroup(name="Day")])
    message = room.add(StaffMessage(title="Stop", groups=(night.id,)))
    assert [each.group.id for each in not_told(room, message)] == [night.id]


def test_what_is_held_of_a_message_is_of_its_own_incident(room) -> None:
    _group, [one, _two] = team(room, "Care", 2)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room.add(read(message, one))
    first = room.incident
    room.open_incident(Incident(title="Another", type=first.type, t0=first.t0))
    assert person_counts(room, message)[one.group].reached == 0
    room.turn_to(first)
    assert person_counts(room, message)[one.group].reached == 1
    room.undo()
    assert person_counts(room, message)[one.group].reached == 0


def test_in_the_past_as_many_are_missing_as_were_then(tmp_path) -> None:
    room = new_room(tmp_path / "past.warroom", clock())
    _group, [one, _two] = team(room, "Care", 2)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room._clock.move(minutes=10)  # type: ignore[attr-defined]
    room.add(read(message, one))
    past = room.past()
    finished(past.read())
    assert [how_many(not_told(past, message)), person_counts(past, message)[one.group].read] == [
        1,
        1,
    ]
    past.turn(after(5))
    assert [how_many(not_told(past, message)), person_counts(past, message)[one.group].read] == [
        2,
        0,
    ]
    past.close()
    room.close()


def test_people_who_left_the_roster_count_no_more(room) -> None:
    _group, [one, two] = team(room, "Care", 2)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room.add(read(message, one))
    room.take_back(one)
    [found] = not_told(room, message)
    assert [each.name for each in found.people] == [two.name]
    assert (found.heads, found.told) == (1, 0)


SAID = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["reached_at", "read_at", "confirmed_at", "why"])),
    max_size=12,
)


@settings(max_examples=25)
@given(said=SAID)
def test_the_lists_agree_with_a_count_by_hand(tmp_path_factory, said) -> None:
    room = new_room(tmp_path_factory.mktemp("told") / "r.warroom")
    group, people = team(room, "Care", 6)
    message = room.add(StaffMessage(title="Stop", sent_at=SENT))
    room.add_all(
        [
            read(message, people[n], unreachable_why="ill")
            if what == "why"
            else read(message, people[n], **{what: after(1)})
            for n, what in said
        ]
    )
    has = {n for n, what in said if what != "why"}
    counts = person_counts(room, message)[group.id]
    assert counts.reached == len(has)
    assert counts.read == len({n for n, what in said if what in ("read_at", "confirmed_at")})
    assert counts.confirmed == len({n for n, what in said if what == "confirmed_at"})
    assert counts.missed == len({n for n, what in said if what == "why"} - has)
    listed = not_told(room, message)
    assert [each.left for each in told(room, message) if each.left] == [n.count for n in listed]
    missing = [person.name for each in listed for person in each.people]
    assert missing == [people[n].name for n in range(6) if n not in has]
    assert [each.name for each in people_told(room, message, group.id) if not each.told] == missing
    room.close()
