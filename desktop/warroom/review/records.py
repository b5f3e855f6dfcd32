"""What a review leaves in the room: that it was held, and the lessons drawn from it."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from desktop.warroom.review.words import Ending
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Review(Record):
    """A review of the incident that was held: causes, what worked, the whole in a few sentences.

    What happened, when and what was known then is not typed: it is built from the record.
    """

    kind_name = "review"
    shown_name = N_("Post-crisis review")

    held_at: Moment | None = declare(
        Shape.MOMENT, N_("Held at"), needed=True, starts=Start.NOW, also=("date", "time")
    )
    by: str = declare(Shape.TEXT, N_("Led by"), "", starts=Start.ME)
    present: tuple[str, ...] = declare(Shape.WORDS, N_("Present"), ())
    causes: str = declare(Shape.PROSE, N_("Causes"), "", also=("cause",))
    worked: str = declare(Shape.PROSE, N_("What worked"), "")
    summary: str = declare(Shape.PROSE, N_("Summary"), "")
    approved_by: str = declare(Shape.TEXT, N_("Approved by"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Lesson(Record):
    """Something to be learned, open until an action, a change in a playbook or a reason closes it.

    ``task`` or ``improvement`` is the action, or ``owner`` and ``due`` say it. ``playbook`` is the
    version that has the change, ``playbook_before`` the one without it: empty for the shipped one.
    """

    kind_name = "lesson"
    shown_name = N_("Lesson")

    text: str = declare(Shape.PROSE, N_("Lesson"), "", needed=True, also=("finding",))
    cause: str = declare(Shape.TEXT, N_("Cause"), "")
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    ended_by: Ending | str = declare(
        Shape.CHOICE, N_("Closed with"), "", choices=Ending, form=False
    )
    action: str = declare(Shape.TEXT, N_("Action"), "", form=False)
    task: str = declare(Shape.LINK, N_("Task"), "", target="task", form=False)
    improvement: str = declare(
        Shape.LINK, N_("Improvement action"), "", target="improvement", form=False
    )
    playbook: str = declare(
        Shape.LINK, N_("Playbook with the change"), "", target="playbook", form=False
    )
    playbook_before: str = declare(
        Shape.LINK, N_("Playbook before"), "", target="playbook", form=False
    )
    reason: str = declare(Shape.PROSE, N_("Reason"), "", form=False)
    closed_at: Moment | None = declare(Shape.MOMENT, N_("Closed at"), form=False)

    @property
    def open(self) -> bool:
        """Whether nothing has closed it yet."""
        return not self.ended_by

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A lesson that is closed has the time of it; one that is open again has none."""
        ended = values.get("ended_by", self.ended_by)
        if ended == self.ended_by or "closed_at" in values:
            return {}
        return {"closed_at": saying.at if ended else None}

    def check(self) -> None:
        """Raises RuleBroken for one that is closed with nothing that closes it."""
        super().check()
        match self.ended_by:
            case Ending.ACTION if not self._acted():
                raise RuleBroken(_("Name the action: a task, an improvement, or owner and due."))
            case Ending.PLAYBOOK if not self.playbook or self.playbook == self.playbook_before:
                raise RuleBroken(_("Name the playbook that was changed."))
            case Ending.REASON if not self.reason.strip():
                raise RuleBroken(_("Say why nothing follows from the lesson."))

    def _acted(self) -> bool:
        said = bool(self.owner.strip()) and self.due is not None
        return bool(self.task or self.improvement) or said


KINDS = (Review, Lesson)
