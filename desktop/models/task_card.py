"""A task in the words and colours of a card."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.choices import Phase, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from resources import _
from resources.visible import visible
from widgets.card import Card, Check, Note
from widgets.initials import initials
from widgets.theme import Token

MINUTE = 60_000
SOON = 60 * MINUTE  # due within the hour is said as loudly as late


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What time it is for a card: ``ms`` in UTC, ``now`` in the zone of the screen, and T0."""

    ms: int
    now: datetime
    t0: Moment | None


def task_card(task: Task, at: Clockwork) -> Card:
    """The card of a task as it stands at a time."""
    done = task.status == TaskStatus.DONE
    notes = tuple(_done_notes(task, at) if done else _notes(task, at))
    checks = tuple(_check(item) for item in task.checklist)
    return Card(
        id=task.id,
        title=visible(task.title),
        notes=notes,
        edge=_edge(task, at),
        initials=visible(initials(task.owner)),
        owner=visible(task.owner),
        checks=checks,
        faded=done,
        tooltip="\n".join(_tooltip(task)),
        told=_told(task, notes, checks),
    )


def _edge(task: Task, at: Clockwork) -> Token | None:
    """Red: late or due within the hour; amber: blocked. A note says the same."""
    if task.status == TaskStatus.DONE:
        return None
    if task.due is not None and task.due.ms < at.ms + SOON:
        return Token.BAD
    return Token.WARN if task.status == TaskStatus.BLOCKED else None


def _notes(task: Task, at: Clockwork) -> Iterator[Note]:
    if task.due is not None:
        yield _due(task.due, at)
        if at.t0 is not None and task.due.ms < at.t0.ms:
            yield Note(_("due before T0?"), Token.WARN)
    if task.status == TaskStatus.BLOCKED:
        waits = _("waits for {what}").format(what=visible(task.blocked_by))
        yield Note(waits if task.blocked_by else _("waits for?"), Token.WARN)
    if not isinstance(task.phase, Phase) and task.phase:
        yield Note(_("phase: {phase}?").format(phase=visible(task.phase)), Token.WARN)


def _due(due: Moment, at: Clockwork) -> Note:
    left = due.ms - at.ms
    if left < 0:
        return Note(_("overdue {time}").format(time=shown.lasting(-left)), Token.BAD)
    when = shown.day_and_time(due, at.now)
    if left < SOON:
        form = _("{when} · in {time}")
        return Note(form.format(when=when, time=shown.lasting(left)), Token.BAD)
    return Note(when)


def _done_notes(task: Task, at: Clockwork) -> Iterator[Note]:
    if task.done_at is not None:
        yield Note(shown.day_and_time(_to_the_minute(task.done_at), at.now))


def _to_the_minute(moment: Moment) -> Moment:
    return Moment.of(moment.local)


def _check(item: object) -> Check:
    """A line of a checklist; what another program wrote there is shown as it is."""
    if isinstance(item, dict):
        return Check(visible(str(item.get("text", ""))), bool(item.get("done")))
    return Check(visible(str(item)))


def _tooltip(task: Task) -> Iterator[str]:
    yield visible(task.title)
    status, phase = visible(word(task.status)), visible(word(task.phase))
    yield _("{status}, phase {phase}").format(status=status, phase=phase)
    yield _("Owner: {name}").format(name=visible(task.owner) or _("nobody yet"))
    if task.due is not None:
        yield _("Due {when}").format(when=task.due)
    if task.status == TaskStatus.BLOCKED:
        yield _("Waits for: {what}").format(what=visible(task.blocked_by) or "?")
    if task.done_at is not None:
        yield _("Done {when}").format(when=task.done_at)
    if task.note:
        yield visible(task.note)


def _told(task: Task, notes: tuple[Note, ...], checks: tuple[Check, ...]) -> str:
    parts = [visible(task.title), visible(word(task.status)), *(note.text for note in notes)]
    if task.owner:
        parts.append(visible(task.owner))
    if checks:
        done = sum(check.done for check in checks)
        parts.append(_("{done} of {n} checks").format(done=done, n=len(checks)))
    return shown.listed(parts)
