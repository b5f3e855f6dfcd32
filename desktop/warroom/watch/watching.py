"""Watching a room: which warnings hold at an instant, asked again only where something changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.warroom.acts import Change
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Incident
from desktop.warroom.review.closed import AFTER
from desktop.warroom.selection import Selection
from desktop.warroom.watch.alarms import Alarm, Threshold
from desktop.warroom.watch.limits import in_force
from desktop.warroom.watch.rule import Raised, Rule, Seen
from desktop.warroom.watch.rules import rules

_ALL = frozenset({Incident.kind_name, Threshold.kind_name})  # what may change any answer


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning that holds, and the rule that raised it."""

    rule: Rule
    raised: Raised

    @property
    def key(self) -> tuple[str, str]:
        """The same rule and the same subject are one warning."""
        return self.rule.id, self.raised.subject


def holding(room: Reading, now: Moment) -> list[Warned]:
    """Every warning that holds in a room at an instant, the gravest first; nothing is written."""
    return Watching(room).look(now)


def goes_on(rule: Rule, incident: Incident) -> bool:
    """Whether a rule is asked: of a closed incident only what the company or its lessons go on."""
    if incident.closed_at is None:
        return True
    return all(KINDS[name].company_wide or name in AFTER for name in rule.kinds)


def _place(each: Warned) -> tuple[int, bool, tuple[str, str]]:
    company = all(KINDS[name].company_wide for name in each.rule.kinds)
    return each.raised.severity, company, each.key


@dataclass(slots=True)
class _Answer:
    """What a rule answered, and when time alone may change that (UTC milliseconds)."""

    raised: tuple[Raised, ...]
    next_at: int | None


@dataclass
class Watching:
    """Keeps the answers of the rules; a change of records asks those rules again that read them.

    Asked once a minute it asks only rules for which time has changed something, so that a quiet
    minute costs nothing, however large the room.
    """

    room: Reading
    _answers: dict[str, _Answer] = field(default_factory=dict)
    _stale: set[str] = field(default_factory=set)

    def follow(self, changes: Iterable[Change]) -> None:
        """Take note of a commit; nothing is looked at yet."""
        names = {change.kind.kind_name for change in changes}
        if names & _ALL:
            self._stale |= set(rules())
        self._stale |= {r.id for r in rules().values() if names.intersection(r.kinds)}

    def look(self, now: Moment) -> list[Warned]:
        """The warnings that hold now, the gravest first, the company's behind the incident's."""
        asked = [rule for rule in rules().values() if self._is_due(rule, now)]
        if asked:
            thresholds, incident = self.room.all(Threshold), self.room.incident
            for rule in asked:
                limits = in_force(rule, thresholds, incident)
                seen = Seen(self.room, now, limits, self._held(rule))
                raised = tuple(rule.look(seen)) if goes_on(rule, incident) else ()
                self._answers[rule.id] = _Answer(raised, seen.next_at)
                self._stale.discard(rule.id)
        return sorted(self._every(), key=_place)

    def _held(self, rule: Rule) -> frozenset[str]:
        """The subjects a rule held for at the last look, or by the alarms that are open."""
        if answer := self._answers.get(rule.id):
            return frozenset(each.subject for each in answer.raised)
        mine = (("rule", (rule.id,)),)
        alarms = self.room.records(Selection(kind=Alarm, equal=mine, empty=("cleared_at",)))
        return frozenset(each.subject for each in alarms)

    def _is_due(self, rule: Rule, now: Moment) -> bool:
        answer = self._answers.get(rule.id)
        if answer is None or rule.id in self._stale:
            return True
        return answer.next_at is not None and answer.next_at <= now.ms

    def _every(self) -> Iterator[Warned]:
        for name, answer in self._answers.items():
            yield from (Warned(rules()[name], raised) for raised in answer.raised)
