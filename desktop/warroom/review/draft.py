"""What a review can begin with: words that the record gives, to be changed by who leads it."""

from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.method.assessment import Assessment
from desktop.warroom.review.built import Built
from desktop.warroom.review.response import Took
from desktop.warroom.review.told import in_time, lasting
from desktop.warroom.selection import Selection
from resources import _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading


def drafted(room: "Reading", found: Built) -> dict[str, str]:
    """The first words of a review: what was in time, what was late, and the nature last assessed.

    Empty texts are left out; nobody is asked to believe them.
    """
    said = {
        "causes": _nature(room),
        "worked": _listed(_("In time"), found.in_time),
        "summary": _listed(_("Late"), found.late),
    }
    return {name: text for name, text in said.items() if text}


def _nature(room: "Reading") -> str:
    newest = Selection(kind=Assessment, order="assessed_at", newest_first=True)
    return next((each.nature for each in room.records(newest, 1)), "")


def _listed(label: str, times: tuple[Took, ...]) -> str:
    """Topics in a line, each with how long it took or how many of them were in time."""
    if not times:
        return ""
    named = (
        shown.aside(each.topic.shown, lasting(each.minutes) if each.of == 1 else in_time(each))
        for each in times
    )
    return shown.labelled(label, shown.listed(named))
