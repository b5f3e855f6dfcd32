"""What playbooks ask before their tasks are done: full statement, closing, staff before public.

Rules 4 to 6 of ``playbooks.md``, section 7. The tasks are known by their ids in every playbook.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.choices import Certainty, EntryKind, Role, Standing, TaskStatus
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.method.subjects import Claim
from desktop.warroom.method.words import Verdict
from desktop.warroom.playbooks.plan import Playbook
from desktop.warroom.records import Entry, Task
from desktop.warroom.selection import Selection
from desktop.warroom.staff_voices import Rumour
from desktop.warroom.statements.answering import complete
from desktop.warroom.statements.approval import counting, sign_offs
from desktop.warroom.statements.four_rules import RuleAnswers
from desktop.warroom.statements.promises import open_promises
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import OVER, facts_of, fingerprint
from desktop.warroom.statements.words import Form
from resources import _, ngettext

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

STAFF_FIRST, PUBLIC_FIRST = "C11", "C12"
FULL_STATEMENT, CLOSING = "C20", "C28"
APPROVERS = (Role.COMMS_LEAD, Role.LEGAL, Role.EXECUTIVE)


def done(room: "Reading", task: Task) -> "Iterator[Drawn]":
    """What a task of a playbook draws after it when it is done.

    Raises RuleBroken for the full statement while it lacks something, with all that it lacks. The
    closing report is never refused: what is still open then is said in the timeline.
    """
    if task.plan_id == FULL_STATEMENT and (lacks := full_statement_lacks(room)):
        raise RuleBroken(
            _("Not done yet: the full statement lacks {what}.").format(what=_("; ").join(lacks))
        )
    if said := closing_warning(room, task):
        yield (
            Entry(
                kind=EntryKind.NOTE, text=said, happened_at=room.minute(), incident=task.incident
            ),
            {},
        )


def full_statement_lacks(room: "Reading") -> list[str]:
    """What keeps the full statement from being done; empty when one has everything.

    Of several, in other languages or versions, that which lacks least is judged.
    """
    form = Selection(kind=Statement, equal=(("form", (Form.FULL,)),))
    found = [each for each in room.records(form) if each.standing not in OVER]
    if not found:
        return [_("a text")]
    return min((_lacks(room, each) for each in found), key=len)


def closing_warning(room: "Reading", task: Task) -> str:
    """That something is still open when the closing report is done, as a sentence."""
    if task.plan_id != CLOSING:
        return ""
    left = still_open(room, but=task)
    return _("Closing while still open: {what}.").format(what=shown.listed(left)) if left else ""


def still_open(room: "Reading", but: Task | None = None) -> list[str]:
    """How many promises, clocks, rumours and critical tasks are open, in words."""
    promises, clocks = len(open_promises(room)), len(_clocks(room))
    rumours, tasks = _rumours(room), len(_critical(room, but))
    said = (
        (promises, ngettext("{n} promise", "{n} promises", promises)),
        (clocks, ngettext("{n} clock", "{n} clocks", clocks)),
        (rumours, ngettext("{n} rumour", "{n} rumours", rumours)),
        (tasks, ngettext("{n} critical task", "{n} critical tasks", tasks)),
    )
    return [words.format(n=n) for n, words in said if n]


def public_before_staff(room: "Reading") -> str:
    """That the first message to employees is due after the first one to the public, as a sentence.

    Empty where it is not, or where one of the two is done.
    """
    ids = Selection(kind=Task, equal=(("plan_id", (STAFF_FIRST, PUBLIC_FIRST)),), filled=("due",))
    found = {each.plan_id: each for each in room.records(ids) if each.status != TaskStatus.DONE}
    staff, public = found.get(STAFF_FIRST), found.get(PUBLIC_FIRST)
    if not (staff and public and staff.due and public.due) or staff.due.ms <= public.due.ms:
        return ""
    return _(
        "Employees are due to hear at {staff}, after the public at {public}. Let them hear first."
    ).format(staff=shown.when(staff.due, room.here()), public=shown.when(public.due, room.here()))


def plan_tells_public_first(plan: Playbook) -> str:
    """The same of a playbook, by its minutes after T0; empty where staff hear first."""
    after = {each.id: each.offset for each in plan.tasks if each.id in (STAFF_FIRST, PUBLIC_FIRST)}
    if len(after) < 2 or after[STAFF_FIRST] <= after[PUBLIC_FIRST]:
        return ""
    return _(
        "Employees hear {staff} min after T0, the public after {public} min. Let them hear first."
    ).format(staff=after[STAFF_FIRST], public=after[PUBLIC_FIRST])


def _lacks(room: "Reading", text: Statement) -> list[str]:
    out = text.standing == Standing.RELEASED
    given = {each.role for each in (sign_offs if out else counting)(room, text)}
    unsure = [each.subject for each in facts_of(room, text) if each.status != Certainty.CONFIRMED]
    roles = shown.listed(word(role) for role in APPROVERS if role not in given)
    facts, lacks = shown.listed(unsure), list[str]()
    if facts:
        lacks.append(_("confirmation of: {facts}").format(facts=facts))
    if roles:
        lacks.append(_("approval by: {roles}").format(roles=roles))
    if text.next_update_at is None:
        lacks.append(_("the time of the next update"))
    if not _answered(room, text, out=out):
        lacks.append(_("four answers in the check of the four rules"))
    return lacks


def _answered(room: "Reading", text: Statement, *, out: bool) -> bool:
    """Whether all four rules are answered, of what is out in its wording then."""
    about = Selection(kind=RuleAnswers, equal=(("statement", (text.id,)),))
    exact = fingerprint(room, text)
    return any(complete(each) for each in room.records(about) if out or each.sha256 == exact)


def _clocks(room: "Reading") -> list[Clock]:
    running = Selection(kind=Clock, equal=(("state", (ClockState.RUNNING,)),))
    return [each for each in room.records(running) if each.what != ClockKind.PROMISE]


def _rumours(room: "Reading") -> int:
    """Rumours and claims that nobody has judged and answered, and lines of the log about others."""
    rumours = room.all(Rumour)
    waiting = [
        each
        for each in rumours
        if each.verdict == Verdict.OPEN or not (each.answer.strip() or each.message)
    ]
    claims = room.count(Selection(kind=Claim, equal=(("verdict", (Verdict.OPEN,)),)))
    known = {each.entry for each in rumours}
    logged = Selection(
        kind=Entry,
        equal=(("kind", (EntryKind.RUMOUR,)), ("certainty", (Certainty.UNCONFIRMED,))),
    )
    return len(waiting) + claims + sum(each.id not in known for each in room.records(logged))


def _critical(room: "Reading", but: Task | None) -> list[Task]:
    return [
        each
        for each in room.all(Task)
        if each.critical and each.status != TaskStatus.DONE and (but is None or each.id != but.id)
    ]
