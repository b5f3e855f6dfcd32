"""What the public can read says the same on every channel and in every language, or is warned of."""

import pytest

from desktop.warroom.choices import Certainty, Channel, Language, Severity
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.consistency import inconsistencies
from desktop.warroom.statements.desk import (
    approve,
    begin,
    in_language,
    missing,
    next_version,
    release,
    submit,
    withdraw,
)
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form

EN, TW, CN = Language.ENGLISH, Language.TRADITIONAL, Language.SIMPLIFIED
SAID = {
    EN: "Two people were hurt. Return the 1,200 bottles by 30 November 2026, 3 p.m.: "
    "we pay NT$500 each, 5 per cent more than the price. One call is enough.",
    TW: "有兩人受傷。請於 2026 年 11 月 30 日下午 3 時前退回 1200 個瓶子："
    "每個賠償 500 元，比售價高百分之五。",
    CN: "两人受伤。请于11月30日15:00前退回一千二百个瓶子，每个赔偿500元，比售价高5%。",
}


@pytest.fixture(autouse=True)
def calm(room: WarRoom) -> None:
    room.change(room.incident, severity=Severity.MODERATE, why="calm")  # one operator does it all


def out(
    room: WarRoom, text: Statement, said: str, channel: Channel = Channel.WEBSITE, where: str = ""
) -> Release:
    text = room.get(Statement, text.id)
    if text.unreleased:
        room.change(text, parts=({"field": "headline", "text": said},))
        submit(room, text)
        for role in missing(room, room.get(Statement, text.id)):
            approve(room, text, role)
    return release(room, text, channel, where, before_staff_why="They are told on the phone")


def in_three(room: WarRoom, said: dict[Language, str], **more: str) -> list[Release]:
    first = begin(room, Form.HOLDING, EN, title="Recall")
    texts = [first, in_language(room, first, TW), in_language(room, first, CN)]
    for text, title in zip(texts, ("Recall", "召回", "召回")):
        room.change(room.get(Statement, text.id), title=title)
    return [out(room, text, said[language]) for text, language in zip(texts, (EN, TW, CN))]


def sentences(room: WarRoom) -> list[str]:
    return [each.said for each in inconsistencies(room)]


def test_three_languages_that_say_the_same_warn_of_nothing(room: WarRoom) -> None:
    in_three(room, SAID)
    assert sentences(room) == []


def test_one_differing_date_in_three_languages_is_one_warning_with_both_values(
    room: WarRoom,
) -> None:
    in_three(room, {**SAID, CN: SAID[CN].replace("11月30日", "11月29日")})
    assert sentences(room) == [
        "Recall: the values differ. 30 November 2026 / 2026 年 11 月 30 日: Official website "
        "(English), Official website (Traditional Chinese). "
        "11月29日: Official website (Simplified Chinese)."
    ]


@pytest.mark.parametrize(
    ("language", "was", "now", "values"),
    [
        (EN, "1,200", "12,000", ["12,000", "1200 / 一千二百"]),
        (TW, "下午 3 時", "下午 5 時", ["3 p.m. / 15:00", "下午 3 時"]),
        (CN, "500元", "5000元", ["NT$500 / 500 元", "5000元"]),
        (CN, "两人", "三人", ["Two / 兩", "三"]),
        (CN, "5%", "6%", ["5 per cent / 百分之五", "6%"]),
    ],
)
def test_one_differing_figure_of_any_kind_is_one_warning(
    room: WarRoom, language: Language, was: str, now: str, values: list[str]
) -> None:
    in_three(room, {**SAID, language: SAID[language].replace(was, now)})
    (found,) = inconsistencies(room)
    assert len(found.sides) == len(values) == 2


def test_three_values_in_three_languages_are_one_warning(room: WarRoom) -> None:
    days = {EN: "30 November", TW: "11月29日", CN: "11月28日"}
    in_three(room, days)
    (found,) = inconsistencies(room)
    assert [side.value for side in found.sides] == ["30 November", "11月29日", "11月28日"]
    assert len(found.releases) == 3


def test_a_figure_that_one_language_lacks_is_one_warning(room: WarRoom) -> None:
    in_three(room, {**SAID, EN: SAID[EN] + " Call before 31 December."})
    assert sentences(room) == [
        "Recall: 31 December stands in Official website (English), but not in "
        "Official website (Traditional Chinese), Official website (Simplified Chinese)."
    ]


def test_a_number_in_words_that_another_language_does_without_warns_of_nothing(
    room: WarRoom,
) -> None:
    in_three(room, {EN: "One of our two suppliers is closed.", TW: "供應商停業。", CN: "已停业。"})
    assert sentences(room) == []


def test_the_line_on_the_next_update_is_the_same_in_three_languages(room: WarRoom) -> None:
    first = begin(room, Form.HOLDING, EN, title="Recall")
    room.change(first, next_update_at=room.minute())
    texts = [first, in_language(room, first, TW), in_language(room, first, CN)]
    for text, language in zip(texts, (EN, TW, CN)):
        out(room, text, SAID[language])
    assert sentences(room) == []


