"""The end of a drill: an exercise of the company is written down, with the findings chosen."""

from collections.abc import Sequence

from desktop.warroom.drills.playing import stopped
from desktop.warroom.drills.records import Drill
from desktop.warroom.drills.result import fired, responses
from desktop.warroom.faults import RuleBroken
from desktop.warroom.ids import new_id
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.room import WarRoom
from resources import _, ngettext


def end(
    room: WarRoom, drill: Drill, participants: Sequence[str] = (), findings: Sequence[str] = ()
) -> Exercise:
    """End the drill on screen in one act; the exercise and findings are the company's.

    Raises RuleBroken when it has ended before.
    """
    drill, now = room.get(Drill, drill.id), room.now()
    if drill.ended_at:
        raise RuleBroken(_("This exercise has ended. Start another one."))
    exercise = Exercise(
        id=new_id(now.ms),
        scenario=drill.title,
        type=drill.type,
        held_at=drill.recorded_at,
        participants=tuple(participants),
        note=summary(room, drill),
    )
    found = [Finding(exercise=exercise.id, text=text) for text in findings]
    values = {"ended_at": now, "stretches": stopped(drill, now), "exercise": exercise.id}
    closed = (room.incident, {"closed_at": room.minute()})  # nothing warns any more
    room.together([exercise, *found], [(drill, values), closed])
    return room.get(Exercise, exercise.id)


def summary(room: WarRoom, drill: Drill) -> str:
    """How it went, in two sentences."""
    all_of_them = responses(room, drill, room.now())
    late = sum(each.short for each in all_of_them)
    n, warned = len(all_of_them), len(fired(room))
    answers = ngettext(
        "{late} of {n} answer was late or missing.",
        "{late} of {n} answers were late or missing.",
        n,
    ).format(late=late, n=n)
    warnings = ngettext("{n} warning was raised.", "{n} warnings were raised.", warned)
    return f"{answers}\n{warnings.format(n=warned)}"
