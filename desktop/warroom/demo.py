"""The example: a short made-up incident, written through the room's own verbs at past times.

All people, outlets, products and numbers in it are invented.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desktop.warroom.choices import (
    Certainty,
    Channel,
    CrisisType,
    OutletKind,
    Phase,
    TaskStatus,
    Tone,
)
from desktop.warroom.moment import Moment
from desktop.warroom.now import Clock, FixedClock
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Incident,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.room import WarRoom

TITLE = "Example (invented): baby-bottle batch B2231 overheats"
PEOPLE = {
    "Lin Xia": "Communications lead",
    "Wu Ke": "Quality lead",
    "Zhao Min": "Chief operating officer",
    "陳宇婷": "Chief executive",
}

# minutes after T0, who writes, what is typed
LINES = (
    (4, "Wu Ke", "/signal Three buyers report bottles too hot to hold, all batch #B2231"),
    (11, "Wu Ke", "/fact Returns desk holds 40 units of #B2231 for the lab @Wu Ke"),
    (15, "陳宇婷", "/decision Open the war room because three reports in one hour name one batch"),
    (
        18,
        "Lin Xia",
        "/statement Holding statement on site and app: we know, we test, next word at 11:00",
    ),
    (31, "Lin Xia", "/media Harbour Daily (invented) asks for numbers @Lin Xia !+45m"),
    (42, "Zhao Min", "/task Stop shipping #B2231 from all three warehouses @Zhao Min"),
    (64, "Wu Ke", "/fact 醫院回報一名幼兒輕微燙傷，已返家 #B2231"),
    (81, "陳宇婷", "/decision 全通路停售，因為實驗室無法排除其他批次 #B2231"),
    (97, "Lin Xia", "/media #奶瓶過熱# 進入熱搜第14位 #熱搜"),
    (
        115,
        "Zhao Min",
        "/staff Customer care leads briefed; questions and answers v2 handed to 64 agents",
    ),
    (128, "Lin Xia", "/rumour 夜班說會被裁員 @Zhao Min"),
    (140, "Wu Ke", "/fact Lab: 3 of 40 returned units exceed 68 °C; full report expected 17:00"),
    (166, "Lin Xia", "/statement 第二份聲明：官網、社群同步發布，退款自 24 日開始"),
    (
        190,
        "Lin Xia",
        "/media City Finance TV (invented) airs the story at 18:00, asks for an interview !+2h",
    ),
    (206, "陳宇婷", "/decision Recall all of #B2231"),
    (214, "Zhao Min", "/note Night shift in the warehouse is not briefed yet"),
)


@dataclass
class _Script:
    room: WarRoom
    clock: FixedClock
    t0: datetime

    def at(self, minutes: float) -> Moment:
        return Moment.of(self.t0 + timedelta(minutes=minutes))

    def add(self, minutes: float, by: str, record: Record) -> Record:
        self.clock.when, self.room.operator = self.t0 + timedelta(minutes=minutes), by
        return self.room.add(record)


def write_demo(path: Path, clock: Clock) -> None:
    """Write the example to a new room; it ends at the clock's time."""
    last = clock.now().replace(second=0, microsecond=0)
    t0 = last - timedelta(minutes=LINES[-1][0] + 6)
    story = FixedClock(t0 + timedelta(minutes=3))
    incident = Incident(
        title=TITLE, type=CrisisType.PRODUCT_QUALITY, phase=Phase.EMERGENCY, t0=Moment.of(t0)
    )
    room = WarRoom.create(path, incident, operator="陳宇婷", clock=story)
    try:
        _play(_Script(room, story, t0))
    finally:
        room.close()


def _play(script: _Script) -> None:
    for name, role in PEOPLE.items():
        script.add(3, "陳宇婷", Person(name=name, role=role))
    for minutes, by, line in LINES:
        script.clock.when, script.room.operator = script.t0 + timedelta(minutes=minutes), by
        entry = script.room.capture(line).entry
        if "Lab:" in line or "醫院" in line:
            script.room.change(entry, certainty=Certainty.CONFIRMED)
        if line.startswith("/decision"):
            script.room.change(entry, key=True)
        if "退款" in line:
            script.clock.move(minutes=6)
            script.room.amend(entry, entry.text.replace("24", "25"), "finance confirmed the date")
    _tasks(script)
    _coverage(script)
    _staff(script)
    script.clock.when = script.t0 + timedelta(minutes=218)
    script.room.move_phase(Phase.HANDLING)


def _tasks(script: _Script) -> None:
    cards = (
        ("Answer City Finance TV", TaskStatus.TODO, "Lin Xia", 310, ""),
        ("Refund page live on app and site", TaskStatus.DOING, "Zhao Min", 330, ""),
        ("Brief warehouse night shift", TaskStatus.TODO, "Zhao Min", 188, ""),
        ("Recall report to the regulator", TaskStatus.BLOCKED, "Wu Ke", 420, "full lab report"),
        ("熱線增開四十線", TaskStatus.DONE, "Lin Xia", 150, ""),
    )
    for title, status, owner, due, waits in cards:
        card = Task(title=title, status=status, owner=owner, due=script.at(due), blocked_by=waits)
        script.add(216, "Zhao Min", card)


def _coverage(script: _Script) -> None:
    items = (
        (
            40,
            "Harbour Daily (invented)",
            OutletKind.PAPER,
            "Bottles too hot to hold",
            Tone.NEGATIVE,
        ),
        (98, "微博熱搜（虛構）", OutletKind.SOCIAL, "#奶瓶過熱#", Tone.NEGATIVE),
        (150, "Parent Circle (invented)", OutletKind.ONLINE, "Seller stops sales", Tone.NEUTRAL),
        (175, "Morning Post 晨報（虛構）", OutletKind.PAPER, "退款說明清楚", Tone.POSITIVE),
        (191, "City Finance TV (invented)", OutletKind.TV, "Story at six", Tone.NOT_RATED),
    )
    for minutes, outlet, kind, headline, tone in items:
        item = Coverage(
            outlet=outlet,
            outlet_kind=kind,
            headline=headline,
            tone=tone,
            published_at=script.at(minutes),
            answer_due=script.at(310) if kind is OutletKind.TV else None,
        )
        script.add(minutes + 2 if minutes > 190 else 217, "Lin Xia", item)


def _staff(script: _Script) -> None:
    message = script.add(
        217,
        "Zhao Min",
        StaffMessage(
            title="What happened and what to say", channel=Channel.HUDDLE, sent_at=script.at(112)
        ),
    )
    counts = (
        ("Customer care", 64, 64, 64),
        ("Head office", 402, 388, 371),
        ("倉庫夜班", 140, 0, 0),
    )
    for name, heads, reached, confirmed in counts:
        group = script.add(217, "Zhao Min", StaffGroup(name=name, headcount=heads))
        told = Delivery(
            message=message.id,
            group=group.id,
            reached=reached,
            confirmed=confirmed,
            reported_at=script.at(180),
        )
        script.add(217, "Zhao Min", told)
