"""The crisis team: who holds which role, who stands in, who is on duty and for how long."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.warroom.choices import Role, Severity
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from resources import N_, _, ngettext

HOUR = 3_600_000
DAY = 24 * HOUR
LONGEST_DUTY = 12  # hours (practice 2.8)
MOST_ROLES = 3  # for one person (practice 2.8)
STALE_AFTER = 90  # days since a number was tried (seed 7.2: last_verified)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Post(Record):
    """A role of the company's crisis team with the person who holds it and the deputy."""

    kind_name = "post"
    shown_name = N_("Role in the team")
    company_wide = True

    role: Role | str = declare(
        Shape.CHOICE, N_("Role"), Role.CRISIS_LEAD, choices=Role, needed=True
    )
    person: str = declare(Shape.TEXT, N_("Person"), "")
    phone: str = declare(Shape.TEXT, N_("Phone"), "")
    deputy: str = declare(Shape.TEXT, N_("Deputy"), "")
    deputy_phone: str = declare(Shape.TEXT, N_("Phone of the deputy"), "")
    verified_at: Moment | None = declare(Shape.MOMENT, N_("Numbers verified"))
    trained_at: Moment | None = declare(Shape.MOMENT, N_("Trained"))
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Duty(Record):
    """One stretch of duty of a person in a role, ended with a note for whoever comes next."""

    kind_name = "duty"
    shown_name = N_("Duty")

    person: str = declare(Shape.TEXT, N_("Person"), "", needed=True, starts=Start.ME)
    role: Role | str = declare(Shape.CHOICE, N_("Role"), Role.LOGGIST, choices=Role)
    begun_at: Moment | None = declare(Shape.MOMENT, N_("On duty since"), starts=Start.NOW)
    ended_at: Moment | None = declare(Shape.MOMENT, N_("Off duty since"))
    handed_to: str = declare(Shape.TEXT, N_("Handed over to"), "")
    note: str = declare(Shape.PROSE, N_("Hand-over note"), "")

    def hours(self, now: Moment) -> float:
        """How many hours the stretch has lasted at ``now``."""
        end = self.ended_at or now
        return (end.ms - self.begun_at.ms) / HOUR if self.begun_at else 0.0


def holder(posts: Iterable[Post], role: Role | str) -> str:
    """Who holds a role, or stands in for it; empty when nobody does."""
    found = [post for post in posts if post.role == role]
    return next((n for post in found for n in (post.person, post.deputy) if n), "")


def findings(
    posts: Sequence[Post], duties: Iterable[Duty], incident: Incident, now: Moment
) -> list[str]:
    """What is wrong with the team now, as sentences (practice 2.8, seed 7.2)."""
    return [
        *_vacant(posts),
        *_burdened(posts),
        *_same_voice(posts, incident),
        *_tired(duties, now),
        *_unexplained(duties),
        *_stale(posts, now),
    ]


def _vacant(posts: Sequence[Post]) -> Iterable[str]:
    empty = [role for role in Role if not holder(posts, role)]
    if empty:
        said = ngettext("{n} role is held by nobody.", "{n} roles are held by nobody.", len(empty))
        yield said.format(n=len(empty))
    alone = [post for post in posts if post.person and not post.deputy]
    if alone:
        said = ngettext("{n} role has no deputy.", "{n} roles have no deputy.", len(alone))
        yield said.format(n=len(alone))


def _burdened(posts: Iterable[Post]) -> Iterable[str]:
    counted = Counter(post.person for post in posts if post.person)
    for person, n in counted.items():
        if n > MOST_ROLES:
            yield _("{person} holds {n} roles; more than {most} are too many.").format(
                person=person, n=n, most=MOST_ROLES
            )


def _same_voice(posts: Sequence[Post], incident: Incident) -> Iterable[str]:
    lead, voice = holder(posts, Role.CRISIS_LEAD), holder(posts, Role.SPOKESPERSON)
    if lead and lead == voice and incident.severity == Severity.CRITICAL:
        yield _("{person} leads and speaks. At level 1 let somebody else speak.").format(
            person=lead
        )


def _tired(duties: Iterable[Duty], now: Moment) -> Iterable[str]:
    for duty in duties:
        if duty.ended_at is None and duty.hours(now) > LONGEST_DUTY:
            yield _("{person} has been on duty for {n} hours. Hand over.").format(
                person=duty.person, n=int(duty.hours(now))
            )


def _unexplained(duties: Iterable[Duty]) -> Iterable[str]:
    for duty in duties:
        if duty.ended_at is not None and not duty.note:
            yield _("{person} went off duty without a hand-over note.").format(person=duty.person)


def _stale(posts: Iterable[Post], now: Moment) -> Iterable[str]:
    old = [post for post in posts if post.person and not fresh(post, now)]
    if old:
        said = ngettext(
            "The number of {n} role was not tried for {days} days.",
            "The numbers of {n} roles were not tried for {days} days.",
            len(old),
        )
        yield said.format(n=len(old), days=STALE_AFTER)


def fresh(post: Post, now: Moment) -> bool:
    """Whether the numbers of a role were tried within the last 90 days."""
    return post.verified_at is not None and now.ms - post.verified_at.ms <= STALE_AFTER * DAY


KINDS = (Post, Duty)
