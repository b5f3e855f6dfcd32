"""A new room with the tasks of its playbook: both, or no file."""

from pathlib import Path

from desktop.warroom.now import Clock
from desktop.warroom.playbooks.loading import load_playbook
from desktop.warroom.records import Incident
from desktop.warroom.room import WarRoom


def new_room(path: Path, incident: Incident, *, operator: str, clock: Clock, playbook: bool) -> int:
    """Make a room for an incident and load the playbook in force for its type; how many cards.

    Raises RuleBroken and StoreFailed; then no half-made room stays behind.
    """
    room = WarRoom.create(path, incident, operator=operator, clock=clock)
    try:
        count = len(load_playbook(room)) if playbook else 0
    except BaseException:
        room.close()
        path.unlink(missing_ok=True)
        raise
    room.close()
    return count
