"""Remedies: what was promised and delivered, money by currency, people counted anew."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.remedies import AffectedCount, Remedy, latest, money, sums


def at(hour: int) -> Moment:
    return Moment.parse(f"2026-11-23T{hour:02d}:00+08:00")


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1250", "1250"), ("1,250.50", "1250.50"), ("0.1", "0.1"), ("１２５０", "1250")],
)
def test_an_amount_is_a_decimal_exactly_as_written(text: str, amount: str):
    assert money(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["NT$5", "1.250,50", "-3", "1e5", "12,50", "0.12345", "abc", ""])
def test_what_is_no_amount_is_refused_with_how_to_write_it(text: str):
    with pytest.raises(RuleBroken, match="Write 1250"):
        money(text)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_in_hundredths_is_read_back(value: Decimal):
    assert money(f"{value:f}") == value == money(f"{value:,f}")


@pytest.mark.parametrize("currency", ["", "$", "NT$", "元", "EURO"])
def test_an_amount_needs_the_three_letters_of_its_currency(room: WarRoom, currency: str):
    with pytest.raises(RuleBroken, match="three letters"):
        room.add(Remedy(what="Refund", amount="20", currency=currency))


def test_an_amount_with_decimals_is_kept_as_it_was_written(room: WarRoom):
    room.add(Remedy(what="Refund", amount="1,250.50", currency="TWD"))
    assert room.all(Remedy)[0].amount == "1,250.50"


def test_sums_are_exact_and_never_added_across_currencies():
    found = sums(
        [
            Remedy(what="a", promised=3, delivered=1, amount="0.1", currency="usd"),
            Remedy(what="b", promised=10, amount="0.2", currency="USD"),
            Remedy(what="c", promised=2, delivered=2, amount="1,000", currency="TWD"),
            Remedy(what="d", amount="5", currency="TWD"),
            Remedy(what="e", promised=7),
        ]
    )
    assert [(each.currency, each.promised, each.delivered) for each in found] == [
        ("TWD", Decimal(2000), Decimal(2000)),
        ("USD", Decimal("2.3"), Decimal("0.1")),
    ]
    assert [each.unknown for each in found] == [1, 0]


def test_a_remedy_is_open_until_all_is_delivered_or_it_is_noted_as_done():
    assert Remedy(what="a", promised=10, delivered=9).open
    assert not Remedy(what="a", promised=10, delivered=10).open
    assert not Remedy(what="a", done_at=at(9)).open
    assert Remedy(what="a", due=at(9)).late(at(10).ms)
    assert Remedy(what="a", promised=4, delivered=6).share == 1.0
    assert Remedy(what="a", delivered=6).share is None


def test_of_each_group_of_people_the_newest_count_is_shown():
    counts = [
        AffectedCount(who="Customers", as_of=at(9), known=10),
        AffectedCount(who="customers ", as_of=at(12), known=40),
        AffectedCount(who="Staff", as_of=at(10), known=2),
    ]
    assert [(each.who.strip(), each.known) for each in latest(counts)] == [
        ("customers", 40),
        ("Staff", 2),
    ]


def test_no_count_is_below_nought(room: WarRoom):
    with pytest.raises(RuleBroken):
        room.add(AffectedCount(who="Customers", as_of=at(9), known=-1))
