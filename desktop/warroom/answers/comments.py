"""Negative comments: when a first reply is due, and what their removal leaves (seed 15)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.words import CommentState, Fairness, Outcome
from desktop.warroom.choices import Language, Tone
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

MINUTE = 60_000  # milliseconds
LIMITS = ((10_000, 60), (1_000, 240), (0, 1_440))  # reach from which, minutes to the first reply
REACH_UNKNOWN = 240  # minutes to the first reply where nobody knows the reach


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Comment(Record):
    """What somebody wrote about us in public. Unknown ``reach`` is None, never guessed."""

    kind_name = "comment"
    shown_name = N_("Comment")
    draws_others, draws_when_new = True, False

    platform: str = declare(Shape.TEXT, N_("Platform"), "", needed=True)
    who: str = declare(Shape.TEXT, N_("Written by"), "")
    text: str = declare(Shape.PROSE, N_("Comment"), "", needed=True)
    url: str = declare(Shape.TEXT, N_("Link"), "")
    posted_at: Moment | None = declare(Shape.MOMENT, N_("Posted at"), needed=True, starts=Start.NOW)
    reach: int | None = declare(Shape.NUMBER, N_("Reach"))
    tone: Tone | str = declare(Shape.CHOICE, N_("Tone"), Tone.NEGATIVE, choices=Tone)
    topic: str = declare(Shape.TEXT, N_("Topic"), "")
    fair: Fairness | str = declare(
        Shape.CHOICE, N_("Fair or not"), Fairness.UNKNOWN, choices=Fairness
    )
    apology: str = declare(Shape.TEXT, N_("What we apologise for"), "")
    solution: str = declare(Shape.TEXT, N_("Solution offered"), "")
    state: CommentState | str = declare(
        Shape.CHOICE, N_("State"), CommentState.OPEN, choices=CommentState
    )
    reply: str = declare(Shape.PROSE, N_("Our reply"), "")
    replied_at: Moment | None = declare(Shape.MOMENT, N_("Replied at"))
    why_no_reply: str = declare(Shape.TEXT, N_("Why no reply"), "")
    outcome: Outcome | str = declare(Shape.CHOICE, N_("Outcome"), Outcome.UNKNOWN, choices=Outcome)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")

    def check(self) -> None:
        """Raises RuleBroken for a comment that is left without a reply and without a reason."""
        super().check()
        if self.state == CommentState.NO_REPLY and not self.why_no_reply.strip():
            raise RuleBroken(_("Say why nobody replies to this comment."))

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A reply has its time, and whoever notes the time of a reply has replied."""
        state = values.get("state", self.state)
        replied_at = values.get("replied_at", self.replied_at)
        if state == CommentState.REPLIED != self.state and not replied_at:
            return {"replied_at": saying.at}
        if state == CommentState.OPEN != self.state:
            return {"replied_at": None}
        if state == CommentState.OPEN and replied_at:
            return {"state": CommentState.REPLIED}
        return {}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Raises RuleBroken for a comment that is called removed and nobody said why."""
        was = before.state if isinstance(before, Comment) else self.state
        if self.state == CommentState.REMOVED != was and not removals_of(room, self):
            raise RuleBroken(_("A removal needs its reason: close this and press D in the list."))
        return ()

    @property
    def open(self) -> bool:
        """Whether it waits for its first reply."""
        return self.state == CommentState.OPEN

    def late(self, now: Moment) -> bool:
        """Whether it waits longer than its reach allows."""
        due = reply_due(self)
        return self.open and due is not None and due.ms < now.ms


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Removal(Record):
    """A comment that was removed from a place of ours, by whom and why (seed 15, rule PF4-7).

    ``fair`` is how it was judged when it was removed: the flag of what was not unfair stays.
    """

    kind_name = "removal"
    shown_name = N_("Removal of a comment")
    draws_others = True

    comment: str = declare(Shape.LINK, N_("Comment"), "", target="comment", needed=True)
    reason: str = declare(Shape.TEXT, N_("Reason"), "", needed=True)
    by: str = declare(Shape.TEXT, N_("Removed by"), "", starts=Start.ME)
    at: Moment | None = declare(Shape.MOMENT, N_("Removed at"), starts=Start.NOW)
    fair: Fairness | str = declare(
        Shape.CHOICE, N_("Judged when removed"), Fairness.UNKNOWN, choices=Fairness, form=False
    )

    @property
    def flagged(self) -> bool:
        """Whether criticism was removed that nobody had judged unfair (warning PF4-7)."""
        return self.fair != Fairness.NO

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """The comment is removed as long as the removal stands."""
        comment = room.find(Comment, self.comment)
        if comment is None:
            return
        stands = standing(comment) if self.gone else CommentState.REMOVED
        if comment.state != stands and (comment.state == CommentState.REMOVED) == self.gone:
            yield comment, {"state": stands}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ReplyTemplate(Record):
    """A reply that can be taken and changed."""

    kind_name = "reply_template"
    shown_name = N_("Reply template")
    company_wide = True

    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True)
    language: Language | str = declare(
        Shape.CHOICE, N_("Language"), Language.ENGLISH, choices=Language
    )
    text: str = declare(Shape.PROSE, N_("Text"), "", needed=True)


def minutes_allowed(reach: int | None) -> int:
    """Minutes to the first reply by reach (warning PF1-4); unknown reach counts as the middle."""
    if reach is None:
        return REACH_UNKNOWN
    return next((minutes for least, minutes in LIMITS if reach >= least), LIMITS[-1][1])


def reply_due(comment: Comment) -> Moment | None:
    """When the first reply is due; None where nobody can read when it was posted."""
    posted = comment.posted_at
    if posted is None:
        return None
    return replace(posted, ms=posted.ms + minutes_allowed(comment.reach) * MINUTE)


def removals_of(room: "Reading", comment: Comment) -> list[Removal]:
    """The removals of a comment that are logged."""
    return [each for each in room.all(Removal) if each.comment == comment.id]


def standing(comment: Comment) -> CommentState:
    """How a comment stands by what else it says of itself, as if nobody had removed it."""
    if comment.replied_at:
        return CommentState.REPLIED
    return CommentState.NO_REPLY if comment.why_no_reply.strip() else CommentState.OPEN


KINDS = (Comment, Removal, ReplyTemplate)
