"""The words of the grammar in its three languages; they are read whatever language is spoken."""

from desktop.warroom.choices import EntryKind

KINDS: dict[str, EntryKind] = {
    word: kind
    for kind, words in {
        EntryKind.FACT: "fact 事實 事实",
        EntryKind.DECISION: "decision 決定 决定",
        EntryKind.TASK: "task 任務 任务",
        EntryKind.MEDIA: "media 媒體 媒体",
        EntryKind.STATEMENT: "statement 聲明 声明",
        EntryKind.STAFF: "staff 員工 员工",
        EntryKind.RUMOUR: "rumour rumor 謠言 谣言",
        EntryKind.SIGNAL: "signal 徵兆 预兆 征兆",
        EntryKind.NOTE: "note 備註 备注",
    }.items()
    for word in words.split()
}

DAYS = {  # days from today
    "yesterday": -1,
    "昨天": -1,
    "today": 0,
    "今天": 0,
    "tomorrow": 1,
    "明天": 1,
}

# hours of a spoken half-day on the clock of 24; what is not there is not said
HALF_DAYS = {
    "凌晨": {12: 0, **{hour: hour for hour in range(6)}},
    "早上": {hour: hour for hour in range(4, 12)},
    "上午": {hour: hour for hour in range(4, 12)},
    "中午": {11: 11, 12: 12, 1: 13},
    "下午": {12: 12, **{hour: hour + 12 for hour in range(1, 8)}},
    "晚上": {hour: hour + 12 for hour in range(5, 12)},
    "": {hour: hour for hour in range(24)},
}

_WIDE = "：／＠＃！～－＋０１２３４５６７８９\u3000"
_PLAIN = ":/@#!~-+0123456789 "
FOLDED = str.maketrans(_WIDE + "\t\n\r", _PLAIN + "   ")


def folded(line: str) -> str:
    """The line with full-width signs and digits as ASCII, character for character, for matching."""
    return line.translate(FOLDED)
