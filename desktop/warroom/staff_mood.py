"""How a group feels, never how a person does: of fewer than five answers nothing is told."""

from dataclasses import dataclass

from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffGroup
from desktop.warroom.selection import Selection
from desktop.warroom.staff_measures import Share
from desktop.warroom.staff_people import members
from desktop.warroom.staff_support import Pulse


@dataclass(frozen=True, slots=True)
class Mood:
    """The last pulse of a group in figures; each is None where too few answered.

    ``mean`` is between 1 and 5, ``favourable`` the part that answered 4 or 5, ``trend`` the change
    of the mean against the first pulse of the group, ``participation`` the part that answered.
    """

    group: StaffGroup
    at: Moment | None
    answers: int
    participation: Share
    mean: float | None = None
    favourable: Share | None = None
    trend: float | None = None
    concerns: tuple[str, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether nothing is told of it but how many answered."""
        return self.mean is None


def moods(room: Reading) -> list[Mood]:
    """The mood of each group that was asked; the only way to a figure of a pulse.

    Source: practice 2.10 (``pulse_mean``, ``favourable``, ``participation``; groups under five
    answers are hidden; change against baseline).
    """
    of: dict[str, list[Pulse]] = {}
    for pulse in room.records(Selection(kind=Pulse, order="at")):
        of.setdefault(pulse.group, []).append(pulse)
    known = members(room)
    return [
        _mood(group, of[group.id], known.get(group.id))
        for group in room.all(StaffGroup)
        if group.id in of
    ]


def concerns(room: Reading) -> dict[str, int]:
    """In how many groups each concern was named last, the most frequent first."""
    found: dict[str, int] = {}
    for each in moods(room):
        for word in each.concerns:
            found[word] = found.get(word, 0) + 1
    return dict(sorted(found.items(), key=_most))


def mean_of(pulse: Pulse) -> float | None:
    """The mean answer between 1 and 5; None where it is hidden or no answer is known."""
    counted = sum(pulse.counts)
    if pulse.hidden or not counted:
        return None
    return sum(n * count for n, count in enumerate(pulse.counts, 1)) / counted


def favourable_of(pulse: Pulse) -> Share | None:
    """The part that answered 4 or 5; None where it is hidden or no answer is known."""
    if mean_of(pulse) is None:
        return None
    return Share(sum(pulse.counts[3:]), sum(pulse.counts))


def _mood(group: StaffGroup, pulses: list[Pulse], known: int | None) -> Mood:
    last, heads = pulses[-1], group.headcount if group.headcount is not None else known
    participation = Share(min(last.answered, heads or 0), heads or 0)
    mean, means = mean_of(last), [mean_of(each) for each in pulses]
    first = next((each for each in means if each is not None), None)
    told = sum(each is not None for each in means)
    trend = mean - first if mean is not None and first is not None and told > 1 else None
    said = last.concerns if mean is not None else ()
    return Mood(
        group, last.at, last.answered, participation, mean, favourable_of(last), trend, said
    )


def _most(said: tuple[str, int]) -> tuple[int, str]:
    return -said[1], said[0]
