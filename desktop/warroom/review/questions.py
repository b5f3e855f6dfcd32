"""Questions that customers and the press still have of us, down to none (seed 26.2)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom.answers.inquiries import Inquiry, in_order, open_inquiries
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.answers.words import LineState
from desktop.warroom.moment import Moment

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The questions without a line that may be said, and the inquiries that wait for us."""

    questions: tuple[Answer, ...]
    inquiries: tuple[Inquiry, ...]

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.questions) + len(self.inquiries)


def unanswered(room: "Reading", now: Moment) -> Unanswered:
    """What is still asked; a question that is retired is asked no more.

    A question that has a valid line in one language is answered.
    """
    lines = [each for each in room.all(Answer) if each.state != LineState.RETIRED]
    answered = {_plain(each) for each in lines if valid(each, now.ms)}
    left = {_plain(each): each for each in reversed(lines) if _plain(each) not in answered}
    inquiries = in_order(room.records(open_inquiries()), now)
    return Unanswered(tuple(reversed(left.values())), tuple(inquiries))


def _plain(answer: Answer) -> str:
    return " ".join(answer.question.casefold().split())
