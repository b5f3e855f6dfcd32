"""The seven figures of the strip: what the records answer, in words and colours."""

from datetime import datetime

from desktop.models.coverage import SIGNS, summary
from desktop.warroom import shown
from desktop.warroom.measures import MINUTE, Measures
from desktop.warroom.tones import ToneCounts
from resources import _, ngettext
from resources.visible import visible
from widgets.figures import Figure
from widgets.theme import Token

NOTHING = "–"
SOON = 60 * MINUTE  # a deadline this near is amber


def strip(found: Measures, now: datetime) -> tuple[Figure, ...]:
    """The figures for the strip; times in the zone of ``now``, spans in hours and minutes."""
    return (
        _response(found),
        _next_due(found, now),
        _coverage(found),
        _waiting(found),
        _staff(found),
        _tasks(found),
        _entries(found),
    )


def _response(found: Measures) -> Figure:
    label = _("First response")
    goal = _("goal {time}").format(time=shown.span(found.goal)) if found.goal else ""
    if found.response is not None:
        late = found.goal is not None and found.response > found.goal
        value = shown.elapsed(found.response)
        return Figure("response", label, value, goal, Token.BAD if late else Token.GOOD)
    if found.since_t0 is None or found.since_t0 < 0:
        return Figure("response", label, NOTHING, goal)
    late = found.goal is not None and found.since_t0 > found.goal
    value, note = shown.elapsed(found.since_t0), _("none yet")
    told = "\n".join(
        filter(None, (label, _("{span} and no statement yet").format(span=value), goal))
    )
    return Figure("response", label, value, note, Token.BAD if late else Token.WARN, told)


def _next_due(found: Measures, now: datetime) -> Figure:
    label, due = _("Next deadline"), found.next_due
    if due is None:
        return Figure("due", label, NOTHING)
    left = due.at.ms - found.at.ms
    what = visible(due.text)
    note = f"{shown.when(due.at, now)} {what[:80]}"
    token = Token.WARN if left < SOON else Token.TEXT
    return Figure("due", label, shown.elapsed(left), note, token, told=note)


def _coverage(found: Measures) -> Figure:
    tones = found.coverage_today
    count = sum(tones.values())
    parts = [f"{sign}{tones[tone]}" for tone, (sign, _token) in SIGNS.items() if tones.get(tone)]
    unrated = count - sum(tones.get(tone, 0) for tone in SIGNS)
    if unrated:
        parts.append(f"?{unrated}")
    told = summary(ToneCounts(tones)) or _("nothing yet")
    label = _("Coverage today")
    return Figure(
        "coverage", label, f"{count:,}", " · ".join(parts), told=shown.labelled(label, told)
    )


def _waiting(found: Measures) -> Figure:
    label, since = _("Waiting for our answer"), found.waiting_since
    if not found.waiting:
        return Figure("waiting", label, "0")
    if since is not None and since >= 0:
        note = _("late by {span}").format(span=shown.lasting(since))
        return Figure("waiting", label, f"{found.waiting:,}", note, Token.BAD)
    note = _("next in {span}").format(span=shown.lasting(-since)) if since is not None else ""
    return Figure("waiting", label, f"{found.waiting:,}", note, Token.WARN)


def _staff(found: Measures) -> Figure:
    label = _("Staff who confirmed")
    if found.confirmed is None:
        note = _("nothing reported yet") if found.heads else ""
        return Figure("staff", label, NOTHING, note)
    if not found.heads:
        return Figure("staff", label, f"{found.confirmed:,}", _("headcount not known"))
    note = _("{n} of {total}").format(n=f"{found.confirmed:,}", total=f"{found.heads:,}")
    return Figure("staff", label, shown.percent(found.confirmed / found.heads), note)


def _tasks(found: Measures) -> Figure:
    parts = []
    if found.late_tasks:
        parts.append(
            ngettext("{n} overdue", "{n} overdue", found.late_tasks).format(n=found.late_tasks)
        )
    if found.blocked_tasks:
        n = found.blocked_tasks
        parts.append(ngettext("{n} blocked", "{n} blocked", n).format(n=n))
    token = Token.BAD if found.late_tasks else Token.TEXT
    return Figure("tasks", _("Open tasks"), f"{found.open_tasks:,}", " · ".join(parts), token)


def _entries(found: Measures) -> Figure:
    parts = []
    if found.key_entries:
        n = found.key_entries
        parts.append(ngettext("{n} key", "{n} key", n).format(n=n))
    if found.without_reason:
        n = found.without_reason
        parts.append(ngettext("{n} no reason", "{n} no reason", n).format(n=n))
    return Figure("entries", _("Entries"), f"{found.entries:,}", " · ".join(parts))
