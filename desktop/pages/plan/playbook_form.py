"""The form of a task of a playbook: what it shows, and the task that was typed."""

from dataclasses import replace

from desktop.warroom.choices import Role, Step
from desktop.warroom.faults import RuleBroken
from desktop.warroom.playbooks import PlanTask, said
from desktop.warroom.playbooks.plan import Said
from resources import _, spoken
from widgets.editors import NO, YES, FormField

NEW = PlanTask("", Step.REACT, Role.CRISIS_LEAD, 60, {})


def task_fields(task: PlanTask) -> list[FormField]:
    """The fields of a task, its texts in the language spoken now."""
    return [
        FormField("title", _("Task"), value=said(task.title), needed=True),
        FormField("id", _("Id"), value=task.id, needed=True),
        FormField("offset", _("Minutes after T0"), "number", value=str(task.offset), needed=True),
        FormField(
            "owner", _("Role"), "choice", tuple((r.value, r.shown) for r in Role), task.owner.value
        ),
        FormField(
            "step", _("Step"), "choice", tuple((s.value, s.shown) for s in Step), task.step.value
        ),
        FormField("critical", _("Critical"), "flag", value=YES if task.critical else NO),
        FormField("done_when", _("Done when"), "prose", value=said(task.done_when or {})),
        FormField("why", _("Why"), "prose", value=said(task.why or {})),
    ]


def typed_task(task: PlanTask, typed: dict[str, str]) -> PlanTask:
    """The task that was typed over another; what it says in other languages stays.

    Raises RuleBroken for minutes that are no whole number.
    """
    offset = typed["offset"].strip()
    if not (offset.isascii() and offset.isdigit()):
        raise RuleBroken(_("Write the minutes after T0 as a whole number, such as 45."))
    return replace(
        task,
        id=typed["id"].strip(),
        title=_with(task.title, typed["title"]),
        offset=int(offset),
        owner=Role(typed["owner"]),
        step=Step(typed["step"]),
        critical=typed["critical"] == YES,
        done_when=_with(task.done_when or {}, typed["done_when"]) or None,
        why=_with(task.why or {}, typed["why"]) or None,
    )


def _with(text: Said, typed: str) -> dict[str, str]:
    """A text with what was typed in the language spoken; what was only shown is not copied."""
    if typed.strip() == said(text):
        return dict(text)
    changed = {**text, spoken(): typed.strip()}
    return {language: each for language, each in changed.items() if each}
