"""Ranks: whatever was moved between whatever, the order stays and there is always room."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.rank import DIGITS, between


@given(places=st.lists(st.floats(0, 1), max_size=120))
def test_any_number_of_moves_keeps_the_order(places):
    ranks: list[str] = []
    for place in places:
        at = round(place * len(ranks))
        before = ranks[at - 1] if at else ""
        after = ranks[at] if at < len(ranks) else ""
        made = between(before, after)
        assert before < made
        assert not after or made < after
        ranks.insert(at, made)
    assert ranks == sorted(set(ranks))


def test_always_in_front_and_always_behind_stay_short():
    first = last = between("", "")
    for _move in range(500):
        first, last = between("", first), between(last, "")
    assert len(first) <= 101
    assert len(last) <= 101


ranks = st.text(DIGITS, max_size=6)


@given(before=ranks, after=ranks)
def test_ranks_of_another_program_never_stop_a_move(before, after):
    made = between(before, after)
    assert made > before or not before
    assert not made.endswith("0")
