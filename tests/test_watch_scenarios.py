"""Real chronologies replayed minute by minute: what the watch says at which time (warnings 5.7).

The data are not part of this project: where they are not beside the checkout, a test skips.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.warroom.choices import Certainty, CrisisType, EntryKind
from desktop.warroom.exchange import guess_mapping, read_records, read_sheet, read_text
from desktop.warroom.measures import measure
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.moment import Moment, Precision
from desktop.warroom.now import FixedClock
from desktop.warroom.records import Entry, Incident
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import timeline
from desktop.warroom.slices import finished
from desktop.warroom.watch import spread
from desktop.warroom.watch.watching import Watching

DATA = Path(__file__).parents[2] / "shared" / "data"
GITLAB = "timeline_gitlab_2017-01-31_db_outage.csv"
WEIBO = "weibo_2022-03_315_sauerkraut_food_safety.csv"
MINUTE = 60_000


def entries(name: str) -> list[Entry]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout")
    sheet = read_sheet(read_text(path.read_bytes()))
    ids = map(str, count())
    read = read_records(
        Entry,
        sheet,
        guess_mapping(Entry, sheet.header),
        zone=ZoneInfo("Asia/Taipei"),
        now=Moment(0),
        author="Lin",
        new_id=lambda: next(ids),
    )
    return [replace(e, id="", recorded_at=None) for e in read.records if isinstance(e, Entry)]


class Replay:
    """A room in which each entry arrives when it happened; the rule is asked every minute."""

    def __init__(self, path: Path, kind: CrisisType, t0: datetime) -> None:
        self.t0, self.clock = t0, FixedClock(t0)
        incident = Incident(
            title="Replayed", type=kind, t0=Moment.of(t0, Precision.SECOND), severity="1"
        )
        self.room = WarRoom.create(path, incident, operator="Lin Xia", clock=self.clock)
        self.watching = Watching(self.room)
        self.room.on_change(self.watching.follow)  # type: ignore[arg-type]

    def run(self, rows: Sequence[Entry], minutes: int, rule: str) -> dict[int, int]:
        """The severity with which a rule held, by minutes since T0."""
        waiting, held = [e for e in rows if self._after(e) >= 0], dict[int, int]()
        for minute in range(minutes + 1):
            self.clock.when = self.t0 + timedelta(minutes=minute)
            while waiting and self._after(waiting[0]) <= minute * MINUTE:
                self._arrive(waiting.pop(0))
            self.clock.when = self.t0 + timedelta(minutes=minute)
            for each in self.watching.look(self.room.now()):
                if each.rule.id == rule:
                    held[minute] = each.raised.severity
        return held

    def _after(self, entry: Entry) -> int:
        assert entry.happened_at
        return entry.happened_at.ms - Moment.of(self.t0, Precision.SECOND).ms

    def _arrive(self, entry: Entry) -> None:
        assert entry.happened_at
        self.clock.when = datetime.fromtimestamp(entry.happened_at.ms / 1_000, self.t0.tzinfo)
        self.room.add(entry)


@pytest.fixture
def rooms() -> Iterator[list[Replay]]:
    made: list[Replay] = []
    yield made
    for each in made:
        each.room.close()


def stated(rows: Sequence[Entry], *texts: str) -> list[Entry]:
    """The same rows, those that say one of these made public statements of ours."""
    return [
        replace(e, kind=EntryKind.STATEMENT) if any(t in e.text for t in texts) else e for e in rows
    ]


def runs(held: dict[int, int]) -> list[tuple[int, int, int]]:
    """From which minute to which a rule held, and how grave, for each stretch of a severity."""
    found: list[list[int]] = []
    for minute, severity in held.items():
        if found and found[-1][1] == minute - 1 and found[-1][2] == severity:
            found[-1][1] = minute
        else:
            found.append([minute, minute, severity])
    return [(a, b, s) for a, b, s in found]


# GitLab, 31 January 2017

T0_GITLAB = datetime(2017, 1, 31, 23, 27, tzinfo=UTC)


def gitlab(tmp_path: Path, rooms: list[Replay]) -> Replay:
    rooms.append(Replay(tmp_path / "gitlab.warroom", CrisisType.PLATFORM_SECURITY, T0_GITLAB))
    return rooms[-1]


def seconds(replay: Replay, words: str) -> float:
    """Seconds from T0 to the entry with these words."""
    found = replay.room.records(timeline(words=words))
    at = next(e.happened_at for e in found if e.happened_at)
    return (at.ms - Moment.of(replay.t0, Precision.SECOND).ms) / 1_000


def test_gitlab_spoke_after_98_seconds_and_no_golden_hour_was_missed(tmp_path, rooms):
    replay = gitlab(tmp_path, rooms)
    said = stated(entries(GITLAB), "First public notice", "Public disclosure")
    assert replay.run(said, 1_200, "PF2-6") == {}
    assert measure(replay.room, replay.room.now()).response == 98_000
    assert seconds(replay, "Public disclosure") == 77 * 60 + 15
    assert seconds(replay, "back online") == 1_127 * 60


def test_without_that_notice_the_golden_hour_is_red_until_the_cause_is_told(tmp_path, rooms):
    replay = gitlab(tmp_path, rooms)
    said = stated(entries(GITLAB), "Public disclosure")
    assert runs(replay.run(said, 300, "PF2-6")) == [(15, 77, 2)]


def test_two_sources_disagree_on_when_the_data_was_deleted(tmp_path, rooms):
    replay = gitlab(tmp_path, rooms)
    rows = entries(GITLAB)
    room = replay.room
    fact = room.add(Fact(subject="When the data was deleted"))
    for words in ("Removal terminated", "Postmortem places"):
        row = next(e for e in rows if words in e.text)
        assert row.happened_at
        says = f"{'about ' * row.happened_at.about}{row.happened_at.local:%H:%M}"
        room.add(FactSource(fact=fact.id, source=row.source, says=says))
    assert room.get(Fact, fact.id).status == Certainty.DISPUTED


def test_the_slider_shows_what_gitlab_knew_at_midnight(tmp_path, rooms):
    replay = gitlab(tmp_path, rooms)
    replay.run(stated(entries(GITLAB), "First public notice"), 1_200, "PF2-6")
    past = replay.room.past()
    finished(past.read())
    past.turn(Moment.of(datetime(2017, 2, 1, tzinfo=UTC)))
    known = [e.happened_at.ms for e in past.records(timeline()) if e.happened_at]
    assert len(known) == 3
    assert max(known) <= past.now().ms
    assert measure(past, past.now()).response == 98_000
    past.close()


# sauerkraut, 15 March 2022

T0_WEIBO = datetime.fromisoformat("2022-03-15T21:26:37+08:00")
COMPANIES = {  # whose word ends it: minutes from T0 in which the rule is red, by severity
    "统一致歉": [],
    "康师傅致歉": [(60, 239, 2), (240, 589, 1)],
    "插旗菜业董事长致歉": [(60, 239, 2), (240, 1_436, 1)],
}


@pytest.mark.parametrize("word", COMPANIES)
def test_the_golden_hour_splits_the_companies_of_the_sauerkraut_crisis(tmp_path, rooms, word):
    replay = Replay(tmp_path / "w.warroom", CrisisType.PRODUCT_QUALITY, T0_WEIBO)
    rooms.append(replay)
    held = replay.run(stated(entries(WEIBO), word), 1_500, "PF2-6")
    assert runs(held) == COMPANIES[word]


@pytest.mark.parametrize(
    ("word", "minutes"),
    [("统一致歉", 51), ("康师傅下架", 116), ("康师傅致歉", 590), ("插旗菜业董事长致歉", 1_437)],
)
def test_the_companies_spoke_within_these_minutes(word, minutes):
    entry = next(e for e in entries(WEIBO) if word in e.text)
    assert entry.happened_at
    after = entry.happened_at.ms - Moment.of(T0_WEIBO, Precision.SECOND).ms
    assert (minutes - 1) * MINUTE < after <= minutes * MINUTE


# the alarm budget: 200 complaints a day (warnings 5.5)

A_DAY, BUDGET = 200, 5  # complaints, alarms in a working day


def poisson(chance: random.Random, mean: float) -> int:
    """How many of something come that comes so often on average."""
    n, left = -1, 0.0
    while left < mean:
        left += chance.expovariate(1)
        n += 1
    return n


@pytest.mark.parametrize("topics", [1, 10, 40, 400])
def test_a_year_of_ordinary_complaints_seldom_looks_like_a_surge(topics: int) -> None:
    """Topics are unequal (the k-th as often as 1/k), and weekends have half as many."""
    chance = random.Random(topics)
    weights = [1 / (k + 1) for k in range(topics)]
    days = [1.2 if day % 7 < 5 else 0.5 for day in range(365 + 28)]
    episodes = 0
    for weight in weights:
        mean = A_DAY * weight / sum(weights)
        counts = [poisson(chance, mean * each) for each in days]
        held = [
            spread.surging(dict(enumerate(reversed(counts[: day + 1]))), 10) is not None
            for day in range(28, len(days))
        ]
        episodes += sum(now and not before for before, now in zip([False, *held], held))
    assert episodes / 260 < BUDGET / 5


class Firm:
    """Ordinary service: looked at in a quarter of an hour, replied in three hours, solved in a day.

    These are medians of log-normal times; the desk is there from 8 to 22. One in two hundred
    speaks of harm and is looked at and answered at once; one in two hundred comes again before
    the first is solved.
    """

    def __init__(self, room: WarRoom, clock: FixedClock) -> None:
        self.room, self.clock, self.chance = room, clock, random.Random(7)
        self.open: list[tuple[Signal, list[tuple[float, dict[str, object]]]]] = []

    def hour(self, mean: float) -> None:
        """What comes and what is done in an hour, written at its end."""
        begins = self.clock.when.timestamp() / 60
        self.clock.move(hours=1)
        fresh = [self._comes(begins) for _n in range(poisson(self.chance, mean))]
        ids = self.room.together(new=[signal for signal, _plan in fresh])
        self.open += [(self.room.get(Signal, i), p) for i, (_s, p) in zip(ids, fresh)]
        done = []
        for signal, plan in self.open:
            while plan and plan[0][0] <= begins + 60:
                done.append((signal, plan.pop(0)[1]))
        self.room.together(changed=done)  # type: ignore[arg-type]
        self.open = [(signal, plan) for signal, plan in self.open if plan]

    def _comes(self, begins: float) -> tuple[Signal, list[tuple[float, dict[str, object]]]]:
        chance, at = self.chance, begins + self.chance.uniform(0, 60)
        harm, again = chance.random() < 0.005, self.open and chance.random() < 0.005
        who = chance.choice(self.open)[0].customer if again else f"C{chance.random()}"
        looked = at + chance.lognormvariate(0, 0.7) * (5 if harm else 15)
        replied = looked + chance.lognormvariate(0, 0.8) * (10 if harm else 180)
        solved = max(replied, looked + chance.lognormvariate(0, 0.8) * 1_440)
        signal = Signal(
            what=SignalKind.COMPLAINT,
            text="My child was burned" if harm else "It leaks",
            topic=f"T{int(40 ** chance.random())}",
            customer=who,
            received_at=self._moment(at),
        )
        watched = {"triage": Triage.WATCHED, "triaged_at": self._moment(looked)}
        return signal, [
            (looked, watched),
            (replied, {"replied_at": self._moment(replied)}),
            (solved, {"triage": Triage.ANSWERED, "solved_at": self._moment(solved)}),
        ]

    def _moment(self, minutes: float) -> Moment:
        return Moment(round(minutes) * MINUTE)


@pytest.mark.slow
def test_eight_ordinary_weeks_stay_within_the_alarm_budget(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 3, 2, 8, tzinfo=UTC))
    incident = Incident(title="x", type=CrisisType.PRODUCT_QUALITY, t0=Moment.of(clock.when))
    room = WarRoom.create(tmp_path / "r.warroom", incident, operator="Lin", clock=clock)
    firm, watching = Firm(room, clock), Watching(room)
    room.on_change(watching.follow)  # type: ignore[arg-type]
    held, alarms = set[tuple[str, str]](), Counter[str]()
    for day in range(56):
        clock.when = datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(days=day)
        for _hour in range(14):
            firm.hour(A_DAY / 14 * (1.2 if day % 7 < 5 else 0.5))
            keys = {w.key for w in watching.look(room.now()) if w.key[0].startswith("PF1")}
            alarms.update(rule for rule, _subject in keys - held)
            held = keys
    room.close()
    assert 1 < alarms.total() / 40 < BUDGET  # about 3: complaints late or again, seldom a surge
