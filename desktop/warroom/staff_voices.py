"""What employees ask and hear: their questions and concerns, and rumours from heard to told."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from desktop.warroom.staff_words import Spread, Stage, Verdict
from resources import N_, _


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StaffQuestion(Record):
    """What employees ask or worry about; asked again it is the same row with a higher count.

    ``line`` is the answer of the question bank that was used, ``answer`` what we told them.
    """

    kind_name = "staff_question"
    shown_name = N_("Question of employees")

    question: str = declare(Shape.PROSE, N_("Question or concern"), "", needed=True)
    topic: str = declare(Shape.TEXT, N_("Topic"), "")
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group")
    anonymous: bool = declare(Shape.FLAG, N_("Anonymous"), False)
    who: str = declare(Shape.TEXT, N_("Asked by"), "")
    asked_at: Moment | None = declare(Shape.MOMENT, N_("Asked at"), starts=Start.NOW)
    asked: int | None = declare(Shape.NUMBER, N_("Times asked"), 1)
    line: str = declare(Shape.LINK, N_("Line used"), "", target="answer")
    answer: str = declare(Shape.PROSE, N_("What we answered"), "")
    answered_at: Moment | None = declare(Shape.MOMENT, N_("Answered at"))
    answered_by: str = declare(Shape.TEXT, N_("Answered by"), "")
    owner: str = declare(Shape.TEXT, N_("Owner"), "")

    @property
    def answered(self) -> bool:
        """Whether it was answered."""
        return self.answered_at is not None

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What is answered was answered at a time, and by somebody."""
        said = values.get("answer", self.answer) or values.get("line", self.line)
        before = self.answer or self.line
        if not said or before or values.get("answered_at", self.answered_at):
            return {}
        by = values.get("answered_by", self.answered_by) or saying.by
        return {"answered_at": saying.at, "answered_by": by}

    def check(self) -> None:
        """Raises RuleBroken for an anonymous question that names somebody."""
        super().check()
        if self.anonymous and self.who.strip():
            raise RuleBroken(
                _("An anonymous question names nobody. Take the name out, or say who asked.")
            )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rumour(Record):
    """One rumour on its way: heard, judged with evidence, answered, and groups told since.

    ``heard`` counts how often it was heard, ``repeats`` how often after the correction.
    ``entry`` is the line of the timeline that it came with, ``message`` the one that corrects it.
    ``told`` are the ids of the groups told since.
    """

    kind_name = "rumour"
    shown_name = N_("Rumour")

    text: str = declare(Shape.PROSE, N_("Rumour"), "", needed=True)
    heard_at: Moment | None = declare(
        Shape.MOMENT, N_("First heard at"), needed=True, starts=Start.NOW
    )
    where: str = declare(Shape.TEXT, N_("Heard where"), "")
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group")
    spread: Spread | str = declare(Shape.CHOICE, N_("Spread"), Spread.ONE, choices=Spread)
    heard: int | None = declare(Shape.NUMBER, N_("Times heard"), 1)
    verdict: Verdict | str = declare(Shape.CHOICE, N_("Verdict"), Verdict.OPEN, choices=Verdict)
    verdict_at: Moment | None = declare(Shape.MOMENT, N_("Judged at"))
    evidence: str = declare(Shape.PROSE, N_("Evidence"), "")
    fact: str = declare(Shape.LINK, N_("Fact"), "", target="fact")
    answer: str = declare(Shape.PROSE, N_("Answer"), "")
    message: str = declare(Shape.LINK, N_("Message that corrects it"), "", target="staff_message")
    told: tuple[str, ...] = declare(
        Shape.WORDS, N_("Groups told since"), (), target="staff_group", form=False
    )
    told_at: Moment | None = declare(Shape.MOMENT, N_("Told at"))
    repeats: int | None = declare(Shape.NUMBER, N_("Heard again after the correction"), 0)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    entry: str = declare(Shape.LINK, N_("Timeline entry"), "", target="entry", form=False)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.told_at or self.told:
            return Stage.TOLD
        if self.answer.strip() or self.message:
            return Stage.ANSWERED
        return Stage.HEARD if self.verdict == Verdict.OPEN else Stage.JUDGED

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A verdict and the telling get the time at which they came."""
        more: dict[str, Any] = {}
        verdict = values.get("verdict", self.verdict)
        if verdict != self.verdict and values.get("verdict_at", self.verdict_at) == self.verdict_at:
            more["verdict_at"] = None if verdict == Verdict.OPEN else saying.at
        told = values.get("told", self.told)
        if told and not self.told and not values.get("told_at", self.told_at):
            more["told_at"] = saying.at
        return more

    def check(self) -> None:
        """Raises RuleBroken for a verdict that rests on nothing."""
        super().check()
        if self.verdict != Verdict.OPEN and not self.evidence.strip() and not self.fact:
            raise RuleBroken(_("Say what the verdict rests on: evidence, or a fact."))


KINDS = (StaffQuestion, Rumour)
