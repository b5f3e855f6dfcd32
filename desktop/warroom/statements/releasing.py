"""How a text goes out, and is taken back: exactly what, where, when, on whose word."""

from dataclasses import replace
from typing import Any

from desktop.warroom import shown
from desktop.warroom.choices import Certainty, Channel, EntryKind, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.record import Record
from desktop.warroom.records import Entry
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approving import missing
from desktop.warroom.statements.promises import next_updates
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.series import in_series, releases_of, staff_told
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import (
    fact_named,
    facts_of,
    public_text,
    public_title,
    raw_text,
    references,
    sha256_of,
)
from desktop.warroom.statements.words import Form
from resources import _

TO_NO_PUBLIC = (
    Form.AUTHORITY,
    Form.BREACH,
)  # they go to whom they name, so staff need not be first
MINUTE = 60_000


def release(
    room: WarRoom,
    text: Statement,
    channel: Channel | str,
    where: str = "",
    url: str = "",
    at: Moment | None = None,
    unapproved_why: str = "",
    before_staff_why: str = "",
) -> Release:
    """Record that a text went out: its exact wording, what it rests on, its line of the timeline.

    The version before it in its language is superseded in the same act, and the clock of the next
    public update goes on from here. Each reason is kept only
    where it is asked for. Raises RuleBroken where ``why_not_release`` says why, and where a reason
    is asked for (``why_reason``, ``tells_public_first``) and missing.
    """
    now, at = room.get(Statement, text.id), at or room.minute()
    _refuse(room, now, at)
    asked = why_reason(room, now)
    if asked and not unapproved_why.strip():
        raise RuleBroken(shown.sentences((*asked, _("Say why it goes out all the same."))))
    first = tells_public_first(room, now)
    if first and not before_staff_why.strip():
        raise RuleBroken(_("No matching staff message was sent. Say why the public hears first."))
    out = _release(room, now, channel, where.strip(), url.strip(), at)
    went = replace(
        out,
        unapproved_why=unapproved_why.strip() if asked else "",
        before_staff_why=before_staff_why.strip() if first else "",
    )
    updates, kept = next_updates(room, now, at)
    changed = [*_superseded(room, now), *_out(now), *kept]
    return room.get(Release, room.together([went, went.entry(), *updates], changed)[0])


def why_not_release(room: WarRoom, text: Statement) -> str:
    """Why a text cannot go out with any reason, as a sentence; empty when it can."""
    if not text.unreleased and text.standing != Standing.RELEASED:
        return _("This text is over: {state}.").format(state=word(text.standing))
    if not raw_text(text).strip():
        return _("This text is empty. Write it first.")
    return _why_holes(room, text) or _why_otherwise(room, text)


def why_reason(room: WarRoom, text: Statement) -> list[str]:
    """Why releasing a text now asks for a reason: approvals that miss, facts that are not sure."""
    return [*_why_unapproved(room, text), *_why_unsure(room, text)]


def tells_public_first(room: WarRoom, text: Statement) -> bool:
    """Whether releasing a text now would tell the public before the staff (seed 17)."""
    return text.form not in TO_NO_PUBLIC and not staff_told(room, text)


def withdraw(room: WarRoom, out: Release, why: str) -> None:
    """Record that a release was taken down, and why; with its last one the text is withdrawn."""
    now = room.get(Release, out.id)
    if now.withdrawn_at:
        raise RuleBroken(_("It is withdrawn already."))
    if not why.strip():
        raise RuleBroken(_("Say why it is withdrawn."))
    at = room.now()
    ended: dict[str, Any] = {"withdrawn_at": at, "withdrawn_why": why.strip()}
    said = _("Withdrawn from {place}: {title}. {why}")
    entry = Entry(
        kind=EntryKind.STATEMENT,
        text=said.format(place=now.place, title=now.title, why=why.strip()),
        happened_at=at,
        incident=now.incident,
    )
    room.together([entry], [(now, ended), *_withdrawn(room, now)])