def test_the_same_fact_with_two_values_on_two_channels_is_one_warning(room: WarRoom) -> None:
    fact = room.add(Fact(subject="Units sold", value="1,200", status=Certainty.CONFIRMED))
    first = begin(room, Form.HOLDING, EN, title="Recall")
    said = f"We sold {reference(fact.id)} bottles."
    out(room, first, said)
    out(room, first, said, Channel.SOCIAL, "@brand")
    assert sentences(room) == []
    room.change(fact, value="1,300")
    out(room, next_version(room, room.get(Statement, first.id)), said)
    assert sentences(room) == [
        "Units sold: the values differ. 1,200: Social media: @brand (English). "
        "1,300: Official website (English)."
    ]
    (found,) = inconsistencies(room)
    assert found.fact == fact.id


def test_what_was_withdrawn_or_replaced_is_no_longer_compared(room: WarRoom) -> None:
    releases = in_three(room, {**SAID, CN: SAID[CN].replace("11月30日", "11月29日")})
    text = next_version(room, room.get(Statement, releases[2].statement))
    again = out(room, text, SAID[CN])
    assert sentences(room) == []
    room.undo()
    assert len(sentences(room)) == 1
    withdraw(room, releases[2], "It is wrong")
    assert sentences(room) == []
    assert again.version == 2


def test_texts_of_different_series_may_hold_different_numbers(room: WarRoom) -> None:
    out(room, begin(room, Form.HOLDING, EN, title="One"), "We sold 1,200.")
    out(room, begin(room, Form.CLARIFICATION, EN, title="Two"), "We sold 5,000.")
    assert sentences(room) == []


REAL = [
    (
        "At 9:32 a.m. on Monday, 23 November, we became aware that some of our 500 ml bottles "
        "(model AQ-500, batches B2311-01 to B2311-07) may overheat. Three customers have reported "
        "burns; one is in hospital. As of 2 p.m. we had traced 1,100 of the 12,400 bottles sold "
        "since 1 October. Full refunds within 7 working days. Call 0800-123-456, 24 hours a day. "
        "Our CEO will speak at 4 p.m. in Room 3 of District 9.",
        "11 月 23 日（週一）上午 9 時 32 分，我們獲知部分 500 毫升保溫瓶（型號 AQ-500，批號 B2311-01 "
        "至 B2311-07）可能過熱。三名顧客通報燙傷，其中一人住院。截至下午 2 時，自 10 月 1 日起售出的 "
        "12,400 個中，已追查到 1,100 個。七個工作天內全額退款。請撥 0800-123-456，24 小時服務。"
        "執行長將於下午四時在九區第三會議室說明。",
        "11月23日（周一）上午9时32分，我们获知部分500毫升保温瓶（型号AQ-500，批号B2311-01至B2311-07）"
        "可能过热。三名顾客反映烫伤，其中一人住院。截至14时，自10月1日起售出的1.24万个中，已追查到1100个。"
        "7个工作日内全额退款。请拨打0800-123-456，24小时服务。首席执行官将于16:00在第九区3号会议室说明。",
    ),
    (
        "The service was down from 23:27 on 31 January to 18:00 UTC on 1 February 2017. About 5,000 "
        "projects and 707 users lost data of six hours. 80% of requests work again. The first fix "
        "failed; version 2.3.1 is being rolled out. Compensation: one month free, worth US$4 per "
        "user. More at https://status.example.com/2017-01-31.",
        "服務自 1 月 31 日 23:27 中斷，至 2017 年 2 月 1 日 18:00（UTC）恢復。約五千個專案與 707 名用戶"
        "遺失六小時的資料。八成請求已恢復。首次修復失敗，正在部署 2.3.1 版。補償：免費一個月，每名用戶約 "
        "4 美元。詳見 https://status.example.com/2017-01-31。",
        "服务自1月31日23:27中断，至2017年2月1日18时（UTC）恢复。约5000个项目和707名用户丢失6小时的数据。"
        "80％的请求已恢复。首次修复失败，正在部署2.3.1版。补偿：免费1个月，每名用户约合4美元。"
        "详见 https://status.example.com/2017-01-31。",
    ),
    (
        "Between 2 and 5 November 2026 somebody read the names of about 2.4 million users. We found "
        "it on 21 November and told the authority within 24 hours. First, change your password. "
        "We will write to each of you by 30 November. Half of all accounts use two-factor login.",
        "2026年11月2日至5日，有人讀取了約 240 萬名用戶的姓名。我們於11月21日發現，在24小時內通報主管機關。"
        "第一，請更換密碼。我們將於11月30日前逐一致信。已有一半帳號啟用雙重驗證。",
        "2026年11月2日至5日，有人读取了约240万名用户的姓名。我们于11月21日发现，24小时内向主管部门报告。"
        "第一，请更换密码。我们将在11月30日前逐一致信。半数账号已启用双重验证。",
    ),
]


@pytest.mark.parametrize("texts", REAL)
def test_whole_statements_in_three_languages_warn_of_nothing(
    room: WarRoom, texts: tuple[str, str, str]
) -> None:
    in_three(room, dict(zip((EN, TW, CN), texts)))
    assert sentences(room) == []
