"""The queue of comments: who comes first, what is done with one, and the figures of all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.comments import MINUTE, Comment, Removal, reply_due
from desktop.warroom.answers.words import CommentState, Fairness
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.selection import Selection
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom


@dataclass(frozen=True, slots=True)
class CommentFigures:
    """How the queue stands; ``first_reply`` is the median of minutes, None before any reply.

    ``flagged`` counts removals of what nobody had judged unfair (warning PF4-7), and
    ``without_solution`` replies to comments with a point that offer nothing.
    """

    all: int
    open: int
    late: int
    unknown_reach: int
    replied: int
    without_reply: int
    removed: int
    flagged: int
    without_solution: int
    first_reply: float | None


def before(comment: Comment, now: Moment) -> tuple[int, ...]:
    """What places a comment in the queue: waiting and late first, then by reach, then by age.

    Unknown reach stands between large and small, as its time to reply does.
    """
    posted = comment.posted_at.ms if comment.posted_at else 0
    if not comment.open:
        return (2, 0, -posted)
    reach = 1_000 if comment.reach is None else comment.reach
    return (0 if comment.late(now) else 1, -reach, posted)


def queue(room: "Reading", now: Moment) -> list[Comment]:
    """Every comment, the one that is to be answered next first."""
    return sorted(room.all(Comment), key=lambda each: before(each, now))


def late_comments(room: "Reading", now: Moment) -> list[Comment]:
    """The comments that wait longer than their reach allows, the one to be answered next first."""
    waiting = Selection(kind=Comment, equal=(("state", (CommentState.OPEN,)),))
    late = (each for each in room.records(waiting) if each.late(now))
    return sorted(late, key=lambda each: before(each, now))


def by_state(room: "Reading", now: Moment) -> CommentFigures:
    """The figures of the queue at a moment."""
    return figures(room.all(Comment), room.all(Removal), now)


def figures(
    comments: Sequence[Comment], removals: Sequence[Removal], now: Moment
) -> CommentFigures:
    """The figures of comments and removals that were read already."""
    count = Counter(str(each.state) for each in comments)
    waited = [took for each in comments if (took := first_reply(each)) is not None]
    return CommentFigures(
        all=len(comments),
        open=count[CommentState.OPEN],
        late=sum(each.late(now) for each in comments),
        unknown_reach=sum(each.open and each.reach is None for each in comments),
        replied=count[CommentState.REPLIED],
        without_reply=count[CommentState.NO_REPLY],
        removed=count[CommentState.REMOVED],
        flagged=sum(each.flagged for each in removals),
        without_solution=sum(map(without_solution, comments)),
        first_reply=median(waited) / MINUTE if waited else None,
    )


def first_reply(comment: Comment) -> int | None:
    """Milliseconds from a comment to our reply; None where there is none."""
    if comment.replied_at is None or comment.posted_at is None:
        return None
    return max(0, comment.replied_at.ms - comment.posted_at.ms)


def replied_late(comment: Comment) -> bool:
    """Whether our reply came later than its reach allowed."""
    due = reply_due(comment)
    return comment.replied_at is not None and due is not None and comment.replied_at.ms > due.ms


def without_solution(comment: Comment) -> bool:
    """Whether a comment with a point got a reply that offers nothing (seed 15.2)."""
    has_point = comment.fair in (Fairness.YES, Fairness.PARTLY)
    return has_point and comment.state == CommentState.REPLIED and not comment.solution.strip()


# what is done with comments, each one act


def reply(room: "WarRoom", comments: Sequence[Comment], text: str, **offered: str) -> None:
    """Note that these were replied to now, with these words. Raises RuleBroken without any.

    ``offered`` may be an ``apology`` and a ``solution``; an empty one changes nothing.
    """
    if not text.strip():
        raise RuleBroken(_("Write what was replied."))
    said = {name: words.strip() for name, words in offered.items() if words.strip()}
    replied: dict[str, Any] = {
        "reply": text,
        "replied_at": room.minute(),
        "state": CommentState.REPLIED,
    }
    room.change_all(comments, **replied, **said)


def leave(room: "WarRoom", comments: Sequence[Comment], why: str) -> None:
    """Note that nobody replies to these, and why. Raises RuleBroken without a reason."""
    room.change_all(comments, state=CommentState.NO_REPLY, why_no_reply=why.strip())


def remove(room: "WarRoom", comments: Sequence[Comment], reason: str) -> None:
    """Log that these were removed from a place of ours, and why; nothing is removed by this.

    Raises RuleBroken without a reason, or for one that is removed already.
    """
    if not reason.strip():
        raise RuleBroken(_("Say why the comment is removed."))
    if any(each.state == CommentState.REMOVED for each in comments):
        raise RuleBroken(_("It is removed already; the log below says why."))
    by, at = room.operator, room.minute()
    room.together(
        [
            Removal(comment=each.id, reason=reason.strip(), by=by, at=at, fair=each.fair)
            for each in comments
        ]
    )
