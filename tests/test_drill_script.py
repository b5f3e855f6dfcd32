"""A script of a drill is read from a CSV file, and each fault is told with its line."""

import pytest

from desktop.warroom.choices import CrisisType, Tone
from desktop.warroom.drills.from_table import script_of
from desktop.warroom.drills.words import Expected, InjectKind, allowed
from desktop.warroom.exchange.sheets import SheetFaults
from desktop.warroom.faults import RuleBroken

HEAD = "minute,kind,text,who,reach,tone,expects,within,wanted\n"


def read(rows: str, head: str = HEAD):
    return script_of((head + rows).encode(), "Ours", CrisisType.DATA_LEAK)


def faults(rows: str) -> list[str]:
    with pytest.raises(SheetFaults) as raised:
        read(rows)
    return [fault.sentence for fault in raised.value.faults]


def test_a_row_is_an_event_and_the_events_stand_in_the_order_of_their_minutes():
    told = read(
        '30,inquiry,Why?,"City TV, Wu",,,answer,45,Call back\n'
        "5,media,All is lost,Ledger,12000,negative,,,\n"
    )
    assert (told.title, told.type, told.minutes) == ("Ours", CrisisType.DATA_LEAK, 75)
    media, inquiry = told.injects
    assert (media.key, media.kind, media.reach, media.tone) == (
        *("2", InjectKind.MEDIA, 12000),
        Tone.NEGATIVE,
    )
    assert (inquiry.expects, inquiry.within, inquiry.wanted) == (Expected.ANSWER, 45, "Call back")


def test_three_columns_are_enough_and_kinds_may_be_words():
    told = read("0,Media inquiry,Why?\n", "Minute;Kind;Text\n".replace(";", ","))
    assert told.injects[0].kind is InjectKind.INQUIRY


def test_each_fault_is_told_with_its_line_and_column():
    said = faults(
        "soon,media,A,,,,,,\n"
        "1,film,A,,,,,,\n"
        "2,media,,,,,,,\n"
        "3,media,A,,many,,,,\n"
        "4,media,A,,,,done,10,\n"
        "5,media,A,,,,,10,\n"
    )
    assert [each.partition(":")[0] for each in said] == [
        'Line 2, column "minute"',
        'Line 3, column "kind"',
        'Line 4, column "text"',
        'Line 5, column "reach"',
        'Line 6, column "expects"',
        'Line 7, column "expects"',
    ]
    assert "write one of: media, rumour, staff" in said[1]


def test_a_table_without_the_needed_columns_says_which_there_are():
    with pytest.raises(RuleBroken, match=r"no column kind\. Its columns are: minute, kind, text"):
        read("1,A\n", "minute,text\n")


def test_only_what_can_be_done_to_an_event_is_expected_of_it():
    assert Expected.CONFIRM in allowed(InjectKind.FACT)
    assert Expected.ANSWER not in allowed(InjectKind.ENTRY)
    assert Expected.STATEMENT in allowed(InjectKind.MEDIA)
