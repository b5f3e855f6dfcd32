"""The grammar of the log bar as a table: at 14:30 on 23 Nov 2026, +08:00, Lin Xia and 林夏 known."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.warroom import capture
from desktop.warroom.capture import Sort

NOW = datetime.fromisoformat("2026-11-23T14:30:00+08:00")
PEOPLE = ("Lin Xia", "林夏", "Lin Xiaoming")
DAY = "2026-11-23T"


def told(line: str, now: datetime = NOW) -> str:
    """A reading as one line: kind | time if said | text | because | people | tags | deadline."""
    reading = capture.read(line, now, PEOPLE)
    parts = [
        reading.kind.value,
        str(reading.happened_at).replace(DAY, "").removesuffix("+08:00")
        if reading.time_said
        else "now",
        reading.text,
    ]
    if reading.reason:
        parts.append("because " + reading.reason)
    parts += [f"@{name}" for name in reading.people] + [f"#{tag}" for tag in reading.tags]
    if reading.deadline:
        parts.append("!" + str(reading.deadline).replace(DAY, "").removesuffix("+08:00"))
    parts += [
        f"({chip.text})"
        for chip in reading.chips
        if chip.sort in (Sort.HINT, Sort.REASON_MISSING, Sort.PASSED)
    ]
    return " | ".join(parts)


TABLE = [
    # the rows of the design page
    (
        "14:05 /media City TV airs at 18:00 @Lin Xia !16:30",
        "media | 14:05 | City TV airs at 18:00 @Lin Xia | @Lin Xia | !16:30",
    ),
    (
        "09:10 /media TV asks @Lin Xia, reply !12:00",
        "media | 09:10 | TV asks @Lin Xia, reply | @Lin Xia | !12:00 | (12:00 passed)",
    ),
    (
        "/決定 全部召回，因為實驗室無法排除 #B2231",
        "decision | now | 全部召回 | because 實驗室無法排除 #B2231 | #B2231",
    ),
    ("/決定 因為檢驗未出，先停售", "decision | now | 先停售 | because 檢驗未出"),
    ("/decision stop sales", "decision | now | stop sales | (reason missing)"),
    ("23:50 shift briefed", "fact | 2026-11-22T23:50 | shift briefed"),
    ("下午3点半 /声明 第二份已发", "statement | 2026-11-22T15:30 | 第二份已发"),
    (
        "-10m /rumour night shift will be laid off",
        "rumour | 14:20 | night shift will be laid off",
    ),
    ("10分鐘前 @林夏回電", "fact | 14:20 | @林夏回電 | @林夏"),
    (
        "14：05　／媒體　#奶瓶過熱# 第14位 #熱搜",
        "media | 14:05 | #奶瓶過熱# 第14位 #熱搜 | #熱搜",
    ),
    (
        "昨天 18:30 /员工 夜班未通知 !明天 09:00",
        "staff | 2026-11-22T18:30 | 夜班未通知 | !2026-11-24T09:00",
    ),
    ("14:05-14:20 site down", "fact | now | 14:05-14:20 site down"),
    ("-10% refunds promised by a shop", "fact | now | -10% refunds promised by a shop"),
    ("14:05 14:20 second call", "fact | 14:05 | 14:20 second call"),
    ("call back at 15:00", "fact | now | call back at 15:00"),
    ("write to press@example.com !!!", "fact | now | write to press@example.com !!!"),
    ("\\\\server\\log full 25:00 !25:00", "fact | now | \\\\server\\log full 25:00 !25:00"),
    (
        "回電@林夏！16:30前",
        "fact | now | 回電@林夏！16:30前 | (put a space before @ or !)",
    ),
    ("/foo bar", "fact | now | /foo bar | (no such kind: /foo)"),
    ("\\/decision is a command", "fact | now | /decision is a command"),
    # times
    ("14:05:30 pump off", "fact | 14:05:30 | pump off"),
    ("9:05 pump off", "fact | 09:05 | pump off"),
    ("~14:05 smoke seen", "fact | 14:05+08:00~ | smoke seen"),
    ("～14：05 有煙", "fact | 14:05+08:00~ | 有煙"),
    ("14:34 near future", "fact | 14:34 | near future"),
    ("14:36 too far", "fact | 2026-11-22T14:36 | too far"),
    ("00:00 midnight", "fact | 00:00 | midnight"),
    ("24:00 no such hour", "fact | now | 24:00 no such hour"),
    ("14:60 no such minute", "fact | now | 14:60 no such minute"),
    ("14:05:61 no such second", "fact | now | 14:05:61 no such second"),
    ("14:05, comma", "fact | now | 14:05, comma"),
    ("1405 no colon", "fact | now | 1405 no colon"),
    ("14:05+08:00 said with offset", "fact | 14:05 | said with offset"),
    ("06:05Z said in UTC", "fact | 06:05+00:00 | said in UTC"),
    ("07:05Z tomorrow there", "fact | 2026-11-22T07:05+00:00 | tomorrow there"),
    ("01:05-05:00 said in New York", "fact | 01:05-05:00 | said in New York"),
    ("2026-11-01 09:30 order placed", "fact | 2026-11-01T09:30 | order placed"),
    ("2026-11-01T09:30 order placed", "fact | 2026-11-01T09:30 | order placed"),
    ("2026-12-01 09:30 a date may lie ahead", "fact | 2026-12-01T09:30 | a date may lie ahead"),
    ("2026-02-30 09:30 no such day", "fact | now | 2026-02-30 09:30 no such day"),
    ("0000-01-01 09:30 no such year", "fact | now | 0000-01-01 09:30 no such year"),
    ("9999-12-31 23:59-14:00 end of time", "fact | now | 9999-12-31 23:59-14:00 end of time"),
    ("2026-11-01 a date alone is a day", "fact | 2026-11-01 | a date alone is a day"),
    ("~2026-11-01 /note some day then", "note | 2026-11-01+08:00~ | some day then"),
    (r"\2026-11-01 is in the text", "fact | now | 2026-11-01 is in the text"),
    ("2026-11-31 no such day", "fact | now | 2026-11-31 no such day"),
    ("yesterday 18:30 shift ended", "fact | 2026-11-22T18:30 | shift ended"),
    ("Yesterday 18:30 shift ended", "fact | 2026-11-22T18:30 | shift ended"),
    ("today 09:00 first call", "fact | 09:00 | first call"),
    ("today 18:00 said for later", "fact | 18:00 | said for later"),
    ("yesterday all was well", "fact | now | yesterday all was well"),
    ("昨天18:30 夜班下班", "fact | 2026-11-22T18:30 | 夜班下班"),
    ("今天 09:00 首通來電", "fact | 09:00 | 首通來電"),
    ("-1h30m lab called", "fact | 13:00 | lab called"),
    ("-2h lab called", "fact | 12:30 | lab called"),
    ("-1d lab called", "fact | 2026-11-22T14:30 | lab called"),
    ("~-10m lab called", "fact | 14:20+08:00~ | lab called"),
    ("－10m 來電", "fact | 14:20 | 來電"),
    ("-10 is a number", "fact | now | -10 is a number"),
    ("-m is nothing", "fact | now | -m is nothing"),
    ("-99999m long ago", "fact | 2026-09-15T03:51 | long ago"),
    ("- a dash", "fact | now | - a dash"),
    ("10分钟前 来电", "fact | 14:20 | 来电"),
    ("2小時前 來電", "fact | 12:30 | 來電"),
    ("2小时前 来电", "fact | 12:30 | 来电"),
    ("14點05分 開會", "fact | 14:05 | 開會"),
    ("14点05分 开会", "fact | 14:05 | 开会"),
    ("9点 开会", "fact | 09:00 | 开会"),
    ("上午9點 開會", "fact | 09:00 | 開會"),
    ("早上8点半 开会", "fact | 08:30 | 开会"),
    ("凌晨12點半 停電", "fact | 00:30 | 停電"),
    ("中午12点 午餐", "fact | 12:00 | 午餐"),
    ("晚上8點 直播", "fact | 2026-11-22T20:00 | 直播"),
    ("昨天下午3點半 來電", "fact | 2026-11-22T15:30 | 來電"),
    ("晚上12點 說不清", "fact | now | 晚上12點 說不清"),
    ("下午15点 说不清", "fact | now | 下午15点 说不清"),
    ("25點 沒有", "fact | now | 25點 沒有"),
    ("１４：０５ 全形", "fact | 14:05 | 全形"),
    # kinds
    ("/fact 3 of 40 units", "fact | now | 3 of 40 units"),
    ("/task book a hall", "task | now | book a hall"),
    ("/statement released", "statement | now | released"),
    ("/staff briefed", "staff | now | briefed"),
    ("/rumor heard", "rumour | now | heard"),
    ("/signal complaints rise", "signal | now | complaints rise"),
    ("/note for the log", "note | now | for the log"),
    ("/MEDIA shouting", "media | now | shouting"),
    ("/事實 三件過熱", "fact | now | 三件過熱"),
    ("/任务 订会场", "task | now | 订会场"),
    ("/媒體 電視台來電", "media | now | 電視台來電"),
    ("/聲明 第一份", "statement | now | 第一份"),
    ("/谣言 要裁员", "rumour | now | 要裁员"),
    ("/徵兆 客訴增加", "signal | now | 客訴增加"),
    ("/预兆 投诉增加", "signal | now | 投诉增加"),
    ("/备注 仅供参考", "note | now | 仅供参考"),
    ("／決定 停售", "decision | now | 停售 | (reason missing)"),
    ("/media 14:05 kind first", "media | 14:05 | kind first"),
    ("/media /fact second kind is text", "media | now | /fact second kind is text"),
    ("/mediate the dispute", "fact | now | /mediate the dispute | (no such kind: /mediate)"),
    ("/media: with a colon", "fact | now | /media: with a colon"),
    ("see /media there", "fact | now | see /media there"),
    ("/usr/bin is full", "fact | now | /usr/bin is full"),
    # people and tags
    ("ask @Lin Xia now", "fact | now | ask @Lin Xia now | @Lin Xia"),
    ("ask @lin xia now", "fact | now | ask @lin xia now | @Lin Xia"),
    ("ask @Lin Xiaoming now", "fact | now | ask @Lin Xiaoming now | @Lin Xiaoming"),
    ("ask @Lin Xian now", "fact | now | ask @Lin Xian now | @Lin"),
    ("ask @Wu, then @Zhao.", "fact | now | ask @Wu, then @Zhao. | @Wu | @Zhao"),
    ("ask @O'Brien again", "fact | now | ask @O'Brien again | @O'Brien"),
    ("請 @陳美玲，回覆", "fact | now | 請 @陳美玲，回覆 | @陳美玲"),
    ("請 ＠林夏 回覆", "fact | now | 請 ＠林夏 回覆 | @林夏"),
    ("@Wu and @Wu once", "fact | now | @Wu and @Wu once | @Wu"),
    ("@ nobody", "fact | now | @ nobody"),
    ("batch #B2231 and #recall.", "fact | now | batch #B2231 and #recall. | #B2231 | #recall"),
    ("no.#5 is no tag", "fact | now | no.#5 is no tag"),
    ("#奶瓶過熱# 上榜", "fact | now | #奶瓶過熱# 上榜"),
    ("＃召回 進行中", "fact | now | ＃召回 進行中 | #召回"),
    ("# heading", "fact | now | # heading"),
    # deadlines
    ("call back !15:00", "fact | now | call back | !15:00"),
    ("call back !15:00 about refunds", "fact | now | call back about refunds | !15:00"),
    ("call back !09:00", "fact | now | call back | !2026-11-24T09:00"),
    ("call back !+2h", "fact | now | call back | !16:30"),
    ("-1h call back !+30m", "fact | 13:30 | call back | !14:00 | (14:00 passed)"),
    ("reply !tomorrow 09:00", "fact | now | reply | !2026-11-24T09:00"),
    ("回覆 ！明天 09:00", "fact | now | 回覆 | !2026-11-24T09:00"),
    ("回复 !下午5点", "fact | now | 回复 | !17:00"),
    ("reply !2026-11-30 12:00", "fact | now | reply | !2026-11-30T12:00"),
    ("reply !16:30+09:00", "fact | now | reply | !16:30+09:00"),
    ("reply !soon", "fact | now | reply !soon"),
    (
        "reply !15:00 or !16:00",
        "fact | now | reply or !16:00 | !15:00 | (only the first deadline counts)",
    ),
    ("wait!15:00", "fact | now | wait!15:00 | (put a space before @ or !)"),
    ("!15:00 call back", "fact | now | call back | !15:00"),
    # reasons
    (
        "/decision recall all because the lab cannot rule it out",
        "decision | now | recall all | because the lab cannot rule it out",
    ),
    (
        "/decision Because tests are late, stop sales",
        "decision | now | stop sales | because tests are late",
    ),
    ("/决定 因为缺货，所以停售", "decision | now | 停售 | because 缺货"),
    ("/决定 因为缺货所以停售", "decision | now | 停售 | because 缺货"),
    ("/decision stop because", "decision | now | stop because | (reason missing)"),
    ("/decision becauseway is a word", "decision | now | becauseway is a word | (reason missing)"),
    ("/decision because we must", "decision | now | because we must | (reason missing)"),
    ("/fact late because of rain", "fact | now | late because of rain"),
    (
        "/decision stop, because X because Y !16:00",
        "decision | now | stop | because X because Y | !16:00",
    ),
    # escapes
    ("\\14:05 is when it was", "fact | now | 14:05 is when it was"),
    ("\\-10m is a setting", "fact | now | -10m is a setting"),
    ("\\~14:05 or so", "fact | now | ~14:05 or so"),
    ("\\@Lin Xia is his handle", "fact | now | @Lin Xia is his handle"),
    ("his handle is \\@lin", "fact | now | his handle is @lin"),
    ("item \\#5 of 9", "fact | now | item #5 of 9"),
    ("say \\!15:00 aloud", "fact | now | say !15:00 aloud"),
    ("14:05 \\/media is a folder", "fact | 14:05 | /media is a folder"),
    ("C:\\-x is a path", "fact | now | C:\\-x is a path"),
    ("\\n is a line break", "fact | now | \\n is a line break"),
]


@pytest.mark.parametrize(("line", "reading"), TABLE, ids=[line for line, _ in TABLE])
def test_the_line_reads(line: str, reading: str) -> None:
    assert told(line) == reading


@pytest.mark.parametrize("line", ["", "   ", "/媒体", "14:05", "14:05 /media", "!15:00", "\u3000"])
def test_a_line_without_a_body_is_refused(line: str) -> None:
    assert capture.read(line, NOW).refused == "Say what happened."


ZONES = [
    ("2026-10-25T12:00", "Europe/Berlin", "01:30 alarm", "2026-10-25T01:30+02:00"),
    ("2026-10-25T12:00", "Europe/Berlin", "02:30 alarm", "2026-10-25T02:30+01:00"),
    ("2026-10-25T12:00", "Europe/Berlin", "yesterday 18:30 end", "2026-10-24T18:30+02:00"),
    ("2026-10-25T12:00", "Europe/Berlin", "-12h start", "2026-10-25T01:00+02:00"),
    ("2026-03-08T12:00", "America/New_York", "yesterday 02:30 start", "2026-03-07T02:30-05:00"),
    ("2026-03-08T12:00", "America/New_York", "-12h start", "2026-03-07T23:00-05:00"),
    ("2026-11-23T00:03", "Asia/Kolkata", "00:05 bell", "2026-11-23T00:05+05:30"),
    ("2026-11-23T00:03", "Asia/Kolkata", "23:58 bell", "2026-11-22T23:58+05:30"),
]


@pytest.mark.parametrize(("now", "zone", "line", "happened"), ZONES)
def test_bare_times_are_wall_times_of_the_clock(
    now: str, zone: str, line: str, happened: str
) -> None:
    clock = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    assert str(capture.read(line, clock).happened_at) == happened


def test_the_time_chip_shows_the_date_of_another_day() -> None:
    assert capture.read("23:50 shift briefed", NOW).chips[0].text == "22 Nov 23:50"
    assert capture.read("14:05 call", NOW).chips[0].text == "14:05"


def test_chips_stand_in_the_order_of_the_line() -> None:
    chips = capture.read("14:05 /media asks @Lin Xia about #recall !16:30", NOW, PEOPLE).chips
    assert [(chip.sort, chip.text) for chip in chips] == [
        (Sort.TIME, "14:05"),
        (Sort.KIND, "Media"),
        (Sort.PERSON, "@Lin Xia"),
        (Sort.TAG, "#recall"),
        (Sort.DEADLINE, "answer by 16:30"),
    ]
