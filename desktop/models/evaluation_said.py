"""That an evaluation is asked for, in a sentence, where it is so."""

from desktop.warroom import shown
from desktop.warroom.evaluation import due
from desktop.warroom.room import WarRoom
from resources import _


def asked_for(room: WarRoom) -> str:
    """That nobody has evaluated for a day while the incident is handled; empty otherwise."""
    at, now = due(room), room.now()
    if at is None or at.ms > now.ms:
        return ""
    since = shown.lasting(now.ms - at.ms)
    return _("No evaluation in 24 h; it is due since {time}.").format(time=since)


def link_to_it(room: WarRoom) -> str:
    """The same in the words of a link, for a line that has little room."""
    at, now = due(room), room.now()
    if at is None or at.ms > now.ms:
        return ""
    return _("Evaluation due since {time}").format(time=shown.lasting(now.ms - at.ms))
