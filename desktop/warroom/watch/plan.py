"""No emergency plan: the rules PF3 (seed 34, warnings 5.3; all but the first are rebuilt)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.choices import CrisisType, Language, Phase, TaskStatus
from desktop.warroom.method.exercises import Approval, Exercise, Finding
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.readiness import MANDATORY, approved
from desktop.warroom.method.team import Post, holder
from desktop.warroom.playbooks.keeping import in_force
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.records import Task
from desktop.warroom.review.records import Lesson
from desktop.warroom.review.recovery import Improvement
from desktop.warroom.statements.words import Form
from desktop.warroom.watch.rule import DAY, MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _, ngettext

_ALL = "all"  # the subject of a warning of which there is one


def no_plan(seen: Seen) -> Iterator[Raised]:
    """PF3-1: a crisis type without an approved playbook; that of the open incident is graver."""
    for kind in CrisisType:
        plan = in_force(seen.room, kind)
        if plan.approved_at is None:
            yield Raised(
                kind,
                1 if seen.incident.type == kind else 2,
                _("Nobody has approved a playbook for: {type}").format(type=kind.shown),
                _("A version is approved."),
                (plan,) if plan.id else (),
            )


def stale(seen: Seen) -> Iterator[Raised]:
    """PF3-2: a plan whose review is past or too old, and numbers that nobody has tried lately."""
    for kind in CrisisType:
        plan = in_force(seen.room, kind)
        if plan.approved_at is None:
            continue
        year = plan.approved_at.ms + seen.limit("days") * DAY
        due = min(year, plan.review_due.ms) if plan.review_due else year
        if seen.passed(due + 1):
            yield Raised(
                kind,
                3,
                _("The review of the playbook is past: {type}").format(type=kind.shown),
                _("It is approved anew."),
                (plan,),
                ((N_("days"), (seen.now.ms - plan.approved_at.ms) // DAY),),
            )
    old = [post for post in seen.all(Post) if post.person and _untried(seen, post)]
    if old:
        n = len(old)
        yield Raised(
            "numbers",
            3,
            ngettext(
                "The number of {n} role was not tried for {days} days.",
                "The numbers of {n} roles were not tried for {days} days.",
                n,
            ).format(n=n, days=seen.limit("contacts")),
            _("Somebody tries them and notes the day."),
            tuple(old),
            ((N_("roles"), n), (N_("limit"), seen.limit("contacts"))),
        )


def _untried(seen: Seen, post: Post) -> bool:
    at = post.verified_at
    return at is None or seen.passed(at.ms + seen.limit("contacts") * DAY + 1)


def never_exercised(seen: Seen) -> Iterator[Raised]:
    """PF3-3: no exercise of a type within a year."""
    last: dict[str, int] = {}
    for each in seen.all(Exercise):
        if each.held_at and each.held_at.ms <= seen.now.ms:
            last[str(each.type)] = max(last.get(str(each.type), 0), each.held_at.ms)
    for kind in CrisisType:
        at = last.get(kind)
        if at is None or seen.passed(at + seen.limit("days") * DAY + 1):
            yield Raised(
                kind,
                3,
                _("No exercise within {n} days: {type}").format(
                    n=seen.limit("days"), type=kind.shown
                ),
                _("An exercise of this type is held."),
                (),
                ((N_("limit"), seen.limit("days")),),
            )


def incomplete(seen: Seen) -> Iterator[Raised]:
    """PF3-4: mandatory roles, the holding template in each language, or audiences are missing."""
    posts = seen.all(Post)
    deputies = {str(post.role) for post in posts if post.deputy}
    missing = [role for role in MANDATORY if not holder(posts, role) or role not in deputies]
    if missing:
        said = _("A person or a deputy is missing: {roles}")
        roles = shown.listed(role.shown for role in missing)
        numbers = ((N_("roles"), len(missing)),)
        ends = _("Every mandatory role has a person and a deputy.")
        yield Raised("roles", 2, said.format(roles=roles), ends, (), numbers)
    held = approved(seen.all(Approval)).get(Form.HOLDING, set())
    if lacking := [language.shown for language in Language if language not in held]:
        said = _("The holding statement is not approved in every language: {languages}")
        ends = _("Its template is approved in them.")
        yield Raised(
            "template",
            2,
            said.format(languages=shown.listed(lacking)),
            ends,
            tuple(seen.all(Approval)),
        )
    if not seen.all(Audience):
        yield Raised(
            "audiences",
            2,
            _("No audience is written down."),
            _("The playbook is loaded, or an audience is added."),
        )


def not_used(seen: Seen) -> Iterator[Raised]:
    """PF3-5: an incident is open, and no playbook was loaded in the time allowed."""
    opened = seen.incident.recorded_at
    if seen.incident.phase == Phase.PREVENTION:
        return
    loaded = any(task.plan_id for task in seen.all(Task, filled=("plan_id",)))
    if opened and not loaded and seen.passed(opened.ms + seen.limit("minutes") * MINUTE):
        yield Raised(
            _ALL,
            1,
            _("The incident is open for {lasting}, and no playbook is loaded.").format(
                lasting=shown.lasting(seen.now.ms - opened.ms)
            ),
            _("A playbook is loaded."),
            (seen.incident,),
            ((N_("minutes"), seen.since(opened) or 0), (N_("limit"), seen.limit("minutes"))),
        )


def not_carried_out(seen: Seen) -> Iterator[Raised]:
    """PF3-6: a critical task late, tasks that nobody has, one that is blocked for too long."""
    for task in seen.all(Task, equal=(("status", _OPEN),)):
        if task.critical and task.due and seen.passed(task.due.ms + 1):
            yield Raised(
                task.id,
                1,
                _("A critical task is late by {lasting}: {task}").format(
                    lasting=shown.lasting(seen.now.ms - task.due.ms), task=shown.short(task.title)
                ),
                _("It is done, or its time is set anew."),
                (task,),
                ((N_("minutes late"), seen.since(task.due) or 0),),
            )
        if task.status == TaskStatus.BLOCKED:
            yield from _blocked(seen, task)
    yield from _ownerless(seen)


def _blocked(seen: Seen, task: Task) -> Iterator[Raised]:
    since = task.status_at or task.recorded_at
    if since and seen.passed(since.ms + seen.limit("blocked") * MINUTE):
        yield Raised(
            f"blocked {task.id}",
            2,
            _("Blocked for {lasting}: {task}").format(
                lasting=shown.lasting(seen.now.ms - since.ms), task=shown.short(task.title)
            ),
            _("It goes on."),
            (task,),
            ((N_("minutes"), seen.since(since) or 0), (N_("limit"), seen.limit("blocked"))),
        )


def _ownerless(seen: Seen) -> Iterator[Raised]:
    waiting = [
        task
        for task in seen.all(Task, equal=(("status", _OPEN), ("owner", ("",))))
        if not task.role
        and task.recorded_at
        and seen.passed(task.recorded_at.ms + seen.limit("owner") * MINUTE)
    ]
    if waiting:
        n = len(waiting)
        yield Raised(
            "owner",
            2,
            ngettext("{n} task has no owner.", "{n} tasks have no owner.", n).format(n=n),
            _("Each has an owner or a role."),
            tuple(waiting[:20]),
            ((N_("tasks"), n),),
        )


def findings_open(seen: Seen) -> Iterator[Raised]:
    """PF3-7: what an exercise or a review has shown was not mended in time."""
    for each, text in _to_be_mended(seen):
        if each.due and seen.passed(each.due.ms + seen.limit("days") * DAY + 1):
            yield Raised(
                each.id,
                3,
                _("Not mended in time: {finding}").format(finding=shown.short(text)),
                _("It is closed, or its time is set anew."),
                (each,),
                ((N_("days late"), (seen.now.ms - each.due.ms) // DAY),),
            )


def _to_be_mended(seen: Seen) -> Iterator[tuple[Finding | Lesson | Improvement, str]]:
    """What exercises found, and what a review of this incident wants done."""
    yield from ((each, each.text) for each in seen.all(Finding, empty=("closed_at",)))
    yield from ((each, each.text) for each in seen.all(Lesson, empty=("closed_at",)))
    yield from ((each, each.action) for each in seen.all(Improvement) if each.open)


_OPEN = (TaskStatus.TODO, TaskStatus.DOING, TaskStatus.BLOCKED)
_PLAN = PlaybookVersion.kind_name
RULES: tuple[Rule, ...] = (
    Rule("PF3-1", N_("No approved plan"), "34.1", (_PLAN,), no_plan),
    Rule(
        "PF3-2",
        N_("Plan is stale"),
        "34.2",
        (_PLAN, "post"),
        stale,
        (
            Limit("days", N_("Plan older than"), 365, "days"),
            Limit("contacts", N_("Numbers older than"), 90, "days"),
        ),
    ),
    Rule(
        "PF3-3",
        N_("Never exercised"),
        "34.2",
        ("exercise",),
        never_exercised,
        (Limit("days", N_("Last exercise within"), 365, "days"),),
    ),
    Rule(
        "PF3-4",
        N_("Plan is incomplete"),
        "34.2",
        ("post", "template_approval", "audience"),
        incomplete,
    ),
    Rule(
        "PF3-5",
        N_("Plan not used"),
        "34.2",
        ("task",),
        not_used,
        (Limit("minutes", N_("Playbook loaded within"), 15),),
    ),
    Rule(
        "PF3-6",
        N_("Plan not carried out"),
        "34.2",
        ("task",),
        not_carried_out,
        (
            Limit("owner", N_("Owner named within"), 10),
            Limit("blocked", N_("Blocked for at most"), 60),
        ),
    ),
    Rule(
        "PF3-7",
        N_("Findings open"),
        "34.2",
        ("finding", "lesson", "improvement"),
        findings_open,
        (Limit("days", N_("Late by more than"), 0, "days"),),
    ),
)
