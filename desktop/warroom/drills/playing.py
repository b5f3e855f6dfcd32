"""Playing a drill: begun, played on, paused, made faster or slower, each saved at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.warroom.choices import Phase
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.script import Inject, Script, due_injects
from desktop.warroom.drills.staging import record_of
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.incident import Incident
from desktop.warroom.moment import Moment
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.rank import behind
from desktop.warroom.record import Record
from desktop.warroom.records import Task
from desktop.warroom.room import WarRoom
from resources import _


def drill_of(room: WarRoom) -> Drill | None:
    """The drill that is played in the incident on screen; None in one that is real."""
    if not room.incident.drill:
        return None
    return next(iter(room.all(Drill)), None)


def real_incident(room: WarRoom) -> Incident | None:
    """The real incident to go back to, the newest that is open before those that are closed."""
    real = [each for each in room.incidents() if not each.drill]
    return next((each for each in reversed(real) if not each.closed_at), real[-1] if real else None)


def start(room: WarRoom, script: Script, *, speed: int = 1, playbook: bool = True) -> Drill:
    """Open an incident for the drill with T0 now, put it on screen, and let the script run."""
    if not script.injects:
        raise RuleBroken(_("This script has no events. Choose another one."))
    incident = Incident(
        title=_("Exercise: {title}").format(title=script.title),
        type=script.type,
        phase=Phase.EMERGENCY,
        t0=room.minute(),
        drill=True,
    )
    injects = tuple(each.plain() for each in script.injects)
    drill = Drill(
        title=script.title,
        type=script.type,
        injects=injects,
        stretches=(_stretch(room.now(), 0, speed),),
    )
    room.open_incident(incident, [drill])
    if playbook:
        load_playbook(room)
    found = drill_of(room)
    assert found is not None
    return found


def play(room: WarRoom, drill: Drill) -> list[Inject]:
    """Bring in what is due now, in one act that undo passes over; what was brought in."""
    drill, now = room.get(Drill, drill.id), room.now()
    if not drill.runs:
        return []
    begun = _begun(drill.stretches[-1], now)
    due = due_injects(drill.script, begun, now, drill.speed, drill.keys)
    _bring(room, drill, due)
    return due


def play_next(room: WarRoom, drill: Drill) -> Inject | None:
    """Bring in the next event at once, and go on from its minute; None when there is none."""
    drill = room.get(Drill, drill.id)
    coming = next_inject(drill)
    if coming is None or drill.ended_at:
        return None
    now = room.now()
    ahead = max(drill.script_ms(now), coming.minute * 60_000)
    stretches = stopped(drill, now)
    if drill.runs:
        stretches = (*stretches, _stretch(now, ahead, drill.speed))
    else:
        stretches = (*stretches, {**_stretch(now, ahead, drill.speed), "until": str(now)})
    _bring(room, drill, [coming], stretches=stretches)
    return coming


def next_inject(drill: Drill) -> Inject | None:
    """The event that comes next."""
    return next((each for each in drill.script.injects if each.key not in drill.keys), None)


def pause(room: WarRoom, drill: Drill, at: Moment | None = None) -> None:
    """Stop the time of the drill, now or as it stood at a moment before."""
    drill = room.get(Drill, drill.id)
    if drill.runs:
        room.note((), [(drill, {"stretches": stopped(drill, at or room.now())})])


def go_on(room: WarRoom, drill: Drill, speed: int | None = None) -> None:
    """Let the time of the drill run, at another speed if one is said."""
    drill, now = room.get(Drill, drill.id), room.now()
    if drill.ended_at:
        raise RuleBroken(_("This exercise has ended. Start another one."))
    stretch = _stretch(now, drill.script_ms(now), speed or drill.speed)
    room.note((), [(drill, {"stretches": (*stopped(drill, now), stretch)})])


def set_speed(room: WarRoom, drill: Drill, speed: int) -> None:
    """Play faster or slower from now on; one that is paused stays so."""
    drill = room.get(Drill, drill.id)
    if drill.runs:
        go_on(room, drill, speed)
    elif drill.stretches and not drill.ended_at:
        last = {**drill.stretches[-1], "speed": speed}
        now = room.now()
        stopped = {**last, "at": str(now), "from": drill.script_ms(now), "until": str(now)}
        room.note((), [(drill, {"stretches": (*drill.stretches, stopped)})])


def recover(room: WarRoom, drill: Drill) -> None:
    """Pause a drill that was left running, as when the power failed: at what came last."""
    if drill.runs:
        came = [Moment.parse(each["at"]) for each in drill.played]
        begun = Moment.parse(drill.stretches[-1]["at"])
        pause(room, drill, max([begun, *came], key=lambda each: each.ms))


def _bring(room: WarRoom, drill: Drill, injects: Sequence[Inject], **more: Any) -> None:
    now, records, played = room.now(), list[Record](), list(drill.played)
    rank = room.last_rank()
    for each in injects:
        record = replace(record_of(each, room.minute()), id=new_id(now.ms))
        if isinstance(record, Task):
            rank = next(behind(rank, 1))
            record = replace(record, rank=rank)
        records.append(record)
        said = {"key": each.key, "kind": record.kind_name, "record": record.id, "at": str(now)}
        played.append(said)
    if injects:
        room.note(records, [(drill, {"played": tuple(played), **more})])


def _stretch(at: Moment, ms: int, speed: int) -> dict[str, Any]:
    return {"at": str(at), "from": ms, "speed": speed}


def stopped(drill: Drill, at: Moment) -> tuple[dict[str, Any], ...]:
    """The stretches, the last one ended at a moment if it runs."""
    if not drill.runs:
        return drill.stretches
    return (*drill.stretches[:-1], {**drill.stretches[-1], "until": str(at)})


def _begun(stretch: dict[str, Any], now: Moment) -> Moment:
    """When minute 0 was, had the script always run as fast as in this stretch."""
    at = Moment.parse(stretch["at"])
    return replace(at, ms=at.ms - int(stretch["from"]) // int(stretch["speed"]), offset=now.offset)
