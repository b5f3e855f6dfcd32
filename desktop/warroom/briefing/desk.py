"""The statement desk in a briefing: what is in force, asked, promised, and said of us."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from desktop.warroom import shown
from desktop.warroom.answers.comment_queue import CommentFigures, by_state
from desktop.warroom.answers.comments import MINUTE
from desktop.warroom.answers.inquiries import (
    Inquiry,
    in_order,
    late,
    open_inquiries,
    priority,
)
from desktop.warroom.briefing.method import may_be_told
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.choices import Classification, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import promises
from desktop.warroom.statements.consistency import inconsistencies
from desktop.warroom.statements.desk import live
from desktop.warroom.statements.promises import PromiseState
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import to_correct
from resources import _, ngettext

FLAG = "PF4-7"  # the warning about criticism that was removed


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk has out, owes and is asked, as of one moment; nothing of drafts.

    ``to_correct`` are the ids of texts that rest on a fact which is no longer so, ``differences``
    the sentences on what live channels say differently.
    """

    releases: Sequence[Release] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    to_correct: frozenset[str] = frozenset()
    differences: Sequence[str] = ()
    inquiries: Sequence[Inquiry] = ()
    promises: Sequence[Clock] = ()
    comments: CommentFigures | None = None

    @classmethod
    def of(cls, room: WarRoom, as_of: Moment) -> Self:
        """What a room holds of it."""
        releases = live(room)
        named = {each.statement for each in releases}
        return cls(
            releases=releases,
            statements={each.id: each for each in room.all(Statement) if each.id in named},
            to_correct=frozenset(to_correct(room)),
            differences=[each.said for each in inconsistencies(room)],
            inquiries=in_order(room.records(open_inquiries()), as_of),
            promises=promises.promises(room),
            comments=by_state(room, as_of),
        )


def in_force(desk: Desk, paper: str, as_of: Moment) -> Plain:
    """The texts that are out, where, and what is to be minded about each."""
    rows = [
        [
            releases[0].title,
            shown.listed(dict.fromkeys(each.place for each in releases)),
            word(releases[0].language),
            said(releases[0].at),
            _next_update(desk, releases[-1], as_of),
            "\n".join(_flags(desk, statement, releases, paper)),
        ]
        for statement, releases in _by_text(desk.releases).items()
    ]
    head = [_("Statement"), _("Channel"), _("Language"), _("Since"), _("Next update"), _("Flags")]
    inside = may_be_told(str(Classification.INTERNAL), paper)
    note = shown.sentences(desk.differences) if inside else ""
    widths = ["2fr", "1.5fr", "auto", "auto", "auto", "1.5fr"]
    return table(_("Statements in force"), head, widths, rows, note)


def _by_text(releases: Iterable[Release]) -> dict[str, list[Release]]:
    """The live releases of each text, in the order in which they went out."""
    found: dict[str, list[Release]] = {}
    for each in releases:
        found.setdefault(each.statement, []).append(each)
    return found


def _next_update(desk: Desk, release: Release, as_of: Moment) -> str:
    """When more is said: what the version in force promises, until something went out after it."""
    statement = desk.statements.get(release.statement)
    if statement is None or statement.standing != Standing.RELEASED:
        return ""
    due, when = statement.next_update_at, said(statement.next_update_at)
    if due is None or due.ms >= as_of.ms:
        return when
    later = any(_ms(each.at) > _ms(release.at) for each in desk.releases)
    return "" if later else shown.aside(when, _("overdue"))


def _flags(desk: Desk, statement: str, releases: Sequence[Release], paper: str) -> Iterator[str]:
    """What is to be minded about a text that is out; it is for no open paper."""
    if not may_be_told(str(Classification.INTERNAL), paper):
        return
    text = desk.statements.get(statement)
    if text and text.standing == Standing.SUPERSEDED:
        yield _("A later version is out elsewhere")
    if statement in desk.to_correct:
        yield _("To be corrected: a fact in it has changed")
    for why in dict.fromkeys(each.unapproved_why for each in releases if each.unapproved_why):
        yield shown.labelled(_("Without approval"), why)
    for why in dict.fromkeys(each.before_staff_why for each in releases if each.before_staff_why):
        yield shown.labelled(_("Before the staff"), why)


def asked(desk: Desk, as_of: Moment) -> Plain:
    """The journalists who wait for an answer, the most urgent first."""
    rows = [
        [
            _deadline(each, as_of),
            shown.labelled(each.outlet, each.journalist) if each.journalist else each.outlet,
            each.question,
            str(priority(each, as_of)),
            each.owner,
        ]
        for each in desk.inquiries
    ]
    head = [_("Deadline"), _("From"), _("Question"), _("Priority"), _("Owner")]
    return table(_("Open inquiries"), head, ["auto", "1.5fr", "3fr", "auto", "1fr"], rows)


def _deadline(inquiry: Inquiry, as_of: Moment) -> str:
    when = said(inquiry.due)
    if late(inquiry, as_of):
        return shown.aside(when, _("overdue"))
    return when if inquiry.deadline else shown.aside(when, _("ours"))


def promised(desk: Desk, as_of: Moment) -> Plain:
    """What was promised to whom, and whether it was kept."""
    rows = [
        [
            promises.state(each, as_of.ms).shown,
            each.title,
            each.promised_to,
            said(each.due),
            each.owner,
            _ended(each),
        ]
        for each in sorted(desk.promises, key=lambda each: promises.place(each, as_of.ms))
        if promises.state(each, as_of.ms) is not PromiseState.DISMISSED
    ]
    head = [_("State"), _("Promise"), _("Promised to"), _("Due"), _("Owner"), _("How it ended")]
    return table(_("Promises"), head, ["auto", "2fr", "1fr", "auto", "1fr", "1.5fr"], rows)


def _ended(promise: Clock) -> str:
    """When a promise was kept and what shows it, or why it was not."""
    return shown.listed((said(promise.filed_at), promise.receipt, promise.reason))


def comments(desk: Desk) -> Plain:
    """How comments are answered, in figures and nobody's words."""
    found, rows = desk.comments, list[list[str]]()
    if found and found.all:
        rows = [[label, value] for label, value in _figures(found) if value]
    head = [_("Figure"), _("Now")]
    return table(_("Comments"), head, ["2fr", "3fr"], rows)


def _figures(found: CommentFigures) -> Iterator[tuple[str, str]]:
    late = _("{n} of them late").format(n=f"{found.late:,}")
    waiting = f"{found.open:,}"
    yield _("Waiting for a first reply"), shown.aside(waiting, late) if found.late else waiting
    yield _("Replied"), f"{found.replied:,}"
    yield _("First reply, median"), _took(found.first_reply)
    yield _("No reply, with a reason"), f"{found.without_reply:,}"
    flagged = ngettext(
        "{n} of criticism that nobody had judged unfair, {flag}",
        "{n} of criticism that nobody had judged unfair, {flag}",
        found.flagged,
    ).format(n=f"{found.flagged:,}", flag=FLAG)
    removed = f"{found.removed:,}"
    yield _("Removed"), shown.aside(removed, flagged) if found.flagged else removed


def _took(minutes: float | None) -> str:
    return "" if minutes is None else shown.lasting(round(minutes * MINUTE))


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0