def live(room: Reading) -> list[Release]:
    """What the public can read now, in the order in which it went out.

    A release stays until it is withdrawn, or a later version in its language stands in its place:
    what was superseded elsewhere is still up where nobody replaced it.
    """
    texts = {each.id: each for each in room.all(Statement)}
    newest: dict[tuple[str, ...], Release] = {}
    for each in sorted(room.all(Release), key=lambda out: (out.version or 0, _ms(out.at), out.id)):
        text = texts.get(each.statement)
        series = text.of_series if text else each.statement
        if each.withdrawn_at is None:
            newest[series, str(each.language), str(each.channel), each.where] = each
    return sorted(newest.values(), key=lambda out: (_ms(out.at), out.id))


def _release(
    room: WarRoom, text: Statement, channel: Channel | str, where: str, url: str, at: Moment
) -> Release:
    exact = public_text(room, text)
    return Release(
        statement=text.id,
        channel=next((each for each in Channel if each == channel), channel),
        where=where,
        at=at,
        url=url,
        title=public_title(room, text),
        text=exact,
        sha256=sha256_of(exact),
        language=text.language,
        version=text.version,
        facts=tuple({"fact": each.id, "value": each.value} for each in facts_of(room, text)),
        incident=text.incident,
    )


def _refuse(room: WarRoom, text: Statement, at: Moment) -> None:
    if refused := why_not_release(room, text):
        raise RuleBroken(refused)
    if at.ms > room.now().ms + MINUTE:
        raise RuleBroken(_("This time is still to come. Release it when it goes out."))


def _why_unapproved(room: WarRoom, text: Statement) -> list[str]:
    roles = shown.listed(word(role) for role in missing(room, text))
    if roles:
        return [_("It is not approved by: {roles}.").format(roles=roles)]
    waits = text.standing in (Standing.DRAFT, Standing.REVIEW)
    return [_("It is not approved: {state}.").format(state=word(text.standing))] if waits else []


def _why_unsure(room: WarRoom, text: Statement) -> list[str]:
    if text.form != Form.FULL:
        return []
    unsure = [each.subject for each in facts_of(room, text) if each.status != Certainty.CONFIRMED]
    subjects = shown.listed(unsure)
    return [_("These facts are not confirmed: {facts}.").format(facts=subjects)] if unsure else []


def _why_holes(room: WarRoom, text: Statement) -> str:
    """A text that names a fact without a value, or one that was taken back, has a hole in it."""
    empty = [each.subject for each in facts_of(room, text) if not each.value.strip()]
    if empty:
        return _("These facts have no value yet: {facts}.").format(facts=shown.listed(empty))
    named = references(f"{text.title}\n{raw_text(text)}")
    if any(room.find(Fact, each) and not fact_named(room, each) for each in named):
        return _("The text names a fact that was taken back. Write it anew.")
    return ""


def _why_otherwise(room: WarRoom, text: Statement) -> str:
    """The same version reads the same wherever it goes."""
    exact = sha256_of(public_text(room, text))
    if any(each.sha256 != exact for each in releases_of(room, text)):
        return _("A fact in it has changed since it went out. Make its next version.")
    return ""


def _out(text: Statement) -> list[tuple[Record, dict[str, Any]]]:
    was_out = text.standing == Standing.RELEASED
    return [] if was_out else [(text, {"standing": Standing.RELEASED})]


def _superseded(room: WarRoom, text: Statement) -> list[tuple[Record, dict[str, Any]]]:
    return [
        (each, {"standing": Standing.SUPERSEDED})
        for each in in_series(room, text)
        if each.id != text.id
        and each.language == text.language
        and each.standing == Standing.RELEASED
    ]


def _withdrawn(room: WarRoom, out: Release) -> list[tuple[Record, dict[str, Any]]]:
    text = room.find(Statement, out.statement)
    if text is None or text.standing != Standing.RELEASED:
        return []
    others = [each for each in releases_of(room, text) if each.id != out.id]
    up = any(each.withdrawn_at is None for each in others)
    return [] if up else [(text, {"standing": Standing.WITHDRAWN})]


def _ms(moment: Moment | None) -> int:
    return moment.ms if moment else 0
