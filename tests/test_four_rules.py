"""The four rules as a check: each advice quotes the sentence it means and says what to do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.warroom.answers.press import PressConference
from desktop.warroom.choices import Certainty, Classification
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from desktop.warroom.statements.four_rules_check import Advice, Rule, advice
from desktop.warroom.statements.numbers_typed import numbers_typed
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import Remedy
from desktop.warroom.statements.sentences import sentences, too_long
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from tests.rooms import START

EN, TW, CN = "en", "zh_TW", "zh_CN"


def asked(room, text="", form=Form.UPDATE, language=EN, at=None, **parts) -> list[Advice]:
    """The advice on a statement with this text, or with these parts."""
    held = tuple({"field": key, "text": said} for key, said in parts.items())
    statement = room.add(
        Statement(
            title="Bottles", form=form, language=language, text=text, parts=held, next_update_at=at
        )
    )
    return advice(room, statement)


def said(found: list[Advice], rule: Rule) -> str:
    return "\n".join(each.said for each in found if each.rule == rule)


def fact(room, subject="Hurt", value="3 people", status=Certainty.CONFIRMED, **more) -> str:
    return reference(room.add(Fact(subject=subject, value=value, status=status, **more)).id)


# sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We stop. Dr. Wu says so. Call us!", ["We stop.", "Dr. Wu says so.", "Call us!"]),
        ("It cost 3.5 million. At 9 a.m. we knew.", ["It cost 3.5 million.", "At 9 a.m. we knew."]),
        ("我們道歉。「已停售。」請來電！", ["我們道歉。", "「已停售。」", "請來電！"]),
        ("没有句号\n下一行；再一句", ["没有句号", "下一行；", "再一句"]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text, parts):
    assert sentences(text) == parts


def test_a_sentence_is_too_long_beyond_25_words_or_50_characters():
    assert not too_long("word " * 25, EN)
    assert too_long("word " * 26, EN) == 26
    assert not too_long("字" * 50 + "，。", TW)
    assert too_long("字" * 51, CN) == 51


# concise


def test_a_long_sentence_and_jargon_are_quoted_with_what_to_say_instead(room):
    found = asked(room, "We leverage the SLA. Word" + " word" * 29 + ".")
    meant = [each.sentence[:8] for each in found if each.rule == Rule.CONCISE]
    assert meant == ["We lever", "We lever", "Word wor"]
    assert "instead of “leverage” say “use”" in said(found, Rule.CONCISE)
    assert "30 words" in said(found, Rule.CONCISE)


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [(TW, "我們已完成閉環管理。", "處理到底"), (CN, "我们已完成闭环管理。", "处理到底")],
)
def test_jargon_is_known_in_both_chinese_scripts(room, language, text, plain):
    assert plain in said(asked(room, text, language=language), Rule.CONCISE)


def test_a_holding_statement_beyond_its_length_is_told_how_much_too_long_it_is(room):
    assert "too long" in said(asked(room, "word. " * 201, Form.HOLDING), Rule.CONCISE)
    assert "too long" not in said(asked(room, "word. " * 200, Form.HOLDING), Rule.CONCISE)
    assert "too long" in said(asked(room, "字字。" * 101, Form.HOLDING, TW), Rule.CONCISE)


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        (TW, "We stopped all sales today.", "Traditional Chinese"),
        (CN, "We stopped all sales today.", "Simplified Chinese"),
        (EN, "我們今天停止銷售。", "English"),
        (TW, "我們已通報 EU Safety Business Gateway。", ""),
        (CN, "PowerCore 20000 Wuhan Plant", ""),
        (EN, "Unplug the kettle 水壺.", ""),
    ],
)
def test_a_sentence_that_is_not_translated_yet_is_quoted(room, language, text, named):
    found = said(asked(room, text, language=language), Rule.CONCISE)
    assert (f"not in {named} yet" in found) if named else ("yet. Translate" not in found)


# truthful


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("We sold 3,412 bottles at 12 % off for US$40.", ["3,412", "12 %", "US$40"]),
        ("At 09:30 on 23 Nov 2026 we called 0800 123 456.", []),
        ("Within 3 days, in 24 hours, since 2019.", []),
        ("Version 2.1 of article 57, the 3rd of batches 2231 and 2232.", []),
        ("PX-200, 24/7, https://a.example/42", []),
        ("1. Two customers wrote; one of us answered.", ["Two"]),
        ("11 月 23 日 9 時，於 3 小時內，第 57 條。", []),
        ("已售出三百件，12 名顧客受傷。", ["三百", "12"]),
        ("热线 400-800-1234，UTC+8，版本 2", []),
        ("We sold ⟦01ABC234⟧ bottles.", []),
    ],
)
def test_numbers_that_count_are_told_from_times_phones_and_names(text, typed):
    assert sorted(numbers_typed(text)) == sorted(typed)


def test_a_typed_number_gets_advice_and_a_confirmed_fact_none(room):
    found = asked(room, f"There were {fact(room)} hurt. We sold 12 bottles.")
    told = [each for each in found if each.rule == Rule.TRUTHFUL]
    assert [each.sentence for each in told] == ["We sold 12 bottles."]
    assert "12" in told[0].said


def test_a_fact_that_is_not_confirmed_is_named(room):
    unsure = fact(room, "Sold", "3,412", Certainty.UNCONFIRMED)
    wrong = fact(room, "Dead", "none", Certainty.REFUTED)
    secret = fact(room, "Name of the boy", "A", sensitivity=Classification.PRIVILEGED)
    told = said(asked(room, f"A {unsure}. B {wrong}. C {secret}. D ⟦NONE⟧."), Rule.TRUTHFUL)
    assert "not confirmed: Sold" in told
    assert "refuted: Dead" in told
    assert "not for the public: Name of the boy" in told
    assert "no fact of the room: NONE" in told


def test_advice_shows_the_value_of_a_fact_and_keeps_what_was_typed(room):
    named = fact(room, "Sold", "3,412", Certainty.UNCONFIRMED)
    told = next(e for e in asked(room, f"We sold {named}.") if e.rule == Rule.TRUTHFUL)
    assert told.sentence == "We sold 3,412."
    assert told.typed == f"We sold {named}."


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        (EN, "Our bottles are always safe.", "always"),
        (EN, "We are 100 % sure.", "100 %"),
        (TW, "產品絕對安全。", "絕對"),
        (CN, "产品完全没有问题。", "完全"),
        (CN, "我们绝不隐瞒。", "绝不"),
    ],
)
def test_absolute_words_are_quoted(room, language, text, word):
    assert f"“{word}”" in said(asked(room, text, language=language), Rule.TRUTHFUL)


def test_an_apology_for_a_certain_deposit_is_not_absolute(room):
    assert not said(asked(room, "保证金在一定程度上返还。", language=CN), Rule.TRUTHFUL)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The bottles overheat due to a wrong cap."),
        (EN, "Our supplier is responsible."),
        (TW, "原因是瓶蓋過緊。"),
        (CN, "这是供应商的责任。"),
    ],
)
def test_a_holding_statement_names_no_cause_and_no_blame(room, language, text):
    assert "no cause" in said(asked(room, text, Form.HOLDING, language), Rule.TRUTHFUL)
    assert "no cause" not in said(asked(room, text, Form.FULL, language), Rule.TRUTHFUL)


@pytest.mark.parametrize(
    ("language", "text"),
    [(EN, "What it was caused by is not known yet."), (TW, "原因尚待查明，由於檢驗未完成。")],
)
def test_a_holding_statement_may_say_that_the_cause_is_open(room, language, text):
    assert "no cause" not in said(asked(room, text, Form.HOLDING, language), Rule.TRUTHFUL)


def test_a_number_in_a_holding_statement_says_as_of_when(room):
    hurt = fact(room)
    bare = asked(room, "", Form.HOLDING, what_we_know_confirmed=f"We know of {hurt} hurt.")
    dated = asked(room, "", Form.HOLDING, what_we_know_confirmed=f"As of 14:00, {hurt} were hurt.")
    chinese = asked(room, f"截至 14:00，{hurt}受傷。", Form.HOLDING, TW)
    assert "as of" in said(bare, Rule.TRUTHFUL)
    assert "as of" not in said(dated, Rule.TRUTHFUL)
    assert "as of" not in said(chinese, Rule.TRUTHFUL)


# sincere


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "We regret it if anyone felt offended."),
        (EN, "We apologise for any inconvenience."),
        (TW, "如有不便，敬請見諒。"),
        (TW, "如果造成困擾，我們深感遺憾。"),
        (CN, "如果给您造成困扰，我们表示遗憾。"),
    ],
)
def test_an_apology_with_an_if_is_none(room, language, text):
    assert "doubts that anybody was hurt" in said(
        asked(room, text, language=language), Rule.SINCERE
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            EN,
            "We apologise to the customers who were burned, because we sold them a faulty bottle.",
        ),
        (TW, "我們向受傷的顧客道歉，因為我們賣出了會過熱的瓶子。"),
        (CN, "我们向受伤的顾客道歉，因为我们卖出了会过热的瓶子。"),
    ],
)
def test_an_apology_that_names_whom_and_what_is_sincere(room, language, text):
    assert not said(asked(room, text, Form.FULL, language), Rule.SINCERE)


def test_an_apology_to_nobody_for_nothing_is_asked_whom_and_what(room):
    told = said(asked(room, "We are deeply sorry.", Form.FULL), Rule.SINCERE)
    assert "Say to whom" in told
    assert "Say for what" in told


def test_a_full_statement_without_an_apology_is_told_so(room):
    assert "does not apologise" in said(asked(room, "We stopped.", Form.FULL), Rule.SINCERE)


def test_an_apology_that_minimises_or_shifts_blame_takes_itself_back(room):
    text = "We apologise to our customers for the burns. Only a few misused it."
    told = said(asked(room, text, Form.FULL), Rule.SINCERE)
    assert "“Only a few” makes the harm small" in told
    assert "“misused” shifts the blame" in told
    assert not said(asked(room, "Only a few bottles came back.", Form.UPDATE), Rule.SINCERE)


# proactive


def test_a_holding_statement_needs_the_time_of_the_next_update(room):
    assert "time of the next update" in said(asked(room, "X.", Form.HOLDING), Rule.PROACTIVE)
    ahead = Moment.of(START.replace(hour=18))
    told = said(asked(room, "Call 0800 123 456.", Form.HOLDING, at=ahead), Rule.PROACTIVE)
    assert told == ""
    past = Moment.of(START.replace(hour=9))
    assert "has passed" in said(asked(room, "X.", Form.HOLDING, at=past), Rule.PROACTIVE)


@pytest.mark.parametrize(
    ("language", "undated", "dated"),
    [
        (EN, "We refund every bottle.", "We refund every bottle until 30 November 2026."),
        (TW, "全額退款。", "於 12 月 1 日前全額退款。"),
        (CN, "全额退款。", "7 天内全额退款。"),
    ],
)
def test_a_remedy_has_a_date(room, language, undated, dated):
    without = asked(room, "", Form.FULL, language, remedy_or_compensation=undated)
    within = asked(room, "", Form.FULL, language, remedy_or_compensation=dated)
    assert "No date" in said(without, Rule.PROACTIVE)
    assert "No date" not in said(within, Rule.PROACTIVE)


def test_a_contact_is_a_number_an_address_or_at_least_a_way(room):
    for text, lacks in (("Call 0800 123 456.", False), ("a@b.example", False), ("Nobody.", True)):
        told = said(asked(room, "", Form.RECALL, contact_channel=text), Rule.PROACTIVE)
        assert ("one contact" in told) is lacks


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        (EN, "We will tell you as soon as possible.", "as soon as possible"),
        (TW, "我們將儘快說明。", "儘快"),
        (CN, "公司高度重视。", "高度重视"),
    ],
)
def test_words_that_promise_no_time_and_say_nothing_are_quoted(room, language, text, word):
    assert f"“{word}”" in said(asked(room, text, language=language), Rule.PROACTIVE)


# by template


def test_parts_that_are_needed_and_empty_are_listed_under_their_rule(room):
    found = asked(room, "", Form.HOLDING, headline="Bottles", care_sentence="", contact_channel="")
    assert "Still empty: Care for those affected" in said(found, Rule.SINCERE)
    assert "Still empty: Contact" in said(found, Rule.PROACTIVE)
    assert {each.field for each in found if "Care" in each.said} == {"care_sentence"}


@pytest.mark.parametrize(
    ("language", "product", "hazard", "asks"),
    [
        (EN, "Bottle X", "It can burn the hand.", False),
        (TW, "晨露保溫瓶", "可能過熱而燙傷。", False),
        (EN, "Our brand has been loved for years.", "It can burn.", True),
    ],
)
def test_a_recall_begins_with_product_and_hazard(room, language, product, hazard, asks):
    parts = {"product_name": product, "hazard": hazard}
    told = said(asked(room, "", Form.RECALL, language, **parts), Rule.CONCISE)
    assert ("Begin with product and hazard" in told) is asks


def test_a_recall_does_not_advertise(room):
    told = said(asked(room, "这款热销产品会过热。", Form.RECALL, CN), Rule.CONCISE)
    assert "“热销”" in told


def test_a_breach_notice_holds_three_contents(room):
    nothing = said(asked(room, "", Form.BREACH, recipient="Dear customer"), Rule.TRUTHFUL)
    assert "which kinds of data" in nothing
    assert "protect themselves" in nothing
    assert "whom to ask" in nothing
    whole = (
        "Someone copied your name and address on 3 May; the risk is fraud. "
        "Change your password. Call 0800 123 456."
    )
    told = said(asked(room, whole, Form.BREACH), Rule.TRUTHFUL)
    assert "Say" not in told


def test_a_clarification_leads_with_the_fact_and_insults_nobody(room):
    found = asked(room, "網傳我們用回收瓶，造謠者惡意抹黑。我們只用新瓶。", Form.CLARIFICATION, TW)
    assert "not with the rumour" in said(found, Rule.TRUTHFUL)
    assert "“造謠者” insults" in said(found, Rule.SINCERE)
    calm = asked(room, "We only use new bottles. A post claims otherwise.", Form.CLARIFICATION)
    assert "rumour" not in said(calm, Rule.TRUTHFUL)


def test_an_update_says_the_old_value_of_a_number_that_changed(room):
    named = fact(room, "Hurt", "3 people")
    out = {"fact": named.strip("⟦⟧"), "value": "2 people"}
    room.add(Release(statement="S", title="T", at=room.now(), facts=(out,)))
    assert "It was 2 people" in said(asked(room, f"Now {named} are hurt."), Rule.TRUTHFUL)
    told = said(asked(room, f"Now {named} are hurt, not 2 people: one came later."), Rule.TRUTHFUL)
    assert "It was" not in told


def test_a_report_marks_what_is_to_follow(room):
    told = said(asked(room, "", Form.AUTHORITY, authority="X", scale=""), Rule.TRUTHFUL)
    assert "“to follow”" in told


def test_nothing_is_closed_while_promises_are_open_and_remedies_owed(room):
    room.add(
        Clock(
            what=ClockKind.PROMISE,
            title="Report by Friday",
            due=Moment.of(START.replace(day=27)),
            owner="Lin Xia",
            state=ClockState.RUNNING,
        )
    )
    room.add(Remedy(what="Refund", promised=100, delivered=40))
    told = said(asked(room, "It is over.", Form.CLOSING), Rule.PROACTIVE)
    assert "Report by Friday" in told
    assert "Refund" in told


def test_a_press_opening_waits_for_the_four_checks_of_its_conference(room):
    assert "No press conference" in said(asked(room, "Good day.", Form.PRESS), Rule.PROACTIVE)
    room.add(PressConference(title="First", starts_at=Moment.of(START.replace(hour=18))))
    told = said(asked(room, "Good day.", Form.PRESS), Rule.PROACTIVE)
    assert "not ready. Venue: " in told
    assert "not ready. Process control: " in told


def test_advice_changes_nothing_in_the_room(room):
    statement = room.add(Statement(title="T", text="Always 12."))
    before = room.tail().number
    assert advice(room, statement) == advice(room, statement)
    assert room.tail().number == before
    assert room.all(Task) == []


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["sorry", "if anyone felt", "3,412", "道歉", "如有不便", "⟦X⟧", ". ", "。", "\n"]
        )
    ).map(" ".join),
    st.sampled_from(list(Form)),
    st.sampled_from([EN, TW, CN]),
)
@settings(max_examples=40)
def test_whatever_is_typed_advice_quotes_words_that_stand_in_the_text(room, text, form, language):
    statement = Statement(title="T", form=form, language=language, text=text)
    for each in advice(room, statement):
        assert each.said
        assert each.typed in text or each.typed == "T"
        assert each.sentence in text or each.sentence.split()[0] in text
