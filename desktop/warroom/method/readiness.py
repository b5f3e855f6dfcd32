"""Could we start tonight? What is ready and what is missing, from the company's registers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop.warroom.choices import CrisisType, Role
from desktop.warroom.method.exercises import Approval, Exercise, Finding, RoutineDone
from desktop.warroom.method.media import MediaContact
from desktop.warroom.method.risks import Control, Risk
from desktop.warroom.method.routines import RoutineState, routine_states
from desktop.warroom.method.team import Post, fresh
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.keeping import in_force
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.playbooks.plan import said
from desktop.warroom.playbooks.shipped import shipped_file
from desktop.warroom.reading import Reading
from resources import LANGUAGES, N_, NAMES, _, ngettext

DAY = 86_400_000  # milliseconds
RECENT = 90  # days in which risks are reviewed and contacts are met (practice 2.6)
YEAR = 365  # days in which plans are looked at and exercised (warnings PF3-2, PF3-3)
MANDATORY = (  # roles without which no crisis is led; they count twice
    Role.CRISIS_LEAD,
    Role.COMMS_LEAD,
    Role.SPOKESPERSON,
    Role.LOGGIST,
    Role.CUSTOMER_SERVICE,
    Role.INTERNAL_COMMS,
    Role.LEGAL,
)


@dataclass(frozen=True, slots=True)
class Registers:
    """What the company has written down; ``plans`` are the versions in force, one of each type."""

    plans: Sequence[PlaybookVersion] = ()
    posts: Sequence[Post] = ()
    approvals: Sequence[Approval] = ()
    exercises: Sequence[Exercise] = ()
    findings: Sequence[Finding] = ()
    risks: Sequence[Risk] = ()
    controls: Sequence[Control] = ()
    routines: Sequence[RoutineDone] = ()
    contacts: Sequence[MediaContact] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A part of readiness: ``got`` of ``of`` are in order, ``score`` lies between 0 and 1.

    ``label`` is a message key, ``mended`` names the part of the plan page where it is mended,
    ``missing`` what is not in order, the worst first.
    """

    name: str
    label: str
    mended: str
    got: int
    of: int
    score: float
    missing: tuple[str, ...] = field(default=())

    @property
    def sentence(self) -> str:
        """What is missing first, and how much more."""
        if not self.missing:
            return _("All is in order")
        first, more = self.missing[0], len(self.missing) - 1
        if not more:
            return first
        said = ngettext("{first} · {n} more", "{first} · {n} more", more)
        return said.format(first=first, n=more)


def gathered(room: Reading) -> Registers:
    """The registers of a room."""
    return Registers(
        [in_force(room, kind) for kind in CrisisType],
        room.all(Post),
        room.all(Approval),
        room.all(Exercise),
        room.all(Finding),
        room.all(Risk),
        room.all(Control),
        room.all(RoutineDone),
        room.all(MediaContact),
    )


def readiness(held: Registers, now: Moment) -> list[Ready]:
    """The nine parts at an instant; of equal weight (practice 2.6)."""
    return [
        _plans(held.plans, now),
        _roles(held.posts),
        _numbers(held.posts, now),
        _templates(held.approvals),
        _exercises(held.exercises, now),
        _findings(held, now),
        _risks(held, now),
        _routines(routine_states(held.plans, held.routines, now)),
        _contacts(held.contacts, now),
    ]


def score(parts: Sequence[Ready]) -> float:
    """The mean of the parts, 0 to 1; it is never shown without them."""
    return sum(part.score for part in parts) / len(parts) if parts else 0.0


def templates() -> dict[str, str]:
    """The statement templates: key and name in the language spoken now."""
    return {each["key"]: said(each["name"]) for each in shipped_file()["statement_templates"]}


def approved(approvals: Iterable[Approval]) -> dict[str, set[str]]:
    """In which languages each template is approved."""
    found: dict[str, set[str]] = {}
    for each in approvals:
        found.setdefault(each.template, set()).update(set(each.languages) & set(LANGUAGES))
    return found


# the parts


def _part(name: str, label: str, mended: str, of: int, missing: Iterable[str]) -> Ready:
    """A part in which each of so many counts alike; nothing of nothing is not ready."""
    left = tuple(missing)
    got = of - len(left) if of else 0
    return Ready(name, label, mended, got, of, got / of if of else 0.0, left)


def _plans(plans: Iterable[PlaybookVersion], now: Moment) -> Ready:
    standing = {str(plan.type): plan for plan in plans}

    def missing() -> Iterator[str]:
        for kind in CrisisType:
            plan = standing.get(kind)
            if plan is None or plan.approved_at is None:
                yield _("{type}: nobody has approved the playbook").format(type=kind.shown)
            elif _looked_at_again(plan) < now.ms:
                yield _("{type}: the review of the playbook is past").format(type=kind.shown)

    return _part("plans", N_("Playbooks in force"), "playbooks", len(CrisisType), missing())


def _looked_at_again(plan: PlaybookVersion) -> int:
    assert plan.approved_at
    year = plan.approved_at.ms + YEAR * DAY
    return min(year, plan.review_due.ms) if plan.review_due else year


