"""Files of every kind of record come in: links found, cards placed, copies put together."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.lines import KeyMessage
from desktop.warroom.answers.press import PressConference
from desktop.warroom.choices import Standing, TaskStatus, Tone
from desktop.warroom.exchange import guess_mapping
from desktop.warroom.exchange.kinds import NAMES, counted, kind_called, name_of
from desktop.warroom.exchange.languages import in_all
from desktop.warroom.exchange.names import COMING_IN
from desktop.warroom.exchange.notes import notes
from desktop.warroom.exchange.stories import normalised, stories
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.exercises import Exercise
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.risks import Risk
from desktop.warroom.moment import Moment
from desktop.warroom.rank import behind, between
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Evidence,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.review.recovery import Indicator
from desktop.warroom.review.words import Better
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from tests.arrivals import arrival, bring_in
from tests.rooms import T0, new_room

DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture
def room(tmp_path):
    room = new_room(tmp_path / "r.warroom")
    yield room
    room.close()


FILES = {
    "timeline": "time,text\n2026-11-23 14:05,pump off\n",
    "tasks": "title,owner\nRecall,Wu\n",
    "coverage": "date,source,title\n2026-11-23 14:05,Harbour Daily,Recall widens\n",
    "staff_groups": "team,headcount\nNight,140\n",
    "staff_messages": "subject,body\nStop,All lines stop\n",
    "people": "姓名,职务\n林夏,公关\n",
    "facts": "bucket,subject,value\nincident,Units sold,12400\n",
    "fact_sources": "fact,source,says\nUnits,the log,12400\n",
    "products": "name,batch,units_sold\nBottle,B2231,12400\n",
    "leaked_data": "data,people\nnames,340\n",
    "claims": "text,source\nIt burns,a forum\n",
    "services": "name,since\nLogin,2026-11-23 14:05\n",
    "assessments": "assessed_at,nature\n2026-11-23 14:05,A defect\n",
    "objectives": "text,target\nNo further injury,0\n",
    "audiences": "who,name,owner\ncustomers_affected,families,Wu\n",
    "measures": "text,owner\nClose the line,Wu\n",
    "posts": "role,person,deputy\nspokesperson,Lin Xia,Wu Ke\n",
    "duties": "person,begun_at\nLin Xia,2026-11-23 14:05\n",
    "signals": "received_at,source,text\n2026-11-23 14:05,hotline,It smells\n",
    "risks": "title,likelihood,harm\nFire,5,4\n",
    "controls": "risk,text\nFlood,Sandbags\n",
    "media_contacts": "name,outlet\nHe Yu,Harbour Daily\n",
    "press_kits": "title,version\nThe company,2\n",
    "media_meetings": "title\nMonthly breakfast\n",
    "exercises": "held_at,scenario\n2026-11-02 09:00,Recall\n",
    "findings": "exercise,text\nOutage,No list of telephones\n",
    "clocks": "title,due\nNext update,2026-11-23 18:00\n",
    "calendar_days": "jurisdiction,day\nCN,2026-10-01\n",
    "statements": "template,title,text,language\nST-FULL,Recall,We recall it,zh_TW\n",
    "staff_members": "工号,姓名,班组,主管,phone\n1001,林夏,Day shift,yes,+86 1\n",
    "shifts": "team,from,to,headcount\nDay shift,2026-11-23 22:00,2026-11-24 06:00,38\n",
    "receipts": "message,staff number,read,confirmed\nHalt,7,2026-11-23 14:05,2026-11-23 14:06\n",
    "staff_questions": "question,topic,group\nWill we be paid,pay,Day shift\n",
    "rumours": "rumour,heard_at,where,spread\nThe plant closes,2026-11-23 14:05,canteen,team\n",
    "pulses": "group,at,1,2,3,4,5,concerns\nDay shift,2026-11-23 14:05,1,0,2,3,4,pay;rest\n",
    "trainings": "course,group,valid_until\nPress calls,Day shift,2027-11-23\n",
    "referrals": "to_whom,group,people\nHelp line,Day shift,2\n",
    "remedies": "what,to_whom,promised,amount,currency\nRefund,buyers,12400,1290.50,TWD\n",
    "affected_counts": "who,as_of,known,notified\nbuyers,2026-11-23 14:05,12400,9870\n",
    "key_messages": "role,text\numbrella,Nobody should be hurt\n",
    "proof_points": "message,text\nWe refund,All are traced\n",
    "answers": "question,line,not_to_say\nWhy?,We test it,the supplier\n",
    "comments": "date,platform,author,content,followers\n2026-11-23 14:05,Murmur,@a,Hot,1200\n",
    "removals": "comment,reason,removed by\nIt burns,Threatens a colleague,Wu\n",
    "reply_templates": "title,language,text\nThanks,zh_TW,謝謝您\n",
    "inquiries": "received,outlet,reporter,question,deadline,tier\n"
    "2026-11-23 14:05,City TV,Wu,Why so late?,2026-11-23 16:30,1\n",
    "corrections": "outlet,wrong,right,requested\nCity TV,Ten hurt,Three hurt,2026-11-23 14:05\n",
    "press_conferences": "title,starts_at,minutes,venue\nOpening,2026-11-23 18:00,45,Hall 2\n",
    "run_lines": "conference,minute,lasts,speaker,content\nBriefing,0,5,Wu,Welcome\n",
    "what_ifs": "conference,happens,then\nBriefing,Power fails,Pause\n",
    "press_questions": "conference,at,outlet,question\nBriefing,2026-11-23 18:20,City TV,Why?\n",
    "thanks": "to_whom,what_for\nDay shift,A quiet night\n",
    "reviews": "held_at,by,present,causes,worked\n2026-12-07 10:00,Wu,Lin;He,A seal,The recall\n",
    "lessons": "text,cause,owner,due\nTest seals,No test,Wu,2026-12-20 09:00\n",
    "indicators": "name,unit,better,baseline\nTrust,%,Higher is better,71.5\n",
    "indicator_readings": "indicator,date,value\nReturns,2026-12-01,4.2\n",
    "improvements": "area,action,owner,indicator\nquality,A second seal,Wu,Returns\n",
    "cases": "company,year,cause,measures,result,source\nLantern,2024,A leak,Told all,Calm,press\n",
    "forecasts": "course,text,as_of\nworst,All shops close,2026-11-23 14:05\n",
    "decisions_needed": "question,who\nRecall abroad,Wu Ke\n",
}


def staff() -> list[Record]:
    """A group, one of its people, and a message, that rows may name."""
    day = StaffGroup(name="Day shift", id="019ab0f5-1f3e-7000-8000-0000000000aa")
    return [
        day,
        StaffMember(name="Wu Ke", number="7", group=day.id),
        StaffMessage(title="Halt", sent_at=T0),
    ]


@pytest.mark.parametrize(("name", "text"), FILES.items())
def test_each_kind_comes_in_under_its_plural_word(room: WarRoom, name: str, text: str) -> None:
    kind = kind_called(name)
    assert name_of(kind) == name
    room.add_all([Fact(subject="Units"), Risk(title="Flood")])
    room.add(Exercise(scenario="Outage", held_at=T0))
    room.add_all([PressConference(title="Briefing"), KeyMessage(text="We refund")])
    room.add(Indicator(name="Returns", better=Better.DOWN))
    room.add_all([*staff(), Comment(platform="Murmur", text="It burns", posted_at=T0)])
    came = bring_in(room, kind, text)
    assert [came.unused, len(came.records)] == [(), 1]
    assert room.all(kind)[-1] == came.records[0]
    assert room.verify().sound


def test_no_kind_is_without_a_file_that_was_tried() -> None:
    assert {*FILES, "deliveries"} == set(COMING_IN)  # a delivery needs both its links; see below


def test_a_statement_comes_in_as_the_first_draft_of_its_text_whatever_the_file_says(
    room: WarRoom,
) -> None:
    rows = "title,text,standing,version,writers\nRecall,We recall it,approved,7,Wu\n"
    came = bring_in(room, Statement, rows)
    assert set(came.unused) == {"standing", "version", "writers"}
    (text,) = room.all(Statement)
    assert (text.standing, text.version, text.wrote) == (Standing.DRAFT, 1, ("Lin",))


def test_what_the_room_let_out_comes_from_no_file(room: WarRoom) -> None:
    assert set(NAMES) - set(COMING_IN) == {"releases"}
    with pytest.raises(RuleBroken, match="not read from files"):
        bring_in(room, Release, "title,text,channel,url\nRecall,We recall it,website,u\n")


def test_the_words_for_kinds_are_said_when_one_is_wrong() -> None:
    with pytest.raises(RuleBroken, match="timeline, tasks, coverage"):
        kind_called("tweets")
    assert [counted(kind, 1)[:2] for kind in NAMES.values()] == ["1 "] * len(NAMES)
    assert counted(Entry, 1_200) == "1,200 entries"


def test_an_import_is_one_act_and_one_undo_takes_all_of_it_back(room: WarRoom) -> None:
    bring_in(room, Entry, "time,text\n" + "2026-11-23 14:05,one\n2026-11-23 14:06,two\n")
    assert (room.count(Selection(kind=Entry)), room.count(Selection(kind=Evidence))) == (2, 1)
    room.undo()
    assert (room.count(Selection(kind=Entry)), room.count(Selection(kind=Evidence))) == (0, 0)
    room.redo()
    assert [entry.text for entry in room.all(Entry)] == ["one", "two"]
    assert room.verify().sound


def test_a_delivery_names_its_message_and_group_by_id_or_by_name(room: WarRoom) -> None:
    group, message = room.add(StaffGroup(name="Night shift")), room.add(StaffMessage(title="Stop"))
    rows = f"message,group,reached\nstop,NIGHT SHIFT,96\n{message.id},{group.id},97\n"
    came = bring_in(room, Delivery, rows)
    assert {(row.message, row.group) for row in came.records} == {(message.id, group.id)}


def test_a_name_that_nothing_or_several_things_have_is_a_fault_of_its_row(room: WarRoom) -> None:
    room.add_all([StaffGroup(name="Night"), StaffGroup(name="Day"), StaffGroup(name="day")])
    room.add(StaffMessage(title="Stop"))
    came = arrival(room, Delivery, "message,group\nStop,Night\nStop,Noon\nStop,Day\n")
    assert [fault.sentence for fault in came.faults] == [
        'Line 3, column "group": Staff group: nothing in the room is called "Noon". '
        "Import it first.",
        'Line 4, column "group": Staff group: several in the room are called "Day". Write its id.',
    ]
    assert came.records == []
    assert len(came.rows) == 1


def test_a_word_that_no_choice_has_is_told_with_the_words_that_are_known(room: WarRoom) -> None:
    came = arrival(room, Coverage, "date,outlet,headline,tone\n2026-11-23,o,h,sehr gut\n")
    assert came.faults.sentences[1] == (
        'Line 2, column "tone": "sehr gut" is not known here. '
        "Write one of: Not rated, Negative, Neutral, Positive, Mixed."
    )


def test_choices_and_labels_are_known_in_every_language(room: WarRoom) -> None:
    for word in in_all(Tone.MIXED.word):
        text = f"date,outlet,headline,tone\n2026-11-23,o,{word},{word}\n"
        assert bring_in(room, Coverage, text).records[0].tone is Tone.MIXED
    for label in in_all("Owner"):
        assert guess_mapping(Task, [label]) == {label: "owner"}


def test_new_cards_stand_behind_all_others_in_the_order_of_the_file(room: WarRoom) -> None:
    room.add_all([Task(title="old", status=TaskStatus.DONE, rank=between("", ""))])
    rows = "".join(f"card {n},done\n" for n in range(200))
    bring_in(room, Task, "title,status\n" + rows)
    cards = room.records(Selection(kind=Task, order="rank"))
    assert [card.title for card in cards] == ["old", *(f"card {n}" for n in range(200))]
    assert cards[1].status is TaskStatus.DONE
    room.place(cards[3], status=TaskStatus.DONE, ahead_of=cards[1])
    cards = room.records(Selection(kind=Task, order="rank"))
    assert [card.title for card in cards[:3]] == ["old", "card 2", "card 0"]


@given(st.sampled_from(["", "V", "zz", "A1B"]), st.integers(0, 4_000))
def test_ranks_made_in_one_pass_rise_and_leave_room(before: str, count: int) -> None:
    ranks = [before, *behind(before, count)]
    assert ranks == sorted(set(ranks))
    assert len(ranks[-1]) <= len(before) + 5
    assert all(a < between(a, b) < b for a, b in pairwise(ranks[1:]))


def item(hours: float, outlet: str, headline: str, story: str = "") -> Coverage:
    at = Moment(round(hours * 3_600_000))
    return Coverage(published_at=at, outlet=outlet, headline=headline, story=story)


def test_copies_of_a_headline_within_two_days_share_a_story() -> None:
    items = [
        item(47, "Daily", "RECALL WIDENS - Daily"),
        item(0, "Wire", "Recall widens"),
        item(50, "Post", "Recall  widens!"),
        item(51, "Late", "Recall widens"),
        item(0, "Wire", "Another matter"),
        item(1, "wire", "Another matter"),
        item(0, "Wire", "!!"),
        item(1, "Daily", "!!"),
    ]
    assert stories(items) == {
        0: "Recall widens",
        1: "Recall widens",
        2: "Recall  widens!",
        3: "Recall  widens!",
    }


def test_headlines_are_compared_by_their_words() -> None:
    assert normalised("「召回」擴大！") == normalised("召回 擴大")
    assert normalised("Mt. Gox: ＣＥＯ quits | Reuters", "Reuters") == "mt gox ceo quits"
    assert normalised("Up - and down", "Reuters") == "up and down"


def test_a_file_with_stories_of_its_own_gets_no_others() -> None:
    items = [item(0, "A", "Same", story="mine"), item(1, "B", "Same"), item(2, "C", "Same")]
    assert stories(items) == {}


def test_stories_are_filled_in_said_and_taken_back_with_the_import(room: WarRoom) -> None:
    rows = "2026-11-23 14:05,Wire,Recall widens\n2026-11-23 15:00,Daily,Recall widens\n"
    came = bring_in(room, Coverage, "date,outlet,headline\n" + rows)
    assert notes(came) == ["2 items share a story."]
    assert [each.story for each in room.all(Coverage)] == ["Recall widens"] * 2
    room.undo()
    assert room.all(Coverage) == []


def test_a_real_list_of_coverage_comes_in_with_its_tones_not_rated(room: WarRoom) -> None:
    path = DATA / "media_coverage_2014.csv"
    if not path.exists():
        pytest.skip("media_coverage_2014.csv is not beside this checkout")
    came = bring_in(room, Coverage, path.read_text(encoding="utf-8"))
    assert len(room.all(Coverage)) == 199
    assert room.tally(Selection(kind=Coverage), "tone") == {"not_rated": 199}
    again = bring_in(room, Coverage, path.read_text(encoding="utf-8"))
    assert [again.records, notes(again)] == [
        [],
        ["199 are already in the room and will be left out."],
    ]
    assert (came.grouped, came.stories) == (199, 2)
    named = {each.story for each in room.all(Coverage)}
    assert all(" " in story for story in named)


def test_groups_that_a_file_calls_by_ids_are_called_by_their_first_headline() -> None:
    found = stories(
        [
            item(20, "A", "The recall widens", story="d85PwV5UxEUaHMM0to00"),
            item(5, "B", "Bottles overheat", story="d85PwV5UxEUaHMM0to00"),
            item(9, "C", "Alone", story="a1b2c3d4e5f6"),
            item(9, "D", "Said so", story="Refund dates"),
        ]
    )
    assert found == {0: "Bottles overheat", 1: "Bottles overheat", 2: ""}
