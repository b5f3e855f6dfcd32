"""Poor opinion guidance: the rules PF4 (seed 15, 29 and 30, warnings 5.4)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.answers.comments import Removal
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.choices import Certainty, Role, Tier
from desktop.warroom.method.assessment import Assessment, mismatches
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.plan import Measure
from desktop.warroom.method.team import Post
from desktop.warroom.method.words import MeasureKind, Progress
from desktop.warroom.opinion import effect, ours, pull_through
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.staff_words import Spread, Verdict
from desktop.warroom.statements.promises import PromiseState, promises, state
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.touched import Touched
from desktop.warroom.watch.rule import MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _

_ALL = "all"


def tone_worsens(seen: Seen) -> Iterator[Raised]:
    """PF4-1: after our last statement the tone is clearly worse than before it."""
    last = max(seen.all(Release), key=_out_at, default=None)
    if last is None or last.at is None:
        return
    length = seen.limit("window") * MINUTE
    near = (last.at.ms - length, last.at.ms + length)
    found = effect(ours(seen.all(Coverage, within=(("published_at", *near),))), last.at.ms, length)
    if found.clear and found.change is not None and found.change < 0:
        yield Raised(
            last.id,
            2,
            _("Since our last statement the tone fell by {change}: {title}").format(
                change=f"{-found.change:.2f}", title=shown.short(last.title)
            ),
            _("A further statement is out, or the interval holds nought."),
            (last,),
            (
                (N_("change"), round(found.change, 2)),
                (N_("from"), round(found.low or 0, 2)),
                (N_("to"), round(found.high or 0, 2)),
                (N_("items before"), found.before.n),
                (N_("items after"), found.after.n),
            ),
        )


def not_arriving(seen: Seen) -> Iterator[Raised]:
    """PF4-2: after our first statement few items carry one of our messages."""
    first = min(seen.all(Release), key=_out_at, default=None)
    if first is None or first.at is None:
        return
    after = ours(seen.all(Coverage, within=(("published_at", first.at.ms, None),)))
    share = pull_through(after)
    limit = seen.limit("share")
    if share.value is not None and 100 * share.value < limit:
        yield Raised(
            _ALL,
            3,
            _("{n} of {all} items carry one of our messages.").format(n=share.n, all=share.of),
            _("At least {n} % of them do.").format(n=limit),
            tuple(after[-10:]),
            ((N_("carrying"), share.n), (N_("items"), share.of), (N_("limit"), limit)),
        )


def rumour_unanswered(seen: Seen) -> Iterator[Raised]:
    """PF4-3: a rumour without a verdict or without an answer for longer than its spread allows."""
    for each in seen.all(Rumour):
        answered = bool(each.answer.strip() or each.message)
        if (each.verdict != Verdict.OPEN and answered) or each.heard_at is None:
            continue
        limit = seen.limit("wide" if each.spread in _WIDE else "minutes")
        if seen.passed(each.heard_at.ms + limit * MINUTE):
            yield Raised(
                each.id,
                2,
                _("A rumour has had no answer for {lasting}: {text}").format(
                    lasting=shown.lasting(seen.now.ms - each.heard_at.ms),
                    text=shown.short(each.text),
                ),
                _("It is judged and answered."),
                (each,),
                ((N_("minutes"), seen.since(each.heard_at) or 0), (N_("limit"), limit)),
            )


_WIDE = (Spread.COMPANY, Spread.OUTSIDE)


def wrong_voice(seen: Seen) -> Iterator[Raised]:
    """PF4-4: one of us who is no spokesperson is quoted, or a quote is off message."""
    posts = seen.all(Post)
    voices = {n for p in posts if p.role == Role.SPOKESPERSON for n in (p.person, p.deputy) if n}
    people = {*seen.room.people(), *(post.person for post in posts)} - {""}
    for each in seen.all(Coverage, filled=("quoted",)):
        other = each.quoted in people and each.quoted not in voices
        if other or each.off_message:
            form = (
                _("{outlet} quotes {name}, who does not speak for us.")
                if other
                else _("{outlet} quotes {name} off message.")
            )
            yield Raised(
                each.id,
                2,
                form.format(outlet=each.outlet, name=each.quoted),
                _("They are named spokesperson, or the item is rated anew."),
                (each,),
            )


def strategy_mismatch(seen: Seen) -> Iterator[Raised]:
    """PF4-5: the strategy does not fit whom people hold responsible (practice 2.1)."""
    newest = seen.room.records(_newest_assessment(), 1)
    for assessment in newest:
        said = mismatches(assessment, seen.incident.subtype)
        if said and not assessment.reason.strip():
            ends = _("Another strategy, or a reason for this one.")
            yield Raised(_ALL, 2, said[0], ends, (assessment,), ((N_("points"), len(said)),))


def _newest_assessment() -> Selection[Assessment]:
    return Selection(kind=Assessment, order="assessed_at", newest_first=True)


def positive_first(seen: Seen) -> Iterator[Raised]:
    """PF4-6: good news about us before anything was acknowledged, or while promises are late."""
    going = (Progress.RUNNING, Progress.DONE)
    good = seen.all(Measure, equal=(("what", (MeasureKind.POSITIVE,)), ("state", going)))
    if not good:
        return
    late = []
    for each in promises(seen.room):
        if each.due:
            seen.later(each.due.ms + 1)
        if state(each, seen.now.ms) == PromiseState.LATE:
            late.append(each)
    out = seen.all(Release, empty=("withdrawn_at",))
    if late or not out:
        why = (
            _("Good news about us goes out while a promise is late: {promise}").format(
                promise=shown.short(late[0].title)
            )
            if late
            else _("Good news about us goes out before we have acknowledged anything.")
        )
        ends = _("A statement is out, and no promise is late.")
        yield Raised(_ALL, 2, why, ends, (*good, *late[:5]), ((N_("late promises"), len(late)),))


def criticism_removed(seen: Seen) -> Iterator[Raised]:
    """PF4-7: a comment was removed that is not unfair; it stays as a fact."""
    for each in seen.all(Removal):
        if each.flagged:
            yield Raised(
                each.id,
                1,
                _("A comment was removed that nobody had judged unfair: {reason}").format(
                    reason=shown.short(each.reason)
                ),
                _("It stays on record; nothing ends it."),
                (each,),
            )


def error_uncorrected(seen: Seen) -> Iterator[Raised]:
    """PF4-8: an item holds an error, and nobody has asked for a correction."""
    asked = {each.coverage for each in seen.all(Correction)}
    for each in seen.all(Coverage, equal=(("error", (1,)),)):
        since = each.recorded_at or each.published_at
        if each.id in asked or since is None:
            continue
        limit = seen.limit("tier_1" if each.tier == Tier.FIRST else "minutes")
        if seen.passed(since.ms + limit * MINUTE):
            yield Raised(
                each.id,
                3,
                _("{outlet} holds an error, and no correction was asked for: {headline}").format(
                    outlet=each.outlet, headline=shown.short(each.headline)
                ),
                _("A correction is asked for."),
                (each,),
                ((N_("minutes"), seen.since(since) or 0), (N_("limit"), limit)),
            )


def we_were_wrong(seen: Seen) -> Iterator[Raised]:
    """PF4-9: what we published rests on a fact that was refuted, and stands uncorrected."""
    for mark in seen.all(Touched, equal=(("out", (1,)),), empty=("settled_at",)):
        fact = seen.room.find(Fact, mark.fact)
        if fact is None or fact.status != Certainty.REFUTED or mark.at is None:
            continue
        if seen.passed(mark.at.ms + seen.limit("minutes") * MINUTE):
            yield Raised(
                mark.id,
                1,
                _("We said what is not so, and have not corrected it: {title}").format(
                    title=shown.short(mark.title)
                ),
                _("A correction is released, or the text is withdrawn."),
                (mark, fact),
                ((N_("minutes"), seen.since(mark.at) or 0), (N_("limit"), seen.limit("minutes"))),
            )


def _out_at(release: Release) -> tuple[int, str]:
    return (release.at.ms if release.at else 0, release.id)


RULES: tuple[Rule, ...] = (
    Rule(
        "PF4-1",
        N_("Tone worsens after we spoke"),
        "29",
        ("coverage_item", "release"),
        tone_worsens,
        (Limit("window", N_("Compared before and after"), 240),),
    ),
    Rule(
        "PF4-2",
        N_("Messages do not arrive"),
        "29",
        ("coverage_item", "release"),
        not_arriving,
        (Limit("share", N_("Items with a message, at least"), 25, "percent"),),
    ),
    Rule(
        "PF4-3",
        N_("Rumour without an answer"),
        "18.1",
        ("rumour",),
        rumour_unanswered,
        (
            Limit("wide", N_("In the whole company or outside"), 60),
            Limit("minutes", N_("Otherwise"), 240),
        ),
    ),
    Rule("PF4-4", N_("Wrong voice"), "29.3", ("coverage_item", "post", "person"), wrong_voice),
    Rule("PF4-5", N_("Strategy does not fit"), "10.2", ("assessment",), strategy_mismatch),
    Rule(
        "PF4-6",
        N_("Good news before acknowledgement"),
        "15.4",
        ("measure", "release", "clock"),
        positive_first,
    ),
    Rule("PF4-7", N_("Fair criticism removed"), "15.3", ("removal", "comment"), criticism_removed),
    Rule(
        "PF4-8",
        N_("Error not corrected"),
        "17.3",
        ("coverage_item", "correction"),
        error_uncorrected,
        (
            Limit("tier_1", N_("First tier"), 60),
            Limit("minutes", N_("Others"), 240),
        ),
    ),
    Rule(
        "PF4-9",
        N_("We were wrong"),
        "13.2",
        ("touched", "fact"),
        we_were_wrong,
        (Limit("minutes", N_("Corrected within"), 60),),
    ),
)
