"""Two wordings beside each other: each side reads as it was, and only what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.warroom.statements.differences import Mark, Row, differences, words

LINES = st.lists(st.text("ab 3,召回。", max_size=9), max_size=5).map("\n".join)


def side(rows: list[Row], name: str) -> str:
    """One side put together again."""
    lines = [getattr(row, name) for row in rows if getattr(row, name) is not None]
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def marked(rows: list[Row], mark: Mark) -> list[str]:
    pieces = [p for row in rows for line in (row.before, row.after) for p in line or ()]
    return [piece.text for piece in pieces if piece.mark == mark]


@given(LINES, LINES)
def test_each_side_reads_as_it_was(before, after):
    rows = differences(before, after)
    assert side(rows, "before") == before
    assert side(rows, "after") == after


@given(LINES)
def test_a_text_does_not_differ_from_itself(text):
    assert not any(row.differs for row in differences(text, text))


@given(LINES, LINES)
def test_what_is_the_same_at_both_sides_is_marked_so(before, after):
    for row in differences(before, after):
        if row.before is not None and row.after is not None:
            same = [
                "".join(p.text for p in line if p.mark == Mark.SAME)
                for line in (row.before, row.after)
            ]
            assert same[0] == same[1]


def test_english_is_compared_by_words():
    rows = differences("We stopped the sale.", "We stop the sale.")
    assert marked(rows, Mark.REMOVED) == ["stopped"]
    assert marked(rows, Mark.ADDED) == ["stop"]


def test_chinese_is_compared_by_characters_and_figures_as_wholes():
    rows = differences("我們已停售 3,412 個保溫瓶。", "我們已召回 3,512 個保溫瓶。")
    assert marked(rows, Mark.REMOVED) == ["停售 3,412"]
    assert marked(rows, Mark.ADDED) == ["召回 3,512"]
    assert words("停售 3,412 個") == ["停", "售", " ", "3,412", " ", "個"]


def test_a_paragraph_put_in_between_moves_nothing_else():
    rows = differences("One.\nTwo.", "One.\nBetween.\nTwo.")
    assert [row.differs for row in rows] == [False, True, False]
    assert rows[1].before is None


def test_lines_that_have_little_in_common_stand_one_after_the_other():
    rows = differences("Sale stopped at noon today", "全部召回")
    assert [row.after is None for row in rows] == [True, False]


def test_lines_that_are_alike_stand_beside_each_other_wherever_others_came_between():
    before = "The sale stopped at noon.\nNobody was hurt so far."
    after = "致各位顧客\nThe sale stopped at one.\nNobody was hurt so far, we know."
    rows = differences(before, after)
    assert [row.before is None for row in rows] == [True, False, False]
    assert marked(rows, Mark.REMOVED) == ["noon"]
