"""Messages to staff in their versions: which groups each is for, and what a newer one replaces."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import Language, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff_forms import StaffForm, ToldHow
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.room import WarRoom


def versions(room: Reading, message: StaffMessage) -> list[StaffMessage]:
    """All versions of a message in its language, the oldest first."""
    series = message.of_series
    later = Selection(kind=StaffMessage, equal=(("series", (series,)),))
    first = room.find(StaffMessage, series)
    found = [*([first] if first and not first.gone else []), *room.records(later)]
    same = [each for each in found if each.language == message.language]
    return sorted(same, key=lambda each: each.version or 0)


def superseded_by(room: Reading, message: StaffMessage) -> list[StaffMessage]:
    """The earlier versions that are out until this one is sent."""
    return [
        each
        for each in versions(room, message)
        if (each.version or 0) < (message.version or 0)
        and each.sent_at
        and each.standing != Standing.SUPERSEDED
    ]


def addressed(room: Reading, message: StaffMessage | None) -> list[StaffGroup]:
    """The groups that a message is for: those that it names by id or by name, else all."""
    return narrowed(room.all(StaffGroup), message)


def narrowed(groups: Sequence[StaffGroup], message: StaffMessage | None) -> list[StaffGroup]:
    """Those of some groups that a message is for."""
    if message is None or not message.groups:
        return list(groups)
    wanted = {*message.groups, *(each.casefold() for each in message.groups)}
    return [each for each in groups if each.id in wanted or each.name.casefold() in wanted]


def begin_message(
    room: "WarRoom",
    form: StaffForm | str = "",
    title: str = "",
    language: Language | str = Language.ENGLISH,
    **said: Any,
) -> StaffMessage:
    """A draft with the empty parts of a template; ``said`` are further fields of the message.

    It is called as its template where no title is said. Raises RuleBroken without either.
    """
    from desktop.warroom.statements.templates import template  # only who begins needs it

    form = next((each for each in StaffForm if each == form), form)
    parts = tuple({"field": each.key, "text": ""} for each in template(form).fields) if form else ()
    fresh = StaffMessage(
        form=form,
        title=title.strip() or word(form),
        language=language,
        parts=parts,
        writers=(room.operator,) if room.operator else (),
        **said,
    )
    return room.add(fresh)


def next_version(room: "WarRoom", message: StaffMessage) -> StaffMessage:
    """A draft that carries a message on; the version before holds until this one is sent.

    Raises RuleBroken while a version of that language is still being written.
    """
    now = room.get(StaffMessage, message.id)
    others = versions(room, now)
    if any(each.unreleased for each in others):
        sentence = _("A version in {language} is being written. Go on with that one.")
        raise RuleBroken(sentence.format(language=word(now.language)))
    fresh = replace(
        now,
        id="",
        recorded_at=None,
        author="",
        sent_at=None,
        standing=Standing.DRAFT,
        series=now.of_series,
        version=max((each.version or 0 for each in others), default=0) + 1,
        writers=tuple(dict.fromkeys(filter(None, (*now.wrote, room.operator)))),
    )
    return room.add(fresh)


def brief(room: "WarRoom", message: StaffMessage, group: StaffGroup, count: int) -> Delivery:
    """Note that a supervisor has briefed so many of a group, as of now."""
    return room.add(
        Delivery(
            message=message.id,
            group=group.id,
            reached=count,
            read=count,
            how=ToldHow.SUPERVISOR,
            reported_at=room.minute(),
        )
    )


def send(room: "WarRoom", message: StaffMessage, at: Moment | None = None) -> None:
    """Note that a message went out, now if no time is said; earlier versions are superseded.

    Raises RuleBroken for one that is out already.
    """
    now = room.get(StaffMessage, message.id)
    if now.sent_at is not None:
        raise RuleBroken(_("This message is marked as sent already."))
    room.change(now, sent_at=at or room.minute())
