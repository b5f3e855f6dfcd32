"""The length of a statement in the way of its language, and which templates come first."""

import pytest

from desktop.warroom.choices import CrisisType, Language
from desktop.warroom.statements.fitting import fits, fitting_first
from desktop.warroom.statements.length import length
from desktop.warroom.statements.words import Form


def test_english_is_counted_in_words_and_chinese_in_characters() -> None:
    assert length("We are  sorry.\nWe look.", Form.HOLDING, Language.ENGLISH).count == 5
    assert length("我們 很抱歉。\n2 人", Form.HOLDING, Language.TRADITIONAL).count == 8


@pytest.mark.parametrize(
    ("words", "near", "over"), [(179, False, 0), (180, True, 0), (200, True, 0), (212, True, 12)]
)
def test_a_text_comes_near_its_limit_and_passes_it(words: int, near: bool, over: int) -> None:
    found = length("word " * words, Form.HOLDING, Language.ENGLISH)
    assert (found.near, found.over) == (near, over)


def test_what_is_too_long_is_said_in_words() -> None:
    assert str(length("w " * 212, Form.HOLDING, "en")) == "212 of 200 words, 12 too many"
    assert str(length("字" * 30, Form.HOLDING, "zh_CN")) == "30 of 300 characters"
    assert str(length("one", Form.AUTHORITY, "en")) == "1 word"


@pytest.mark.parametrize("crisis", CrisisType)
def test_every_template_is_offered_and_those_of_other_types_last(crisis: CrisisType) -> None:
    found = fitting_first(crisis)
    assert set(found) == set(Form)
    assert [fits(form, crisis) for form in found] == sorted(
        (fits(form, crisis) for form in Form), reverse=True
    )
