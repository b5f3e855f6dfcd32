"""What we say: the message house and the bank of questions with approved lines (practice 2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom.answers.words import LineState, MessageRole
from desktop.warroom.choices import Language
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import AudienceKind
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class KeyMessage(Record):
    """The umbrella, or one of at most three key messages, while it is in force."""

    kind_name = "key_message"
    shown_name = N_("Key message")

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
    """A question and the line that answers it. Facts are named in ``line`` as in a statement."""

    kind_name = "answer"
    shown_name = N_("Question and answer")
    draws_others, draws_when_new = True, False

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

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Marks of changed facts end when the line is approved anew, or said no more."""
        from desktop.warroom.statements.touching import settling  # few acts need it

        return settling(room, before, self) if before else ()


KINDS = (KeyMessage, ProofPoint, Answer)
