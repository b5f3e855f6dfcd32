"""What a drill showed: how long each answer took against its target, and what the watch said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.warroom import shown
from desktop.warroom.choices import EntryKind
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.script import MINUTE, Inject
from desktop.warroom.drills.words import Expected, InjectKind
from desktop.warroom.kinds import KINDS
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, Sitting, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.statements.release import Release
from desktop.warroom.watch.alarms import Alarm
from desktop.warroom.watch.rules import rules
from resources import _

_ANSWERED: dict[str, tuple[str, ...]] = {  # fields of which one is filled with the answer
    "inquiry": ("answered_at", "answer", "reason"),
    "comment": ("replied_at", "why_no_reply"),
    "coverage_item": ("answered_at", "no_answer_why"),
    "rumour": ("verdict_at", "answer", "message", "told_at"),
    "staff_question": ("answered_at", "answer"),
    "task": ("done_at",),
}


@dataclass(frozen=True, slots=True)
class Response:
    """What was expected of the room after an event, and after how many minutes it came.

    ``took`` is None as long as nothing came; ``waited`` are the minutes since the event, of the
    script, up to the answer or to now.
    """

    inject: Inject
    at: Moment
    took: int | None
    waited: int

    @property
    def late(self) -> bool:
        """Whether it came, or will come, behind its target."""
        return self.inject.within is not None and self.waited > self.inject.within

    @property
    def short(self) -> bool:
        """Whether it fell short: late, or missing where no time was set."""
        return self.late or (self.missing and self.inject.within is None)

    @property
    def missing(self) -> bool:
        """Whether nothing came."""
        return self.took is None

    @property
    def wanted(self) -> str:
        """What was expected, in the words of the script, else of the program."""
        expects = self.inject.expects
        return self.inject.wanted or (expects.shown if expects else "")


def responses(room: Reading, drill: Drill, now: Moment) -> list[Response]:
    """An answer for each event that was played and expects one, in the order of the script."""
    by_key = {each["key"]: each for each in drill.played}
    end = drill.ended_at or now
    found = []
    for inject in drill.script.injects:
        if inject.key in by_key and inject.expects:
            said = by_key[inject.key]
            at = Moment.parse(said["at"])
            came = _came(room, drill, inject, said, at)
            begun, until = drill.script_ms(at), drill.script_ms(came or end)
            waited = max(0, until - begun) // MINUTE
            found.append(Response(inject, at, waited if came else None, waited))
    return found


def fired(room: Reading) -> list[Alarm]:
    """The warnings of the incident on screen, the first one first.

    Those of the company's own, such as a signal that nobody has looked at, are none of a drill.
    """
    every = room.records(Selection(kind=Alarm, order="raised_at"))
    return [each for each in every if _is_of_incident(each.rule)]


def _is_of_incident(name: str) -> bool:
    rule = rules().get(name)
    return rule is None or not all(KINDS[kind].company_wide for kind in rule.kinds)


def findings(responses: Iterable[Response]) -> list[str]:
    """A sentence for each answer that came late or not at all, to be chosen from."""
    return [sentence(each) for each in responses if each.short]


def sentence(each: Response) -> str:
    """An answer as a finding says it, with its minutes and its target."""
    if each.missing:
        said = _("Nothing came after {waited} min (target {target}): {what}")
    else:
        said = _("Took {waited} min (target {target}): {what}")
    target = each.inject.within if each.inject.within is not None else "–"
    return said.format(waited=each.waited, target=target, what=each.wanted)


def took_part(room: Reading, drill: Drill) -> list[str]:
    """Who sat at the keyboard or wrote while the drill was played."""
    begun = drill.recorded_at.ms if drill.recorded_at else 0
    end = drill.ended_at.ms if drill.ended_at else None
    names = dict.fromkeys([drill.author])
    for each in room.all(Sitting):
        closed = each.closed_at.ms if each.closed_at else begun
        opened = each.opened_at.ms if each.opened_at else 0
        if closed >= begun and (end is None or opened <= end):
            names.setdefault(each.operator)
    names |= dict.fromkeys(each.author for each in _own(room, drill, Entry))
    return [name for name in names if name]


def _came(
    room: Reading, drill: Drill, inject: Inject, said: dict[str, str], at: Moment
) -> Moment | None:
    """When what was expected came; None where it has not."""
    match inject.expects:
        case Expected.STATEMENT:
            return _first(each.recorded_at for each in room.all(Release) if _after(each, at))
        case Expected.STAFF_MESSAGE:
            sent = (_filled(room, each, ("sent_at",)) for each in room.all(StaffMessage))
            return _first(each for each in sent if each and each.ms >= at.ms)
        case Expected.DECISION:
            own = _own(room, drill, Entry)
            return _first(e.recorded_at for e in own if _after(e, at) and _decides(e))
        case Expected.ENTRY:
            return _first(e.recorded_at for e in _own(room, drill, Entry) if _after(e, at))
    return _answered(room, inject, said)


def _answered(room: Reading, inject: Inject, said: dict[str, str]) -> Moment | None:
    record = room.find(KINDS[said["kind"]], said["record"])
    if record is None:
        return None
    if inject.kind is InjectKind.FACT:
        return _changed(room, record, "status")
    return _filled(room, record, _ANSWERED[record.kind_name])


def _own(room: Reading, drill: Drill, kind: type[Entry]) -> Iterator[Entry]:
    """What people logged, without what the script brought."""
    brought = {each["record"] for each in drill.played}
    return (each for each in room.all(kind) if each.id not in brought)


def _decides(entry: Entry) -> bool:
    return entry.kind == EntryKind.DECISION


def _after(record: Record, at: Moment) -> bool:
    return record.recorded_at is not None and record.recorded_at.ms >= at.ms


def _filled(room: Reading, record: Record, names: tuple[str, ...]) -> Moment | None:
    """When one of these fields was filled and stayed so, as the journal has it."""
    filled = [name for name in names if getattr(record, name)]
    if not filled:
        return None
    times = (v.at for v in room.history(record) if any(n in v.changed for n in filled))
    return next(times, None)


def _changed(room: Reading, record: Record, name: str) -> Moment | None:
    later = (v for v in room.history(record) if not v.added)
    return next((v.at for v in later if name in v.changed), None)


def _first(times: Iterable[Moment | None]) -> Moment | None:
    return min((each for each in times if each), key=lambda each: each.ms, default=None)


def figure(response: Response) -> str:
    """The minutes that it took, or that it has waited so far."""
    if response.took is None:
        return _("open, {time}").format(time=shown.lasting(response.waited * MINUTE))
    return shown.lasting(response.took * MINUTE)
