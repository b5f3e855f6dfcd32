"""Communication not thorough: the rules PF2-11 to PF2-16 on who was reached (seed 33.3)."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.warroom import shown
from desktop.warroom.choices import Carried, Language, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.subjects import Claim
from desktop.warroom.method.words import Verdict
from desktop.warroom.opinion import HOUR, LEAST, carried
from desktop.warroom.records import Coverage, Task
from desktop.warroom.selection import Selection
from desktop.warroom.statements.consistency import inconsistencies
from desktop.warroom.statements.promises import PromiseState, promises, state
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.releasing import live
from desktop.warroom.statements.remedies import AffectedCount, latest
from desktop.warroom.statements.statement import Statement
from desktop.warroom.watch.rule import MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _

_TOLD_BY = ("Q12", "L11")  # tasks of the playbooks by which all affected are told


def audience_forgotten(seen: Seen) -> Iterator[Raised]:
    """PF2-11: an audience has not heard from us by its time."""
    for each in seen.all(Audience, empty=("first_made",), filled=("first_due",)):
        if each.first_due and seen.passed(each.first_due.ms + 1):
            who = shown.labelled(word(each.who), each.name) if each.name else word(each.who)
            yield Raised(
                each.id,
                2,
                _("Not contacted since {time}: {audience}").format(
                    time=shown.when(each.first_due, seen.now.local), audience=who
                ),
                _("The first contact is noted."),
                (each,),
                ((N_("minutes late"), seen.since(each.first_due) or 0),),
            )


def inconsistent(seen: Seen) -> Iterator[Raised]:
    """PF2-14: what is live says different things, or one language is behind another."""
    for each in inconsistencies(seen.room):
        sides = tuple((N_("value"), side.value) for side in each.sides)
        yield Raised(
            f"{each.about} {' | '.join(side.value for side in each.sides)}",
            1,
            each.said,
            _("All that is live says the same."),
            tuple(each.releases),
            sides,
        )
    yield from _behind(seen)


def _behind(seen: Seen) -> Iterator[Raised]:
    texts = {each.id: each for each in seen.all(Statement)}
    series: dict[str, dict[str, Release]] = {}
    for release in live(seen.room):
        text = texts.get(release.statement)
        of = series.setdefault(text.of_series if text else release.statement, {})
        had = of.get(str(release.language))
        if had is None or (release.version or 0) > (had.version or 0):
            of[str(release.language)] = release
    for name, languages in series.items():
        ahead = max(languages.values(), key=lambda each: each.version or 0)
        old = [each for each in languages.values() if (each.version or 0) < (ahead.version or 0)]
        if old and ahead.at and seen.passed(ahead.at.ms + seen.limit("language") * MINUTE):
            yield Raised(
                f"behind {name}",
                1,
                _("{title}: {languages} is behind {newer}.").format(
                    title=shown.short(ahead.title),
                    languages=shown.listed(_language(each) for each in old),
                    newer=_language(ahead),
                ),
                _("Its newer version is released, or it is withdrawn."),
                (ahead, *old),
                ((N_("minutes"), seen.since(ahead.at) or 0), (N_("limit"), seen.limit("language"))),
            )


def _language(release: Release) -> str:
    return word(release.language) or Language.ENGLISH.shown


def misunderstood(seen: Seen) -> Iterator[Raised]:
    """PF2-15: many items carry our message wrongly, or go on with a claim that we refuted."""
    day = Selection(
        kind=Coverage,
        equal=(("company", ("",)),),
        within=(("published_at", seen.now.ms - 24 * HOUR, None),),
        order="published_at",
    )
    recent = list(seen.room.cells(day, ("published_at", "carried", "claim")))
    for _id, at, *_rest in recent:
        seen.later(at + 24 * HOUR)
    wrong = carried([each[2] for each in recent], Carried.WRONG)
    if wrong.value is not None and 100 * wrong.value >= seen.limit("distortion"):
        yield Raised(
            "distortion",
            2,
            _("{n} of {all} items of the last day carry our message wrongly.").format(
                n=wrong.n, all=wrong.of
            ),
            _("Under {n} % of a day's items do.").format(n=seen.limit("distortion")),
            (),
            (
                (N_("wrong"), wrong.n),
                (N_("items"), wrong.of),
                (N_("limit"), seen.limit("distortion")),
            ),
        )
    false = {each.id: each for each in seen.all(Claim, equal=(("verdict", (Verdict.FALSE,)),))}
    for claim in false.values():
        n, limit = sum(each[3] == claim.id for each in recent), seen.limit("claim")
        if len(recent) >= LEAST and 100 * n > limit * len(recent):
            said = replace(day, equal=(*day.equal, ("claim", (claim.id,))))
            yield Raised(
                claim.id,
                2,
                _("{n} of {all} items of the last day repeat what we refuted: {claim}").format(
                    n=n, all=len(recent), claim=shown.short(claim.text)
                ),
                _("At most {n} % of a day's items do.").format(n=limit),
                (claim, *seen.room.records(said, 10)),
                ((N_("repeating"), n), (N_("items"), len(recent)), (N_("limit"), limit)),
            )


def affected_unreached(seen: Seen) -> Iterator[Raised]:
    """PF2-16: not all who are affected were notified in time, or a promise is past its time."""
    due = [
        task.due.ms
        for task in seen.all(Task, equal=(("plan_id", _TOLD_BY),), filled=("due",))
        if task.due and task.status != TaskStatus.DONE
    ]
    over = bool(due) and seen.passed(min(due) + 1)
    for each in latest(seen.all(AffectedCount)):
        share = 100 * (each.notified or 0) / each.known if each.known else 100.0
        if over and share < seen.limit("share"):
            yield Raised(
                each.id,
                1,
                _("{n} of {all} affected were notified: {who}").format(
                    n=each.notified or 0, all=each.known, who=each.who
                ),
                _("At least {n} % are notified.").format(n=seen.limit("share")),
                (each,),
                ((N_("notified"), each.notified or 0), (N_("known"), each.known or 0)),
            )
    for promise in promises(seen.room):
        if promise.due:
            seen.later(promise.due.ms + 1)
        if promise.due and state(promise, seen.now.ms) == PromiseState.LATE:
            yield Raised(
                promise.id,
                1,
                _("A promise is late by {lasting}: {promise}").format(
                    lasting=shown.lasting(seen.now.ms - promise.due.ms),
                    promise=shown.short(promise.title),
                ),
                _("It is kept, or noted as not kept."),
                (promise,),
                ((N_("minutes late"), seen.since(promise.due) or 0),),
            )


RULES: tuple[Rule, ...] = (
    Rule("PF2-11", N_("Audience forgotten"), "4.3", ("audience",), audience_forgotten),
    Rule(
        "PF2-14",
        N_("What is live disagrees"),
        "29.3",
        ("release", "statement", "fact"),
        inconsistent,
        (Limit("language", N_("A language may be behind for"), 60),),
    ),
    Rule(
        "PF2-15",
        N_("Misunderstood"),
        "33.3",
        ("coverage_item", "claim"),
        misunderstood,
        (
            Limit("distortion", N_("Items that carry it wrongly"), 20, "percent"),
            Limit("claim", N_("Items that repeat a refuted claim"), 30, "percent"),
        ),
    ),
    Rule(
        "PF2-16",
        N_("Affected people not reached"),
        "6.2",
        ("affected_count", "task", "clock"),
        affected_unreached,
        (Limit("share", N_("Notified at least"), 95, "percent"),),
    ),
)
