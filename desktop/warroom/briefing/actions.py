"""Actions in a briefing: blocked, due in the next hours, in progress, done; each with its owner."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Task
from resources import _, ngettext

HOUR = 3_600_000  # milliseconds
SOON = 4 * HOUR  # what is due by then stands apart (practice 2.9)


def actions(material: Material) -> Iterator[Plain]:
    """Every card once: what needs help first, what was done before the last briefing as a count."""
    cards = sorted(material.tasks, key=lambda each: (each.due is None, _ms(each.due)))
    soon = [each for each in cards if _soon(each, material.as_of)]
    stuck = [each for each in cards if each.status == TaskStatus.BLOCKED]
    done = [each for each in cards if each.status == TaskStatus.DONE]
    rest = [each for each in cards if each not in soon and each not in stuck and each not in done]
    doing = [each for each in rest if each.status == TaskStatus.DOING]
    yield _cards(material, _("Blocked"), stuck)
    yield _cards(material, _("Overdue, or due in the next 4 hours"), soon)
    yield _cards(material, _("In progress"), doing)
    yield _cards(material, _("Still to do"), [each for each in rest if each not in doing])
    yield _done(material, done)


def _soon(task: Task, as_of: Moment) -> bool:
    late = task.due is not None and task.due.ms <= as_of.ms + SOON
    return late and task.status in (TaskStatus.TODO, TaskStatus.DOING)


def _done(material: Material, done: Sequence[Task]) -> Plain:
    since = material.changes.since
    new = [each for each in done if since is None or _ms(each.done_at) > since.ms]
    found = _cards(material, _("Done"), new)
    before, note = len(done) - len(new), ""
    if before:
        form = ngettext(
            "{n} more was done before the last briefing.",
            "{n} more were done before the last briefing.",
            before,
        )
        note = form.format(n=f"{before:,}")
    return {**found, "note": note}


def _cards(material: Material, title: str, cards: Sequence[Task]) -> Plain:
    rows = [
        [
            task.title,
            _("Done, unevidenced") if task.unevidenced else word(task.status),
            task.owner or (word(task.role) if task.role else _("nobody")),
            _due(task, material.as_of),
            "\n".join(_more(task)),
        ]
        for task in cards
    ]
    head = [_("Task"), _("Status"), _("Owner"), _("Due"), _("Waits for, or evidence")]
    widths = ["3fr", "auto", "1.2fr", "auto", "1.6fr"]
    return table(title, head, widths, rows, marks=material.changes.marks(cards))


def _more(task: Task) -> Iterable[str]:
    if task.status == TaskStatus.BLOCKED and task.blocked_by:
        yield task.blocked_by
    if task.status == TaskStatus.DONE and task.evidence:
        yield task.evidence


def _due(task: Task, as_of: Moment) -> str:
    if task.status == TaskStatus.DONE:
        return shown.labelled(_("Done"), said(task.done_at)) if task.done_at else ""
    due = said(task.due)
    return shown.aside(due, _("overdue")) if task.overdue(as_of.ms) else due


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0
