"""A release: what went out where and when, the exact text, its hash, and what it rested on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.choices import Channel, EntryKind, Language
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, Items
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Release(Record):
    """One text on one channel. ``text`` is exactly what went out, ``sha256`` its UTF-8's hash.

    An item of ``facts`` is ``{"fact": id, "value": as it went out}``. ``unapproved_why`` is filled
    for ever where it went out without all approvals, ``before_staff_why`` where the public heard
    before the staff.
    """

    kind_name = "release"
    shown_name = N_("Release")
    draws_others, draws_when_new = True, False

    statement: str = declare(
        Shape.LINK, N_("Public statement"), "", target="statement", needed=True, form=False
    )
    channel: Channel | str = declare(
        Shape.CHOICE, N_("Channel"), Channel.WEBSITE, choices=Channel, form=False
    )
    where: str = declare(Shape.TEXT, N_("Account or outlet"), "", form=False)
    at: Moment | None = declare(Shape.MOMENT, N_("Released at"), starts=Start.NOW, form=False)
    url: str = declare(Shape.TEXT, N_("Link"), "")
    title: str = declare(Shape.TEXT, N_("Title"), "", form=False, needed=True)
    text: str = declare(Shape.PROSE, N_("Text as released"), "", form=False)
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)
    language: Language | str = declare(
        Shape.CHOICE, N_("Language"), Language.ENGLISH, choices=Language, form=False
    )
    version: int | None = declare(Shape.NUMBER, N_("Version"), form=False)
    facts: Items = declare(Shape.ITEMS, N_("Facts used"), (), form=False)
    unapproved_why: str = declare(Shape.TEXT, N_("Why without approval"), "", form=False)
    before_staff_why: str = declare(Shape.TEXT, N_("Why before the staff"), "", form=False)
    withdrawn_at: Moment | None = declare(Shape.MOMENT, N_("Withdrawn at"), form=False)
    withdrawn_why: str = declare(Shape.TEXT, N_("Why withdrawn"), "", form=False)

    @property
    def place(self) -> str:
        """The channel, and the account or outlet where one was named."""
        channel = word(self.channel)
        return shown.labelled(channel, self.where) if self.where else channel

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """Raises RuleBroken where what went out would no longer be said as it was."""
        if self.gone:
            raise RuleBroken(_("A release is not taken back: it went out. Withdraw it."))
        if isinstance(before, Release) and any(
            getattr(before, name) not in ("", None, getattr(self, name)) for name in _KEPT
        ):
            raise RuleBroken(_("What a release says of what went out stays as it is."))
        return ()

    def entry(self) -> Entry:
        """The line of the timeline that says so."""
        said = _("Released on {place}: {title}").format(place=self.place, title=self.title)
        return Entry(
            kind=EntryKind.STATEMENT,
            text=said,
            happened_at=self.at,
            source_url=self.url,
            incident=self.incident,
        )


_KEPT = tuple(field.name for field in Release.declared() if field.name not in ("url", "gone"))
KINDS = (Release,)
