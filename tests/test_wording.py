"""A line is worded as JSON with sorted keys, whatever is said in it, and reads back as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.ids import new_id
from desktop.warroom.journal import Said, storable
from desktop.warroom.moment import Moment

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | TEXTS
VALUES = st.dictionaries(
    TEXTS, st.none() | TEXTS | st.integers() | st.booleans() | st.lists(TEXTS, max_size=2)
)
SAYINGS = st.builds(
    Said,
    kind=TEXTS,
    record=TEXTS,
    values=VALUES,
    act=TEXTS,
    at=st.builds(Moment, st.integers(0, 10**13)),
    by=TEXTS,
    clock=st.tuples(st.integers(0, 10**13), st.integers(0, 9)),
    boot=st.integers(0, 10**9),
    adds=st.booleans(),
    pretended=st.booleans(),
    typed=MAYBE,
    undoes=MAYBE,
    redoes=MAYBE,
    why=MAYBE,
)


@given(SAYINGS)
def test_a_body_is_json_with_sorted_keys_and_reads_back(said: Said) -> None:
    body = said.body()
    read = Said.read(body)
    assert read._replace(at=said.at) == said
    assert str(read.at) == str(said.at)
    again = json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert body == again


@given(st.dictionaries(TEXTS, st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)))
def test_what_is_stored_can_be_held_by_a_file(values: dict[str, object]) -> None:
    json.dumps(storable(values), ensure_ascii=False).encode()


def test_ids_rise_and_are_of_version_7() -> None:
    ids = [new_id(1_763_879_400_000 - n % 3) for n in range(5_000)]
    assert ids == sorted(set(ids))
    assert {(len(one), one[14], one[19] in "89ab") for one in ids} == {(36, "7", True)}
