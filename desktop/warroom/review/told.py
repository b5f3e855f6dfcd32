"""The review in words: the same on screen and on paper."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.warroom import shown
from desktop.warroom.choices import CrisisType
from desktop.warroom.choices import shown as word
from desktop.warroom.method.facts import Fact
from desktop.warroom.reading import Reading
from desktop.warroom.records import Task
from desktop.warroom.review import playbook_change
from desktop.warroom.review.decided import Known
from desktop.warroom.review.fired import Fired, held_for
from desktop.warroom.review.records import Lesson
from desktop.warroom.review.recovery import Improvement, Way
from desktop.warroom.review.response import Took
from desktop.warroom.review.words import Better, Ending
from resources import _, ngettext

MINUTE = 60_000
NOTHING = "–"
MOST = 6  # alarms of a rule that are told one by one


def lasting(minutes: int | None) -> str:
    """Minutes as they are read; a dash where they are not known."""
    return NOTHING if minutes is None else shown.lasting(minutes * MINUTE)


def in_time(each: Took) -> str:
    """Whether it was done in time, or how many of several."""
    if each.in_time is None:
        return _("Nothing to count")
    if each.of == 1:
        return _("✓ in time") if each.in_time else _("▲ late")
    return f"{each.n:,} / {each.of:,}"


def allowed(each: Took) -> str:
    """The time that there was; a dash where there was nothing to do."""
    if each.target is not None:
        return lasting(each.target)
    return _("each its own") if each.of else NOTHING


def rule(each: Fired) -> str:
    """A rule by its title, and whether one of its warnings still holds."""
    return shown.aside(each.title, _("still holds")) if each.open else each.title


def alarms(each: Fired, room: Reading) -> Iterator[str]:
    """The warnings of a rule as sentences: when, what was said, how long it held."""
    now = room.incident.closed_at or room.now()
    for alarm in each.alarms[:MOST]:
        at = shown.when(alarm.raised_at, room.here()) if alarm.raised_at else ""
        answer = shown.labelled(alarm.acknowledged_by, alarm.reason) if alarm.reason else ""
        said = shown.sentences((alarm.said, answer))
        yield shown.aside(f"{at}  {said}".strip(), lasting(held_for(alarm, now)))
    if (more := len(each.alarms) - MOST) > 0:
        yield ngettext("and {n} more", "and {n} more", more).format(n=more)


def fact(each: Fact) -> str:
    """What was held to be so, and how sure of it one was."""
    return shown.aside(each.value or NOTHING, word(each.status))


def today(each: Known) -> str:
    """How a fact stands today."""
    if each.taken_back:
        return _("Taken back")
    return fact(each.now) if each.now else _("the same")


def ended_with(room: Reading, lesson: Lesson) -> str:
    """What closed a lesson, in words; empty while it is open."""
    match lesson.ended_by:
        case Ending.ACTION:
            return shown.labelled(Ending.ACTION.shown, _action(room, lesson))
        case Ending.PLAYBOOK:
            kind = CrisisType.PRODUCT_QUALITY  # only of use where another program broke the link
            found = playbook_change.held(room, lesson.playbook, kind)
            return shown.labelled(Ending.PLAYBOOK.shown, playbook_change.named(found))
        case Ending.REASON:
            return shown.labelled(Ending.REASON.shown, lesson.reason)
    return ""


def figure(value: Decimal | None, unit: str = "") -> str:
    """A value with its unit; a dash where there is none."""
    return NOTHING if value is None else f"{value:,f} {unit}".strip()


def stands(way: Way) -> str:
    """Whether an indicator is back, with the sign of it."""
    if way.latest is None:
        return _("no reading yet")
    if way.back is None:
        return _("level before not known")
    if way.back:
        return _("✓ back")
    return _("▲ still above") if way.indicator.better == Better.DOWN else _("▼ still below")


def way_back(ways: list[Way]) -> str:
    """How many of the indicators are back, and which are not, as a sentence."""
    if not ways:
        return ""
    back = sum(way.back is True for way in ways)
    said = _("{n} of {of} indicators are back at the level before the crisis.").format(
        n=back, of=len(ways)
    )
    left = [way.indicator.name for way in ways if way.back is False]
    rest = _("Not yet: {names}.").format(names=shown.listed(map(shown.short, left)))
    return shown.sentences((said, rest if left else ""))


def _action(room: Reading, lesson: Lesson) -> str:
    task = room.find(Task, lesson.task) if lesson.task else None
    better = room.find(Improvement, lesson.improvement) if lesson.improvement else None
    if task or better:
        return task.title if task else better.action if better else ""
    due = shown.when(lesson.due, room.here()) if lesson.due else ""
    return shown.listed((lesson.owner, due))
