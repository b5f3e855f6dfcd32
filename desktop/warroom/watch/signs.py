"""Warning signs ignored: what customers and the press let us know (seed 32, warnings 5.1)."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.warroom import shown
from desktop.warroom.choices import Severity
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.words import SignalKind, Triage
from desktop.warroom.selection import Selection
from desktop.warroom.watch import spread
from desktop.warroom.watch.rule import DAY, MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _, ngettext

SAFETY = (  # words of danger in a complaint (warnings 5.1, PF1-1)
    *("hurt", "injur", "ill", "sick", "fire", "burn", "allerg", "poison", "explo"),
    *("受傷", "受伤", "中毒", "起火", "著火", "着火", "燒", "烧", "過敏", "过敏", "爆炸"),
)
_DONE = (Triage.ANSWERED, Triage.NO_ACTION)


def dangerous(text: str) -> bool:
    """Whether a text speaks of harm to people or things."""
    words = text.casefold()
    return any(_stands(word, words) for word in SAFETY)


def _stands(word: str, text: str) -> bool:
    """A word of letters counts at the beginning of one: "ill" is not in "still"."""
    if not word.isascii():
        return word in text
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalpha():
            return True
        at = text.find(word, at + 1)
    return False


def _complaints(seen: Seen, **narrowed: object) -> list[Signal]:
    return seen.all(Signal, equal=(("what", (SignalKind.COMPLAINT,)),), **narrowed)


def unanswered(seen: Seen) -> Iterator[Raised]:
    """PF1-1: a complaint without a first reply for too long; danger shortens the time."""
    for each in _complaints(seen, empty=("replied_at", "solved_at")):
        if each.triage in _DONE or not each.received_at:
            continue
        danger = dangerous(each.text)
        limit = seen.limit("safety" if danger else "minutes")
        if seen.passed(each.received_at.ms + limit * MINUTE):
            age = shown.lasting(seen.now.ms - each.received_at.ms)
            yield Raised(
                each.id,
                1 if danger else 2,
                _("A complaint has no reply after {lasting}: {text}").format(
                    lasting=age, text=shown.short(each.text)
                ),
                _("A first reply is recorded, or it is solved."),
                (each,),
                ((N_("minutes"), seen.since(each.received_at) or 0), (N_("limit"), limit)),
            )


def surge(seen: Seen) -> Iterator[Raised]:
    """PF1-2: more complaints of one topic today than its last 28 days would let expect."""
    midnight, _next = spread.midnights(seen.now)
    seen.later(midnight + DAY)
    recent = Selection(
        kind=Signal,
        equal=(("what", (SignalKind.COMPLAINT,)),),
        within=(("received_at", midnight - 57 * DAY, None),),
        order="received_at",
    )
    days: dict[str, dict[int, int]] = {}
    for _id, topic, at in seen.room.cells(recent, ("topic", "received_at")):
        if topic and at is not None and at <= seen.now.ms:
            of = days.setdefault(topic, {})
            day = (midnight - at + DAY - 1) // DAY if at < midnight else 0
            of[day] = of.get(day, 0) + 1
    opened = {each.topic for each in seen.all(Signal, filled=("opened",))}
    least, today = seen.limit("least"), (("received_at", midnight, None),)
    for topic, counts in days.items():
        found = spread.surging(counts, least)
        if found and topic not in opened:
            rows = seen.room.records(
                replace(recent, equal=(*recent.equal, ("topic", (topic,))), within=today), 20
            )
            yield Raised(
                topic,
                2,
                ngettext(
                    "{n} complaint about {topic} today; {limit} would be unusual.",
                    "{n} complaints about {topic} today; {limit} would be unusual.",
                    counts.get(0, 0),
                ).format(n=counts.get(0, 0), topic=topic, limit=found),
                _("Two days under half of that, or an incident is opened."),
                tuple(rows),
                ((N_("today"), counts.get(0, 0)), (N_("limit"), found)),
            )


def escalates(seen: Seen) -> Iterator[Raised]:
    """PF1-3: the same customer again, a solved complaint open again, or too many old ones."""
    waiting = [each for each in _complaints(seen, empty=("solved_at",)) if each.triage not in _DONE]
    by_customer: dict[str, list[Signal]] = {}
    for each in waiting:
        if each.customer:
            by_customer.setdefault(each.customer, []).append(each)
        if each.reopened:
            said = _("A complaint was opened again: {text}").format(text=shown.short(each.text))
            yield Raised(each.id, 3, said, _("It is solved."), (each,))
    for customer, found in by_customer.items():
        if len(found) >= seen.limit("times"):
            said = _("{customer} has complained {n} times without a solution.").format(
                customer=customer, n=len(found)
            )
            yield Raised(f"customer {customer}", 3, said, _("It is solved."), tuple(found))
    yield from _old(seen, waiting)


def _old(seen: Seen, waiting: list[Signal]) -> Iterator[Raised]:
    old = []
    for each in waiting:
        if each.received_at and seen.passed(each.received_at.ms + seen.limit("old") * MINUTE):
            old.append(each)
    share = 100 * len(old) / len(waiting) if waiting else 0.0
    limit = seen.limit("share") * (0.8 if "old" in seen.held else 1)
    if len(waiting) >= seen.limit("least_open") and share > limit:
        yield Raised(
            "old",
            3,
            _("{n} of {all} open complaints are older than {lasting}.").format(
                n=len(old), all=len(waiting), lasting=shown.lasting(seen.limit("old") * MINUTE)
            ),
            _("Their share falls under {n} %.").format(n=round(seen.limit("share") * 0.8)),
            tuple(old[:20]),
            ((N_("old"), len(old)), (N_("open"), len(waiting)), (N_("percent"), round(share))),
        )


def grows(seen: Seen) -> Iterator[Raised]:
    """PF1-7: reports on one topic in several outlets within six hours, and no incident opened."""
    since = seen.now.ms - seen.limit("window") * MINUTE
    reports = seen.all(
        Signal,
        equal=(("what", (SignalKind.MEDIA,)),),
        within=(("received_at", since, None),),
        empty=("opened",),
    )
    by_topic: dict[str, list[Signal]] = {}
    for each in reports:
        if each.topic and each.triage != Triage.NO_ACTION and each.received_at:
            seen.later(each.received_at.ms + seen.limit("window") * MINUTE)
            by_topic.setdefault(each.topic, []).append(each)
    for topic, found in by_topic.items():
        outlets = {each.source for each in found}
        grave = any(each.severity == Severity.CRITICAL for each in found)
        if len(outlets) >= seen.limit("outlets") or grave:
            yield Raised(
                topic,
                1,
                ngettext(
                    "{n} outlet reports on {topic}, and no incident is open.",
                    "{n} outlets report on {topic}, and no incident is open.",
                    len(outlets),
                ).format(n=len(outlets), topic=topic),
                _("An incident is opened, or a reason says why not."),
                tuple(found),
                ((N_("outlets"), len(outlets)), (N_("limit"), seen.limit("outlets"))),
            )


def not_looked_at(seen: Seen) -> Iterator[Raised]:
    """PF1-8: a signal that nobody has triaged in time, shorter in working hours and for danger."""
    for each in seen.all(Signal, equal=(("triage", (Triage.NEW,)),), empty=("triaged_at",)):
        if not each.received_at:
            continue
        working = 9 <= each.received_at.local.hour < 18 and each.received_at.local.weekday() < 5
        key = "safety" if dangerous(each.text) else "working" if working else "else"
        if seen.passed(each.received_at.ms + seen.limit(key) * MINUTE):
            age = shown.lasting(seen.now.ms - each.received_at.ms)
            yield Raised(
                each.id,
                2,
                _("Nobody has looked at a signal for {lasting}: {text}").format(
                    lasting=age, text=shown.short(each.text)
                ),
                _("Somebody decides on it."),
                (each,),
                (
                    (N_("minutes"), seen.since(each.received_at) or 0),
                    (N_("limit"), seen.limit(key)),
                ),
            )


def closed_without_action(seen: Seen) -> Iterator[Raised]:
    """PF1-9: a grave signal let rest without a reason, or one that comes again and again."""
    rested = seen.all(Signal, equal=(("triage", (Triage.NO_ACTION,)), ("severity", ("1", "2"))))
    for each in rested:
        if not each.reason.strip():
            said = _("A grave signal rests without a reason: {text}").format(
                text=shown.short(each.text)
            )
            yield Raised(each.id, 2, said, _("A reason, or it is looked at again."), (each,))
    for topic in {each.topic for each in rested if each.topic}:
        first = min(
            each.received_at.ms for each in rested if each.topic == topic and each.received_at
        )
        window = min(first + seen.limit("window") * MINUTE, seen.now.ms)
        within = (("received_at", first + 1, window + 1),)
        again = seen.all(Signal, equal=(("topic", (topic,)),), within=within)
        still = [each for each in again if each.triage in (Triage.NEW, Triage.NO_ACTION)]
        if len(still) >= seen.limit("times"):
            yield Raised(
                topic,
                2,
                _("{topic} came back {n} times after it was let rest.").format(
                    topic=topic, n=len(still)
                ),
                _("One of them is watched, answered or escalated."),
                tuple(still),
                ((N_("times"), len(still)), (N_("limit"), seen.limit("times"))),
            )


_SIGNAL = ("signal",)
RULES: tuple[Rule, ...] = (
    Rule(
        "PF1-1",
        N_("Complaint not answered"),
        "32.1",
        _SIGNAL,
        unanswered,
        (
            Limit("minutes", N_("First reply within"), 1_440),
            Limit("safety", N_("Where somebody may be hurt"), 60),
        ),
    ),
    Rule(
        "PF1-2",
        N_("Surge of complaints"),
        "32.1",
        _SIGNAL,
        surge,
        (Limit("least", N_("At least so many in a day"), 10, "count"),),
    ),
    Rule(
        "PF1-3",
        N_("Complaint escalates"),
        "32.1",
        _SIGNAL,
        escalates,
        (
            Limit("times", N_("Complaints of one customer"), 2, "count"),
            Limit("old", N_("Old after"), 72 * 60),
            Limit("share", N_("Share of old ones"), 20, "percent"),
            Limit("least_open", N_("Of at least so many open ones"), 5, "count"),
        ),
    ),
    Rule(
        "PF1-7",
        N_("Story grows without an incident"),
        "32.3",
        _SIGNAL,
        grows,
        (
            Limit("outlets", N_("Outlets"), 3, "count"),
            Limit("window", N_("Within"), 360),
        ),
    ),
    Rule(
        "PF1-8",
        N_("Signal not looked at"),
        "8.1",
        _SIGNAL,
        not_looked_at,
        (
            Limit("working", N_("In working hours"), 120),
            Limit("else", N_("At other times"), 480),
            Limit("safety", N_("Where somebody may be hurt"), 30),
        ),
    ),
    Rule(
        "PF1-9",
        N_("Grave signal let rest"),
        "8.1",
        _SIGNAL,
        closed_without_action,
        (
            Limit("times", N_("Comes back so many times"), 2, "count"),
            Limit("window", N_("Within"), 7 * 1_440),
        ),
    ),
)
