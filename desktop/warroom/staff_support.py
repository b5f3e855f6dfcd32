"""How employees are: the pulse of a team, training, help that was offered, and thanks."""

from dataclasses import dataclass

from desktop.warroom.choices import Channel
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_, _

FEWEST = 5  # answers of a group, below which they would tell who said what (practice 2.10)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Pulse(Record):
    """How a group answered one question on a scale of 1, bad, to 5, good: counts, never people.

    Of fewer than ``FEWEST`` answers only their number is kept, in ``answers``: what is not in the
    room can be shown nowhere. ``concerns`` are words for what worries the group.
    """

    kind_name = "pulse"
    shown_name = N_("Team pulse")
    half_typed_kept = False  # it may be the answers of four

    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group", needed=True)
    at: Moment | None = declare(Shape.MOMENT, N_("Asked at"), needed=True, starts=Start.NOW)
    answers: int | None = declare(Shape.NUMBER, N_("Answers"))
    ones: int | None = declare(Shape.NUMBER, N_("Answered 1"))
    twos: int | None = declare(Shape.NUMBER, N_("Answered 2"))
    threes: int | None = declare(Shape.NUMBER, N_("Answered 3"))
    fours: int | None = declare(Shape.NUMBER, N_("Answered 4"))
    fives: int | None = declare(Shape.NUMBER, N_("Answered 5"))
    concerns: tuple[str, ...] = declare(Shape.WORDS, N_("Concerns"), ())

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        """How many answered 1, 2, 3, 4 and 5."""
        said = (self.ones, self.twos, self.threes, self.fours, self.fives)
        one, two, three, four, five = (each or 0 for each in said)
        return one, two, three, four, five

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts) or self.answers or 0

    @property
    def hidden(self) -> bool:
        """Whether so few answered that nothing of it may be shown but their number."""
        return self.answered < FEWEST

    def check(self) -> None:
        """Raises RuleBroken for answers that are too few to be kept, or do not add up."""
        super().check()
        if min(*self.counts, self.answers or 0) < 0:
            raise RuleBroken(_("A count is not below zero."))
        if any(self.counts) and self.answers not in (None, sum(self.counts)):
            raise RuleBroken(_("The answers do not add up to their number. Leave one of them out."))
        if self.hidden and (any(self.counts) or self.concerns):
            raise RuleBroken(
                _(
                    "Fewer than {n} answers would show who said what. "
                    "Write only how many answered, without the answers and concerns."
                ).format(n=FEWEST)
            )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Training(Record):
    """A training that a group or a person had, and until when it holds."""

    kind_name = "training"
    shown_name = N_("Training")
    company_wide = True

    what: str = declare(Shape.TEXT, N_("Training"), "", needed=True)
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group")
    member: str = declare(Shape.LINK, N_("Staff member"), "", target="staff_member")
    held_at: Moment | None = declare(Shape.MOMENT, N_("Held at"), starts=Start.NOW)
    valid_until: Moment | None = declare(Shape.MOMENT, N_("Valid until"), ahead=True)
    people: int | None = declare(Shape.NUMBER, N_("People trained"))
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def valid(self, now_ms: int) -> bool:
        """Whether it was held and still holds at ``now_ms`` (UTC milliseconds)."""
        held = self.held_at is not None and self.held_at.ms <= now_ms
        return held and (self.valid_until is None or self.valid_until.ms > now_ms)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Referral(Record):
    """That people of a group were shown where they find help; it names none of them."""

    kind_name = "referral"
    shown_name = N_("Referral to support")

    to_whom: str = declare(Shape.TEXT, N_("Referred to"), "", needed=True)
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group")
    at: Moment | None = declare(Shape.MOMENT, N_("Referred at"), starts=Start.NOW)
    people: int | None = declare(Shape.NUMBER, N_("People"), 1)
    why: str = declare(Shape.TEXT, N_("Reason"), "")
    followed_up_at: Moment | None = declare(Shape.MOMENT, N_("Followed up at"))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Thanks(Record):
    """Thanks to a group or a person, for what, by whom and where."""

    kind_name = "thanks"
    shown_name = N_("Thanks")

    to_whom: str = declare(Shape.TEXT, N_("To whom"), "", needed=True)
    what_for: str = declare(Shape.TEXT, N_("What for"), "", needed=True)
    group: str = declare(Shape.LINK, N_("Group"), "", target="staff_group")
    by: str = declare(Shape.TEXT, N_("Thanked by"), "", starts=Start.ME)
    at: Moment | None = declare(Shape.MOMENT, N_("Thanked at"), starts=Start.NOW)
    channel: Channel | str = declare(Shape.CHOICE, N_("Channel"), Channel.HUDDLE, choices=Channel)


KINDS = (Pulse, Training, Referral, Thanks)
