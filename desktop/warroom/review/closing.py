"""Closing an incident, with a warning about what is open, and opening it again for a reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.choices import EntryKind
from desktop.warroom.faults import RuleBroken
from desktop.warroom.playbooks.ending import still_open
from desktop.warroom.records import Entry
from desktop.warroom.review.questions import unanswered
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import ways
from resources import _, ngettext

if TYPE_CHECKING:
    from desktop.warroom.room import WarRoom


@dataclass(frozen=True, slots=True)
class BeforeClosing:
    """What stands in the way in sentences; none of it refuses the closing (playbooks 7, rule 6)."""

    still_open: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, what is open first."""
        if not self.still_open:
            return self.missing
        said = _("Still open: {what}.").format(what=shown.listed(self.still_open))
        return (said, *self.missing)


def before_closing(room: "WarRoom") -> BeforeClosing:
    """What is still open, and what a review would need, before the incident is closed."""
    return BeforeClosing(tuple(still_open(room)), tuple(_missing(room)))


def close(room: "WarRoom", note: str = "") -> None:
    """Close the incident on screen; the timeline says so, with what was still open.

    Raises RuleBroken for one that is closed.
    """
    incident = room.incident
    if incident.closed_at:
        raise RuleBroken(_("This incident is closed already."))
    found = before_closing(room)
    left = _("Still open: {what}.").format(what=shown.listed(found.still_open))
    said = (_("The incident is closed."), left if found.still_open else "", note.strip())
    line = _line(room, shown.sentences(said))
    room.together([line], [(incident, {"closed_at": room.minute()})])


def reopen(room: "WarRoom", why: str) -> None:
    """Open a closed incident again. Raises RuleBroken without a reason, or for an open one."""
    incident = room.incident
    if incident.closed_at is None:
        raise RuleBroken(_("This incident is open."))
    line = _line(room, shown.labelled(_("The incident is open again"), why.strip()))
    room.together([line], [(incident, {"closed_at": None})], why=why.strip())


def _line(room: "WarRoom", text: str) -> Entry:
    return Entry(kind=EntryKind.NOTE, text=text, happened_at=room.minute(), key=True)


def _missing(room: "WarRoom") -> list[str]:
    found = []
    if not room.all(Review):
        found.append(_("No review was held yet."))
    if n := sum(each.open for each in room.all(Lesson)):
        said = ngettext("{n} lesson is open.", "{n} lessons are open.", n)
        found.append(said.format(n=n))
    if n := unanswered(room, room.now()).count:
        said = ngettext("{n} question is not answered.", "{n} questions are not answered.", n)
        found.append(said.format(n=n))
    if n := sum(each.back is False for each in ways(room)):
        said = ngettext(
            "{n} indicator is not back at its level.",
            "{n} indicators are not back at their level.",
            n,
        )
        found.append(said.format(n=n))
    if room.incident.normal_at is None:
        found.append(_("Nobody has noted since when operation is normal."))
    return found