def _roles(posts: Iterable[Post]) -> Ready:
    held = _held(posts)
    order = sorted(Role, key=lambda role: role not in MANDATORY)
    weight = {role: 2 if role in MANDATORY else 1 for role in Role}
    reached, missing = 0.0, []
    for role in order:
        person, deputy = held.get(role, (False, False))
        reached += weight[role] * (person + deputy) / 2
        if not person:
            missing.append(_("{role}: nobody holds it").format(role=role.shown))
        elif not deputy:
            missing.append(_("{role}: no deputy").format(role=role.shown))
    of, share = len(order), reached / sum(weight.values())
    label = N_("Roles with a deputy")
    return Ready("roles", label, "team", of - len(missing), of, share, tuple(missing))


def _held(posts: Iterable[Post]) -> dict[str, tuple[bool, bool]]:
    """Whether each role has a person and a deputy, whichever row says so."""
    found: dict[str, tuple[bool, bool]] = {}
    for post in posts:
        person, deputy = found.get(str(post.role), (False, False))
        found[str(post.role)] = (person or bool(post.person), deputy or bool(post.deputy))
    return found


def _numbers(posts: Iterable[Post], now: Moment) -> Ready:
    tried = {str(post.role) for post in posts if post.person and fresh(post, now)}
    old = (
        _("{role}: the number was not tried for {n} days").format(role=role.shown, n=RECENT)
        for role in sorted(Role, key=lambda role: role not in MANDATORY)
        if role not in tried
    )
    return _part("numbers", N_("Numbers tried"), "team", len(Role), old)


def _templates(approvals: Iterable[Approval]) -> Ready:
    held, names = approved(approvals), templates()
    missing = [
        _("{template}: not approved in {language}").format(template=name, language=NAMES[language])
        for key, name in names.items()
        for language in LANGUAGES
        if language not in held.get(key, ())
    ]
    label = N_("Approved templates")
    return _part("templates", label, "readiness", len(names) * len(LANGUAGES), missing)


def _exercises(exercises: Iterable[Exercise], now: Moment) -> Ready:
    recent = {str(each.type) for each in exercises if _within(each.held_at, YEAR, now)}
    missing = (
        _("{type}: no exercise within 12 months").format(type=kind.shown)
        for kind in CrisisType
        if kind not in recent
    )
    return _part("exercises", N_("Exercises"), "exercises", len(CrisisType), missing)


def _findings(held: Registers, now: Moment) -> Ready:
    """What is closed counts whole, what is open and in time half; unexercised is unknown."""
    left = [each for each in held.findings if each.closed_at is None]
    late = [each for each in left if each.due and each.due.ms < now.ms]
    ordered = [*late, *(each for each in left if each not in late)]
    forms = (_("Overdue: {finding}"), _("Open: {finding}"))
    missing = tuple(
        forms[place >= len(late)].format(finding=each.text) for place, each in enumerate(ordered)
    )
    of = len(held.findings)
    share = (of - len(left) + (len(left) - len(late)) / 2) / of if of else 1.0
    if not (held.exercises or of):
        share, missing = 0.0, (_("Nothing was tried yet, so nothing was found"),)
    return Ready("findings", N_("Findings closed"), "exercises", of - len(left), of, share, missing)


def _risks(held: Registers, now: Moment) -> Ready:
    """Each risk is reviewed, and has controls that were all tested within a year."""
    missing, tests = [], dict[str, list[bool]]()
    for control in held.controls:
        tests.setdefault(control.risk, []).append(_within(control.tested_at, YEAR, now))
    for risk in sorted(held.risks, key=lambda risk: -risk.score):
        if not _within(risk.reviewed_at, RECENT, now):
            form = _("{risk}: not reviewed for {n} days")
            missing.append(form.format(risk=risk.title, n=RECENT))
        if risk.id not in tests:
            missing.append(_("{risk}: no control").format(risk=risk.title))
        elif not all(tests[risk.id]):
            missing.append(_("{risk}: a control was not tested").format(risk=risk.title))
    of = 2 * len(held.risks)
    missing = missing if of else [_("No risk is written down")]
    return _part("risks", N_("Risks watched"), "risks", of, missing)


def _routines(states: Sequence[RoutineState]) -> Ready:
    late = [state for state in states if state.late]
    late.sort(key=lambda state: state.due_ms or 0)
    missing = (
        (_("Late: {task}") if state.due_ms else _("Never done: {task}")).format(task=state.title)
        for state in late
    )
    return _part("routines", N_("Prevention in time"), "readiness", len(states), missing)


def _contacts(contacts: Sequence[MediaContact], now: Moment) -> Ready:
    missing = [
        _("{name}: no contact for {n} days").format(name=each.name, n=RECENT)
        for each in contacts
        if not _within(each.last_contact, RECENT, now)
    ]
    missing = missing if contacts else [_("No media contact is written down")]
    return _part("contacts", N_("Media contacts met"), "relations", len(contacts), missing)


def _within(moment: Moment | None, days: int, now: Moment) -> bool:
    return moment is not None and now.ms - moment.ms <= days * DAY
