"""Negative comments: a queue by reach and age, replies, and a log of removals (seed 15)."""

from dataclasses import dataclass

from desktop.warroom.answers.words import CommentState, Fairness, Outcome
from desktop.warroom.choices import Language, Tone
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Comment(Record):
    """What somebody wrote about us in public. Unknown ``reach`` is None, never guessed."""

    kind_name = "comment"
    shown_name = N_("Comment")

    platform: str = declare(Shape.TEXT, N_("Platform"), "", needed=True)
    who: str = declare(Shape.TEXT, N_("Written by"), "")
    text: str = declare(Shape.PROSE, N_("Comment"), "", needed=True)
    url: str = declare(Shape.TEXT, N_("Link"), "")
    posted_at: Moment | None = declare(Shape.MOMENT, N_("Posted at"), needed=True, starts=Start.NOW)
    reach: int | None = declare(Shape.NUMBER, N_("Reach"))
    tone: Tone | str = declare(Shape.CHOICE, N_("Tone"), Tone.NEGATIVE, choices=Tone)
    topic: str = declare(Shape.TEXT, N_("Topic"), "")
    fair: Fairness | str = declare(Shape.CHOICE, N_("Fair"), Fairness.UNKNOWN, choices=Fairness)
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Removal(Record):
    """A comment that was removed from a place of ours, by whom and why (seed 15, rule PF4-7)."""

    kind_name = "removal"
    shown_name = N_("Removal of a comment")

    comment: str = declare(Shape.LINK, N_("Comment"), "", target="comment", needed=True)
    reason: str = declare(Shape.TEXT, N_("Reason"), "", needed=True)
    by: str = declare(Shape.TEXT, N_("Removed by"), "", starts=Start.ME)
    at: Moment | None = declare(Shape.MOMENT, N_("Removed at"), starts=Start.NOW)


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


KINDS = (Comment, Removal, ReplyTemplate)
