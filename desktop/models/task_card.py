"""A task in the words and colours of a card."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.warroom import shown
from desktop.warroom.choices import Phase, Role, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from resources import N_, _
from resources.visible import visible
from widgets.card import Card, Check, Note
from widgets.initials import initials
from widgets.theme import Token

MINUTE = 60_000
SOON = 60 * MINUTE  # due within the hour is said as loudly as late
CRITICAL = "▲"

SHORT = {  # roles as they fit on a card
    Role.CRISIS_LEAD: N_("Crisis lead"),
    Role.COMMS_LEAD: N_("Comms lead"),
    Role.SPOKESPERSON: N_("Spokesperson"),
    Role.LOGGIST: N_("Loggist"),
    Role.MEDIA_MONITOR: N_("Monitoring"),
    Role.MEDIA_RELATIONS: N_("Media relations"),
    Role.SOCIAL: N_("Social media"),
    Role.CUSTOMER_SERVICE: N_("Customer service"),
    Role.INTERNAL_COMMS: N_("Internal comms"),
    Role.HR: N_("HR"),
    Role.LEGAL: N_("Legal"),
    Role.PRIVACY: N_("Privacy"),
    Role.QUALITY: N_("Quality"),
    Role.SUPPLY: N_("Supply chain"),
    Role.TECH: N_("Technology"),
    Role.SECURITY: N_("Security"),
    Role.MARKETPLACE: N_("Marketplace"),
    Role.FINANCE: N_("Finance"),
    Role.GOVERNMENT: N_("Government"),
    Role.EXECUTIVE: N_("Executive"),
    Role.ANALYST: N_("Analyst"),
}


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What time it is for a card: ``ms`` in UTC, ``now`` in the zone of the screen, and T0."""

    ms: int
    now: datetime
    t0: Moment | None


def task_card(task: Task, at: Clockwork, *, role: bool = True) -> Card:
    """The card of a task as it stands at a time; ``role`` says for whom in the team it is."""
    done = task.status == TaskStatus.DONE
    notes = tuple(_done_notes(task, at) if done else _notes(task, at))
    if role and task.role:
        notes = (*notes, Note(_role(task.role)))
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
        sign=CRITICAL if task.critical else "",
        tooltip="\n".join(_tooltip(task)),
        told=_told(task, notes, checks),
    )


def _role(role: str) -> str:
    """A role in a word or two; one of another version as it is."""
    return _(SHORT[role]) if isinstance(role, Role) else visible(role)


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
    if task.unevidenced:
        yield Note(_("unevidenced"), Token.WARN)


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
    if task.critical:
        yield f"{CRITICAL} " + _("Critical")
    yield _("Owner: {name}").format(name=visible(task.owner) or _("nobody yet"))
    if task.role:
        yield _("Role: {role}").format(role=visible(word(task.role)))
    if task.due is not None:
        yield _("Due {when}").format(when=task.due)
    if task.status == TaskStatus.BLOCKED:
        yield _("Waits for: {what}").format(what=visible(task.blocked_by) or "?")
    if task.done_when:
        yield _("Done when: {what}").format(what=visible(task.done_when))
    if task.done_at is not None:
        yield _("Done {when}").format(when=task.done_at)
    if task.unevidenced:
        yield _("Nothing shows yet that it is done.")
    if task.note:
        yield visible(task.note)


def _told(task: Task, notes: tuple[Note, ...], checks: tuple[Check, ...]) -> str:
    marked = [_("Critical")] if task.critical else []
    said = (note.text for note in notes)
    parts = [visible(task.title), *marked, visible(word(task.status)), *said]
    if task.owner:
        parts.append(visible(task.owner))
    if checks:
        done = sum(check.done for check in checks)
        parts.append(_("{done} of {n} checks").format(done=done, n=len(checks)))
    return shown.listed(parts)
