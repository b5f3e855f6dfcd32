"""What we say: the message house and the bank of questions with approved lines (practice 2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from desktop.warroom.answers.words import LineState, MessageRole
from desktop.warroom.choices import Language
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import AudienceKind
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class KeyMessage(Record):
    """The umbrella, or one of at most three key messages, while it is in force."""

    kind_name = "key_message"
    shown_name = N_("Key message")
    draws_others = True

    role: MessageRole | str = declare(
        Shape.CHOICE, N_("Place in the house"), MessageRole.KEY, choices=MessageRole
    )
    text: str = declare(Shape.PROSE, N_("Message"), "", needed=True)
    text_zh_tw: str = declare(Shape.PROSE, N_("In Traditional Chinese"), "")
    text_zh_cn: str = declare(Shape.PROSE, N_("In Simplified Chinese"), "")
    approved_by: str = declare(Shape.TEXT, N_("Approved by"), "")
    valid_from: Moment | None = declare(Shape.MOMENT, N_("Valid from"), starts=Start.NOW)
    valid_to: Moment | None = declare(Shape.MOMENT, N_("Valid until"), ahead=True)

    def valid(self, now_ms: int) -> bool:
        """Whether it is said at ``now_ms`` (UTC milliseconds)."""
        begun = self.valid_from is None or self.valid_from.ms <= now_ms
        return begun and (self.valid_to is None or self.valid_to.ms > now_ms)

    @classmethod
    def drawn_by(
        cls, changed: "Iterable[tuple[Record | None, Self]]", room: "Reading"
    ) -> "Iterable[Drawn]":
        """Nothing. Raises RuleBroken for a second umbrella, or a fourth key message in force."""
        from desktop.warroom.answers.house import refuse_more  # few acts need it

        refuse_more(room, list(changed))
        return ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ProofPoint(Record):
    """What a key message rests on."""

    kind_name = "proof_point"
    shown_name = N_("Proof point")

    message: str = declare(Shape.LINK, N_("Key message"), "", target="key_message", needed=True)
    text: str = declare(Shape.TEXT, N_("Proof"), "", needed=True)
    fact: str = declare(Shape.LINK, N_("Fact"), "", target="fact")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Answer(Record):
    """A question and the line that answers it. Facts are named in ``line`` as in a statement.

    ``writers`` are all who changed what is said, besides its author.
    """

    kind_name = "answer"
    shown_name = N_("Question and answer")
    draws_others, draws_when_new = True, False
    said = ("question", "line", "not_to_say")  # what an approval is of

    question: str = declare(Shape.TEXT, N_("Question"), "", needed=True)
    line: str = declare(Shape.PROSE, N_("Approved line"), "")
    not_to_say: str = declare(Shape.PROSE, N_("Do not say"), "")
    audience: AudienceKind | str = declare(
        Shape.CHOICE, N_("Audience"), AudienceKind.MEDIA, choices=AudienceKind
    )
    language: Language | str = declare(
        Shape.CHOICE, N_("Language"), Language.ENGLISH, choices=Language
    )
    state: LineState | str = declare(
        Shape.CHOICE, N_("State"), LineState.OPEN, choices=LineState, form=False
    )
    asked: int | None = declare(Shape.NUMBER, N_("Times asked"), 1)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    approved_by: str = declare(Shape.TEXT, N_("Approved by"), "", form=False)
    approved_at: Moment | None = declare(Shape.MOMENT, N_("Approved at"), form=False)
    expires_at: Moment | None = declare(Shape.MOMENT, N_("Expires at"), ahead=True)
    writers: tuple[str, ...] = declare(Shape.WORDS, N_("Written by"), (), form=False)

    @property
    def wrote(self) -> tuple[str, ...]:
        """Everybody whose words may stand in it."""
        return tuple(dict.fromkeys(filter(None, (self.author, *self.writers))))

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What is said otherwise than was approved is a draft again; who changed it wrote it."""
        if all(values.get(name, was := getattr(self, name)) == was for name in self.said):
            return {}
        more: dict[str, Any] = {}
        if self.state != LineState.OPEN or values.get("line", self.line).strip():
            more = {"state": LineState.DRAFT, "approved_by": "", "approved_at": None} | more
        if saying.by and saying.by not in self.writers:
            more["writers"] = (*self.writers, saying.by)
        return {name: value for name, value in more.items() if name not in values}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Marks of changed facts end when the line is approved anew, or said no more.

        An earlier wording that is brought back is not what was approved.
        """
        from desktop.warroom.statements.touching import settling  # few acts need it

        if before is None:
            return
        yield from settling(room, before, self)
        reworded = any(getattr(self, name) != getattr(before, name) for name in self.said)
        if reworded and self.state == LineState.APPROVED:
            yield self, {"state": LineState.DRAFT, "approved_by": "", "approved_at": None}


def valid(answer: Answer, now_ms: int) -> bool:
    """Whether a line may be said at ``now_ms`` (UTC milliseconds): approved, and not expired."""
    if answer.state != LineState.APPROVED or not answer.line.strip() or answer.gone:
        return False
    return answer.expires_at is None or answer.expires_at.ms > now_ms


def expired(answer: Answer, now_ms: int) -> bool:
    """Whether a line was approved and its time is over."""
    over = answer.expires_at is not None and answer.expires_at.ms <= now_ms
    return over and answer.state == LineState.APPROVED


def qa_coverage(room: "Reading") -> "Covered":
    """How many of the distinct questions have a line that may be said now; see ``bank``."""
    from desktop.warroom.answers.bank import covered

    return covered(room)


@dataclass(frozen=True, slots=True)
class Covered:
    """Questions with a valid line, of the distinct questions asked (practice 2.4)."""

    valid: int
    asked: int

    @property
    def share(self) -> float | None:
        """The part of the questions that can be answered; None while nothing was asked."""
        return self.valid / self.asked if self.asked else None


KINDS = (KeyMessage, ProofPoint, Answer)
