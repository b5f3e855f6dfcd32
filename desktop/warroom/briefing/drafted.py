"""The bottom line of the next briefing while it is being written: kept as a draft, no evidence."""

from typing import TYPE_CHECKING

from desktop.warroom.choices import Edition
from desktop.warroom.records import Paper

if TYPE_CHECKING:
    from desktop.warroom.room import WarRoom

FORM = "bottom-line"


def drafted(room: "WarRoom") -> str:
    """What was typed for the next briefing of the incident on screen; empty when nothing was."""
    return room.kept_form(FORM).get("text", "")


def keep(room: "WarRoom", text: str) -> None:
    """Keep what is typed; nothing forgets it. A room that is only read keeps none."""
    room.keep_form(FORM, {"text": text} if text.strip() else {})


def of_paper(room: "WarRoom", paper: Paper) -> str:
    """The bottom line for a paper: its own, else the draft, which no edition for others reads."""
    if paper.bottom_line.strip() or paper.edition != Edition.ROOM:
        return paper.bottom_line
    return drafted(room)


def used(room: "WarRoom", paper: Paper) -> None:
    """Forget the draft that stands on a numbered briefing now: the next one is written anew."""
    if paper.bottom_line.strip() and paper.bottom_line == drafted(room):
        keep(room, "")
