"""A line of the clocks in words: what is left of its time, by whose measure, and how sure."""

from desktop.warroom import shown
from desktop.warroom.method.clock_lines import Group, Line
from desktop.warroom.method.statutory import Template
from desktop.warroom.moment import Moment
from resources import N_, _

VERIFY = N_("verify with counsel")


def left(line: Line, now: Moment) -> str:
    """The time that is left, or by how much it is late; ``no start yet`` where none runs."""
    if line.group is Group.DONE:
        return line.ended
    ms = line.left(now)
    if ms is None:
        return _("no start yet") if line.statutory else ""
    if ms < 0:
        return _("▲ {time} late").format(time=shown.lasting(ms))
    return _("{time} left").format(time=shown.lasting(ms))


def state(line: Line, now: Moment) -> str:
    """How it stands: running, put off, proposed, a draft, or how it ended."""
    match line.group:
        case Group.DONE:
            return line.ended
        case Group.PROPOSED:
            return _("draft, not law") if line.draft else _("proposed")
    clock = line.clock
    if clock and clock.snoozed_until and line.put_off(now):
        until = shown.when(clock.snoozed_until, now.local)
        return _("alarm put off until {time}").format(time=until)
    return _("running")


def length(line: Line) -> str:
    """The time that the law gives, in its unit; with our target where it fixes none."""
    known = line.template
    if known is None:
        return _("our own target") if line.internal else ""
    if known.fixed:
        return known.length
    return shown.aside(known.length, _("no fixed hours; our target {n} h").format(n=known.target))


def place(line: Line) -> str:
    """Jurisdiction and authority."""
    clock = line.clock
    if clock is None:
        return ""
    return " · ".join(filter(None, (clock.jurisdiction, clock.authority)))


def sureness(line: Line) -> str:
    """How well a template is founded, and that counsel has to verify it."""
    if not line.statutory:
        return ""
    known = line.template
    parts = [f"{known.sureness}: {known.sureness.shown}"] if known else []
    return _("; ").join((*parts, _(VERIFY)))


def standing(template: Template) -> str:
    """Whether a template is law, and when it starts."""
    return _("; ").join((template.standing.shown, template.start_said))


def in_full(template: Template) -> str:
    """What the law says of a clock, in one line."""
    parts = (
        shown.labelled(template.id, template.text("rule")),
        shown.labelled(_("Trigger"), template.text("trigger")),
        shown.labelled(_("To whom"), template.text("to_whom")),
        standing(template),
        template.text("notes"),
        shown.labelled(_("Source"), template.source),
    )
    return "  ·  ".join(filter(None, parts))
