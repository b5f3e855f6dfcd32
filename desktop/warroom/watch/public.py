"""Warning signs in public: comments and reports that nobody answers (seed 32.2 and 32.3)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.inquiries import Correction
from desktop.warroom.answers.words import CommentState
from desktop.warroom.choices import Tier, Tone
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from desktop.warroom.watch import spread
from desktop.warroom.watch.rule import DAY, HOUR, MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _

_TIERS: dict[object, tuple[str, int]] = {
    Tier.FIRST: ("tier_1", 1),
    Tier.SECOND: ("tier_2", 2),
    Tier.NONE: ("tier_3", 3),
}
_UNKNOWN = ("tier_1", 2)  # counts as the first tier, and is not shouted


def comment_unanswered(seen: Seen) -> Iterator[Raised]:
    """PF1-4: a negative comment without a reply for longer than its reach allows."""
    open_ = (("state", (CommentState.OPEN,)), ("tone", (Tone.NEGATIVE,)))
    for each in seen.all(Comment, equal=open_, empty=("replied_at",), order="posted_at"):
        if not each.posted_at:
            continue
        key, severity = _by_reach(each.reach)
        if seen.passed(each.posted_at.ms + seen.limit(key) * MINUTE):
            yield Raised(
                each.id,
                severity,
                _("A negative comment on {platform} has no reply after {lasting}.").format(
                    platform=each.platform, lasting=shown.lasting(seen.now.ms - each.posted_at.ms)
                ),
                _("A reply, or a reason why nobody replies."),
                (each,),
                ((N_("minutes"), seen.since(each.posted_at) or 0), (N_("limit"), seen.limit(key))),
            )


def _by_reach(reach: int | None) -> tuple[str, int]:
    if reach is not None and reach >= 10_000:
        return "wide", 2
    if reach is None or reach >= 1_000:  # what is not known is not taken for small
        return "middle", 3
    return "small", 4


def comments_spread(seen: Seen) -> Iterator[Raised]:
    """PF1-5: many of the last day's comments are negative, or their number trebles in an hour."""
    recent = Selection(
        kind=Comment, within=(("posted_at", seen.now.ms - 28 * HOUR, None),), order="posted_at"
    )
    told = [
        (at, tone == Tone.NEGATIVE)
        for _id, at, tone in seen.room.cells(recent, ("posted_at", "tone"))
        if at is not None and at <= seen.now.ms
    ]
    for at, _bad in told:
        for edge in (HOUR, 2 * HOUR, DAY):
            seen.later(at + edge)
    n, share = spread.share(told, seen.now.ms)
    limit = seen.limit("share")
    if (n >= seen.limit("least") and share >= limit) or (
        "share" in seen.held and _not_calm(told, seen)
    ):
        yield _spread("share", n, round(share), limit)
    last, before = spread.hours(told, seen.now.ms)
    if last >= seen.limit("burst") and last >= 3 * before:
        yield Raised(
            "burst",
            2,
            _("{n} negative comments in an hour, {before} in the hour before.").format(
                n=last, before=before
            ),
            _("The hour is over without three times as many."),
            (),
            ((N_("last hour"), last), (N_("before"), before)),
        )


def _not_calm(told: list[tuple[int, bool]], seen: Seen) -> bool:
    """Whether the share of negatives was over the lower limit at any full hour of the last four."""
    lower = seen.limit("calm")
    return any(spread.share(told, seen.now.ms - h * HOUR)[1] >= lower for h in range(5))


def _spread(subject: str, n: int, share: int, limit: int) -> Raised:
    return Raised(
        subject,
        2,
        _("{share} % of {n} comments of the last 24 hours are negative.").format(share=share, n=n),
        _("The share stays under 30 % for four hours."),
        (),
        ((N_("comments"), n), (N_("percent"), share), (N_("limit"), limit)),
    )


def media_unanswered(seen: Seen) -> Iterator[Raised]:
    """PF1-6: a negative or mixed report about us without an answer in the time of its tier."""
    corrected = {each.coverage for each in seen.all(Correction)}
    tones = (("tone", (Tone.NEGATIVE, Tone.MIXED)), ("company", ("",)))
    waiting = seen.all(Coverage, equal=tones, empty=("answered_at", "no_answer_why"))
    for each in waiting:
        if not each.published_at or each.id in corrected:
            continue
        key, severity = _TIERS.get(each.tier, _UNKNOWN)
        if seen.passed(each.published_at.ms + seen.limit(key) * MINUTE):
            age = shown.lasting(seen.now.ms - each.published_at.ms)
            yield Raised(
                each.id,
                severity,
                _("{outlet} has had no answer for {lasting}: {headline}").format(
                    outlet=each.outlet, lasting=age, headline=shown.short(each.headline)
                ),
                _("An answer, a correction request, or a reason why nobody answers."),
                (each,),
                (
                    (N_("minutes"), seen.since(each.published_at) or 0),
                    (N_("limit"), seen.limit(key)),
                ),
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "PF1-4",
        N_("Negative comment not answered"),
        "32.2",
        ("comment",),
        comment_unanswered,
        (
            Limit("wide", N_("Reach of 10,000 and more"), 60),
            Limit("middle", N_("Reach of 1,000 and more, or unknown"), 240),
            Limit("small", N_("Smaller reach"), 1_440),
        ),
    ),
    Rule(
        "PF1-5",
        N_("Negative comments spread"),
        "32.2",
        ("comment",),
        comments_spread,
        (
            Limit("share", N_("Share of negative ones in a day"), 40, "percent"),
            Limit("calm", N_("Calm under"), 30, "percent"),
            Limit("least", N_("Of at least so many"), 20, "count"),
            Limit("burst", N_("In an hour at least"), 10, "count"),
        ),
    ),
    Rule(
        "PF1-6",
        N_("Media report not answered"),
        "32.3",
        ("coverage_item", "correction"),
        media_unanswered,
        (
            Limit("tier_1", N_("First tier, or unknown"), 120),
            Limit("tier_2", N_("Second tier"), 240),
            Limit("tier_3", N_("Smaller outlets"), 1_440),
        ),
    ),
)
